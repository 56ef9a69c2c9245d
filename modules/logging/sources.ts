import { bucketArn, type Place } from '../core/aws/arn';
import { InputError, ProblemList } from '../core/input-error';
import { checkAccountId, checkOrganizationId } from '../core/aws/source-ids';
import { partitionOf } from '../core/aws/partition';
import type { Statement } from '../core/policy/statement';

/** Whose services deliver: some accounts, or every account of an organisation. */
export interface SourceProps {
  /** Twelve digits each; some dozen fill a bucket policy. @default [] */
  readonly sourceAccountIds?: readonly string[];
  /** `o-…`: every account of it, those to come too. @default - only sourceAccountIds */
  readonly sourceOrganizationId?: string;
}

/**
 * Exactly one way of saying who writes.
 * @throws InputError LZ-LOG-1
 */
export function checkOneOf(names: readonly [some: string, all: string], some: readonly unknown[], all: unknown): void {
  const given = [some.length > 0, all !== undefined].filter(Boolean).length;
  if (given === 1) return;
  throw InputError.of({
    problem: given === 0 ? 'nobody delivers logs here' : `${names[0]} and ${names[1]} say two things`,
    remedy: `give ${names[0]}, or ${names[1]} for all of an organisation`,
    code: 'LZ-LOG-1',
  });
}

/** @throws InputError LZ-LOG-1, LZ-ARN-5, LZ-ARN-6 */
export function checkSources({ sourceAccountIds = [], sourceOrganizationId }: SourceProps): void {
  const problems = new ProblemList();
  problems.attempt('', () => {
    checkOneOf(['sourceAccountIds', 'sourceOrganizationId'], sourceAccountIds, sourceOrganizationId);
  });
  for (const id of sourceAccountIds) {
    problems.attempt('', () => {
      checkAccountId(id);
    });
  }
  if (sourceOrganizationId !== undefined) {
    problems.attempt('', () => {
      checkOrganizationId(sourceOrganizationId);
    });
  }
  problems.throwIfAny();
}

/** How one service delivers the logs of an account. */
export interface Delivery {
  /** The service principal. */
  readonly service: string;
  /** What the statement is called, in front of the account. */
  readonly sid: string;
  /** The keys that an account's logs have; of every account with `*`. */
  readonly paths: (account: string) => readonly string[];
  /** The source that the service names, behind `arn:<partition>:`. */
  readonly sourceArn: (account: string) => string;
  /** The service asks for these about the bucket before it writes. Left out: it asks nothing. */
  readonly looks?: readonly string[];
  /** The service sends this header, and S3 must ask for it. Left out: it doesn't. */
  readonly sendsAcl?: true;
}

/** What CloudTrail and Config have sent since buckets had ACLs. */
export const OWNER_ACL = { 's3:x-amz-acl': 'bucket-owner-full-control' } as const;

/**
 * The rights of a service: for each account one statement, so that nobody's logs arrive under another account's keys. Of
 * an organisation the service is trusted with that, since its accounts can't be told apart in one statement.
 */
export function deliver(place: Place, bucketName: string, sources: SourceProps, delivery: Delivery): Statement[] {
  const { sourceAccountIds = [], sourceOrganizationId } = sources;
  const { service, sid, paths, sourceArn, looks = [], sendsAcl } = delivery;
  const who =
    sourceOrganizationId === undefined
      ? { 'aws:SourceAccount': [...new Set(sourceAccountIds)] }
      : { 'aws:SourceOrgID': sourceOrganizationId };
  const Principal = { Service: service };
  const look: Statement[] =
    looks.length === 0
      ? []
      : [
          {
            Sid: `${sid}Looks`,
            Effect: 'Allow',
            Principal,
            Action: looks,
            Resource: bucketArn(place.region, bucketName),
            Condition: { StringEquals: who },
          },
        ];
  const writeOf = (account: string, condition: Readonly<Record<string, string>>): Statement => ({
    Sid: `${sid}Writes${account === '*' ? '' : account}`,
    Effect: 'Allow',
    Principal,
    Action: 's3:PutObject',
    Resource: paths(account).map((path) => bucketArn(place.region, bucketName, path)),
    Condition: {
      StringEquals: { ...condition, ...(sendsAcl === true ? OWNER_ACL : {}) },
      ArnLike: { 'aws:SourceArn': `arn:${partitionOf(place.region)}:${sourceArn(account)}` },
    },
  });
  const writes =
    sourceOrganizationId === undefined
      ? [...new Set(sourceAccountIds)].map((account) => writeOf(account, { 'aws:SourceAccount': account }))
      : [writeOf('*', { 'aws:SourceOrgID': sourceOrganizationId })];
  return [...look, ...writes];
}
