import { GetUserCommand, type IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';

import type { Emulator } from '../../../commands/sandbox/emulator';
import { HOME } from '../../iam';
import { iamOf, type Keys } from '../aws-clients';
import { EmulatedAccount } from '../emulated-account';
import { objectIn, s3Of } from './calls';

/** An account in which policies are enforced, and an administrator who changes them meanwhile. */
export class EnforcedAccount {
  private constructor(
    private readonly account: EmulatedAccount,
    readonly admin: IAMClient,
  ) {}

  /** With these objects in their buckets. */
  static async open(objects: readonly string[]): Promise<EnforcedAccount> {
    const account = await EmulatedAccount.open(HOME);
    const admin = iamOf(account.emulator, account.credentials);
    const { User: self } = await admin.send(new GetUserCommand({}));
    const all = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
    await admin.send(
      new PutUserPolicyCommand({ UserName: self?.UserName, PolicyName: 'all', PolicyDocument: JSON.stringify(all) }),
    );
    const s3 = s3Of(account.emulator, account.credentials);
    for (const Bucket of new Set(objects.map((arn) => objectIn(arn).Bucket))) await s3.send(new CreateBucketCommand({ Bucket }));
    for (const arn of objects) await s3.send(new PutObjectCommand({ ...objectIn(arn), Body: 'x' }));
    await account.emulator.enforceIam(true);
    return new EnforcedAccount(account, admin);
  }

  get emulator(): Emulator {
    return this.account.emulator;
  }

  get adminKeys(): Keys {
    return this.account.credentials;
  }

  close(): Promise<void> {
    return this.account.close();
  }
}
