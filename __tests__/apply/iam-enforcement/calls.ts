import {
  CreatePolicyCommand,
  CreateUserCommand,
  GetOrganizationsAccessReportCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  ListUsersCommand,
  TagUserCommand,
} from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, ListBucketsCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';

import type { Emulator } from '../../../commands/sandbox/emulator';
import { clientOf, iamOf, type Keys, stsOf } from '../aws-clients';

/** A call, as a policy sees it. */
export interface Call {
  readonly action: string;
  readonly resource: string;
  /** What it says besides. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Bucket and key of an object's ARN. */
export function objectIn(arn: string): { readonly Bucket: string; readonly Key: string } {
  const [, Bucket = '', Key = ''] = /^arn:aws:s3:::([^/]+)\/?(.*)$/s.exec(arn) ?? [];
  return { Bucket, Key };
}

const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** S3 as somebody; by path, since the emulator takes the host of a bucket called logs for that of CloudWatch Logs. */
export function s3Of(emulator: Emulator, keys: Keys): S3Client {
  return new S3Client({ ...clientOf(emulator, keys), forcePathStyle: true });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== 'absent' ? value : undefined);
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

type Send = (emulator: Emulator, keys: Keys, call: Call) => Promise<unknown>;

/** The calls of AWS that the cases are about. */
const CALLS: Readonly<Record<string, Send>> = {
  's3:GetObject': (emulator, keys, { resource }) => s3Of(emulator, keys).send(new GetObjectCommand(objectIn(resource))),
  's3:PutObject': (emulator, keys, { resource }) =>
    s3Of(emulator, keys).send(new PutObjectCommand({ ...objectIn(resource), Body: 'x' })),
  's3:ListBucket': (emulator, keys, { resource, context }) =>
    s3Of(emulator, keys).send(
      new ListObjectsV2Command({ Bucket: objectIn(resource).Bucket, Prefix: text(context?.['s3:prefix']) }),
    ),
  's3:ListAllMyBuckets': (emulator, keys) => s3Of(emulator, keys).send(new ListBucketsCommand({})),
  'iam:GetUser': (emulator, keys, { resource }) => iamOf(emulator, keys).send(new GetUserCommand({ UserName: nameIn(resource) })),
  'iam:CreateUser': (emulator, keys, { resource }) =>
    iamOf(emulator, keys).send(new CreateUserCommand({ UserName: nameIn(resource) })),
  'iam:CreatePolicy': (emulator, keys, { resource }) =>
    iamOf(emulator, keys).send(new CreatePolicyCommand({ PolicyName: nameIn(resource), PolicyDocument: '{}' })),
  'iam:ListAccessKeys': (emulator, keys, { resource }) =>
    iamOf(emulator, keys).send(new ListAccessKeysCommand({ UserName: nameIn(resource) })),
  'iam:ListUsers': (emulator, keys) => iamOf(emulator, keys).send(new ListUsersCommand({})),
  'iam:GetOrganizationsAccessReport': (emulator, keys) =>
    iamOf(emulator, keys).send(new GetOrganizationsAccessReportCommand({ JobId: '0'.repeat(36) })),
  'iam:TagUser': (emulator, keys, { resource, context }) =>
    iamOf(emulator, keys).send(
      new TagUserCommand({
        UserName: nameIn(resource),
        Tags: texts(context?.['aws:TagKeys']).map((Key) => ({ Key, Value: '' })),
      }),
    ),
  'sts:GetCallerIdentity': (emulator, keys) => stsOf(emulator, keys).send(new GetCallerIdentityCommand({})),
  'kms:ListKeys': (emulator, keys) => new KMSClient(clientOf(emulator, keys)).send(new ListKeysCommand({})),
  'ssm:DescribeParameters': (emulator, keys) => new SSMClient(clientOf(emulator, keys)).send(new DescribeParametersCommand({})),
};

/** Makes a call as somebody: it is answered, or refused. Any other error is one of the test. */
export async function make(emulator: Emulator, keys: Keys, call: Call): Promise<'allowed' | 'denied'> {
  const send = CALLS[call.action];
  if (send === undefined) throw new Error(`no call stands for ${call.action}`);
  try {
    await send(emulator, keys, call);
    return 'allowed';
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('AccessDenied')) return 'denied';
    throw error;
  }
}
