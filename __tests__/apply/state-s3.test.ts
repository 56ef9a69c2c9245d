import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

import { type ChildResult, runChild } from '../../commands/sandbox/child';
import { synth } from '../../main';
import { clientOf } from './aws-clients';
import { EmulatedAccount } from './emulated-account';

const BUCKET = 'acme-terraform-state';
const KEY = 'acme/management-eu-west-1-organization.tfstate';
const LOCK = `${KEY}.tflock`;
const CONFIGURATION = `organization: { name: acme, management_account: "111111111111", home_region: eu-west-1, regions: [eu-west-1] }
backend: { kind: s3, bucket: ${BUCKET}, region: eu-west-1, account: management }
accounts:
  management: { id: "111111111111", unit: management }
`;

let account: EmulatedAccount;
let directory: string;
let environment: NodeJS.ProcessEnv;
let s3: S3Client;

/** The folder of the stack that makes the bucket which holds its own state. */
function synthesiseStateStack(folder: string): string {
  writeFileSync(join(folder, 'landing-zone.yaml'), CONFIGURATION);
  const out = join(folder, 'cdktf.out');
  expect(synth({ config: join(folder, 'landing-zone.yaml'), out, frozen: false }).failing).toBe(0);
  return join(out, 'stacks', 'management-eu-west-1-organization');
}

/** Terraform with these very arguments: no flag of the sandbox among them. */
function terraform(args: readonly string[], cwd = directory): Promise<ChildResult> {
  return runChild('terraform', [...args, '-no-color'], { cwd, env: environment, timeLimitSeconds: 600 });
}

/** The words of a command that has to succeed. */
async function done(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await terraform(args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout;
}

async function keysInBucket(): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  return Contents.map(({ Key = '' }) => Key).sort();
}

async function textOf(Key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return (await Body?.transformToString()) ?? '';
}

beforeAll(async () => {
  account = await EmulatedAccount.open('111111111111');
  directory = synthesiseStateStack(account.folder);
  const { PATH, HOME } = process.env;
  environment = {
    PATH,
    HOME,
    ...account.environment,
    TF_CLI_CONFIG_FILE: account.cliConfiguration,
    TF_IN_AUTOMATION: '1',
  };
  s3 = new S3Client(clientOf(account.emulator, account.credentials));
}, 600_000);

afterAll(async () => {
  s3.destroy();
  await account.close();
});

