import type { Row } from './row';

/** Keys, types and words. */
export const SHAPE: readonly Row[] = [
  [
    'a misspelt key',
    [['vpc_size', 'vpc_sise']],
    ['landing-zone.yaml:2:32 addresses.vpc_sise: the key is not known, got "vpc_sise"; did you mean "vpc_size"? [LZ-CFG-10]'],
  ],
  [
    'a misspelt key at the top',
    [['on_premises', 'onpremises']],
    ['landing-zone.yaml:7:1 onpremises: the key is not known, got "onpremises"; did you mean "on_premises"? [LZ-CFG-10]'],
  ],
  [
    "a key in TypeScript's spelling",
    [['home_region: eu-west-1', 'homeRegion: eu-west-1']],
    [
      'landing-zone.yaml:1:65 organization.home_region: the key is not known, got "homeRegion"; did you mean "home_region"? [LZ-CFG-10]',
    ],
    "TypeScript's own spelling",
  ],
  [
    'a key that resembles none',
    [['subnet_size: 24', 'colour: red']],
    [
      'landing-zone.yaml:16:29 networks.web.tiers.app.colour: the key is not known, got "colour"; use one of "formerly", "kind", "subnet_size", "range", "groups" [LZ-CFG-10]',
    ],
  ],
  [
    'a missing section',
    [['backend: { kind: local, directory: terraform.state }\n', '']],
    ['landing-zone.yaml:1:1 backend: the key is missing; add backend: with a map [LZ-CFG-11]'],
  ],
  [
    'a missing key',
    [['kind: isolated', '']],
    [
      'landing-zone.yaml:17:7 networks.web.tiers.data.kind: the key is missing; add kind: with one of "public", "private", "isolated" [LZ-CFG-11]',
    ],
  ],
  [
    'a text where a list is needed',
    [['zones: [a, b]', 'zones: a']],
    [
      'landing-zone.yaml:10:12 networks.web.zones: this must be a list, got "a"; write the entries in brackets, like [a, b] [LZ-CFG-12]',
    ],
  ],
  [
    'a list where a map is needed',
    [['tiers: { services: { kind: private } }', 'tiers: [services]']],
    [
      'landing-zone.yaml:30:5 networks.shared.tiers: this must be a map, got a list of 1; write keys with values, like {key: value} [LZ-CFG-12]',
    ],
  ],
  [
    'a number where a text is needed',
    [['tags: { owner: platform }', 'tags: { owner: 0x1F }']],
    ['landing-zone.yaml:4:16 tags.owner: this must be a text, got 0x1F; write "0x1F" [LZ-CFG-12]'],
    'the source keeps the base of a number',
  ],
  [
    'a fraction of a bit',
    [['vpc_size: 20', 'vpc_size: 20.5']],
    [
      'landing-zone.yaml:2:42 addresses.vpc_size: this must be a whole number, got 20.5; write digits only, without quotes [LZ-CFG-12]',
    ],
  ],
  [
    '.nan bits',
    [['vpc_size: 20', 'vpc_size: .nan']],
    [
      'landing-zone.yaml:2:42 addresses.vpc_size: this must be a whole number, got .nan; write digits only, without quotes [LZ-CFG-12]',
    ],
    'TypeScript spells it NaN',
  ],
  [
    'infinitely many entries',
    [['acl_entries: 20', 'acl_entries: .inf']],
    [
      'landing-zone.yaml:6:24 quotas.acl_entries: this must be a whole number, got .inf; write digits only, without quotes [LZ-CFG-12]',
    ],
    'TypeScript spells it Infinity',
  ],
  [
    'bits as a text',
    [['vpc_size: 20', 'vpc_size: "20"']],
    [
      'landing-zone.yaml:2:42 addresses.vpc_size: this must be a whole number, got "20"; write digits only, without quotes [LZ-CFG-12]',
    ],
  ],
  [
    'a network without a value',
    [['networks: { web: { cidr: 172.16.0.0/16 } }', 'networks: { web: }']],
    [
      'landing-zone.yaml:36:86 accounts.dev.networks.web: this must be a map, got nothing; write {} for nothing, or leave the key out [LZ-CFG-12]',
    ],
    'TypeScript has no empty value',
  ],
  [
    'an unquoted account id',
    [['id: "333333333333"', 'id: 333333333333']],
    [
      'landing-zone.yaml:36:14 accounts.dev.id: an account id must be in quotes, else it is a number and loses zeros at its front, got 333333333333; write "333333333333" [LZ-CFG-14]',
    ],
    'a number is a type error in TypeScript',
  ],
  [
    'an unquoted account id whose zero YAML would drop',
    [['id: "333333333333"', 'id: 012345678901']],
    [
      'landing-zone.yaml:36:14 accounts.dev.id: an account id must be in quotes, else it is a number and loses zeros at its front, got 012345678901; write "012345678901" [LZ-CFG-14]',
    ],
    'a number is a type error in TypeScript',
  ],
  [
    'an unquoted id of the management account',
    [['management_account: "111111111111"', 'management_account: 111111111111']],
    [
      'landing-zone.yaml:1:49 organization.management_account: an account id must be in quotes, else it is a number and loses zeros at its front, got 111111111111; write "111111111111" [LZ-CFG-14]',
    ],
    'a number is a type error in TypeScript',
  ],
  [
    'a misspelt kind of tier',
    [['kind: isolated', 'kind: isolatd']],
    [
      'landing-zone.yaml:17:21 networks.web.tiers.data.kind: the word is not known here, got "isolatd"; did you mean "isolated"? [LZ-CFG-13]',
    ],
  ],
  [
    'an unknown backend',
    [['kind: local', 'kind: locall']],
    ['landing-zone.yaml:3:18 backend.kind: the word is not known here, got "locall"; did you mean "local"? [LZ-CFG-13]'],
  ],
  [
    'a misspelt NAT mode',
    [['nat: single\n', 'nat: one-per-zon\n']],
    [
      'landing-zone.yaml:11:10 networks.web.nat: the word is not known here, got "one-per-zon"; did you mean "one-per-zone"? [LZ-CFG-13]',
    ],
  ],
  [
    'a misspelt type of endpoint',
    [['type: gateway', 'type: gatway']],
    [
      'landing-zone.yaml:18:30 networks.web.endpoints.s3.type: the word is not known here, got "gatway"; did you mean "gateway"? [LZ-CFG-13]',
    ],
  ],
  [
    'an unknown lifecycle',
    [['unit: workloads', 'lifecycle: dead, unit: workloads']],
    [
      'landing-zone.yaml:36:41 accounts.dev.lifecycle: the word is not known here, got "dead"; use one of "living", "closing", "closed" [LZ-CFG-13]',
    ],
  ],
  [
    'an unknown lifecycle of one Region',
    [['cidr: 172.16.0.0/16', 'lifecycle: { eu-west-1: closd }']],
    [
      'landing-zone.yaml:36:112 accounts.dev.networks.web.lifecycle.eu-west-1: the word is not known here, got "closd"; did you mean "closed"? [LZ-CFG-13]',
    ],
  ],
  [
    'a port that is neither text nor list',
    [['port: tcp/5432', 'port: 5432']],
    ['landing-zone.yaml:23:38 networks.web.flows.1.port: this must be a text or a list, got 5432; write "tcp/5432" [LZ-CFG-12]'],
  ],
  [
    'cloudwatch: true',
    [['cloudwatch: { retention_days: 365 }', 'cloudwatch: true']],
    [
      'landing-zone.yaml:19:30 networks.web.flow_logs.cloudwatch: this must be false or a map, got true; write false, or write keys with values, like {key: value} [LZ-CFG-12]',
    ],
  ],
  [
    'a misspelt key inside a choice of forms',
    [['retention_days: 365', 'retention_day: 365']],
    [
      'landing-zone.yaml:19:32 networks.web.flow_logs.cloudwatch.retention_day: the key is not known, got "retention_day"; did you mean "retention_days"? [LZ-CFG-10]',
    ],
  ],
  [
    'a peering of one network',
    [['between: [dev/web, hub/shared]', 'between: [dev/web]']],
    [
      'landing-zone.yaml:32:7 peerings.0.between: this must be a list of two, got a list of 1; write two entries in brackets, like [a, b] [LZ-CFG-12]',
    ],
  ],
  [
    'a peering of three networks',
    [['between: [dev/web, hub/shared]', 'between: [dev/web, hub/shared, dev/web]']],
    [
      'landing-zone.yaml:32:7 peerings.0.between: this must be a list of two, got a list of 3; write two entries in brackets, like [a, b] [LZ-CFG-12]',
    ],
  ],
];
