import type { Row } from './row';

/** Organisation and accounts. */
export const ACCOUNTS: readonly Row[] = [
  [
    'self-rotation of a user who stands there twice, and of a machine without mfa',
    [['unit: core }', 'unit: core, self_rotation: { users: [alice, Alice], machine_users: [ci] } }']],
    [
      'landing-zone.yaml:34:49 accounts.management.self_rotation: a user is listed twice, got "Alice"; name each user once: in one account, names differ by more than their path or case [LZ-IAM-4]',
      'landing-zone.yaml:34:49 accounts.management.self_rotation: machineUsers are the exception from mfa, which is not set, got 1 of them; list them among users, or set mfa [LZ-IAM-5]',
    ],
  ],
  [
    'an account id of eleven digits',
    [['id: "333333333333"', 'id: "33333333333"']],
    [
      'landing-zone.yaml:36:14 accounts.dev.id: an account id has twelve digits, got "33333333333" (length 11); write the id as AWS shows it, without hyphens [LZ-CFG-20]',
    ],
  ],
  [
    'an account id with hyphens',
    [['id: "333333333333"', 'id: "3333-3333-3333"']],
    [
      'landing-zone.yaml:36:14 accounts.dev.id: an account id has twelve digits, got "3333-3333-3333"; write "333333333333" [LZ-CFG-20]',
    ],
  ],
  [
    'an account id that two accounts have',
    [['id: "333333333333"', 'id: "222222222222"']],
    [
      'landing-zone.yaml:36:14 accounts.dev.id: the id is already that of landing-zone.yaml:35:14 accounts.hub.id, got "222222222222"; give each account its own [LZ-CFG-21]',
    ],
  ],
  [
    "a management account that isn't among the accounts",
    [['management_account: "111111111111"', 'management_account: "999999999999"']],
    [
      'landing-zone.yaml:1:49 organization.management_account: the management account is not among the accounts, got "999999999999"; add the account under accounts: [LZ-CFG-22]',
    ],
  ],
  [
    'a management account by name',
    [['management_account: "111111111111"', 'management_account: management']],
    [
      'landing-zone.yaml:1:49 organization.management_account: the management account is not among the accounts, got "management"; write its id, "111111111111" [LZ-CFG-22]',
    ],
  ],
  [
    'an account name with an underscore',
    [['  management: {', '  manage_ment: {']],
    [
      'landing-zone.yaml:34:3 accounts.manage_ment: a name is made of a-z and 0-9 in words parted by single hyphens, got "manage_ment"; write "manage-ment" [LZ-CFG-23]',
    ],
  ],
  [
    'an account name with two hyphens in a row',
    [['  management: {', '  the--management: {']],
    [
      'landing-zone.yaml:34:3 accounts.the--management: a name is made of a-z and 0-9 in words parted by single hyphens, got "the--management"; write "the-management" [LZ-CFG-23]',
    ],
  ],
  [
    "an organisation's name of 25 characters",
    [['name: acme', 'name: abcdefghijklmnopqrstuvwxy']],
    [
      'landing-zone.yaml:1:23 organization.name: the name is longer than 24 characters, and AWS names made from it would not fit, got "abcdefghijklmnopqrstuvwxy" (25); choose a shorter one [LZ-CFG-24]',
    ],
  ],
  [
    'an account called global',
    [['  management: {', '  global: {']],
    [
      'landing-zone.yaml:34:3 accounts.global: the name stands for what belongs to no Region in the names of stacks, got "global"; choose another [LZ-CFG-25]',
    ],
  ],
  [
    'accounts whose stacks would have the same names',
    [
      ['regions: [eu-west-1, eu-central-1]', 'regions: [eu-west-1, eu-central-1, ab-west-1, us-ab-west-1]'],
      ['  hub: {', '  management-us: { id: "444444444444", unit: core, regions: [ab-west-1] }\n  hub: {'],
    ],
    [
      'landing-zone.yaml:35:3 accounts.management-us: its stacks would be called management-us-ab-west-1-…, like those of account "management", got "management-us"; choose another name [LZ-CFG-26]',
    ],
  ],
  [
    'a zone where a Region is needed',
    [['home_region: eu-west-1', 'home_region: eu-west-1a']],
    [
      'landing-zone.yaml:1:78 organization.home_region: this is not a Region, got "eu-west-1a"; write the Region, "eu-west-1" [LZ-CFG-27]',
    ],
  ],
  [
    'a misspelt home Region',
    [['home_region: eu-west-1', 'home_region: eu-wst-1']],
    [
      'landing-zone.yaml:1:78 organization.home_region: this is not a Region of the organisation, got "eu-wst-1"; did you mean "eu-west-1"? [LZ-CFG-29]',
    ],
  ],
  [
    'a Region listed twice',
    [['regions: [eu-west-1, eu-central-1]', 'regions: [eu-west-1, eu-west-1]']],
    ['landing-zone.yaml:1:110 organization.regions.1: the Region is listed twice, got "eu-west-1"; keep one [LZ-CFG-28]'],
  ],
  [
    "an account's Region that isn't the organisation's",
    [['core }', 'core, regions: [eu-west-1, us-east-1] }']],
    [
      'landing-zone.yaml:34:70 accounts.management.regions.1: this is not a Region of the organisation, got "us-east-1"; use one of "eu-west-1", "eu-central-1" [LZ-CFG-29]',
    ],
  ],
  [
    'zone ids of a network in two Regions',
    [['regions: [eu-west-1], network: shared', 'regions: [eu-west-1, eu-central-1], network: shared']],
    [
      'landing-zone.yaml:35:87 accounts.hub.network: the network has zones by id, which exist in one Region, but the account has several Regions, got ["euw1-az1"]; use letters, or give the account one Region [LZ-CFG-33]',
    ],
  ],
  [
    'no Regions',
    [['regions: [eu-west-1, eu-central-1]', 'regions: []']],
    ['landing-zone.yaml:1:98 organization.regions: there is no Region, got []; name at least one [LZ-CFG-28]'],
  ],
  [
    'a role given as an ARN',
    [['home_region: eu-west-1', 'account_access_role: "arn:aws:iam::111111111111:role/x", home_region: eu-west-1']],
    [
      'landing-zone.yaml:1:86 organization.account_access_role: this is not the name of a role, got "arn:aws:iam::111111111111:role/x"; write the name alone, like "OrganizationAccountAccessRole" [LZ-CFG-23]',
    ],
  ],
  [
    'a unit with a capital',
    [['unit: workloads', 'unit: Workloads']],
    [
      'landing-zone.yaml:36:36 accounts.dev.unit: a name is made of a-z and 0-9 in words parted by single hyphens, got "Workloads"; write "workloads" [LZ-CFG-23]',
    ],
  ],
  [
    'a baseline that two accounts hold',
    [['unit: core }', 'unit: core, baseline: audit }\n  two: { id: "444444444444", unit: core, baseline: audit }']],
    [
      'landing-zone.yaml:35:52 accounts.two.baseline: account "management" has this baseline already, got "audit"; give it to one account [LZ-CFG-63]',
    ],
  ],
  [
    'an unknown network',
    [['network: shared', 'network: shard']],
    [
      'landing-zone.yaml:35:73 accounts.hub.network: there is no network of this name, got "shard"; did you mean "shared"? [LZ-CFG-40]',
    ],
  ],
  [
    'a network called like an inherited property',
    [['network: shared', 'network: constructor']],
    [
      'landing-zone.yaml:35:73 accounts.hub.network: there is no network of this name, got "constructor"; use one of "web", "shared", or add it under networks: [LZ-CFG-40]',
    ],
  ],
  [
    'network: and networks: both',
    [['unit: workloads', 'unit: workloads, network: shared']],
    [
      'landing-zone.yaml:36:56 accounts.dev.network: the account has network: and networks: both, got "shared"; move "shared" under networks: as shared: {} [LZ-CFG-41]',
    ],
  ],
  [
    'an e-mail address without a domain',
    [['security@example.com', 'security']],
    [
      'landing-zone.yaml:5:28 notifications.security: this is not an e-mail address, got "security"; write one like "security@example.com" [LZ-CFG-60]',
    ],
  ],
];
