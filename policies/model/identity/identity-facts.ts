import type { Policy, PolicyText } from '../policy/policy';
import type { Unknown } from '../term';
import type { ResourceFact } from '../universe';
import type { BucketGates } from './bucket-gates';
import type { PermissionSetFact } from './permission-set';

/** A policy as it is attached to something. */
export interface AttachedPolicy {
  /** `acme-admin`, `AdministratorAccess`; inline policies by their own name. */
  readonly name: string;
  /** inline policies count against the size of the entity, each managed one for itself. */
  readonly form: 'inline' | 'managed' | 'aws-managed';
  /** `<stack>:<address>` of the resource that holds its text. @default - AWS's own, or not in the documents */
  readonly key?: string;
  readonly policy: Policy | Unknown;
}

/** A password or an access key. */
export interface CredentialFact {
  /** `<stack>:<address>` */
  readonly key: string;
  /** Whether it is there, and of this user, for sure. */
  readonly certain: boolean;
}

/** A user, role or group that the documents make. */
export interface PrincipalFact {
  readonly kind: 'user' | 'role' | 'group';
  /** What makes it; of a role of a permission set the first of its assignments, which lies in another account. */
  readonly fact: ResourceFact;
  /** @default - known only after apply */
  readonly name?: string;
  /** `/`, `/ops/`. */
  readonly path: PolicyText;
  readonly arn: PolicyText;
  /** @default - not told */
  readonly accountId?: string;
  /** Its own and those of its groups. */
  readonly policies: readonly AttachedPolicy[];
  /** Keys of the groups that a user is in; empty for others. */
  readonly groups: readonly string[];
  /** @default - none */
  readonly boundary?: AttachedPolicy;
  /** Roles: who may assume it. @default - a user or group */
  readonly trust?: AttachedPolicy;
  /** Roles: the permission set that IAM Identity Center made it of, which nobody else can change. @default - none */
  readonly permissionSet?: PermissionSetFact;
  /** By name, in the case they are written in. */
  readonly tags: Readonly<Record<string, PolicyText>> | Unknown;
  /** Users: passwords and access keys in the documents that are, or may be, its own. */
  readonly credentials: { readonly passwords: readonly CredentialFact[]; readonly accessKeys: readonly CredentialFact[] };
  /** What may be attached or joined besides, and isn't told. */
  readonly doubts: readonly Unknown[];
}

/** A resource with a policy of its own: bucket, key, topic, queue, secret, repository, function, and others by their type. */
export interface GuardedResource {
  readonly fact: ResourceFact;
  /** `s3`, `kms`, `sns`, … as ARNs have it. */
  readonly service: string;
  readonly arn: PolicyText;
  /** @default - not told */
  readonly accountId?: string;
  /** Several: a Lambda function's permissions are a policy each. Empty: the resource has none. */
  readonly policies: readonly AttachedPolicy[];
  /** What S3 says of it beside its policy. @default - it is no bucket */
  readonly bucket?: BucketGates;
  readonly doubts: readonly Unknown[];
}

/** A VPC endpoint, with the policy that limits what goes through it. */
export interface EndpointFact {
  readonly fact: ResourceFact;
  /** `vpce-…`, as requests tell it by aws:SourceVpce. */
  readonly id: PolicyText;
  /** @default - AWS's own, which limits nothing */
  readonly policy?: AttachedPolicy;
  readonly doubts: readonly Unknown[];
}

/** A KMS grant. */
export interface GrantFact {
  readonly fact: ResourceFact;
  /** Keys of the resources that it is on, or may be on; empty for a key outside of the documents. */
  readonly keys: readonly string[];
  /** Whether it is surely there, and on the one key that is named. */
  readonly certain: boolean;
  /** @default - not told */
  readonly grantee?: PolicyText;
  /** `kms:Decrypt`. */
  readonly actions: readonly string[] | Unknown;
  /** Whether it holds only for certain encryption contexts. */
  readonly constrained: boolean;
}

/** A node of the organisation with the guardrails that are attached to it. */
export interface OrganizationNode {
  readonly kind: 'root' | 'unit' | 'account';
  /** Key of its resource, or the id as written (`r-abcd`, `111111111111`). */
  readonly id: string;
  /** @default - not an account, or not told */
  readonly accountId?: string;
  /** @default - the root, or not told */
  readonly parent?: string;
  readonly scps: readonly AttachedPolicy[];
  readonly rcps: readonly AttachedPolicy[];
  readonly doubts: readonly Unknown[];
}

/** All that decides who may do what, as the documents tell it. */
export interface IdentityFacts {
  readonly principals: readonly PrincipalFact[];
  readonly resources: readonly GuardedResource[];
  readonly endpoints: readonly EndpointFact[];
  readonly grants: readonly GrantFact[];
  /** By id. Empty where the documents describe no organisation: then guardrails aren't known. */
  readonly organization: ReadonlyMap<string, OrganizationNode>;
  /** The management account, which no guardrail limits. @default - not told */
  readonly managementAccount?: string;
  /** Every policy of the documents by where it stands, the unattached ones too: what static checks judge. */
  readonly policies: readonly StatedPolicy[];
}

/** What a policy is for: it decides its size and what its statements may hold. */
export type PolicyKind =
  | 'managed'
  | 'inline-user'
  | 'inline-group'
  | 'inline-role'
  | 'trust'
  | 'permission-set'
  | 'session'
  | 'scp'
  | 'rcp'
  | 'bucket'
  | 'key'
  | 'endpoint'
  | 'resource';

/** A policy where it stands. */
export interface StatedPolicy {
  readonly kind: PolicyKind;
  readonly fact: ResourceFact;
  /** The argument that holds it: `policy`, `assume_role_policy`. */
  readonly argument: string;
  readonly policy: Policy | Unknown;
}
