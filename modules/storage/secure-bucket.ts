import { DataAwsCanonicalUserId } from '@cdktf/provider-aws/lib/data-aws-canonical-user-id';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketAcl } from '@cdktf/provider-aws/lib/s3-bucket-acl';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { Construct } from 'constructs';

import { bucketArn, type Place } from '../core/aws/arn';
import { ProblemList } from '../core/input-error';
import { resourceName, type ResourceName } from '../core/resource-name';
import { define, placeOf, subjectOf } from '../terraform';
import type { AccessLogs, AclGrant, SecureBucketProps } from './bucket-options';
import { bucketPolicy, checkBucket } from './check-bucket';
import { lifecycleRule, SMALLEST_MOVED } from './lifecycle';
import type { ObjectLock } from './object-lock';
import { defineReplication } from './replication';

/**
 * A bucket for whatever is kept: private, encrypted, versioned, owned by its account alone, closed to all that comes
 * without TLS, and safe from being destroyed until it is closing.
 */
export class SecureBucket extends Construct {
  readonly bucketName: string;
  /** A literal, so that policies which name it stay literal. */
  readonly arn: string;
  readonly place: Place;
  readonly resource: S3Bucket;
  /** Whatever needs the bucket's rights waits for it. */
  readonly policy: S3BucketPolicy;
  /** Whatever needs kept versions waits for it: a copy into this bucket, for one. */
  readonly versioning: S3BucketVersioningA;
  readonly #name: ResourceName;

  /**
   * @param noun how errors call it
   * @throws InputError LZ-BUCKET-1 to LZ-BUCKET-16, LZ-POLICY-n, LZ-STACK-6: all of them at once
   */
  constructor(scope: Construct, id: string, props: SecureBucketProps, noun = 'SecureBucket') {
    super(scope, id);
    const subject = subjectOf(scope, id, noun);
    this.place = placeOf(scope, subject, props);
    const problems = new ProblemList();
    checkBucket(problems, subject, this.place, props);
    problems.throwIfAny();
    this.bucketName = props.bucketName;
    this.arn = bucketArn(this.place.region, props.bucketName);
    this.#name = resourceName(id);
    const { tags = {}, closing = false } = props;
    this.resource = define(this, S3Bucket, this.#name, {
      bucket: props.bucketName,
      ...(Object.keys(tags).length === 0 ? {} : { tags: { ...tags } }),
      ...(closing ? { forceDestroy: true } : { lifecycle: { preventDestroy: true } }),
    });
    this.versioning = define(this, S3BucketVersioningA, this.#name, {
      bucket: this.resource.id,
      versioningConfiguration: { status: 'Enabled' },
    });
    this.#encrypt(props.keyArn);
    this.policy = this.#close(bucketPolicy(this.place, props), props.aclGrants ?? []);
    this.#keep(props);
  }

  #encrypt(keyArn: string | undefined): void {
    define(this, S3BucketServerSideEncryptionConfigurationA, this.#name, {
      bucket: this.resource.id,
      rule: [
        keyArn === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }
          : { applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn }, bucketKeyEnabled: true },
      ],
    });
  }

  /** Who gets in. */
  #close(policy: string, grants: readonly AclGrant[]): S3BucketPolicy {
    const block = define(this, S3BucketPublicAccessBlock, this.#name, {
      bucket: this.resource.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const ownership = define(this, S3BucketOwnershipControls, this.#name, {
      bucket: this.resource.id,
      rule: { objectOwnership: grants.length === 0 ? 'BucketOwnerEnforced' : 'BucketOwnerPreferred' },
    });
    if (grants.length > 0) this.#grant(grants, ownership);
    // AWS refuses changes of these that meet at one time.
    return define(this, S3BucketPolicy, this.#name, { bucket: this.resource.id, policy, dependsOn: [block, ownership] });
  }

  #grant(grants: readonly AclGrant[], ownership: S3BucketOwnershipControls): void {
    const owner = define(this, DataAwsCanonicalUserId, this.#name, {}).id;
    const all = [{ canonicalUserId: owner, permission: 'FULL_CONTROL' }, ...grants];
    define(this, S3BucketAcl, this.#name, {
      bucket: this.resource.id,
      accessControlPolicy: {
        owner: { id: owner },
        grant: all.map(({ canonicalUserId, permission }) => ({
          grantee: { type: 'CanonicalUser', id: canonicalUserId },
          permission,
        })),
      },
      dependsOn: [ownership],
    });
  }

  /** What becomes of what is in it. */
  #keep({ lifecycle, objectLock, accessLogs, replication, keyArn }: SecureBucketProps): void {
    if (objectLock !== undefined) this.#lock(objectLock);
    if (lifecycle !== undefined) {
      define(this, S3BucketLifecycleConfiguration, this.#name, {
        bucket: this.resource.id,
        transitionDefaultMinimumObjectSize: SMALLEST_MOVED,
        rule: [lifecycleRule(lifecycle)],
        dependsOn: [this.versioning],
      });
    }
    if (accessLogs !== undefined) this.#log(accessLogs);
    if (replication === undefined) return;
    const source = { place: this.place, bucketName: this.bucketName, keyArn };
    defineReplication(this, this.#name, source, replication, this.versioning);
  }

  /**
   * Not `object_lock_enabled` of the bucket: that would replace it when a lock is added later, and S3 takes one for a
   * bucket that is there, once it keeps versions.
   */
  #lock({ mode, days }: ObjectLock): void {
    define(this, S3BucketObjectLockConfigurationA, this.#name, {
      bucket: this.resource.id,
      rule: { defaultRetention: { mode: mode.toUpperCase(), days } },
      dependsOn: [this.versioning],
    });
  }

  #log({ bucketName, prefix, after }: AccessLogs): void {
    define(this, S3BucketLoggingA, this.#name, {
      bucket: this.resource.id,
      targetBucket: bucketName,
      targetPrefix: prefix,
      // By account, Region, bucket and day of the request, so that a query reads the days that it is about.
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: 'EventTime' } },
      ...(after === undefined ? {} : { dependsOn: [after] }),
    });
  }
}
