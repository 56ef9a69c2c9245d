import type { Family } from '../../../modules/core/cidr';
import type { ResourceFact } from '../universe';
import type { Block, PrefixList } from './addresses';
import type { Key, Known, OneOf } from './known';
import type { Traffic } from './traffic';
import type { Unknown } from '../term';

/** Where something stands: the resource that states it. */
export interface Stated {
  readonly origin: ResourceFact;
  /**
   * Whether it surely belongs where it is listed. `false`: the document leaves open to which of several owners, or
   * whether at all (a count that isn't known).
   */
  readonly certain: boolean;
}

/** Whom a group rule admits. */
export type GroupPeer =
  | { readonly kind: 'block'; readonly block: Known<Block>; readonly family: Known<Family> }
  | { readonly kind: 'group'; readonly group: OneOf<Key> }
  | { readonly kind: 'prefix-list'; readonly list: Known<PrefixList> };

/** One peer of one allow rule: a rule that names several peers is several of these. */
export interface GroupRule extends Stated {
  readonly traffic: Known<Traffic>;
  readonly peer: GroupPeer;
  /** @default - none is written */
  readonly description?: string;
}

/** A security group with all that its rules admit, from whatever resource. */
export interface SecurityGroup {
  readonly key: Key;
  /** Left out: AWS's own default group, or one outside the documents. */
  readonly origin?: ResourceFact;
  readonly vpc: OneOf<Key>;
  /** Other VPCs that it may be used in (VPC associations). @default - its own alone */
  readonly alsoIn?: readonly OneOf<Key>[];
  readonly ingress: readonly GroupRule[];
  readonly egress: readonly GroupRule[];
  /** Rules may be missing here, and why. @default - all are known */
  readonly incomplete?: Unknown;
}

/** One entry of a network ACL, for one family. */
export interface AclEntry extends Stated {
  readonly number: Known<number>;
  readonly action: Known<'allow' | 'deny'>;
  readonly traffic: Known<Traffic>;
  readonly family: Known<Family>;
  readonly block: Known<Block>;
}

/** A network ACL. What no entry decides is denied. */
export interface NetworkAcl {
  readonly key: Key;
  /** Left out: AWS's own default ACL, which allows everything, or one outside the documents. */
  readonly origin?: ResourceFact;
  readonly in: readonly AclEntry[];
  readonly out: readonly AclEntry[];
  /** AWS's own default ACL that nobody took over: everything passes. @default - it has entries, or none, of its own */
  readonly allowsAll?: boolean;
  /** Entries may be missing here, and why. @default - all are known */
  readonly incomplete?: Unknown;
}
