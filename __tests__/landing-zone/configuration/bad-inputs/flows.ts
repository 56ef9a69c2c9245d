import type { Row } from './row';

/** Flows, claims, peerings. */
export const FLOWS: readonly Row[] = [
  [
    'a colon that makes no known form',
    [['from: app, to: data', 'from: app, to: "endpoints:s3"']],
    [
      'landing-zone.yaml:23:26 networks.web.flows.1.to: the peer is not of a known form, got "endpoints:s3"; write tier, tier/group, account/network/tier[/group], internet, onprem:<name>, a CIDR, endpoint:<service> or prefix-list:<id> [LZ-FLOW-1]',
    ],
  ],
  [
    'a misspelt section of tiers, once',
    [['    tiers:\n', '    teirs:\n']],
    ['landing-zone.yaml:14:5 networks.web.teirs: the key is not known, got "teirs"; did you mean "tiers"? [LZ-CFG-10]'],
  ],
  [
    'an unknown tier',
    [['from: app, to: data', 'from: app, to: dat']],
    [
      'landing-zone.yaml:23:26 networks.web.flows.1.to: there is no tier of this name, got "dat"; did you mean "data"? [LZ-CFG-40]',
    ],
  ],
  [
    'a misspelt internet',
    [['from: app, to: internet', 'from: app, to: internett']],
    [
      'landing-zone.yaml:24:26 networks.web.flows.2.to: there is no tier of this name, got "internett"; did you mean "internet"? [LZ-CFG-40]',
    ],
  ],
  [
    "an endpoint that isn't declared",
    [['from: app, to: data', 'from: app, to: "endpoint:ssmm"']],
    [
      'landing-zone.yaml:23:26 networks.web.flows.1.to: there is no endpoint of this name, got "ssmm"; did you mean "ssm"? [LZ-CFG-40]',
    ],
  ],
  [
    'an unknown network outside AWS',
    [['from: app, to: data', 'from: app, to: "onprem:ofice"']],
    [
      'landing-zone.yaml:23:26 networks.web.flows.1.to: there is no network outside AWS of this name, got "ofice"; did you mean "office"? [LZ-CFG-40]',
    ],
  ],
  [
    'an unknown account',
    [['to: hub/shared/services', 'to: hubb/shared/services']],
    [
      'landing-zone.yaml:25:26 networks.web.flows.3.to: there is no account of this name, got "hubb"; did you mean "hub"? [LZ-CFG-40]',
    ],
  ],
  [
    "a network that the account hasn't",
    [['to: hub/shared/services', 'to: hub/web/app']],
    [
      'landing-zone.yaml:25:26 networks.web.flows.3.to: there is no network in account "hub" of this name, got "web"; use one of "shared", or give account "hub" this network [LZ-CFG-40]',
    ],
  ],
  [
    'an unknown tier of another network',
    [['to: hub/shared/services', 'to: hub/shared/service']],
    [
      'landing-zone.yaml:25:26 networks.web.flows.3.to: there is no tier of this name, got "service"; did you mean "services"? [LZ-CFG-40]',
    ],
  ],
  [
    'the internet opening connections to a private tier',
    [['to: public/alb', 'to: app']],
    [
      'landing-zone.yaml:22:31 networks.web.flows.0.to: the internet can\'t open connections to the private tier "app", got "app"; put a load balancer into a public tier between them [LZ-CFG-44]',
    ],
  ],
  [
    "a flow between networks that aren't connected",
    [['between: [dev/web, hub/shared]', 'between: [hub/shared, hub/shared]']],
    [
      'landing-zone.yaml:25:9 networks.web.flows.3: dev/web and hub/shared are not connected, got "app → hub/shared/services tcp/3128"; add {between: [dev/web, hub/shared], why: …} to peerings: [LZ-CFG-49]',
      'landing-zone.yaml:32:5 peerings.0: a network can\'t be connected to itself, got "hub/shared – hub/shared"; name two networks [LZ-CFG-51]',
    ],
  ],
  [
    'a flow between two other networks',
    [['from: app, to: hub/shared/services', 'from: hub/shared/services, to: hub/shared/services']],
    [
      'landing-zone.yaml:25:9 networks.web.flows.3: neither end lies in this network, got "hub/shared/services → hub/shared/services tcp/3128"; state the flow in the network of one of its ends [LZ-CFG-48]',
    ],
  ],
  [
    'a way to the internet without NAT',
    [['cidr: 172.16.0.0/16', 'nat: none']],
    [
      'landing-zone.yaml:24:9 networks.web.flows.2: the private tier "app" reaches the internet through NAT, which account "dev" hasn\'t, got "app → internet tcp/443"; write nat: single or nat: one-per-zone [LZ-CFG-45]',
    ],
  ],
  [
    'a way to the internet from an isolated tier',
    [['from: app, to: internet', 'from: data, to: internet']],
    [
      'landing-zone.yaml:24:9 networks.web.flows.2: the isolated tier "data" has no way to the internet, got "data → internet tcp/443"; make the tier private, or use a VPC endpoint [LZ-CFG-45]',
    ],
  ],
  [
    'IPv6 in a network without',
    [['why: Payments', 'why: Payments, family: v6']],
    [
      'landing-zone.yaml:24:9 networks.web.flows.2: the flow needs IPv6, which the network hasn\'t, got "v6"; add ipv6: true to the network [LZ-CFG-46]',
    ],
  ],
  [
    "families that don't meet",
    [['to: internet, port: tcp/443', 'to: 8.8.8.0/24, family: v6, port: tcp/443']],
    [
      'landing-zone.yaml:24:9 networks.web.flows.2: no address family is left to both ends, the port and family:, got "v6"; make them agree, or leave family out [LZ-CFG-46]',
    ],
  ],
  [
    'overlapping flows',
    [
      [
        '- { from: app, to: internet, port: tcp/443, why: Payments }',
        '- { from: app, to: data, port: tcp/5430-5440, why: Payments }',
      ],
    ],
    [
      'landing-zone.yaml:24:9 networks.web.flows.2: the flow overlaps "app → data tcp/5432" of landing-zone.yaml:23:9 networks.web.flows.1, got "app → data tcp/5430-5440"; keep one, or give them ports apart [LZ-CFG-47]',
    ],
  ],
  [
    'a flow written twice, once from each side',
    [
      [
        'tiers: { services: { kind: private } }',
        'tiers: { services: { kind: private } }\n    flows: [{ from: dev/web/app, to: services, port: tcp/3128, why: Again }]',
      ],
    ],
    [
      'landing-zone.yaml:31:13 networks.shared.flows.0: the flow overlaps "app → hub/shared/services tcp/3128" of landing-zone.yaml:25:9 networks.web.flows.3, got "dev/web/app → services tcp/3128"; keep one, or give them ports apart [LZ-CFG-47]',
    ],
  ],
  [
    'a flow that overlaps itself',
    [['port: tcp/5432', 'port: [tcp/5432, tcp/5000-6000]']],
    [
      'landing-zone.yaml:23:9 networks.web.flows.1: the flow overlaps "app → data tcp/5432" of another port of the same flow, got "app → data tcp/5000-6000"; keep one, or give them ports apart [LZ-CFG-47]',
    ],
  ],
  [
    'characters that AWS refuses',
    [['why: Payments', 'why: Zahlungen für Kunden']],
    [
      'landing-zone.yaml:24:56 networks.web.flows.2.why: the reason has characters that AWS refuses in a description, got "ü"; use letters without accents, digits, spaces and ._-:/()#,@[]+=;{}!$* [LZ-TEXT-3]',
    ],
  ],
  [
    'port all without a reason',
    [['port: tcp/5432', 'port: all']],
    [
      'landing-zone.yaml:23:9 networks.web.flows.1: port all opens everything, got "all"; name the ports, or add accept: with the reason [LZ-FLOW-6]',
    ],
  ],
  [
    'a claim without a verb',
    [['- { isolated: { from: internet, to: data } }', '- {}']],
    [
      'landing-zone.yaml:27:9 networks.web.claims.0: a claim says isolated or reaches, got {}; write one claim for each [LZ-CFG-50]',
    ],
  ],
  [
    'a claim about an unknown tier',
    [['isolated: { from: internet, to: data }', 'isolated: { from: internet, to: dta }']],
    [
      'landing-zone.yaml:27:43 networks.web.claims.0.isolated.to: there is no tier of this name, got "dta"; did you mean "data"? [LZ-CFG-40]',
    ],
  ],
  [
    'a peering with an unknown network',
    [['between: [dev/web, hub/shared]', 'between: [dev/web, hub/web]']],
    [
      'landing-zone.yaml:32:26 peerings.0.between.1: no account has this network, got "hub/web"; use one of "hub/shared", "dev/web" [LZ-CFG-40]',
    ],
  ],
  [
    'a peering stated twice',
    [
      [
        '  - { between: [dev/web, hub/shared], why: Packages }',
        '  - { between: [dev/web, hub/shared], why: Packages }\n  - { between: [hub/shared, dev/web], why: Packages }',
      ],
    ],
    [
      'landing-zone.yaml:33:5 peerings.1: the peering is stated twice, first at landing-zone.yaml:32:5 peerings.0, got "hub/shared – dev/web"; keep one [LZ-CFG-51]',
    ],
  ],
  [
    'a peering without a common Region',
    [['regions: [eu-west-1], network: shared', 'regions: [eu-central-1], network: shared']],
    [
      'landing-zone.yaml:32:5 peerings.0: the two networks share no Region, and peerings lie within one, got "dev/web – hub/shared"; give them a Region in common [LZ-CFG-51]',
    ],
  ],
];
