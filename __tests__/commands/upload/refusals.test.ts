import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { UploadWorld } from './upload-world';

// Each has an engine with certificates of its own.
jest.setTimeout(30_000);

let world: UploadWorld;
beforeAll(async () => {
  world = await UploadWorld.open();
  world.stack('dev');
  world.stack('prod');
  world.write({ 'a b/main.tf': '', 'broken/order.json': 'no json' });
  mkdirSync(join(world.folder, 'empty'));
});
afterAll(() => world.close());

const at = (name: string): string => join(world.folder, name);

describe('plinth upload refuses with 2, before anything is asked of a host,', () => {
  it.each<[args: () => string[], env: NodeJS.ProcessEnv, text: () => string]>([
    [
      () => [at('empty'), at('gone')],
      {},
      () =>
        `STACK-DIRECTORY: there is no stack: a folder with *.tf or *.tf.json, got "${at('empty')}"; name the folder of a stack, or the output folder of a synthesis [LZ-UPLOAD-1]\n` +
        `STACK-DIRECTORY: there is no stack: a folder with *.tf or *.tf.json, got "${at('gone')}"; name the folder of a stack, or the output folder of a synthesis [LZ-UPLOAD-1]\n`,
    ],
    [
      () => [at('broken')],
      {},
      () =>
        `${at('broken/order.json')}: the order of the stacks is not readable; synthesise again, or name the folders of single stacks [LZ-UPLOAD-11]\n`,
    ],
    [
      () => [at('dev'), '--hostname', 'https://app.terraform.io/x'],
      {},
      () =>
        'stack dev: this is no host, got "https://app.terraform.io/x"; write a name like app.terraform.io, with :port where it has one [LZ-UPLOAD-2]\n',
    ],
    [
      () => [at('a b')],
      { TF_CLOUD_ORGANIZATION: '' },
      () =>
        'stack a b: nothing says which organization it belongs to; give --organization, a cloud block, or TF_CLOUD_ORGANIZATION [LZ-UPLOAD-3]\n' +
        'stack a b: this is no name of a workspace, got "a b"; use letters, digits, - and _ [LZ-UPLOAD-3]\n',
    ],
    [
      () => [at('dev'), '--timeout', 'soon', '--run', 'dev'],
      {},
      () =>
        '--timeout: this is no number of minutes up to 10080, got "soon"; write one, like 60 [LZ-UPLOAD-4]\n' +
        '--run: this is no id of a run, got "dev"; take the one that the cut-off upload told: run-… [LZ-UPLOAD-4]\n',
    ],
    [
      () => [at('dev'), at('prod'), '--speculative', '--apply', '--plan-out', 'x', '--workspace', 'dev', '--timeout', '0'],
      {},
      () =>
        '--timeout: this is no number of minutes up to 10080, got "0"; write one, like 60 [LZ-UPLOAD-4]\n' +
        "--speculative: it can't stand beside --apply; leave one of them out [LZ-UPLOAD-5]\n" +
        "--workspace: it can't stand beside several stacks; leave one of them out [LZ-UPLOAD-5]\n" +
        "--plan-out: it can't stand beside several stacks; leave one of them out [LZ-UPLOAD-5]\n",
    ],
    [
      () => [at('dev'), '--hostname', 'tfe.my-firm.example.com', '--message', 'a', '--run', 'run-1'],
      { TFE_TOKEN: '' },
      () => "--message: it can't stand beside --run, whose run has a message; leave one of them out [LZ-UPLOAD-5]\n",
    ],
    [
      () => [at('dev'), '--hostname', 'tfe.my-firm.example.com'],
      { TFE_TOKEN: '' },
      () =>
        'tfe.my-firm.example.com: there is no token for this host; run terraform login tfe.my-firm.example.com, or set TF_TOKEN_tfe_my__firm_example_com or TFE_TOKEN [LZ-UPLOAD-6]\n',
    ],
    [
      () => [at('dev')],
      { TFE_TOKEN: 'two\nlines' },
      () =>
        'TFE_TOKEN: what stands there is no token, got 9 characters, white space or others that no token has among them; copy the token again, without a line break [LZ-UPLOAD-7]\n',
    ],
    [
      () => [at('dev')],
      { SSL_CERT_FILE: '/nowhere/ca.pem' },
      () =>
        'SSL_CERT_FILE: the file of certificates can\'t be used (ENOENT), got "/nowhere/ca.pem"; name a readable file of PEM certificates, or unset it [LZ-UPLOAD-9]\n',
    ],
    [
      () => [at('dev')],
      { HTTPS_PROXY: 'socks5://user:secret-word@proxy' },
      () =>
        'HTTPS_PROXY: it is not the URL of an http or https proxy; write http://host:port, with the special characters of a password percent-encoded [LZ-AWS-2]\n',
    ],
  ])('case %#', async (args, env, text) => {
    const before = world.engine.seen.length;
    const { status, stdout, stderr } = await world.run(args(), env);

    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: text() });
    expect(world.engine.seen.length).toBe(before);
  });

  it.each([[[]], [['--unknown']], [['dev', '--run']]])('the usage %j', async (args) => {
    expect(await world.run(args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^error: /) as string });
  });

  it('credentials that are no JSON, whose text is not repeated', async () => {
    world.write({ '.terraform.d/credentials.tfrc.json': '{"credentials": secret-word' });
    const { status, stderr } = await world.run([at('dev')], { TFE_TOKEN: '' });
    world.write({ '.terraform.d/credentials.tfrc.json': '{}' });

    expect(status).toBe(2);
    expect(stderr).toBe(
      `${at('.terraform.d/credentials.tfrc.json')}: the credentials can't be read, got no JSON; run terraform login again, or set TFE_TOKEN [LZ-UPLOAD-8]\n`,
    );
  });

  it('with --json as one document', async () => {
    const { stdout, stderr } = await world.run([at('empty'), '--json']);

    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ code: 'LZ-UPLOAD-1', subject: 'STACK-DIRECTORY' }] });
  });
});

