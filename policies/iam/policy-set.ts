import type { BucketGates } from '../model/identity/bucket-gates';
import type { Policy, PolicyText } from '../model/policy/policy';
import type { Unknown } from '../model/term';

/** A policy, and where it stands: what a decision names. */
export interface PlacedPolicy {
  /** What people know it by: `acme-admin`, `AdministratorAccess`, `aws_s3_bucket_policy.archive`. */
  readonly name: string;
  /** `<stack>:<address>` of the resource that holds its text. @default - one of AWS's own */
  readonly key?: string;
  /** The policy; unknown where only apply, or only AWS, tells it. */
  readonly policy: Policy | Unknown;
}

/** Whose policies must allow, level by level: the organisation's root first, the account last. */
export type GuardLevels = readonly (readonly PlacedPolicy[])[];

/** Every policy that has a say in a request. */
export interface PolicySet {
  readonly identity: readonly PlacedPolicy[];
  /** @default - none, which limits nothing */
  readonly boundary?: PlacedPolicy;
  /** What the session was made with: one of them must allow. @default - none, which limits nothing */
  readonly session?: readonly [PlacedPolicy, ...PlacedPolicy[]];
  readonly resource: readonly PlacedPolicy[];
  /** Whether the resource's own policy is required: of keys (kms) and roles (trust) it is. */
  readonly resourceKind: 'kms' | 'trust' | 'other';
  /** Service control policies. @default - none are in the documents, and the organisation isn't described */
  readonly scp?: GuardLevels;
  /** Resource control policies. @default - as scp */
  readonly rcp?: GuardLevels;
  /** Of the VPC endpoint that the request comes by. @default - it comes by none that has a policy */
  readonly endpoint?: PlacedPolicy;
  /** Of a bucket, and what lies in it: what S3 says beside policies. @default - it is about no bucket that is told of */
  readonly bucket?: BucketSide;
  /** KMS grants on the key: they allow, whatever else is silent. */
  readonly grants: readonly KeyGrant[];
  /** What may add to any of these and isn't in the documents: an attachment to a policy or a principal that isn't known. */
  readonly doubts: readonly Unknown[];
}

/** A bucket's ACL and what blocks public access to it, with the name that the ACL goes by. */
export interface BucketSide extends BucketGates {
  /** `the ACL of aws_s3_bucket.logs`. */
  readonly name: string;
  /** `<stack>:<address>` of the bucket. @default - it isn't in the documents */
  readonly key?: string;
}

/** A KMS grant. */
export interface KeyGrant {
  readonly key: string;
  readonly granteeArn: PolicyText;
  /** `kms:Decrypt`. */
  readonly actions: readonly string[];
  /** Whether it holds only for certain encryption contexts: then it allows no more than maybe. */
  readonly constrained: boolean;
}
