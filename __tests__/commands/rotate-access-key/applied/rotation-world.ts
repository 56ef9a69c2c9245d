import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  type IAMClient,
  ListAccessKeysCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { buildSync } from 'esbuild';

import { Emulator } from '../../../../commands/sandbox/emulator';
import { ensureEnvironment, projectRoot } from '../../../../commands/sandbox/environment';
import type { Credentials } from '../../../../commands/sandbox/home-account';
import { SEED_POLICY } from '../../../identity/seed-policy';
import { iamOf, stsOf } from '../../../apply/aws-clients';
import { type Certificate, makeCertificate } from './certificate';
import { Forwarder } from './forwarder';

/** How a run of the command ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A key as IAM has it. */
export interface ListedKey {
  readonly id: string;
  readonly status: string;
}

/** A user with the self-rotation policy, one key, and a home with that key in a profile. */
export interface Person {
  readonly user: string;
  readonly home: string;
  readonly first: Credentials;
  /** The credentials file. */
  readonly file: string;
}

const ACCOUNT = '111111111111';
const EVERYTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** What surrounds the two values; nothing of it may change. */
export const template = ({ accessKeyId, secretAccessKey }: Credentials): string =>
  `# mine\r\n[other]\naws_access_key_id=AKIAOTHEROTHEROTHER1\naws_secret_access_key=other\n\n[default]\nregion = eu-west-1\n` +
  `aws_access_key_id =   ${accessKeyId}  # first\ns3 =\n  max_queue_size = 100\naws_secret_access_key=${secretAccessKey}`;

/** An AWS where policies, signatures and inactive keys count, and the command as a program that runs against it. */
export class RotationWorld {
  readonly emulator: Emulator;
  readonly #folder: string;
  readonly #program: string;
  readonly #certificate: Certificate;
  readonly #administrator: IAMClient;
  #people = 0;

  private constructor(emulator: Emulator, folder: string, administrator: Credentials) {
    this.emulator = emulator;
    this.#folder = folder;
    this.#certificate = makeCertificate(folder);
    this.#program = join(folder, 'command-under-test.js');
    this.#administrator = iamOf(emulator, administrator);
    buildSync({
      entryPoints: [join(__dirname, 'command-under-test.ts')],
      outfile: this.#program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    });
  }

  static async start(account = ACCOUNT): Promise<RotationWorld> {
    const root = projectRoot();
    const python = await ensureEnvironment({ root, report: () => undefined });
    const emulator = await Emulator.start({ root, python });
    const folder = mkdtempSync(join(tmpdir(), 'plinth-rotation-'));
    const world = new RotationWorld(emulator, folder, await openAdministrator(emulator, account));
    await emulator.enforceIam(true);
    return world;
  }

  async stop(): Promise<void> {
    await this.emulator.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A user with one key, who may do what the self-rotation policy says and nothing else. */
  async person({ policy = 'self-rotation' }: { readonly policy?: 'self-rotation' | 'none' } = {}): Promise<Person> {
    const user = `person-${String((this.#people += 1))}`;
    await this.#administrator.send(new CreateUserCommand({ UserName: user }));
    if (policy === 'self-rotation') await this.#attachSelfRotation(user);
    const { AccessKey } = await this.#administrator.send(new CreateAccessKeyCommand({ UserName: user }));
    const first = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
    const home = join(this.#folder, user);
    mkdirSync(join(home, '.aws'), { recursive: true });
    const file = join(home, '.aws', 'credentials');
    writeFileSync(file, template(first), { mode: 0o600 });
    return { user, home, first, file };
  }

  forwarder(): Promise<Forwarder> {
    return Forwarder.start(this.emulator.port, this.#certificate);
  }

  /** The variables of a process that speaks to the emulator through a forwarder, or directly. */
  environment({ home }: Person, forwarder?: Forwarder): NodeJS.ProcessEnv {
    const {
      AWS_ACCESS_KEY_ID: _,
      AWS_SECRET_ACCESS_KEY: __,
      ...direct
    } = this.emulator.clientEnvironment({
      accessKeyId: '',
      secretAccessKey: '',
    });
    const through = forwarder === undefined ? {} : { HTTPS_PROXY: forwarder.url, AWS_CA_BUNDLE: this.#certificate.file };
    return { PATH: process.env.PATH, HOME: home, ...direct, ...through };
  }

  /** Starts the command for somebody. */
  start(person: Person, env: NodeJS.ProcessEnv, flags: readonly string[] = []): { child: ChildProcess; ended: Promise<Ended> } {
    const args = [this.#program, 'rotate-access-key', '--user-name', person.user, ...flags];
    return started(spawn(process.execPath, args, { env, cwd: person.home, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** Runs the whole command line, as it is built. */
  runBuilt(person: Person, env: NodeJS.ProcessEnv, flags: readonly string[]): Promise<Ended> {
    const args = [join(projectRoot(), 'dist/commands/plinth.js'), 'rotate-access-key', '--user-name', person.user, ...flags];
    return started(spawn(process.execPath, args, { env, cwd: person.home, stdio: ['ignore', 'pipe', 'pipe'] })).ended;
  }

  /** Runs the command for somebody. */
  run(person: Person, env: NodeJS.ProcessEnv, flags: readonly string[] = []): Promise<Ended> {
    return this.start(person, env, flags).ended;
  }

  async #attachSelfRotation(user: string): Promise<void> {
    const command = new CreatePolicyCommand({ PolicyName: `self-rotation-${user}`, PolicyDocument: JSON.stringify(SEED_POLICY) });
    const { Policy } = await this.#administrator.send(command);
    await this.#administrator.send(new AttachUserPolicyCommand({ UserName: user, PolicyArn: Policy!.Arn! }));
  }

  /** Makes a second key for somebody, and answers its id. */
  async secondKeyOf({ user }: Person): Promise<string> {
    const { AccessKey } = await this.#administrator.send(new CreateAccessKeyCommand({ UserName: user }));
    return AccessKey!.AccessKeyId!;
  }

  async keysOf({ user }: Person): Promise<ListedKey[]> {
    const { AccessKeyMetadata } = await this.#administrator.send(new ListAccessKeysCommand({ UserName: user }));
    return AccessKeyMetadata!.map(({ AccessKeyId, Status }) => ({ id: AccessKeyId!, status: Status! }));
  }

  /** Whether AWS takes a call that is signed with this pair. */
  async works(pair: Credentials): Promise<boolean> {
    try {
      await stsOf(this.emulator, pair).send(new GetCallerIdentityCommand({}));
      return true;
    } catch {
      return false;
    }
  }

  textOf({ file }: Person): string {
    return readFileSync(file, 'utf8');
  }

  /** The pair in the profile, as its last two values. */
  pairOf(person: Person): Credentials {
    const text = this.textOf(person);
    const value = (name: string): string => [...text.matchAll(new RegExp(`${name} *= *(\\S+)`, 'g'))].at(-1)![1]!;
    return { accessKeyId: value('aws_access_key_id'), secretAccessKey: value('aws_secret_access_key') };
  }

  /** What lies in the folder of the credentials. */
  besides({ home }: Person): string[] {
    return readdirSync(join(home, '.aws')).sort();
  }
}

/** An administrator with rights of its own: what holds for everybody holds for whoever looks on. */
async function openAdministrator(emulator: Emulator, account: string): Promise<Credentials> {
  const iam = iamOf(emulator, await emulator.homeCredentials(account));
  const UserName = 'administrator';
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'everything', PolicyDocument: EVERYTHING }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
}

function started(child: ChildProcess): { child: ChildProcess; ended: Promise<Ended> } {
  let [stdout, stderr] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}
