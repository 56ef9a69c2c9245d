import type { Row } from './row';

/** Tiers, endpoints, logs, DHCP. */
export const NETWORK_PARTS: readonly Row[] = [
  [
    'no tiers',
    [['tiers: { services: { kind: private } }', 'tiers: {}']],
    [
      'landing-zone.yaml:30:12 networks.shared.tiers: a network needs at least one tier, got {}; write for example app: {kind: private} [LZ-CFG-35]',
    ],
  ],
  [
    'a tier called nat',
    [
      [
        '  shared:\n    zones: [euw1-az1]\n    tiers: {',
        '  shared:\n    zones: [euw1-az1]\n    tiers: { nat: { kind: private },',
      ],
    ],
    [
      'landing-zone.yaml:30:14 networks.shared.tiers.nat: the tier "nat" is made for NAT gateways, got "nat"; choose another name [LZ-CFG-25]',
    ],
  ],
  [
    'a tier called internet',
    [['tiers: { services', 'tiers: { internet: { kind: private }, services']],
    [
      'landing-zone.yaml:30:14 networks.shared.tiers.internet: the name is a word of the flow grammar, got "internet"; choose another name [LZ-CFG-25]',
    ],
  ],
  [
    "a tier's unknown range",
    [['range: pods', 'range: pod']],
    [
      'landing-zone.yaml:16:53 networks.web.tiers.app.range: there is no range of this name, got "pod"; did you mean "pods"? [LZ-CFG-40]',
    ],
  ],
  [
    'a former name that is still in use',
    [['kind: isolated', 'kind: isolated, formerly: app']],
    [
      'landing-zone.yaml:17:41 networks.web.tiers.data.formerly: the former name is still in use, got "app"; leave formerly out, or give the name that this entry alone had [LZ-CFG-43]',
    ],
  ],
  [
    'a former name of two tiers',
    [
      ['kind: private, subnet_size: 24', 'kind: private, formerly: old, subnet_size: 24'],
      ['kind: isolated', 'kind: isolated, formerly: old'],
    ],
    [
      'landing-zone.yaml:17:41 networks.web.tiers.data.formerly: the former name was "app"\'s already, got "old"; leave formerly out, or give the name that this entry alone had [LZ-CFG-43]',
    ],
  ],
  [
    'a renamed group that no flow names',
    [['kind: public }', 'kind: public, groups: { albb: { formerly: lb } } }']],
    [
      'landing-zone.yaml:15:41 networks.web.tiers.public.groups.albb: there is no group of tier "public" of this name, got "albb"; did you mean "alb"? [LZ-CFG-40]',
    ],
  ],
  [
    'a gateway endpoint for ssm',
    [['type: interface, tier: app', 'type: gateway']],
    [
      'landing-zone.yaml:18:54 networks.web.endpoints.ssm.type: gateway endpoints exist for s3 and dynamodb only, got "ssm: gateway"; write type: interface and a tier [LZ-CFG-53]',
    ],
  ],
  [
    'an endpoint in an unknown tier',
    [['type: interface, tier: app', 'type: interface, tier: ap']],
    [
      'landing-zone.yaml:18:71 networks.web.endpoints.ssm.tier: there is no tier of this name, got "ap"; did you mean "app"? [LZ-CFG-40]',
    ],
  ],
  [
    'an endpoint by its full name',
    [['ssm: {', 'com.amazonaws.eu-west-1.ssm: {']],
    [
      'landing-zone.yaml:18:41 networks.web.endpoints["com.amazonaws.eu-west-1.ssm"]: the service is named with its prefix and Region, got "com.amazonaws.eu-west-1.ssm"; write "ssm" [LZ-CFG-53]',
    ],
  ],
  [
    'no flow logs without a reason',
    [['cloudwatch: { retention_days: 365 }', 'cloudwatch: false']],
    [
      'landing-zone.yaml:19:5 networks.web.flow_logs: the network would have no flow logs, got cloudwatch: false; send them to cloudwatch or s3, or add accept: with the reason [LZ-CFG-54]',
    ],
  ],
  [
    '100 days of retention',
    [['retention_days: 365', 'retention_days: 100']],
    [
      'landing-zone.yaml:19:48 networks.web.flow_logs.cloudwatch.retention_days: CloudWatch Logs knows no such retention, got 100; use 120 [LZ-CFG-55]',
    ],
  ],
  [
    'a bucket by its name',
    [['cloudwatch: { retention_days: 365 }', 's3: { bucket_arn: acme-logs }']],
    [
      'landing-zone.yaml:19:36 networks.web.flow_logs.s3.bucket_arn: this is not the ARN of a bucket, got "acme-logs"; write it like "arn:aws:s3:::acme-flow-logs" [LZ-CFG-56]',
    ],
  ],
  [
    'five DNS servers',
    [['[10.0.0.2]', '[10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5, 10.0.0.6]']],
    [
      'landing-zone.yaml:20:13 networks.web.dhcp.domain_name_servers: a VPC has at most 4 DNS servers, got 5; remove some [LZ-CFG-57]',
    ],
  ],
  [
    'a DNS server by name',
    [['[10.0.0.2]', '[ns.example.com]']],
    [
      'landing-zone.yaml:20:35 networks.web.dhcp.domain_name_servers.0: a DNS server is named by its address, got "ns.example.com"; write an address like "10.0.0.2" or "AmazonProvidedDNS" [LZ-CFG-57]',
    ],
  ],
];
