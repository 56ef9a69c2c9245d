import type { Unknown } from '../term';

/** The switches of S3 Block Public Access. */
export const BLOCK_SWITCHES = ['blockPublicAcls', 'ignorePublicAcls', 'blockPublicPolicy', 'restrictPublicBuckets'] as const;

/** One of them. */
export type BlockSwitch = (typeof BLOCK_SWITCHES)[number];

/** What an ACL may give. */
export type AclPermission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';

/** What an ACL gives to somebody beside the owner. */
export interface AclGrant {
  /** everybody, everybody with an account of AWS, or an account or a service of AWS's of which no document tells which it is. */
  readonly grantee: 'everybody' | 'authenticated' | 'other';
  readonly permission: AclPermission;
}

/** What S3 itself says of a bucket, beside its policy. */
export interface BucketGates {
  /** Whether each switch is on, of the bucket or of its account. */
  readonly block: Readonly<Record<BlockSwitch, boolean | Unknown>>;
  /** Whether ACLs count: they don't where the owner of the bucket owns all that is in it. */
  readonly acls: boolean | Unknown;
  /** The bucket's own ACL, without what the owner has. */
  readonly grants: readonly AclGrant[] | Unknown;
  /** Whether policy and ACL are there already: a switch that keeps new ones out doesn't touch them. */
  readonly isStored: boolean;
}
