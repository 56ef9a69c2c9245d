import type { ResourceFact } from '../universe';
import type { Block } from './addresses';
import type { Key, Known, OneOf } from './known';

/** What has interfaces in subnets. */
export type HostKind =
  | 'instance'
  | 'network-interface'
  | 'launch-template'
  | 'auto-scaling-group'
  | 'load-balancer'
  | 'service'
  | 'database'
  | 'function'
  | 'interface-endpoint';

/** Something with an interface in each of some subnets, or in one of them. */
export interface Host {
  readonly key: Key;
  readonly kind: HostKind;
  readonly origin: ResourceFact;
  /** Empty: none is known (a launch template that nothing starts). */
  readonly subnets: Known<readonly OneOf<Key>[]>;
  /**
   * The groups that its interfaces carry. `none`: it can have none, and everything passes (a network load balancer
   * made without).
   */
  readonly groups: Known<readonly OneOf<Key>[]> | 'none';
  /** Private IPv4 addresses where they are stated. @default - any of the subnet's */
  readonly addresses?: readonly Block[];
  /** Whether it can be met from the internet over IPv4. */
  readonly publicIpv4: Known<boolean>;
  /** Whether it has IPv6 addresses. */
  readonly ipv6: Known<boolean>;
}
