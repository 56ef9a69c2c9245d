import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';

import { bucketArn, iamArn, isAccountId, type Place } from '../core/aws/arn';
import { PARTITION } from '../core/aws/partition';
import { asWritten, ProblemList } from '../core/input-error';
import { renderPolicy } from '../core/policy/render-policy';
import type { Statement } from '../core/policy/statement';
import type { ResourceName } from '../core/resource-name';
import { define } from '../terraform';

/** Where S3 copies every object to. The destination needs versioning, and lets the role in: `ReplicaLogBucket`. */
export interface Replication {
  /** The destination. */
  readonly bucketArn: string;
  /** The destination's owner, who owns the copies too. */
  readonly accountId: string;
  /** The destination's key. @default - S3's own keys */
  readonly keyArn?: string;
  /** The destination's versioning, where one stack makes both. Left out: it stands already. */
  readonly after?: ITerraformDependable;
}

/** The bucket that is copied. */
export interface ReplicationSource {
  readonly place: Place;
  readonly bucketName: string;
  /** Its key. Left out: S3's own keys. */
  readonly keyArn?: string | undefined;
}

const ROLE_PATH = 's3-replication';
const BUCKET = new RegExp(`^arn:${PARTITION}:s3:::[a-z0-9.-]{3,63}$`);

/** The role that copies a bucket: named after it, so that the destination can name it before it is there. */
export function replicationRoleArn(owner: Place, bucketName: string): string {
  return iamArn(owner, `role/${ROLE_PATH}/${bucketName}`);
}

/** @throws InputError LZ-BUCKET-11 no bucket's ARN or account, LZ-BUCKET-12 itself, LZ-BUCKET-13 no key for what is encrypted */
export function checkReplication({ place, bucketName, keyArn }: ReplicationSource, replication: Replication): void {
  const problems = new ProblemList();
  const example = bucketArn(place.region, 'acme-logs');
  if (!BUCKET.test(replication.bucketArn)) {
    const remedy = `write it like "${example}"`;
    const got = asWritten(replication.bucketArn);
    problems.add({ subject: '', problem: "the destination is not a bucket's ARN", got, remedy, code: 'LZ-BUCKET-11' });
  }
  if (!isAccountId(replication.accountId)) {
    const remedy = "give the twelve digits of the destination's owner";
    const got = asWritten(replication.accountId);
    problems.add({ subject: '', problem: 'the destination has no account id', got, remedy, code: 'LZ-BUCKET-11' });
  }
  if (replication.bucketArn === bucketArn(place.region, bucketName)) {
    const [got, remedy] = [asWritten(replication.bucketArn), 'name another one: a copy beside the original protects nothing'];
    problems.add({ subject: '', problem: 'a bucket is not copied into itself', got, remedy, code: 'LZ-BUCKET-12' });
  }
  if (keyArn !== undefined && replication.keyArn === undefined) {
    const remedy = "give replication.keyArn, the destination's key: S3 leaves objects under KMS keys out otherwise";
    const problem = 'the bucket is encrypted by a KMS key and its copies would not be';
    problems.add({ subject: '', problem, remedy, code: 'LZ-BUCKET-13' });
  }
  problems.throwIfAny();
}

/** No condition: only this account's administrators can hand the role to S3, and AWS documents no key that S3 would send. */
function trustPolicy(): string {
  const Principal = { Service: 's3.amazonaws.com' };
  return renderPolicy('trust', [{ Sid: 'S3Replication', Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }]);
}

function keyUse(sid: string, action: readonly string[], key: string, service: string, bucket: string): Statement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: action,
    Resource: key,
    Condition: {
      StringLike: { 'kms:ViaService': service, 'kms:EncryptionContext:aws:s3:arn': [bucket, `${bucket}/*`] },
    },
  };
}

function statements({ place, bucketName, keyArn }: ReplicationSource, to: Replication): Statement[] {
  const from = bucketArn(place.region, bucketName);
  const read = ['Acl', 'ForReplication', 'Tagging'].map((what) => `s3:GetObjectVersion${what}`);
  const write = ['s3:ReplicateObject', 's3:ReplicateTags'];
  const owner = to.accountId === place.accountId ? [] : ['s3:ObjectOwnerOverrideToBucketOwner'];
  return [
    { Sid: 'FindWhatIsNew', Effect: 'Allow', Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'], Resource: from },
    { Sid: 'Read', Effect: 'Allow', Action: [...read, 's3:GetObjectLegalHold', 's3:GetObjectRetention'], Resource: `${from}/*` },
    // Never s3:ReplicateDelete: what is deleted here stays there.
    { Sid: 'Write', Effect: 'Allow', Action: [...write, ...owner], Resource: `${to.bucketArn}/*` },
    ...(keyArn === undefined ? [] : [keyUse('Decrypt', ['kms:Decrypt'], keyArn, `s3.${place.region}.amazonaws.com`, from)]),
    ...(to.keyArn === undefined
      ? []
      : [keyUse('Encrypt', ['kms:Encrypt', 'kms:GenerateDataKey'], to.keyArn, 's3.*.amazonaws.com', to.bucketArn)]),
  ];
}

/** Makes the role and starts copying. */
export function defineReplication(
  scope: Construct,
  name: ResourceName,
  source: ReplicationSource,
  to: Replication,
  versioning: ITerraformDependable,
): void {
  const foreign = to.accountId !== source.place.accountId;
  const assumeRolePolicy = trustPolicy();
  const role = define(scope, IamRole, name, { name: source.bucketName, path: `/${ROLE_PATH}/`, assumeRolePolicy });
  const policy = renderPolicy('role', statements(source, to));
  const rights = define(scope, IamRolePolicy, name, { role: role.name, name: 'replicate', policy });
  define(scope, S3BucketReplicationConfigurationA, name, {
    bucket: source.bucketName,
    role: role.arn,
    rule: [
      {
        id: 'everything',
        priority: 1,
        status: 'Enabled',
        filter: {},
        deleteMarkerReplication: { status: 'Disabled' },
        ...(to.keyArn === undefined ? {} : { sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } } }),
        destination: {
          bucket: to.bucketArn,
          // S3 takes an owner only across accounts.
          ...(foreign ? { account: to.accountId, accessControlTranslation: { owner: 'Destination' } } : {}),
          ...(to.keyArn === undefined ? {} : { encryptionConfiguration: { replicaKmsKeyId: to.keyArn } }),
        },
      },
    ],
    dependsOn: [versioning, rights, ...(to.after === undefined ? [] : [to.after])],
  });
}
