import type { FlowInput } from '../../core/flow';
import type { CloudState, LocalState, S3State } from '../../terraform';
import type { DhcpOptions, EndpointOptions, FlowLogOptions, NatMode, S3FlowLogOptions, TierKind } from '../../network';
import type { DeliveryInput } from './delivery';

/**
 * The configuration as a value: what landing-zone.yaml says (there in snake_case), or what TypeScript builds. Every
 * name (of a network, tier, zone, account, range, group) is part of Terraform addresses: renaming one takes `formerly`.
 */
export interface LandingZoneInput {
  readonly organization: OrganizationInput;
  /** Where addresses come from. @default - a pool of 10.0.0.0/8 */
  readonly addresses?: AddressesInput;
  readonly backend: LocalState | S3StateInput | CloudState;
  /** Who plans and applies the stacks. @default - whoever has credentials for the accounts */
  readonly delivery?: DeliveryInput;
  /** The provider's default tags. @default {} */
  readonly tags?: Readonly<Record<string, string>>;
  /** Addresses that messages go to. @default {} */
  readonly notifications?: NotificationsInput;
  /** What AWS allows these accounts. @default - AWS's own defaults */
  readonly quotas?: QuotasInput;
  /** The logs that the account with `baseline: archive` holds for all others. @default - kept seven years, unlocked */
  readonly logArchive?: LogArchiveInput;
  /** Networks outside AWS that flows name as onprem:<name>. @default {} */
  readonly onPremises?: Readonly<Record<string, OnPremisesInput>>;
  /** What VPCs are made from, by name. @default - none */
  readonly networks?: Readonly<Record<string, NetworkInput>>;
  /** Networks that are connected, in every region that both have. @default [] */
  readonly peerings?: readonly PeeringInput[];
  readonly accounts: Readonly<Record<string, AccountInput>>;
  /** Who must and who must not be able to do what. @default [] */
  readonly claims?: readonly AccessClaimInput[];
  /** Findings that are accepted. @default [] */
  readonly suppressions?: readonly SuppressionInput[];
  /** `closing` readies everything to be destroyed. @default living */
  readonly lifecycle?: Lifecycle;
}

/** Addresses that messages go to. */
export interface NotificationsInput {
  /** Who hears of security matters. @default - nobody */
  readonly security?: string;
}

/** living → closing (nothing is protected any more) → closed (stacks are emptied) → the entry may go. */
export type Lifecycle = 'living' | 'closing' | 'closed';

/** State in a bucket. */
export interface S3StateInput extends Omit<S3State, 'roleArn'> {
  /** The account that holds the bucket and its key, both made by a stack of it. @default - they are made elsewhere */
  readonly account?: string;
}

/** What the log archive does with all its logs. */
export interface LogArchiveInput {
  /** @default 2557 @unit days */
  readonly retentionDays?: number;
  /** When logs go to S3 Glacier Instant Retrieval; 0 for never. @default 90 @unit days */
  readonly archiveAfterDays?: number;
  /** Nobody can delete a log before its time, where AWS allows that for its kind. @default - nothing is locked */
  readonly objectLock?: ObjectLockInput;
  /** Who may read all logs: roles by ARN. @default [] */
  readonly readers?: readonly string[];
  /** What `lifecycle: closed` does with them: keep leaves buckets and key standing, and Terraform forgets them. @default destroy */
  readonly whenClosed?: 'destroy' | 'keep';
  /** The roles of instances whose Session Manager sessions are kept, by ARN. @default - sessions are not kept here */
  readonly sessionWriters?: readonly string[];
}

/** How long logs are locked. */
export interface ObjectLockInput {
  /** governance: whoever has the right to bypass it can. compliance: nobody can, not even by closing the account's stacks. */
  readonly mode: 'governance' | 'compliance';
  readonly days: number;
}