// One life, in its order: each step stands on those before it.
describe('the states in a bucket that their own stack makes', () => {
  const override = (): string => join(directory, 'bootstrap_override.tf.json');

  test('begin on this machine, by an override beside the stack, which stays as it was synthesised', async () => {
    const { terraform: settings } = JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8')) as {
      readonly terraform: { readonly backend: { readonly s3: Readonly<Record<string, unknown>> } };
    };
    expect(settings.backend.s3).toMatchObject({
      bucket: BUCKET,
      region: 'eu-west-1',
      key: KEY,
      encrypt: true,
      use_lockfile: true,
    });
    writeFileSync(override(), '{"terraform":{"backend":{"local":{}}}}\n');
    await done('init', '-input=false');

    expect(await done('apply', '-input=false', '-auto-approve')).toMatch(
      /Apply complete! Resources: \d+ added, 0 changed, 0 destroyed\./,
    );
    expect(existsSync(join(directory, 'terraform.tfstate'))).toBe(true);
    expect(await keysInBucket()).toEqual([]);
  });

  test('are moved into the bucket once the override is gone', async () => {
    rmSync(override());

    expect(await done('init', '-input=false', '-migrate-state', '-force-copy')).toContain(
      'Successfully configured the backend "s3"!',
    );
    expect(await keysInBucket()).toEqual([KEY]);
    expect(await textOf(KEY)).toContain('"aws_s3_bucket"');
  });

  test('are planned empty from there, and no lock stays behind', async () => {
    expect(await done('plan', '-input=false', '-detailed-exitcode')).toContain(
      'No changes. Your infrastructure matches the configuration.',
    );
    expect(await keysInBucket()).toEqual([KEY]);
  });

  test('are found by a second working copy that has only what is committed', async () => {
    const copy = join(account.folder, 'elsewhere');
    mkdirSync(copy);
    cpSync(join(directory, 'cdk.tf.json'), join(copy, 'cdk.tf.json'));
    expect((await terraform(['init', '-input=false'], copy)).exitCode).toBe(0);

    expect((await terraform(['plan', '-input=false', '-detailed-exitcode'], copy)).exitCode).toBe(0);
  });

  test('are refused to a plan while somebody else holds the lock, who is named, and given after they let go', async () => {
    const lock = {
      ID: '8a0c4f8e-33a1-41b6-b0f5-1f86a3c5c06e',
      Operation: 'OperationTypeApply',
      Info: '',
      Who: 'alice@build-7',
      Version: '1.11.4',
      Created: '2026-01-01T12:34:56.789123456Z',
      Path: `${BUCKET}/${KEY}`,
    };
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: LOCK, Body: JSON.stringify(lock) }));
    const { exitCode, stderr } = await terraform(['plan', '-input=false']);

    expect(exitCode).toBe(1);
    expect(stderr).toContain('Error acquiring the state lock');
    expect(stderr).toMatch(/ID: +8a0c4f8e-33a1-41b6-b0f5-1f86a3c5c06e/);
    expect(stderr).toMatch(/Who: +alice@build-7/);
    expect(stderr).toMatch(/Path: +acme-terraform-state\/acme\/management-eu-west-1-organization\.tfstate/);
    expect(await textOf(LOCK)).toBe(JSON.stringify(lock));
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: LOCK }));
    expect(await done('plan', '-input=false', '-detailed-exitcode')).toContain('No changes.');
  });

  describe('while a real apply waits for its yes', () => {
    let apply: ChildProcessWithoutNullStreams;
    let ended: Promise<number | null>;

    beforeEach(async () => {
      // Something to apply, so that Terraform asks.
      writeFileSync(join(directory, 'waiting.tf.json'), '{"output":{"waiting":{"value":"yes"}}}\n');
      apply = spawn('terraform', ['apply', '-no-color'], {
        cwd: directory,
        env: { ...environment, TF_IN_AUTOMATION: undefined },
      });
      ended = new Promise((resolve) => apply.once('close', resolve));
      await new Promise<void>((resolve, reject) => {
        let words = '';
        apply.stdout.on('data', (part: Buffer) => {
          words += part.toString();
          if (words.includes('Enter a value:')) resolve();
        });
        void ended.then(() => reject(new Error(words)));
      });
    });
    afterEach(async () => {
      apply.kill('SIGKILL');
      await ended;
      rmSync(join(directory, 'waiting.tf.json'), { force: true });
    });

    test('its lock is the one that refuses a plan, and goes with it', async () => {
      const { ID, Operation, Who, Path } = JSON.parse(await textOf(LOCK)) as Readonly<Record<string, string>>;
      const { exitCode, stderr } = await terraform(['plan', '-input=false']);

      expect({ Operation, Path, exitCode }).toEqual({ Operation: 'OperationTypeApply', Path: `${BUCKET}/${KEY}`, exitCode: 1 });
      expect(stderr).toContain(String(ID));
      expect(stderr).toContain(String(Who));
      apply.stdin.end('no\n');
      await ended;
      expect(await keysInBucket()).toEqual([KEY]);
    });
  });

  test('a lock that a killed run left is taken away by force-unlock with its id', async () => {
    const lock = { ID: '0b1f3d6a-9b1a-4a57-9a39-2c6f7f4b8f11', Who: 'bob@laptop', Operation: 'OperationTypePlan' };
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: LOCK, Body: JSON.stringify(lock) }));
    await done('force-unlock', '-force', lock.ID);

    expect(await keysInBucket()).toEqual([KEY]);
  });
});
