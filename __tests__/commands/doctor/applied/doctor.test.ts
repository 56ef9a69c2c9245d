import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

import { clientConfiguration } from '../../../../commands/aws/client-configuration';
import type { Check } from '../../../../commands/doctor/check';
import type { Report } from '../../../../commands/doctor/report';
import { Emulator } from '../../../../commands/sandbox/emulator';
import { ensureEnvironment, projectRoot } from '../../../../commands/sandbox/environment';
import type { Credentials } from '../../../../commands/sandbox/home-account';

const MANAGEMENT = '111111111111';

const root = projectRoot();
let emulator: Emulator;
let home: Credentials;
let folder: string;

beforeAll(async () => {
  emulator = await Emulator.start({ root, python: await ensureEnvironment({ root, report: () => undefined }) });
  home = await emulator.homeCredentials(MANAGEMENT);
}, 600_000);
afterAll(() => emulator.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-doctor-'));
  useBackend('{ kind: local }');
});
afterEach(() => rmSync(folder, { recursive: true }));

function useBackend(backend: string): void {
  const reference = readFileSync(join(root, 'landing-zone.yaml'), 'utf8');
  writeFileSync(join(folder, 'landing-zone.yaml'), reference.replace('backend: { kind: local }', `backend: ${backend}`));
}

interface Run {
  readonly status: number | null;
  readonly words: string;
}

function plinth(args: readonly string[], credentials = home): Promise<Run> {
  // With CI the ledger is frozen, and the copy of the reference has none yet.
  const { AWS_SESSION_TOKEN: _, AWS_PROFILE: __, CI: ___, ...machine } = process.env;
  const env = { ...machine, ...emulator.clientEnvironment(credentials) };
  const child = spawn(process.execPath, [join(root, 'dist/commands/plinth.js'), ...args], { cwd: folder, env });
  let words = '';
  child.stdout.on('data', (part: Buffer) => (words += part.toString()));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, words })));
}

async function doctor(flags: readonly string[] = [], credentials = home): Promise<Report & { readonly status: number | null }> {
  const { status, words } = await plinth(['doctor', '--json', ...flags], credentials);
  return { status, ...(JSON.parse(words) as Report) };
}

const named = ({ checks }: Report, ...ids: string[]): Partial<Check>[] =>
  checks.filter(({ id }) => ids.some((one) => id.startsWith(one))).map(({ title: _, ...check }) => check);

describe('the account', () => {
  test('of the configuration is well, with the clock of what answers for AWS', async () => {
    const report = await doctor();

    expect(report.status).toBe(0);
    expect(named(report, 'account', 'clock', 'credentials', 'roles')).toEqual([
      { id: 'credentials', level: 'ok', found: 'of the environment' },
      { id: 'clock', level: 'ok', found: "with AWS's" },
      {
        id: 'account',
        level: 'ok',
        found: expect.stringMatching(/^111111111111, as arn:aws:iam::111111111111:user\/bootstrap-/) as string,
      },
      { id: 'roles', level: 'not checked', found: 'only with --accounts' },
    ]);
  });

  test('222222222222 instead of 111111111111 is a problem that names both, and ends with 1', async () => {
    const report = await doctor([], await emulator.homeCredentials('222222222222'));

    expect(report.status).toBe(1);
    expect(named(report, 'account')).toEqual([
      {
        id: 'account',
        level: 'problem',
        found: expect.stringMatching(/^222222222222, as arn:aws:iam::222222222222:user\/bootstrap-/) as string,
        expected: '111111111111, the management_account of the configuration',
        remedy: 'choose credentials of 111111111111: another AWS_PROFILE, or sign in there',
      },
    ]);
  });

  test('with --accounts, the role in each other account is assumed', async () => {
    const report = await doctor(['--accounts']);
    const arn = (id: string): string => `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`;

    expect(named(report, 'role')).toEqual([
      { id: 'role-log-archive', level: 'ok', found: arn('222222222222') },
      { id: 'role-audit', level: 'ok', found: arn('333333333333') },
      { id: 'role-network', level: 'ok', found: arn('444444444444') },
      { id: 'role-dev', level: 'ok', found: arn('555555555555') },
      { id: 'role-prod', level: 'ok', found: arn('666666666666') },
    ]);
  });

  test('is told in a table without the key that asked', async () => {
    const { words } = await plinth(['doctor', '--accounts']);

    expect(words).toMatch(/✓ AWS account +111111111111, as arn:/);
    expect(words).not.toContain(home.secretAccessKey);
  });
});

test('with --emulator, a second emulator is started, answers and is ended', async () => {
  expect(named(await doctor(['--emulator']), 'emulator')).toEqual([
    { id: 'emulator-environment', level: 'ok', found: 'moto 5.2.1' },
    { id: 'emulator', level: 'ok', found: expect.stringMatching(/^answers after \d+\.\d s, with \d+ corrections$/) as string },
  ]);
});