/** The organisation and its Regions. */
export interface OrganizationInput {
  /** The id that AWS gave it, o-…: policies then name it instead of every account. @default - every account is named */
  readonly id?: string;
  /** First part of state keys and parameter names. */
  readonly name: string;
  /** Twelve digits. */
  readonly managementAccount: string;
  readonly homeRegion: string;
  readonly regions: readonly string[];
  /** The role that Terraform assumes in each account. @default OrganizationAccountAccessRole */
  readonly accountAccessRole?: string;
}

/** Where addresses come from. */
export interface AddressesInput {
  /** Where VPC ranges come from. @default 10.0.0.0/8 */
  readonly pool?: string;
  /** Prefix length of a VPC's range. @default 20 @unit bits */
  readonly vpcSize?: number;
  /** Parts of the pool that stay free. @default [] */
  readonly reservedRanges?: readonly string[];
}

/** Limits of the account that AWS raises on request. */
export interface QuotasInput {
  /** Network ACL entries per direction and family, the default deny included. @default 20 @source VPC quotas, at most 40 */
  readonly aclEntries?: number;
  /** Rules per security group, direction and family. @default 60 @source VPC quotas */
  readonly groupRules?: number;
  /** Security groups per network interface. @default 5 @source VPC quotas, at most 16 */
  readonly interfaceGroups?: number;
}

/** A network outside AWS. */
export interface OnPremisesInput {
  readonly cidrs: readonly string[];
  /** The transit or virtual private gateway that leads there: tgw-… or vgw-…. */
  readonly gateway: string;
}

/** A network as accounts have it: each gets a VPC of its own in each of its Regions. */
export interface NetworkInput {
  /** The name it had. @default - none */
  readonly formerly?: string;
  /** Zones by letter (a) or id (euw1-az1). Their order means nothing. */
  readonly zones: readonly string[];
  /** NAT gateways, in small subnets of their own. @default none */
  readonly nat?: NatMode;
  /** The zone of a single NAT gateway. @default - the one it has, at first the alphabetically first */
  readonly natZone?: string;
  /** Dual stack: an IPv6 block from Amazon, a /64 for every subnet. @default false */
  readonly ipv6?: boolean;
  /** Further IPv4 ranges of the VPC, by name. @default {} */
  readonly ranges?: Readonly<Record<string, RangeInput>>;
  readonly tiers: Readonly<Record<string, TierInput>>;
  /** VPC endpoints by service (s3, dynamodb, ssm, ecr.api, …). @default {} */
  readonly endpoints?: Readonly<Record<string, EndpointOptions>>;
  /** @default - CloudWatch Logs, kept 365 days */
  readonly flowLogs?: FlowLogInput;
  /** @default - Amazon's */
  readonly dhcp?: DhcpOptions;
  /** Everything that may pass. @default [] */
  readonly flows?: readonly FlowInput[];
  /** What must hold, proven at every synth. @default [] */
  readonly claims?: readonly ClaimInput[];
  /** @default - the account's */
  readonly lifecycle?: Lifecycle;
}

/** Where the flow logs of a network go. */
export interface FlowLogInput extends Omit<FlowLogOptions, 's3'> {
  /** @default - not to S3 */
  readonly s3?: S3FlowLogInput;
}

/** Flow logs in a bucket. */
export interface S3FlowLogInput extends Omit<S3FlowLogOptions, 'bucketArn'> {
  /** @default - that of the log archive */
  readonly bucketArn?: string;
}

/** A further IPv4 range of a VPC. */
export interface RangeInput {
  /** The name it had. @default - none */
  readonly formerly?: string;
  /** The range itself. @default - one of `size` from the pool */
  readonly cidr?: string;
  /** Prefix length where the pool gives it. @default - vpcSize @unit bits */
  readonly size?: number;
}

/** Subnets of one kind, one in each zone. */
export interface TierInput {
  /** The name it had. @default - none */
  readonly formerly?: string;
  /** public: a route to the internet gateway. private: through NAT where a flow needs it. isolated: neither. */
  readonly kind: TierKind;
  /** Prefix length of its subnets. @default - the range's plus 5, at most 28 @unit bits */
  readonly subnetSize?: number;
  /** The further range it lies in. @default - the VPC's own */
  readonly range?: string;
  /** Named groups that were renamed: new name to `{formerly}`. @default {} */
  readonly groups?: Readonly<Record<string, { readonly formerly: string }>>;
}

