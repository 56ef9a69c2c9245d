import { join } from 'node:path';

import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';

import { runChild } from '../../../commands/sandbox/child';
import { clientOf, stsOf } from '../aws-clients';
import { EmulatedAccount } from '../emulated-account';

/** The account that Terraform runs in. */
export const SHOP = '111111111111';
/** Another one, entered by a role. */
export const TOOLS = '222222222222';

/** What a Terraform command came to, and everything it said. */
export interface Run {
  readonly exitCode: number;
  readonly said: string;
}

/** An emulated AWS, and Terraform whose every word is kept, so that a secret can be looked for in all of it. */
export class SecretWorld {
  /** What all commands said so far. */
  said = '';

  private constructor(private readonly account: EmulatedAccount) {}

  static async open(): Promise<SecretWorld> {
    return new SecretWorld(await EmulatedAccount.open(SHOP));
  }

  get directory(): string {
    return this.account.folder;
  }

  get python(): string {
    return this.account.python;
  }

  /** Runs Terraform in a folder of the tree. */
  async terraform(folder: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<Run> {
    const { PATH, HOME, SSL_CERT_FILE, SSL_CERT_DIR } = process.env;
    const isDownload = args[0] === 'init';
    const env = {
      PATH,
      HOME,
      ...(isDownload ? { ...process.env, SSL_CERT_FILE, SSL_CERT_DIR } : this.account.environment),
      ...variables,
      TF_CLI_CONFIG_FILE: this.account.cliConfiguration,
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
    };
    const all = [...args, '-no-color', ...(isDownload || args[0] === 'show' ? [] : ['-input=false'])];
    const cwd = join(this.directory, folder);
    const { exitCode, stdout, stderr } = await runChild('terraform', all, { cwd, env, timeLimitSeconds: 900 });
    this.said += stdout + stderr;
    return { exitCode, said: stdout + stderr };
  }

  /** Applies a folder. */
  async apply(folder: string, variables: NodeJS.ProcessEnv = {}): Promise<void> {
    const { exitCode, said } = await this.terraform(folder, ['apply', '-auto-approve'], variables);
    if (exitCode !== 0) throw new Error(said);
  }

  /** Parameter Store of an account, as its administrator. */
  async parameterStore(accountId: string): Promise<SSMClient> {
    if (accountId === SHOP) return new SSMClient(clientOf(this.account.emulator, this.account.credentials));
    const role = { RoleArn: `arn:aws:iam::${accountId}:role/deploy`, RoleSessionName: 'test' };
    const { Credentials: session } = await stsOf(this.account.emulator, this.account.credentials).send(
      new AssumeRoleCommand(role),
    );
    const keys = {
      accessKeyId: session?.AccessKeyId ?? '',
      secretAccessKey: session?.SecretAccessKey ?? '',
      sessionToken: session?.SessionToken ?? '',
    };
    return new SSMClient(clientOf(this.account.emulator, keys));
  }

  /** The value of a parameter, decrypted. */
  async valueOf(name: string, accountId = SHOP): Promise<string | undefined> {
    const store = await this.parameterStore(accountId);
    const { Parameter: parameter } = await store.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    return parameter?.Value;
  }

  /** Puts a value as `putCommand` says. */
  async put(putCommand: string, value: string): Promise<void> {
    const option = (name: string): string => new RegExp(`--${name} (\\S+)`).exec(putCommand)?.[1] ?? '';
    const store = await this.parameterStore(SHOP);
    await store.send(
      new PutParameterCommand({
        Name: option('name'),
        Value: value,
        Type: 'SecureString',
        KeyId: option('key-id'),
        Tier: option('tier') as 'Standard',
        Overwrite: true,
      }),
    );
  }

  /** Ends the emulator and takes the tree away. */
  async close(): Promise<void> {
    await this.account.close();
  }
}
