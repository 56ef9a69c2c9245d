import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

import type { Report } from '../../../commands/doctor/report';
import { MachineOfStubs, type Run } from './machine-of-stubs';

jest.setTimeout(30_000);

let machine: MachineOfStubs;
beforeEach(() => {
  machine = new MachineOfStubs();
});
afterEach(() => machine.remove());

const reportOf = ({ stdout }: Run): Report => JSON.parse(stdout) as Report;
const levelsOf = (run: Run): Record<string, string> =>
  Object.fromEntries(reportOf(run).checks.map(({ id, level }) => [id, level]));

/** A line of the table, its spaces taken together. */
const lines = ({ stdout }: Run): string[] => stdout.split('\n').map((line) => line.trim().replace(/ +/g, ' '));

describe('plinth doctor', () => {
  it('ends with 0 on a machine without a problem, though credentials are missing', async () => {
    const run = await machine.run([]);

    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines(run)).toEqual(
      expect.arrayContaining([
        '✓ Terraform 1.11.4',
        '✓ Python 3.11.7',
        '✓ proxy 127.0.0.1:1',
        '✓ configuration landing-zone.yaml: 6 accounts',
        '! AWS credentials none',
        '→ sign in (aws sso login, aws configure), or set AWS_PROFILE; npm start and the sandbox need none, an apply does',
        "- clock not checked: AWS's clock can't be read: nothing listens there (ECONNREFUSED)",
        '- AWS account not checked: there are no credentials',
        '✓ state 0 in terraform.state, on this machine alone',
      ]),
    );
    expect(lines(run).at(-2)).toMatch(/^\d+ ok, 1 warning, 0 problems, \d not checked$/);
  });

  it('ends with 1 where a problem is found, its remedy on the next line', async () => {
    machine.program('terraform', `echo '{"terraform_version": "1.9.8"}'`);
    const run = await machine.run([]);
    const at = lines(run).indexOf('✗ Terraform 1.9.8; expected >= 1.10.0');

    expect(run.status).toBe(1);
    expect(lines(run)[at + 1]).toBe('→ install a Terraform >= 1.10.0 instead of 1.9.8');
  });

  it('ends with 1 where the configuration is unreadable, and still looks at the rest', async () => {
    const run = await machine.run(['--config', 'elsewhere.yaml']);

    expect(run.status).toBe(1);
    expect(run.stdout).toContain('[LZ-FILE-1]');
    expect(lines(run)).toEqual(
      expect.arrayContaining(['✓ Terraform 1.11.4', "- state not checked: the configuration can't be read"]),
    );
  });

  it.each([[['--nonsense']], [['argument']], [['--config']]])(
    '%j is wrong usage: it ends with 2 and prints nothing',
    async (args) => {
      const { status, stdout, stderr } = await machine.run(args);

      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^error: /);
    },
  );

  it('takes the output folder from --out, and the range of Terraform from its stacks', async () => {
    mkdirSync(join(machine.folder, 'other/stacks/dev'), { recursive: true });
    machine.write('other/stacks/dev/cdk.tf.json', '{"terraform": {"required_version": ">= 1.12.0"}}');
    const run = await machine.run(['--out', 'other']);

    expect(lines(run)).toEqual(
      expect.arrayContaining(['✗ Terraform 1.11.4; expected >= 1.12.0 (dev)', '✓ synthesised stacks 1 in other']),
    );
  });

  it('prints no colours into a pipe', async () => {
    expect((await machine.run([], { TERM: 'xterm-256color' })).stdout).not.toContain('\u001b');
  });
});

