import type { FlowInput } from '../../../modules/core/flow';
import type { VpcProps } from '../../../modules/network';

/** The network that every case adds its flow to. */
export const BASE: VpcProps = {
  cidr: '10.0.0.0/20',
  zones: ['a'],
  natCidr: '10.0.15.0/26',
  tiers: {
    public: { kind: 'public', cidr: '10.0.0.0/23', ipv6Block: 0 },
    app: { kind: 'private', cidr: '10.0.2.0/23', ipv6Block: 1 },
    data: { kind: 'isolated', cidr: '10.0.4.0/23', ipv6Block: 2 },
  },
};

/** One line of the grammar, what is special about the network, and exactly what it comes to beyond an empty one. */
export interface FlowCase {
  readonly line: string;
  readonly flow: Omit<FlowInput, 'why'>;
  readonly props?: Partial<VpcProps>;
  readonly lines: readonly string[];
}

/** Both ends in the network. Checked by hand, line by line. */
export const INSIDE_CASES: readonly FlowCase[] = [
  {
    line: 'tier to tier, tcp',
    flow: { from: 'app', to: 'data', port: 'tcp/5432' },
    lines: [
      'acl app in  10.0.4.0/23 protocol 6 1024-65535',
      'acl app out 10.0.4.0/23 protocol 6 5432',
      'acl data in  10.0.2.0/23 protocol 6 5432',
      'acl data out 10.0.2.0/23 protocol 6 1024-65535',
      'group app out group data tcp 5432',
      'group data in  group app tcp 5432',
    ],
  },
  {
    line: 'named groups, port range, client ports',
    flow: { from: 'app/web', to: 'app/cache', port: 'tcp/6379-6380', clientPorts: '32768-60999' },
    lines: [
      'acl app in  10.0.2.0/23 protocol 6 32768-60999',
      'acl app in  10.0.2.0/23 protocol 6 6379-6380',
      'acl app out 10.0.2.0/23 protocol 6 32768-60999',
      'acl app out 10.0.2.0/23 protocol 6 6379-6380',
      'group app--cache in  group app--web tcp 6379-6380',
      'group app--web out group app--cache tcp 6379-6380',
    ],
  },
  {
    line: 'group to tier: no group is implied by another',
    flow: { from: 'public/alb', to: 'app', port: 'tcp/8080' },
    lines: [
      'acl app in  10.0.0.0/23 protocol 6 8080',
      'acl app out 10.0.0.0/23 protocol 6 1024-65535',
      'acl public in  10.0.2.0/23 protocol 6 1024-65535',
      'acl public out 10.0.2.0/23 protocol 6 8080',
      'group app in  group public--alb tcp 8080',
      'group public--alb out group app tcp 8080',
    ],
  },
  {
    line: 'udp',
    flow: { from: 'app', to: 'data', port: 'udp/123' },
    lines: [
      'acl app in  10.0.4.0/23 protocol 17 1024-65535',
      'acl app out 10.0.4.0/23 protocol 17 123',
      'acl data in  10.0.2.0/23 protocol 17 123',
      'acl data out 10.0.2.0/23 protocol 17 1024-65535',
      'group app out group data udp 123',
      'group data in  group app udp 123',
    ],
  },
  {
    line: 'icmp echo, whose reply is another type',
    flow: { from: 'app', to: 'data', port: 'icmp/8' },
    lines: [
      'acl app in  10.0.4.0/23 protocol 1 type 0 code 0',
      'acl app out 10.0.4.0/23 protocol 1 type 8 code -1',
      'acl data in  10.0.2.0/23 protocol 1 type 8 code -1',
      'acl data out 10.0.2.0/23 protocol 1 type 0 code 0',
      'group app out group data icmp 8--1',
      'group data in  group app icmp 8--1',
    ],
  },
  {
    line: 'icmp of every type',
    flow: { from: 'app', to: 'data', port: 'icmp' },
    lines: [
      'acl app in  10.0.4.0/23 protocol 1 type -1 code -1',
      'acl app out 10.0.4.0/23 protocol 1 type -1 code -1',
      'acl data in  10.0.2.0/23 protocol 1 type -1 code -1',
      'acl data out 10.0.2.0/23 protocol 1 type -1 code -1',
      'group app out group data icmp -1',
      'group data in  group app icmp -1',
    ],
  },
  {
    line: 'icmp that nothing answers',
    flow: { from: 'app', to: 'data', port: 'icmp/11/0' },
    lines: [
      'acl app out 10.0.4.0/23 protocol 1 type 11 code 0',
      'acl data in  10.0.2.0/23 protocol 1 type 11 code 0',
      'group app out group data icmp 11-0',
      'group data in  group app icmp 11-0',
    ],
  },
  {
    line: 'a protocol by number',
    flow: { from: 'app', to: 'data', port: 'proto/50' },
    lines: [
      'acl app in  10.0.4.0/23 protocol 50 all',
      'acl app out 10.0.4.0/23 protocol 50 all',
      'acl data in  10.0.2.0/23 protocol 50 all',
      'acl data out 10.0.2.0/23 protocol 50 all',
      'group app out group data 50 all',
      'group data in  group app 50 all',
    ],
  },
  {
    line: 'all, accepted',
    flow: { from: 'app', to: 'data', port: 'all', accept: 'migration' },
    lines: [
      'acl app in  10.0.4.0/23 protocol -1 all',
      'acl app out 10.0.4.0/23 protocol -1 all',
      'acl data in  10.0.2.0/23 protocol -1 all',
      'acl data out 10.0.2.0/23 protocol -1 all',
      'group app out group data -1 all',
      'group data in  group app -1 all',
    ],
  },
  {
    line: 'dual stack',
    flow: { from: 'app', to: 'data', port: 'tcp/5432' },
    props: { ipv6: true },
    lines: [
      'acl app in  10.0.4.0/23 protocol 6 1024-65535',
      'acl app in  amazon/6#2 protocol 6 1024-65535',
      'acl app out 10.0.4.0/23 protocol 6 5432',
      'acl app out amazon/6#2 protocol 6 5432',
      'acl data in  10.0.2.0/23 protocol 6 5432',
      'acl data in  amazon/6#1 protocol 6 5432',
      'acl data out 10.0.2.0/23 protocol 6 1024-65535',
      'acl data out amazon/6#1 protocol 6 1024-65535',
      'group app out group data tcp 5432',
      'group data in  group app tcp 5432',
    ],
  },
  {
    line: 'dual stack, IPv4 only',
    flow: { from: 'app', to: 'data', port: 'tcp/5432', family: 'v4' },
    props: { ipv6: true },
    lines: [
      'acl app in  10.0.4.0/23 protocol 6 1024-65535',
      'acl app out 10.0.4.0/23 protocol 6 5432',
      'acl data in  10.0.2.0/23 protocol 6 5432',
      'acl data out 10.0.2.0/23 protocol 6 1024-65535',
      'group app out group data tcp 5432',
      'group data in  group app tcp 5432',
    ],
  },
  {
    line: 'icmpv6',
    flow: { from: 'app', to: 'data', port: 'icmpv6/128' },
    props: { ipv6: true },
    lines: [
      'acl app in  amazon/6#2 protocol 58 type 129 code 0',
      'acl app out amazon/6#2 protocol 58 type 128 code -1',
      'acl data in  amazon/6#1 protocol 58 type 128 code -1',
      'acl data out amazon/6#1 protocol 58 type 129 code 0',
      'group app out group data icmpv6 128--1',
      'group data in  group app icmpv6 128--1',
    ],
  },
];