describe('plinth upload ends, nothing run,', () => {
  it('with 2 for a link that leads out of the stack', async () => {
    const folder = world.stack('linked');
    symlinkSync('../dev/cdk.tf.json', join(folder, 'other.tf.json'));
    const { status, stderr } = await world.run([folder]);

    expect(status).toBe(2);
    expect(stderr).toContain(
      `${join(folder, 'other.tf.json')}: the link leads out of the stack, where the host has nothing, got "../dev/cdk.tf.json"; put the file itself there, or name the link in .terraformignore [LZ-UPLOAD-10]`,
    );
  });

  it.each<[args: string[], env: NodeJS.ProcessEnv, text: () => string]>([
    [
      [],
      { TFE_TOKEN: 'of-somebody-else' },
      () =>
        `${world.engine.host}: the token is refused; give a token of this host that is still valid, by TF_TOKEN_…, TFE_TOKEN or terraform login [LZ-UPLOAD-22]`,
    ],
    [
      ['--workspace', 'nobodys'],
      {},
      () =>
        `workspace acme/nobodys: ${world.engine.host} doesn't know it, got 404 "not found"; see whether the names are right, and whether the token may see it: a host tells both in the same way [LZ-UPLOAD-23]`,
    ],
    [
      ['--organization', 'other'],
      {},
      () =>
        `workspace other/dev: ${world.engine.host} doesn't know it, got 404 "not found"; see whether the names are right, and whether`,
    ],
    [
      ['--workspace', 'local'],
      {},
      () =>
        'workspace acme/local: it keeps the state only and runs nothing, got execution mode "local"; set its execution mode to remote or agent, or run terraform here [LZ-UPLOAD-27]',
    ],
    [['--run', 'run-1'], {}, () => `run run-1: ${world.engine.host} doesn't know it, got 404 "not found"; see whether`],
  ])('with 3 for %j with %j', async (args, env, text) => {
    world.engine.world.newWorkspace('local').executionMode = 'local';
    const { status, stderr } = await world.run([at('dev'), ...args], env);

    expect(status).toBe(3);
    expect(stderr).toContain(text());
    expect(world.engine.world.runs.size).toBe(0);
  });
});
