import type { ResourceFact } from '../universe';
import type { Unknown } from '../term';
import type { Block } from './addresses';
import type { Key, Known, OneOf } from './known';

/** A VPC, whether the documents make it or only name it. */
export interface Vpc {
  readonly key: Key;
  /** Left out: it lies outside the documents. */
  readonly origin?: ResourceFact;
  /** Every block of both families, secondary ones included. */
  readonly blocks: readonly Block[];
  /** Blocks may be missing here, and why. @default - all are known */
  readonly incomplete?: Unknown;
  readonly accountId: Known<string>;
  readonly region: Known<string>;
  readonly mainTable: OneOf<Key>;
  readonly defaultAcl: Key;
  readonly defaultGroup: Key;
  /** Block Public Access for it as a whole; a subnet's own wins. */
  readonly publicAccess: Known<PublicAccess>;
  /** Something else decides what of its interfaces' packets passes, and why that isn't judged. @default - nothing does */
  readonly unjudged?: Unknown;
  /** An internet gateway may be attached that the documents don't tell of, and why. @default - all are known */
  readonly otherGateways?: Unknown;
  /** Parts of the documents can't be seen, which may change everything about it, and why. @default - all is here */
  readonly unseen?: Unknown;
}

/**
 * What VPC Block Public Access leaves of the internet. `egress`: only by NAT and egress-only gateways; `outbound`: by them, and
 * maybe by internet gateways too, nothing inwards.
 */
export type PublicAccess = 'all' | 'outbound' | 'egress' | 'none';

/** A subnet. */
export interface Subnet {
  readonly key: Key;
  readonly origin: ResourceFact;
  readonly vpc: OneOf<Key>;
  /** Name or id of its Availability Zone, as it is written: equal texts are one zone. */
  readonly zone: Known<string>;
  /** @default - it has no block of this family */
  readonly ipv4?: Known<Block>;
  /** @default - it has no block of this family */
  readonly ipv6?: Known<Block>;
  /** The table that decides for it: its association's, else the VPC's main table. */
  readonly table: OneOf<Key>;
  /** The ACL that filters at its border: its association's, else the VPC's default ACL. */
  readonly acl: OneOf<Key>;
  /** Whether interfaces get a public IPv4 address when nothing else is said. */
  readonly mapsPublicIpv4: Known<boolean>;
  /** @default - the VPC's */
  readonly publicAccess?: Known<PublicAccess>;
}