describe('the state in a bucket', () => {
  let s3: S3Client;
  /** The emulator answers only those who come by its proxy and trust it. */
  const clientIn = (region: string): S3Client =>
    new S3Client({ ...clientConfiguration({ region, env: emulator.clientEnvironment(home) }), credentials: home });
  beforeEach(() => {
    s3 = clientIn('eu-west-1');
  });
  afterEach(() => s3.destroy());

  async function makeBucket(Bucket: string, region: 'eu-west-1' | 'eu-central-1'): Promise<void> {
    await clientIn(region).send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
  }

  const put = (Bucket: string, Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));

  test('that is not there is a problem', async () => {
    useBackend('{ kind: s3, bucket: acme-state-none, region: eu-west-1 }');
    const report = await doctor();

    expect(report.status).toBe(1);
    expect(named(report, 'state')).toEqual([
      {
        id: 'state-bucket',
        level: 'problem',
        found: 'there is no bucket acme-state-none',
        expected: 'acme-state-none in eu-west-1',
        remedy: 'make it, for the first time as docs/state.md says, or correct backend.bucket',
      },
    ]);
  });

  test('that lies in another region is a problem that names both', async () => {
    await makeBucket('acme-state-far', 'eu-central-1');
    useBackend('{ kind: s3, bucket: acme-state-far, region: eu-west-1 }');

    expect(named(await doctor(), 'state')).toEqual([
      {
        id: 'state-bucket',
        level: 'problem',
        found: 'acme-state-far in eu-central-1',
        expected: 'acme-state-far in eu-west-1',
        remedy: 'write eu-central-1 as backend.region',
      },
    ]);
  });

  test('that keeps no versions is a warning, before anything is synthesised', async () => {
    await makeBucket('acme-state-bare', 'eu-west-1');
    useBackend('{ kind: s3, bucket: acme-state-bare, region: eu-west-1 }');
    const report = await doctor();

    expect(report.status).toBe(0);
    expect(named(report, 'state-bucket', 'state-versioning', 'state-objects')).toEqual([
      { id: 'state-bucket', level: 'ok', found: 'acme-state-bare in eu-west-1' },
      expect.objectContaining({ id: 'state-versioning', level: 'warning', found: 'not kept' }) as Check,
      {
        id: 'state-objects',
        level: 'not checked',
        found: 'no stack with its state in a bucket is synthesised yet',
        remedy: 'npm start',
      },
    ]);
  });

  test('is read stack by stack, and a held lock is told with its holder', async () => {
    const Bucket = 'acme-state';
    await makeBucket(Bucket, 'eu-west-1');
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: 'alias/state' } };
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } }));
    useBackend(`{ kind: s3, bucket: ${Bucket}, region: eu-west-1 }`);
    expect((await plinth(['synth'])).status).toBe(0);
    await put(Bucket, 'acme/dev-eu-west-1-network.tfstate', '{}');
    // As Terraform 1.11 writes it.
    const lock = {
      ID: '8a0c4f8e-33a1-41b6-b0f5-1f86a3c5c06e',
      Operation: 'OperationTypeApply',
      Info: '',
      Who: 'alice@build-7',
      Version: '1.11.4',
      Created: '2026-01-01T12:34:56.789123456Z',
      Path: `${Bucket}/acme/prod-eu-west-1-network.tfstate`,
    };
    await put(Bucket, 'acme/prod-eu-west-1-network.tfstate.tflock', JSON.stringify(lock));
    const stacks = String(readdirSync(join(folder, 'cdktf.out/stacks')).length);
    const report = await doctor();

    expect(report.status).toBe(0);
    expect(named(report, 'output', 'state')).toEqual([
      { id: 'output', level: 'ok', found: `${stacks} in cdktf.out` },
      { id: 'state-bucket', level: 'ok', found: 'acme-state in eu-west-1' },
      { id: 'state-versioning', level: 'ok', found: 'kept' },
      { id: 'state-encryption', level: 'ok', found: 'aws:kms alias/state' },
      { id: 'state-objects', level: 'ok', found: `1 of ${stacks} there, the others come with their first apply` },
      {
        id: 'state-lock-prod-eu-west-1-network',
        level: 'warning',
        found: 'held by alice@build-7 since 2026-01-01T12:34:56Z, for apply',
        expected: 'free, or held by a run that goes on',
        remedy:
          'wait for that run; if it is dead, terraform force-unlock 8a0c4f8e-33a1-41b6-b0f5-1f86a3c5c06e in stacks/prod-eu-west-1-network',
      },
    ]);
  });
});
