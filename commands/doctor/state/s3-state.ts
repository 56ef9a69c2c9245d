import {
  GetBucketEncryptionCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

import { clientConfiguration } from '../../aws/client-configuration';
import type { CallOptions, Keys } from '../account/aws';
import { type Attempt, attempt } from '../attempt';

/** What the checks of a state bucket ask S3; each call ends within its limit. */
export interface StateCalls {
  /** @returns the bucket's region */
  readonly region: () => Promise<Attempt<string>>;
  /** @returns Enabled, Suspended, or nothing */
  readonly versioning: () => Promise<Attempt<string | undefined>>;
  /** @returns what objects are encrypted with by default */
  readonly encryption: () => Promise<Attempt<string>>;
  /** Whether an object is there and may be read. */
  readonly head: (key: string) => Promise<Attempt<void>>;
  /** @returns the text of a lock object */
  readonly lock: (key: string) => Promise<Attempt<string>>;
}

/** A lock is a few hundred bytes; whatever is longer is none. */
const LONGEST_LOCK = 'bytes=0-4095';

/** The region that S3 names in its answer, also where the bucket lies in another one. */
function regionOf(error: unknown): string | undefined {
  const { $response } = error as { readonly $response?: { readonly headers?: Readonly<Record<string, string>> } };
  return $response?.headers?.['x-amz-bucket-region'];
}

/** How S3 is asked. */
export type StateCallOptions = Pick<CallOptions, 'region' | 'env' | 'timeLimitSeconds'>;

/**
 * The calls, by the SDK.
 * @param credentials those of the role that Terraform takes for the states, if it takes one
 * @throws InputError LZ-AWS-1 the certificates, LZ-AWS-2 the proxy
 */
export function stateCalls(bucket: string, { region, env, timeLimitSeconds }: StateCallOptions, credentials?: Keys): StateCalls {
  const configuration = clientConfiguration({ region, env, timeLimitSeconds });
  const client = new S3Client({ ...configuration, ...(credentials === undefined ? {} : { credentials }) });
  const within = <T>(call: (abortSignal: AbortSignal) => Promise<T>): Promise<Attempt<T>> => attempt(timeLimitSeconds, call);
  const Bucket = bucket;
  return {
    region: () =>
      within(async (abortSignal) => {
        try {
          return (await client.send(new HeadBucketCommand({ Bucket }), { abortSignal })).BucketRegion ?? region;
        } catch (error) {
          const elsewhere = regionOf(error);
          if (elsewhere === undefined || elsewhere === region) throw error;
          return elsewhere;
        }
      }),
    versioning: () =>
      within(async (abortSignal) => (await client.send(new GetBucketVersioningCommand({ Bucket }), { abortSignal })).Status),
    encryption: () =>
      within(async (abortSignal) => {
        const answer = await client.send(new GetBucketEncryptionCommand({ Bucket }), { abortSignal });
        const rule = answer.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault;
        return [rule?.SSEAlgorithm, rule?.KMSMasterKeyID].filter((part) => part !== undefined).join(' ');
      }),
    head: (Key) =>
      within(async (abortSignal) => {
        await client.send(new HeadObjectCommand({ Bucket, Key }), { abortSignal });
      }),
    lock: (Key) =>
      within(async (abortSignal) => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, Range: LONGEST_LOCK }), { abortSignal });
        return (await Body?.transformToString()) ?? '';
      }),
  };
}
