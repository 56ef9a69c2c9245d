import type { Row } from './row';

/** Addresses. */
export const ADDRESSES: readonly Row[] = [
  [
    'bits behind a mask',
    [['reserved_ranges: [10.255.0.0/16]', 'reserved_ranges: [10.255.0.1/16]']],
    [
      'landing-zone.yaml:2:64 addresses.reserved_ranges.0: the address has bits set behind its mask, got "10.255.0.1/16"; did you mean "10.255.0.0/16"? [LZ-CIDR-4]',
    ],
  ],
  [
    'an octal address',
    [['cidr: 172.16.0.0/16', 'cidr: 010.0.0.0/16']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the address is not valid, got "010.0.0.0/16"; write four numbers from 0 to 255 without leading zeros, like "10.0.0.0/16" [LZ-CIDR-1]',
    ],
  ],
  [
    'a mask with a leading zero',
    [['cidr: 172.16.0.0/16', 'cidr: 172.16.0.0/08']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the mask must be a number from 0 to 32 without leading zeros, got "172.16.0.0/08"; write for example "10.0.0.0/16" [LZ-CIDR-3]',
    ],
  ],
  [
    'a VPC of /15',
    [['cidr: 172.16.0.0/16', 'cidr: 172.16.0.0/15']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: a range of a VPC must be /16 to /28, got "172.16.0.0/15"; use /16 or a smaller range [LZ-CFG-36]',
    ],
  ],
  [
    'an IPv6 VPC',
    [['cidr: 172.16.0.0/16', 'cidr: "2001:db8::/32"']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: this is an IPv6 block, got "2001:db8::/32"; write an IPv4 block; IPv6 blocks are Amazon’s and come with ipv6: true [LZ-CFG-37]',
    ],
  ],
  [
    'a VPC of link-local addresses',
    [['cidr: 172.16.0.0/16', 'cidr: 169.254.0.0/16']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: AWS allows no VPC in 169.254.0.0/16, got "169.254.0.0/16"; choose a private range, in 10.0.0.0/8 for example [LZ-CFG-37]',
    ],
  ],
  [
    'a pool that is smaller than a VPC',
    [['pool: 10.0.0.0/8', 'pool: 10.255.0.0/22']],
    [
      'landing-zone.yaml:2:20 addresses.pool: the pool is too small for one VPC of /20, got "10.255.0.0/22"; use /20 or a larger block [LZ-CFG-37]',
    ],
  ],
  [
    'a pool of everything',
    [['pool: 10.0.0.0/8', 'pool: 0.0.0.0/0']],
    [
      'landing-zone.yaml:2:20 addresses.pool: the pool is wider than any private range, got "0.0.0.0/0"; use "10.0.0.0/8" or a part of it [LZ-CFG-37]',
      'landing-zone.yaml:7:34 on_premises.office.cidrs.0: the block lies in the pool 0.0.0.0/0, which may hand it out to a VPC, got "192.168.0.0/16"; add it to addresses.reserved_ranges [LZ-CFG-38]',
    ],
  ],
  [
    'a subnet larger than its range',
    [['subnet_size: 24', 'subnet_size: 17']],
    [
      'landing-zone.yaml:16:42 networks.web.tiers.app.subnet_size: a subnet of /17 is larger than its range of /18, got 17; use 20 or more [LZ-CFG-36]',
    ],
  ],
  [
    'a range of /15',
    [['size: 18', 'size: 15']],
    [
      'landing-zone.yaml:13:29 networks.web.ranges.pods.size: a range of a VPC must be /16 to /28, got 15; use 16 or more, a smaller block [LZ-CFG-36]',
    ],
  ],
  [
    'a size that contradicts its range',
    [['size: 18', 'cidr: 100.64.0.0/16, size: 18']],
    [
      'landing-zone.yaml:13:50 networks.web.ranges.pods.size: the size contradicts the range 100.64.0.0/16, got 18; leave size out [LZ-CFG-36]',
    ],
  ],
  [
    'a reserved range outside the pool',
    [['reserved_ranges: [10.255.0.0/16]', 'reserved_ranges: [172.31.0.0/16]']],
    [
      'landing-zone.yaml:2:64 addresses.reserved_ranges.0: the reserved range lies outside the pool 10.0.0.0/8, which never hands it out, got "172.31.0.0/16"; remove it, or mend the pool [LZ-CFG-39]',
    ],
  ],
  [
    'a VPC in a reserved range',
    [['cidr: 172.16.0.0/16', 'cidr: 10.255.16.0/20']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the block overlaps 10.255.0.0/16 of landing-zone.yaml:2:64 addresses.reserved_ranges.0, got "10.255.16.0/20"; choose one that is free [LZ-CFG-38]',
    ],
  ],
  [
    'two VPCs that overlap',
    [['network: shared', 'networks: { shared: { cidr: 172.16.128.0/20 } }']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the block overlaps 172.16.128.0/20 of landing-zone.yaml:35:92 accounts.hub.networks.shared.cidr, got "172.16.0.0/16"; choose one that is free [LZ-CFG-38]',
    ],
  ],
  [
    'a VPC that overlaps a network outside AWS',
    [['cidr: 172.16.0.0/16', 'cidr: 192.168.4.0/24']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the block overlaps 192.168.0.0/16 of landing-zone.yaml:7:34 on_premises.office.cidrs.0, got "192.168.4.0/24"; choose one that is free [LZ-CFG-38]',
    ],
  ],
  [
    'a network outside AWS inside the pool',
    [['192.168.0.0/16', '10.1.0.0/16']],
    [
      'landing-zone.yaml:7:34 on_premises.office.cidrs.0: the block lies in the pool 10.0.0.0/8, which may hand it out to a VPC, got "10.1.0.0/16"; add it to addresses.reserved_ranges [LZ-CFG-38]',
    ],
  ],
  [
    'one range for two Regions',
    [['regions: [eu-west-1], networks', 'regions: [eu-west-1, eu-central-1], networks']],
    [
      'landing-zone.yaml:36:108 accounts.dev.networks.web.cidr: one range can\'t serve several Regions, got "172.16.0.0/16"; write one for each Region: {eu-west-1: …, eu-central-1: …} [LZ-CFG-42]',
    ],
  ],
  [
    "a range for a Region that the account hasn't",
    [['cidr: 172.16.0.0/16', 'cidr: { eu-west-2: 172.16.0.0/16 }']],
    [
      'landing-zone.yaml:36:96 accounts.dev.networks.web.cidr.eu-west-2: this is not a Region of the account, got "eu-west-2"; did you mean "eu-west-1"? [LZ-CFG-29]',
    ],
  ],
  [
    'a peering of two VPCs with the same range',
    [
      ['size: 18 } }', 'cidr: 100.64.0.0/16 } }'],
      ['between: [dev/web, hub/shared]', 'between: [dev/web, hub/web]'],
      ['network: shared', 'networks: { web: {} }'],
      ['      - { from: app, to: hub/shared/services, port: tcp/3128, why: Packages }\n', ''],
    ],
    [
      'landing-zone.yaml:31:5 peerings.0: both ends have the same range "pods" of network "web", and AWS connects no VPCs whose ranges overlap, got "dev/web – hub/web"; let the range come from the pool: give it size: instead of cidr: [LZ-CFG-51]',
    ],
  ],
];
