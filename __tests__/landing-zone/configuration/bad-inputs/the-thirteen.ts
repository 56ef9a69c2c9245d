import type { Row } from './row';

/** The 13 bad inputs. */
export const THE_THIRTEEN: readonly Row[] = [
  [
    'a pool of 999.999.999.999/99',
    [['pool: 10.0.0.0/8', 'pool: 999.999.999.999/99']],
    [
      'landing-zone.yaml:2:20 addresses.pool: the mask must be a number from 0 to 32 without leading zeros, got "999.999.999.999/99"; write for example "10.0.0.0/16" [LZ-CIDR-3]',
    ],
  ],
  [
    'a pool of 10.0.0.0/33',
    [['pool: 10.0.0.0/8', 'pool: 10.0.0.0/33']],
    [
      'landing-zone.yaml:2:20 addresses.pool: the mask must be a number from 0 to 32 without leading zeros, got "10.0.0.0/33"; write for example "10.0.0.0/16" [LZ-CIDR-3]',
    ],
  ],
  [
    'a VPC of 10.0.0.0/99',
    [['cidr: 172.16.0.0/16', 'cidr: 10.0.0.0/99']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the mask must be a number from 0 to 32 without leading zeros, got "10.0.0.0/99"; write for example "10.0.0.0/16" [LZ-CIDR-3]',
    ],
  ],
  [
    'a VPC of 10.0.0.0 without a mask',
    [['cidr: 172.16.0.0/16', 'cidr: 10.0.0.0']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the mask is missing, got "10.0.0.0"; write "10.0.0.0/32" for this one address, or a wider block [LZ-CIDR-2]',
    ],
  ],
  [
    'a VPC of /30',
    [['cidr: 172.16.0.0/16', 'cidr: 172.16.0.0/30']],
    [
      'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: a range of a VPC must be /16 to /28, got "172.16.0.0/30"; use /28 or a larger range [LZ-CFG-36]',
    ],
  ],
  [
    'VPCs of /30 from the pool',
    [['vpc_size: 20', 'vpc_size: 30']],
    ['landing-zone.yaml:2:42 addresses.vpc_size: a VPC must be /16 to /28, got 30; use 28 or less, a larger block [LZ-CFG-36]'],
  ],
  [
    'a subnet of /29',
    [['subnet_size: 24', 'subnet_size: 29']],
    [
      'landing-zone.yaml:16:42 networks.web.tiers.app.subnet_size: a subnet must be /16 to /28, got 29; use 28 or less, a larger block [LZ-CFG-36]',
    ],
  ],
  [
    'port 70000',
    [['port: tcp/5432', 'port: tcp/70000']],
    [
      'landing-zone.yaml:23:38 networks.web.flows.1.port: the port must be 0 to 65535, got "tcp/70000"; write tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all [LZ-PORT-2]',
    ],
  ],
  [
    'the port range 443-80',
    [['port: tcp/5432', 'port: tcp/443-80']],
    [
      'landing-zone.yaml:23:38 networks.web.flows.1.port: the port range runs backwards, got "tcp/443-80"; write the lower port first: 80-443 [LZ-PORT-3]',
    ],
  ],
  [
    'a reason of 300 characters',
    [['why: Database', `why: ${'x'.repeat(300)}`]],
    [
      'landing-zone.yaml:23:53 networks.web.flows.1.why: the reason is longer than 255 characters, got 300 characters, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"; shorten it [LZ-TEXT-2]',
    ],
  ],
  [
    '-1 NAT gateways',
    [['nat: single\n', 'nat: -1\n']],
    [
      'landing-zone.yaml:11:10 networks.web.nat: this must be a word, got -1; write one of "none", "single", "one-per-zone" [LZ-CFG-12]',
    ],
  ],
  [
    '0 zones',
    [['zones: [a, b]', 'zones: []']],
    [
      'landing-zone.yaml:10:12 networks.web.zones: a network needs at least one zone, got []; write for example [a, b] [LZ-CFG-31]',
    ],
  ],
  [
    "NACL rules by number, 99999 or 100 twice: numbers are the ledger's",
    [['port: tcp/5432', 'acl_rule: 99999, port: tcp/5432']],
    [
      'landing-zone.yaml:23:32 networks.web.flows.1.acl_rule: the key is not known, got "acl_rule"; use one of "from", "to", "port", "why", "family", "client_ports", "accept" [LZ-CFG-10]',
    ],
  ],
];