describe('plinth doctor --json', () => {
  it('prints one document and nothing else, each check with its own id', async () => {
    const run = await machine.run(['--json'], { HTTPS_PROXY: 'socks5://proxy:1' });
    const { ok, checks } = reportOf(run);

    expect({ status: run.status, stderr: run.stderr, ok }).toEqual({ status: 1, stderr: '', ok: false });
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    expect(checks.filter(({ level, remedy }) => ['warning', 'problem'].includes(level) && (remedy ?? '') === '')).toEqual([]);
    expect(checks.find(({ id }) => id === 'proxy')).toEqual({
      id: 'proxy',
      title: 'proxy',
      level: 'problem',
      found: 'HTTPS_PROXY: it is not the URL of an http or https proxy',
      remedy: 'write http://host:port, with the special characters of a password percent-encoded',
    });
  });

  it('where the certificates are missing, everything that needs AWS is not checked', async () => {
    const run = await machine.run(['--json', '--accounts'], { AWS_CA_BUNDLE: '/no/ca.pem' });

    expect(run.status).toBe(1);
    expect(levelsOf(run)).toMatchObject({
      certificates: 'problem',
      credentials: 'not checked',
      clock: 'not checked',
      account: 'not checked',
      roles: 'not checked',
      state: 'ok',
    });
  });
});

describe('plinth doctor before what never answers', () => {
  let server: Server;
  const sockets = new Set<Socket>();
  beforeEach(async () => {
    server = createServer()
      .on('connection', (socket) => sockets.add(socket))
      .on('connect', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });

  it('gives up a network, a program and a source of credentials, each after 5 seconds, and ends', async () => {
    machine.program('terraform', 'exec /bin/sleep 600');
    machine.program('credentials', 'exec /bin/sleep 600');
    machine.write('home/.aws/config', `[profile slow]\ncredential_process = ${join(machine.folder, 'bin/credentials')}\n`);
    const proxy = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const run = await machine.run([], { HTTPS_PROXY: proxy, AWS_PROFILE: 'slow' });

    expect(lines(run)).toEqual(
      expect.arrayContaining([
        '✗ Terraform no answer within 5 s; expected >= 1.10.0',
        '! AWS credentials none: no answer within 5 s, with AWS_PROFILE=slow',
        "- clock not checked: AWS's clock can't be read: no answer within 5 s",
      ]),
    );
    // It would be there for ten minutes if it waited for one of them.
    expect(run.status).toBe(1);
  });
});

describe('a secret', () => {
  const MARKER = 'marker-of-a-secret';
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: `${MARKER}-key`,
    AWS_SESSION_TOKEN: `${MARKER}-session`,
    HTTPS_PROXY: `http://user:${MARKER}-proxy@127.0.0.1:1`,
    HTTP_PROXY: `http://user:${MARKER}-plain@127.0.0.1:1`,
    GITHUB_TOKEN: `${MARKER}-github`,
    TF_TOKEN_app_terraform_io: `${MARKER}-terraform`,
    TF_VAR_password: `${MARKER}-variable`,
  };

  it.each([[['--accounts']], [['--json', '--accounts']]])('of the environment is nowhere in what %j prints', async (args) => {
    machine.program('terraform', 'echo "refused: $TF_TOKEN_app_terraform_io" >&2; exit 1');
    const { stdout, stderr } = await machine.run(args, env);

    expect(stdout).toContain('refused: ***');
    expect(stdout + stderr).not.toContain(MARKER);
  });

  it('of a profile, or of the program that it names, is nowhere in what is printed', async () => {
    machine.write(
      'home/.aws/credentials',
      `[default]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = ${MARKER}-file\n`,
    );
    machine.write('home/.aws/config', `[profile broken]\ncredential_process = /bin/sh -c "echo ${MARKER}-words >&2; exit 1"\n`);
    const runs = await Promise.all([machine.run([]), machine.run([], { AWS_PROFILE: 'broken' })]);

    expect(runs.map(lines)).toEqual([
      expect.arrayContaining(['✓ AWS credentials of the default chain']),
      expect.arrayContaining(['! AWS credentials none, with AWS_PROFILE=broken']),
    ]);
    expect(runs.map(({ stdout, stderr }) => stdout + stderr).join('\n')).not.toContain(MARKER);
  });
});