/** What must hold between two ends, written as in flows. */
export type ClaimInput = { readonly isolated: IsolatedClaim } | { readonly reaches: ReachesClaim };

/** No packet gets from one end to the other. */
export interface IsolatedClaim {
  readonly from: string;
  readonly to: string;
  /** @default - any */
  readonly port?: string;
}

/** Every packet of the port gets there, and its reply back. */
export interface ReachesClaim {
  readonly from: string;
  readonly to: string;
  readonly port: string;
}

/** Two networks that are connected. */
export interface PeeringInput {
  /** The two networks as account/network. Their order means nothing. */
  readonly between: readonly [string, string];
  readonly why: string;
}

/** An account of the organisation. */
export interface AccountInput {
  /** Twelve digits, quoted in YAML. */
  readonly id: string;
  /** The organisational unit. */
  readonly unit: string;
  /** A set of systems that this account holds for the others. @default - none */
  readonly baseline?: 'archive' | 'audit';
  /** Its only network, by name. @default - none */
  readonly network?: string;
  /** Its networks by name, with what differs there. @default {} */
  readonly networks?: Readonly<Record<string, NetworkOverrides>>;
  /** Its IAM users change their own passwords and keys. @default - it has no IAM users, or they may not */
  readonly selfRotation?: SelfRotationInput;
  /** @default - the organisation's */
  readonly regions?: readonly string[];
  /** @default living */
  readonly lifecycle?: Lifecycle;
}

/** IAM users who change their own passwords and keys, in a group. */
export interface SelfRotationInput {
  /** People, by name, with their path if they have one: /ops/alice. @default [] */
  readonly users?: readonly string[];
  /** Users that no person signs in as: with mfa they are the exception. @default [] */
  readonly machineUsers?: readonly string[];
  /** Whether people need a session with MFA for everything but enrolling a device. @default false */
  readonly mfa?: boolean;
  /** Where people may enrol a device without MFA: with access keys too, or signed in to the console only. @default anywhere */
  readonly enrolment?: 'anywhere' | 'console';
}

/** Deviations of one account from a network; everything else comes from the network itself. */
export interface NetworkOverrides {
  /** The VPC's range instead of one from the pool; by region where there are several. @default - from the pool */
  readonly cidr?: string | Readonly<Record<string, string>>;
  /** @default - the network's */
  readonly zones?: readonly string[];
  /** @default - the network's */
  readonly nat?: NatMode;
  /** @default - the network's */
  readonly natZone?: string;
  /** For all regions or by region. @default - the account's */
  readonly lifecycle?: Lifecycle | Readonly<Record<string, Lifecycle>>;
}

/** A finding that is accepted until a day. */
export interface SuppressionInput {
  readonly rule: string;
  readonly scope: string;
  readonly reason: string;
  /** A date, YYYY-MM-DD. */
  readonly until: string;
}

/** What must hold of who may do what, proven at every synth from the policies that will run. */
export type AccessClaimInput = { readonly allowed: AccessInput } | { readonly denied: AccessInput };

/** Who would do what. */
export interface AccessInput {
  /**
   * An ARN, `<stack>:<address>` of a user, role or group (a user who is only in that group), a service, `anonymous`, or
   * `any`: every user and role that the Terraform makes.
   */
  readonly principal: string;
  /** `s3:DeleteObject`; a pattern stands for each action that it matches. */
  readonly action: string | readonly string[];
  /** An ARN, `<stack>:<address>` of a resource, or `*` where the action knows none. */
  readonly resource: string;
  /** Condition keys of the request; what isn't here isn't known, and must not matter. @default {} */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** Condition keys that the request surely lacks. @default [] */
  readonly withoutContext?: readonly string[];
}
