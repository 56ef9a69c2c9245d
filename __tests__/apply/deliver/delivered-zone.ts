import { EventEmitter } from 'node:events';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { GetUserCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';

import { deliverCommand } from '../../../commands/deliver';
import { synth } from '../../../main';
import { clientOf, iamOf, type Keys, stsOf } from '../aws-clients';
import { EmulatedAccount } from '../emulated-account';

/** The subjects of GitHub's tokens: of a run on the branch that plans, and in the environment that applies. */
export const MAIN = 'repo:acme/zone:ref:refs/heads/main';
/** See MAIN. */
export const PRODUCTION = 'repo:acme/zone:environment:production';

/** What makes a client speak as an administrator of the shop. */
export type Administrator = ReturnType<typeof clientOf>;

/** How a command ended, and what it said. */
interface Ended {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** How a delivery ended, and its document. */
export interface Delivery {
  readonly code: number | undefined;
  readonly document: {
    readonly stacks: readonly { readonly stack: string; readonly result: string; readonly drift?: readonly object[] }[];
    readonly leftOut: readonly string[];
    readonly problems?: readonly { readonly problem: string }[];
  };
}

/** A token of GitHub as far as AWS reads it: whose it is stands in the middle. */
function tokenOf(subject: string): string {
  const claims = { iss: 'https://token.actions.githubusercontent.com', aud: 'sts.amazonaws.com', sub: subject };
  return ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.');
}

/**
 * A zone of two peered accounts in an emulated organisation, in which an administrator has applied who delivers, and policies decide
 * what may be called.
 */
export class DeliveredZone {
  private constructor(
    private readonly account: EmulatedAccount,
    private readonly out: string,
  ) {}

  static async open(): Promise<DeliveredZone> {
    const account = await EmulatedAccount.open('111111111111');
    const config = join(account.folder, 'landing-zone.yaml');
    copyFileSync(join(__dirname, 'landing-zone.yaml'), config);
    const out = join(account.folder, 'cdktf.out');
    const { zone } = synth({ config, out, frozen: false });
    for (const stack of zone.order.waves.flat().filter((name) => name.endsWith('-delivery'))) {
      const terraform = account.terraformIn(join(out, 'stacks', stack));
      await terraform.init();
      await terraform.apply();
    }
    const opened = new DeliveredZone(account, out);
    await opened.enforce();
    return opened;
  }

  /** From now on policies decide what may be called. */
  private async enforce(): Promise<void> {
    const admin = iamOf(this.account.emulator, this.account.credentials);
    const { User: self } = await admin.send(new GetUserCommand({}));
    const all = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
    const policy = { UserName: self?.UserName, PolicyName: 'all', PolicyDocument: JSON.stringify(all) };
    await admin.send(new PutUserPolicyCommand(policy));
    await this.account.emulator.enforceIam(true);
  }

  /** Anybody may do anything while something is done. */
  async byHand<T>(work: (shop: Administrator) => Promise<T>): Promise<T> {
    const { emulator, credentials } = this.account;
    await emulator.enforceIam(false);
    const { Credentials: keys } = await stsOf(emulator, credentials).send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::333333333333:role/OrganizationAccountAccessRole',
        RoleSessionName: 'by-hand',
      }),
    );
    const session: Keys = {
      accessKeyId: keys?.AccessKeyId ?? '',
      secretAccessKey: keys?.SecretAccessKey ?? '',
      sessionToken: keys?.SessionToken ?? '',
    };
    const done = await work(clientOf(emulator, session));
    await emulator.enforceIam(true);
    return done;
  }

  /** Has other roles asked for than those that the output names. */
  async whereRolesAre<T>(named: string, instead: string, work: () => Promise<T>): Promise<T> {
    const file = join(this.out, 'roles.json');
    const roles = readFileSync(file, 'utf8');
    writeFileSync(file, roles.replaceAll(`role/plinth/${named}`, `role/plinth/${instead}`));
    try {
      return await work();
    } finally {
      writeFileSync(file, roles);
    }
  }

  get plans(): string {
    return join(this.account.folder, 'plans');
  }

  /** Where a test may write. */
  get folder(): string {
    return this.account.folder;
  }

  /** `plinth deliver …` in a job of this subject, with credentials of nobody in the environment. */
  async deliver(subject: string, verb: 'plan' | 'apply' | 'drift', ...stacks: readonly string[]): Promise<Delivery> {
    const plans = verb === 'drift' ? [] : ['--plans', this.plans];
    const { code, out } = await this.run(subject, [verb, ...stacks, '--json', ...plans]);
    return { code, document: JSON.parse(out) as Delivery['document'] };
  }

  /** `plinth deliver …` as it is written. */
  async run(subject: string, args: readonly string[]): Promise<Ended> {
    const token = join(this.account.folder, 'token');
    writeFileSync(token, tokenOf(subject));
    const { PATH, HOME } = process.env;
    const nobody = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'nobody' };
    const env = {
      PATH,
      HOME,
      ...this.account.emulator.clientEnvironment(nobody),
      TF_CLI_CONFIG_FILE: this.account.cliConfiguration,
      AWS_WEB_IDENTITY_TOKEN_FILE: token,
    };
    let [out, err, code] = ['', '', undefined as number | undefined];
    const terminal = {
      out: (words: string) => (out += words),
      err: (words: string) => (err += words),
      exit: (status: number) => (code = status),
    };
    const command = deliverCommand({ env, terminal, signals: new EventEmitter(), pollSeconds: 0.2 });
    await command.parseAsync([...args, '--out', this.out], { from: 'user' });
    return { code, out, err };
  }

  close(): Promise<void> {
    return this.account.close();
  }
}
