import type { ResourceFact } from '../universe';
import type { Unknown } from '../term';
import type { Block } from './addresses';
import type { Stated } from './filters';
import type { Key, Known, OneOf } from './known';

/** A router between VPCs. */
export interface TransitGateway {
  readonly key: Key;
  readonly origin: ResourceFact;
  /** Rules by group may reach across: must be switched on here and at both attachments. Off unless said. */
  readonly groupReferences: Known<boolean>;
}

/** What is joined to a transit gateway. */
export interface TransitAttachment {
  readonly key: Key;
  readonly origin: ResourceFact;
  readonly gateway: OneOf<Key>;
  /** `edge`: VPN, Direct Connect, Connect or a peering with another transit gateway; beyond it isn't judged. */
  readonly kind: 'vpc' | 'edge';
  /** Of kind `vpc`. @default - of kind edge */
  readonly vpc?: OneOf<Key>;
  /** Of kind `vpc`: one subnet for each zone that it serves. */
  readonly subnets: Known<readonly OneOf<Key>[]>;
  readonly groupReferences: Known<boolean>;
  /** Whether it carries IPv6: off unless said. @default - it does */
  readonly ipv6?: Known<boolean>;
  /** Accepted, where another account has to. */
  readonly active: Known<boolean>;
  /** The table that decides where packets from here go. No choices and not open: none, they are dropped. */
  readonly table: OneOf<Key>;
}

/** A route of a transit gateway. */
export interface TransitRoute extends Stated {
  readonly block: Known<Block>;
  readonly target: OneOf<Key> | 'blackhole';
}

/** A route table of a transit gateway. Static routes win over propagated ones of the same length. */
export interface TransitTable {
  readonly key: Key;
  /** Left out: the gateway's default table. */
  readonly origin?: ResourceFact;
  readonly routes: readonly TransitRoute[];
  /** Attachments whose VPC blocks are routes here. */
  readonly propagated: readonly { readonly attachment: Key; readonly certain: boolean }[];
  /** Routes may be missing here, and why. @default - all are known */
  readonly incomplete?: Unknown;
}
