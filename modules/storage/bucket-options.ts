import type { ITerraformDependable } from 'cdktf';

import type { Statement } from '../core/policy/statement';
import type { PlaceProps } from '../terraform';
import type { LifecycleOptions } from './lifecycle';
import type { ObjectLock } from './object-lock';
import type { Replication } from './replication';

/** Where S3 writes down every request to a bucket: another one of the same account and Region. */
export interface AccessLogs {
  readonly bucketName: string;
  /** In front of every key, ending with `/`. */
  readonly prefix: string;
  /** The target's policy, which S3 asks for first. Left out: it stands already. */
  readonly after?: ITerraformDependable;
}

/** A right by ACL, which only one service still needs: CloudFront's older logs. */
export interface AclGrant {
  /** 64 hexadecimal digits. */
  readonly canonicalUserId: string;
  readonly permission: 'FULL_CONTROL' | 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP';
}

/** A bucket that is safe by default. */
export interface SecureBucketProps extends PlaceProps {
  /** The name, the only one of its kind in the world. Changing it replaces the bucket. */
  readonly bucketName: string;
  /** The KMS key that S3 encrypts with, by a bucket key. @default - S3's own keys */
  readonly keyArn?: string;
  /** Rights beside the refusal of whatever comes without TLS. @default [] */
  readonly statements?: readonly Statement[];
  /** @default - everything is kept for ever */
  readonly lifecycle?: LifecycleOptions;
  /** @default - nothing is locked */
  readonly objectLock?: ObjectLock;
  /** @default - requests aren't written down */
  readonly accessLogs?: AccessLogs;
  /** @default - there is no copy */
  readonly replication?: Replication;
  /** Rights by ACL, which make writers the owners of what they write. @default [] */
  readonly aclGrants?: readonly AclGrant[];
  /** Ready to be destroyed: nothing is protected any more, and objects go with the bucket. @default false */
  readonly closing?: boolean;
  /** @default {} */
  readonly tags?: Readonly<Record<string, string>>;
}
