/** Where something is written in the configuration, counted from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A declared flow, as policies compare it with what would really pass. */
export interface IntentFlow {
  /** `account/region/network` that states it. */
  readonly network: string;
  readonly from: string;
  readonly to: string;
  readonly port: string;
  readonly why: string;
  readonly clientPorts: string;
  /** @default - those of both ends */
  readonly families?: readonly ('v4' | 'v6')[];
  /** @default - the configuration was built in code */
  readonly position?: SourcePosition;
}

/** Something that must hold. */
export interface IntentClaim {
  readonly network: string;
  readonly claim: Readonly<Record<string, unknown>>;
  /** @default - the configuration was built in code */
  readonly position?: SourcePosition;
}

/** Something that must hold of who may do what. */
export interface IntentAccessClaim {
  readonly kind: 'allowed' | 'denied';
  /** As written: an ARN, `<stack>:<address>`, a service, `anonymous` or `any`. */
  readonly principal: string;
  readonly actions: readonly string[];
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly withoutContext: readonly string[];
  /** @default - the configuration was built in code */
  readonly position?: SourcePosition;
}

/** What a network ACL must leave open beyond its flows, since it keeps no state. */
export interface IntentResidue {
  readonly network: string;
  readonly tier: string;
  readonly direction: 'in' | 'out';
  readonly peer: string;
  readonly port: string;
  /** The flows that need it. */
  readonly flows: readonly string[];
}

/** A tier by the addresses of what it is made of, all in its network's stack. */
export interface IntentTier {
  readonly tier: string;
  /** `nat` is the reserved tier of NAT gateways. */
  readonly kind: 'public' | 'private' | 'isolated' | 'nat';
  readonly subnets: readonly string[];
  readonly acl: string;
  /** Its groups as flows name them (`tier` or `tier/group`), with their addresses. */
  readonly groups: readonly { readonly name: string; readonly address: string }[];
}

/** An endpoint by the addresses of what it is made of. */
export interface IntentEndpoint {
  readonly service: string;
  readonly address: string;
  /** Interface endpoints: the group they carry and the tier they stand in. @default - a gateway endpoint */
  readonly interface?: { readonly tier: string; readonly group: string };
}

/** What the names in a network's flows and claims stand for. */
export interface IntentNetwork {
  /** `account/region/network`. */
  readonly network: string;
  readonly stack: string;
  readonly vpc: string;
  readonly dualStack: boolean;
  readonly tiers: readonly IntentTier[];
  readonly endpoints: readonly IntentEndpoint[];
  readonly onPremises: readonly { readonly name: string; readonly cidrs: readonly string[] }[];
  /** Networks that a peering joins it with, by their keys. */
  readonly peered: readonly string[];
}

/** What a stack is for. */
export interface IntentStack {
  readonly name: string;
  readonly account: string;
  readonly accountId: string;
  readonly region: string;
  readonly layer: string;
  readonly lifecycle: 'living' | 'closing' | 'closed';
}

/** A finding that is accepted. */
export interface IntentSuppression {
  readonly rule: string;
  readonly scope: string;
  readonly reason: string;
  /** The last day on which it counts, YYYY-MM-DD. */
  readonly until: string;
  /** @default - the configuration was built in code */
  readonly position?: SourcePosition;
}

/** A safe default that somebody gave up, with the reason that this takes. */
export interface IntentOptOut {
  readonly what: string;
  readonly reason: string;
  /** @default - the configuration was built in code */
  readonly position?: SourcePosition;
}

/**
 * intent.json: what its authors meant, carried from synth to the policies. Policies read it if it is there and judge
 * the Terraform all the same, since foreign Terraform has none.
 */
export interface Intent {
  readonly version: 1;
  readonly organization: { readonly name: string; readonly managementAccount: string; readonly homeRegion: string };
  readonly stacks: readonly IntentStack[];
  readonly networks: readonly IntentNetwork[];
  readonly flows: readonly IntentFlow[];
  readonly residue: readonly IntentResidue[];
  readonly claims: readonly IntentClaim[];
  readonly accessClaims: readonly IntentAccessClaim[];
  readonly suppressions: readonly IntentSuppression[];
  /** @default - nobody gave one up */
  readonly optOuts?: readonly IntentOptOut[];
  readonly quotas: { readonly aclEntries: number; readonly groupRules: number };
}
