import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { GetBucketPolicyCommand, ListBucketsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';

import type { Terraform } from '../../commands/sandbox/terraform';
import { clientOf } from './aws-clients';
import { EmulatedAccount } from './emulated-account';
import { ARCHIVE, ARCHIVE_STACK, SOURCE, SOURCE_STACK, writeArchive } from './logging-archive';

const MANAGEMENT = '111111111111';

/** The two stacks of the archive in an emulator of their own, from their birth on. */
export class LoggingLife {
  private constructor(
    private readonly account: EmulatedAccount,
    readonly archive: Terraform,
    readonly source: Terraform,
    /** S3 as a user of the archive's account. */
    readonly archiveS3: S3Client,
    /** S3 as a user of the other account. */
    readonly sourceS3: S3Client,
  ) {}

  /** Applies the archive and, after it, the account that copies into it. */
  static async start(): Promise<LoggingLife> {
    const account = await EmulatedAccount.open(MANAGEMENT);
    writeArchive(join(account.folder, 'cdktf.out'), false);
    const stack = async (name: string): Promise<Terraform> => {
      const terraform = account.terraformIn(join(account.folder, 'cdktf.out', 'stacks', name));
      await terraform.init();
      await terraform.apply();
      return terraform;
    };
    const s3 = async (owner: string): Promise<S3Client> =>
      new S3Client(clientOf(account.emulator, await account.emulator.homeCredentials(owner)));
    const archive = await stack(ARCHIVE_STACK);
    return new LoggingLife(account, archive, await stack(SOURCE_STACK), await s3(ARCHIVE), await s3(SOURCE));
  }

  /** Ends the emulator, and every file with it. */
  async end(): Promise<void> {
    this.archiveS3.destroy();
    this.sourceS3.destroy();
    await this.account.close();
  }

  /** The archive's state, byte for byte. */
  get archiveState(): string {
    return readFileSync(join(this.account.folder, 'terraform.state', 'acme', `${ARCHIVE_STACK}.tfstate`), 'utf8');
  }

  /** Readies both stacks for their end. */
  async close(): Promise<void> {
    writeArchive(join(this.account.folder, 'cdktf.out'), true);
    await Promise.all([this.archive.apply(), this.source.apply()]);
  }
}

/** The names of an account's buckets. */
export async function bucketsOf(s3: S3Client): Promise<string[]> {
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  return Buckets.map(({ Name = '' }) => Name);
}

/** The keys below a prefix. */
export async function keysOf(s3: S3Client, bucket: string, prefix: string): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.map(({ Key = '' }) => Key);
}

/** A bucket's policy as S3 has it. */
export async function policyIn(s3: S3Client, bucket: string): Promise<string> {
  const { Policy = '' } = await s3.send(new GetBucketPolicyCommand({ Bucket: bucket }));
  return Policy;
}
