import { parse } from 'yaml';

import { checkConfiguration, type LandingZoneInput, parseConfiguration } from '../../../modules/landing-zone/configuration';
import { baseWith, type Edit } from './base-configuration';
import { linesOf } from './lines-of';

/** A mistake made in the base configuration, what is said about it, and why TypeScript can't make it where it can't. */
type Row = readonly [title: string, edits: readonly Edit[], lines: readonly string[], yamlOnly?: string];

// One table on purpose: what is refused, and in which words, is read in one place.
const ROWS: readonly Row[] = [
  // The 13 bad inputs
  ['a pool of 999.999.999.999/99', [['pool: 10.0.0.0/8', 'pool: 999.999.999.999/99']], [
    'landing-zone.yaml:2:20 addresses.pool: the mask must be a number from 0 to 32 without leading zeros, got "999.999.999.999/99"; write for example "10.0.0.0/16" [LZ-CIDR-3]',
  ]],
  ['a pool of 10.0.0.0/33', [['pool: 10.0.0.0/8', 'pool: 10.0.0.0/33']], [
    'landing-zone.yaml:2:20 addresses.pool: the mask must be a number from 0 to 32 without leading zeros, got "10.0.0.0/33"; write for example "10.0.0.0/16" [LZ-CIDR-3]',
  ]],
  ['a VPC of 10.0.0.0/99', [['cidr: 172.16.0.0/16', 'cidr: 10.0.0.0/99']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the mask must be a number from 0 to 32 without leading zeros, got "10.0.0.0/99"; write for example "10.0.0.0/16" [LZ-CIDR-3]',
  ]],
  ['a VPC of 10.0.0.0 without a mask', [['cidr: 172.16.0.0/16', 'cidr: 10.0.0.0']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the mask is missing, got "10.0.0.0"; write "10.0.0.0/32" for this one address, or a wider block [LZ-CIDR-2]',
  ]],
  ['a VPC of /30', [['cidr: 172.16.0.0/16', 'cidr: 172.16.0.0/30']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: a range of a VPC must be /16 to /28, got "172.16.0.0/30"; use /28 or a larger range [LZ-CFG-36]',
  ]],
  ['VPCs of /30 from the pool', [['vpc_size: 20', 'vpc_size: 30']], [
    'landing-zone.yaml:2:42 addresses.vpc_size: a VPC must be /16 to /28, got 30; use 28 or less, a larger block [LZ-CFG-36]',
  ]],
  ['a subnet of /29', [['subnet_size: 24', 'subnet_size: 29']], [
    'landing-zone.yaml:16:42 networks.web.tiers.app.subnet_size: a subnet must be /16 to /28, got 29; use 28 or less, a larger block [LZ-CFG-36]',
  ]],
  ['port 70000', [['port: tcp/5432', 'port: tcp/70000']], [
    'landing-zone.yaml:23:38 networks.web.flows.1.port: the port must be 0 to 65535, got "tcp/70000"; write tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all [LZ-PORT-2]',
  ]],
  ['the port range 443-80', [['port: tcp/5432', 'port: tcp/443-80']], [
    'landing-zone.yaml:23:38 networks.web.flows.1.port: the port range runs backwards, got "tcp/443-80"; write the lower port first: 80-443 [LZ-PORT-3]',
  ]],
  ['a reason of 300 characters', [['why: Database', `why: ${'x'.repeat(300)}`]], [
    'landing-zone.yaml:23:53 networks.web.flows.1.why: the reason is longer than 255 characters, got 300 characters, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"; shorten it [LZ-TEXT-2]',
  ]],
  ['-1 NAT gateways', [['nat: single\n', 'nat: -1\n']], [
    'landing-zone.yaml:11:10 networks.web.nat: this must be a word, got -1; write one of "none", "single", "one-per-zone" [LZ-CFG-12]',
  ]],
  ['0 zones', [['zones: [a, b]', 'zones: []']], [
    'landing-zone.yaml:10:12 networks.web.zones: a network needs at least one zone, got []; write for example [a, b] [LZ-CFG-31]',
  ]],
  ["NACL rules by number, 99999 or 100 twice: numbers are the ledger's", [['port: tcp/5432', 'acl_rule: 99999, port: tcp/5432']], [
    'landing-zone.yaml:23:32 networks.web.flows.1.acl_rule: the key is not known, got "acl_rule"; use one of "from", "to", "port", "why", "family", "client_ports", "accept" [LZ-CFG-10]',
  ]],
  // Keys, types and words
  ['a misspelt key', [['vpc_size', 'vpc_sise']], [
    'landing-zone.yaml:2:32 addresses.vpc_sise: the key is not known, got "vpc_sise"; did you mean "vpc_size"? [LZ-CFG-10]',
  ]],
  ['a misspelt key at the top', [['on_premises', 'onpremises']], [
    'landing-zone.yaml:7:1 onpremises: the key is not known, got "onpremises"; did you mean "on_premises"? [LZ-CFG-10]',
  ]],
  ["a key in TypeScript's spelling", [['home_region: eu-west-1', 'homeRegion: eu-west-1']], [
    'landing-zone.yaml:1:65 organization.home_region: the key is not known, got "homeRegion"; did you mean "home_region"? [LZ-CFG-10]',
  ], "TypeScript's own spelling"],
  ['a key that resembles none', [['subnet_size: 24', 'colour: red']], [
    'landing-zone.yaml:16:29 networks.web.tiers.app.colour: the key is not known, got "colour"; use one of "formerly", "kind", "subnet_size", "range", "groups" [LZ-CFG-10]',
  ]],
  ['a missing section', [['backend: { kind: local, directory: terraform.state }\n', '']], [
    'landing-zone.yaml:1:1 backend: the key is missing; add backend: with a map [LZ-CFG-11]',
  ]],
  ['a missing key', [['kind: isolated', '']], [
    'landing-zone.yaml:17:7 networks.web.tiers.data.kind: the key is missing; add kind: with one of "public", "private", "isolated" [LZ-CFG-11]',
  ]],
  ['a text where a list is needed', [['zones: [a, b]', 'zones: a']], [
    'landing-zone.yaml:10:12 networks.web.zones: this must be a list, got "a"; write the entries in brackets, like [a, b] [LZ-CFG-12]',
  ]],
  ['a list where a map is needed', [['tiers: { services: { kind: private } }', 'tiers: [services]']], [
    'landing-zone.yaml:30:5 networks.shared.tiers: this must be a map, got a list of 1; write keys with values, like {key: value} [LZ-CFG-12]',
  ]],
  ['a number where a text is needed', [['tags: { owner: platform }', 'tags: { owner: 0x1F }']], [
    'landing-zone.yaml:4:16 tags.owner: this must be a text, got 0x1F; write "0x1F" [LZ-CFG-12]',
  ], 'the source keeps the base of a number'],
  ['a fraction of a bit', [['vpc_size: 20', 'vpc_size: 20.5']], [
    'landing-zone.yaml:2:42 addresses.vpc_size: this must be a whole number, got 20.5; write digits only, without quotes [LZ-CFG-12]',
  ]],
  ['.nan bits', [['vpc_size: 20', 'vpc_size: .nan']], [
    'landing-zone.yaml:2:42 addresses.vpc_size: this must be a whole number, got .nan; write digits only, without quotes [LZ-CFG-12]',
  ], 'TypeScript spells it NaN'],
  ['infinitely many entries', [['acl_entries: 20', 'acl_entries: .inf']], [
    'landing-zone.yaml:6:24 quotas.acl_entries: this must be a whole number, got .inf; write digits only, without quotes [LZ-CFG-12]',
  ], 'TypeScript spells it Infinity'],
  ['bits as a text', [['vpc_size: 20', 'vpc_size: "20"']], [
    'landing-zone.yaml:2:42 addresses.vpc_size: this must be a whole number, got "20"; write digits only, without quotes [LZ-CFG-12]',
  ]],
  ['a network without a value', [['networks: { web: { cidr: 172.16.0.0/16 } }', 'networks: { web: }']], [
    'landing-zone.yaml:36:86 accounts.dev.networks.web: this must be a map, got nothing; write {} for nothing, or leave the key out [LZ-CFG-12]',
  ], 'TypeScript has no empty value'],
  ['an unquoted account id', [['id: "333333333333"', 'id: 333333333333']], [
    'landing-zone.yaml:36:14 accounts.dev.id: an account id must be in quotes, else it is a number and loses zeros at its front, got 333333333333; write "333333333333" [LZ-CFG-14]',
  ], 'a number is a type error in TypeScript'],
  ['an unquoted account id whose zero YAML would drop', [['id: "333333333333"', 'id: 012345678901']], [
    'landing-zone.yaml:36:14 accounts.dev.id: an account id must be in quotes, else it is a number and loses zeros at its front, got 012345678901; write "012345678901" [LZ-CFG-14]',
  ], 'a number is a type error in TypeScript'],
  ['an unquoted id of the management account', [['management_account: "111111111111"', 'management_account: 111111111111']], [
    'landing-zone.yaml:1:49 organization.management_account: an account id must be in quotes, else it is a number and loses zeros at its front, got 111111111111; write "111111111111" [LZ-CFG-14]',
  ], 'a number is a type error in TypeScript'],
  ['a misspelt kind of tier', [['kind: isolated', 'kind: isolatd']], [
    'landing-zone.yaml:17:21 networks.web.tiers.data.kind: the word is not known here, got "isolatd"; did you mean "isolated"? [LZ-CFG-13]',
  ]],
  ['an unknown backend', [['kind: local', 'kind: locall']], [
    'landing-zone.yaml:3:18 backend.kind: the word is not known here, got "locall"; did you mean "local"? [LZ-CFG-13]',
  ]],
  ['a misspelt NAT mode', [['nat: single\n', 'nat: one-per-zon\n']], [
    'landing-zone.yaml:11:10 networks.web.nat: the word is not known here, got "one-per-zon"; did you mean "one-per-zone"? [LZ-CFG-13]',
  ]],
  ['a misspelt type of endpoint', [['type: gateway', 'type: gatway']], [
    'landing-zone.yaml:18:30 networks.web.endpoints.s3.type: the word is not known here, got "gatway"; did you mean "gateway"? [LZ-CFG-13]',
  ]],
  ['an unknown lifecycle', [['unit: workloads', 'lifecycle: dead, unit: workloads']], [
    'landing-zone.yaml:36:41 accounts.dev.lifecycle: the word is not known here, got "dead"; use one of "living", "closing", "closed" [LZ-CFG-13]',
  ]],
  ['an unknown lifecycle of one Region', [['cidr: 172.16.0.0/16', 'lifecycle: { eu-west-1: closd }']], [
    'landing-zone.yaml:36:112 accounts.dev.networks.web.lifecycle.eu-west-1: the word is not known here, got "closd"; did you mean "closed"? [LZ-CFG-13]',
  ]],
  ['a port that is neither text nor list', [['port: tcp/5432', 'port: 5432']], [
    'landing-zone.yaml:23:38 networks.web.flows.1.port: this must be a text or a list, got 5432; write "tcp/5432" [LZ-CFG-12]',
  ]],
  ['cloudwatch: true', [['cloudwatch: { retention_days: 365 }', 'cloudwatch: true']], [
    'landing-zone.yaml:19:30 networks.web.flow_logs.cloudwatch: this must be false or a map, got true; write false, or write keys with values, like {key: value} [LZ-CFG-12]',
  ]],
  ['a misspelt key inside a choice of forms', [['retention_days: 365', 'retention_day: 365']], [
    'landing-zone.yaml:19:32 networks.web.flow_logs.cloudwatch.retention_day: the key is not known, got "retention_day"; did you mean "retention_days"? [LZ-CFG-10]',
  ]],
  ['a peering of one network', [['between: [dev/web, hub/shared]', 'between: [dev/web]']], [
    'landing-zone.yaml:32:7 peerings.0.between: this must be a list of two, got a list of 1; write two entries in brackets, like [a, b] [LZ-CFG-12]',
  ]],
  ['a peering of three networks', [['between: [dev/web, hub/shared]', 'between: [dev/web, hub/shared, dev/web]']], [
    'landing-zone.yaml:32:7 peerings.0.between: this must be a list of two, got a list of 3; write two entries in brackets, like [a, b] [LZ-CFG-12]',
  ]],
  // Organisation and accounts
  ['an account id of eleven digits', [['id: "333333333333"', 'id: "33333333333"']], [
    'landing-zone.yaml:36:14 accounts.dev.id: an account id has twelve digits, got "33333333333" (length 11); write the id as AWS shows it, without hyphens [LZ-CFG-20]',
  ]],
  ['an account id with hyphens', [['id: "333333333333"', 'id: "3333-3333-3333"']], [
    'landing-zone.yaml:36:14 accounts.dev.id: an account id has twelve digits, got "3333-3333-3333"; write "333333333333" [LZ-CFG-20]',
  ]],
  ['an account id that two accounts have', [['id: "333333333333"', 'id: "222222222222"']], [
    'landing-zone.yaml:36:14 accounts.dev.id: the id is already that of landing-zone.yaml:35:14 accounts.hub.id, got "222222222222"; give each account its own [LZ-CFG-21]',
  ]],
  ["a management account that isn't among the accounts", [['management_account: "111111111111"', 'management_account: "999999999999"']], [
    'landing-zone.yaml:1:49 organization.management_account: the management account is not among the accounts, got "999999999999"; add the account under accounts: [LZ-CFG-22]',
  ]],
  ['a management account by name', [['management_account: "111111111111"', 'management_account: management']], [
    'landing-zone.yaml:1:49 organization.management_account: the management account is not among the accounts, got "management"; write its id, "111111111111" [LZ-CFG-22]',
  ]],
  ['an account name with an underscore', [['  management: {', '  manage_ment: {']], [
    'landing-zone.yaml:34:3 accounts.manage_ment: a name is made of a-z and 0-9 in words parted by single hyphens, got "manage_ment"; write "manage-ment" [LZ-CFG-23]',
  ]],
  ['an account name with two hyphens in a row', [['  management: {', '  the--management: {']], [
    'landing-zone.yaml:34:3 accounts.the--management: a name is made of a-z and 0-9 in words parted by single hyphens, got "the--management"; write "the-management" [LZ-CFG-23]',
  ]],
  ["an organisation's name of 25 characters", [['name: acme', 'name: abcdefghijklmnopqrstuvwxy']], [
    'landing-zone.yaml:1:23 organization.name: the name is longer than 24 characters, and AWS names made from it would not fit, got "abcdefghijklmnopqrstuvwxy" (25); choose a shorter one [LZ-CFG-24]',
  ]],
  ['an account called global', [['  management: {', '  global: {']], [
    'landing-zone.yaml:34:3 accounts.global: the name stands for what belongs to no Region in the names of stacks, got "global"; choose another [LZ-CFG-25]',
  ]],
  ['accounts whose stacks would have the same names', [['regions: [eu-west-1, eu-central-1]', 'regions: [eu-west-1, eu-central-1, ab-west-1, us-ab-west-1]'], ['  hub: {', '  management-us: { id: "444444444444", unit: core, regions: [ab-west-1] }\n  hub: {']], [
    'landing-zone.yaml:35:3 accounts.management-us: its stacks would be called management-us-ab-west-1-…, like those of account "management", got "management-us"; choose another name [LZ-CFG-26]',
  ]],
  ['a zone where a Region is needed', [['home_region: eu-west-1', 'home_region: eu-west-1a']], [
    'landing-zone.yaml:1:78 organization.home_region: this is not a Region, got "eu-west-1a"; write the Region, "eu-west-1" [LZ-CFG-27]',
  ]],
  ['a misspelt home Region', [['home_region: eu-west-1', 'home_region: eu-wst-1']], [
    'landing-zone.yaml:1:78 organization.home_region: this is not a Region of the organisation, got "eu-wst-1"; did you mean "eu-west-1"? [LZ-CFG-29]',
  ]],
  ['a Region listed twice', [['regions: [eu-west-1, eu-central-1]', 'regions: [eu-west-1, eu-west-1]']], [
    'landing-zone.yaml:1:110 organization.regions.1: the Region is listed twice, got "eu-west-1"; keep one [LZ-CFG-28]',
  ]],
  ["an account's Region that isn't the organisation's", [['core }', 'core, regions: [eu-west-1, us-east-1] }']], [
    'landing-zone.yaml:34:70 accounts.management.regions.1: this is not a Region of the organisation, got "us-east-1"; use one of "eu-west-1", "eu-central-1" [LZ-CFG-29]',
  ]],
  ['zone ids of a network in two Regions', [['regions: [eu-west-1], network: shared', 'regions: [eu-west-1, eu-central-1], network: shared']], [
    'landing-zone.yaml:35:87 accounts.hub.network: the network has zones by id, which exist in one Region, but the account has several Regions, got ["euw1-az1"]; use letters, or give the account one Region [LZ-CFG-33]',
  ]],
  ['no Regions', [['regions: [eu-west-1, eu-central-1]', 'regions: []']], [
    'landing-zone.yaml:1:98 organization.regions: there is no Region, got []; name at least one [LZ-CFG-28]',
  ]],
  ['a role given as an ARN', [['home_region: eu-west-1', 'account_access_role: "arn:aws:iam::111111111111:role/x", home_region: eu-west-1']], [
    'landing-zone.yaml:1:86 organization.account_access_role: this is not the name of a role, got "arn:aws:iam::111111111111:role/x"; write the name alone, like "OrganizationAccountAccessRole" [LZ-CFG-23]',
  ]],
  ['a unit with a capital', [['unit: workloads', 'unit: Workloads']], [
    'landing-zone.yaml:36:36 accounts.dev.unit: a name is made of a-z and 0-9 in words parted by single hyphens, got "Workloads"; write "workloads" [LZ-CFG-23]',
  ]],
  ['a baseline that two accounts hold', [['unit: core }', 'unit: core, baseline: audit }\n  two: { id: "444444444444", unit: core, baseline: audit }']], [
    'landing-zone.yaml:35:52 accounts.two.baseline: account "management" has this baseline already, got "audit"; give it to one account [LZ-CFG-63]',
  ]],
  ['an unknown network', [['network: shared', 'network: shard']], [
    'landing-zone.yaml:35:73 accounts.hub.network: there is no network of this name, got "shard"; did you mean "shared"? [LZ-CFG-40]',
  ]],
  ['a network called like an inherited property', [['network: shared', 'network: constructor']], [
    'landing-zone.yaml:35:73 accounts.hub.network: there is no network of this name, got "constructor"; use one of "web", "shared", or add it under networks: [LZ-CFG-40]',
  ]],
  ['network: and networks: both', [['unit: workloads', 'unit: workloads, network: shared']], [
    'landing-zone.yaml:36:56 accounts.dev.network: the account has network: and networks: both, got "shared"; move "shared" under networks: as shared: {} [LZ-CFG-41]',
  ]],
  ['an e-mail address without a domain', [['security@example.com', 'security']], [
    'landing-zone.yaml:5:28 notifications.security: this is not an e-mail address, got "security"; write one like "security@example.com" [LZ-CFG-60]',
  ]],
  // Zones
  ['a zone by its full name', [['zones: [a, b]', 'zones: [a, eu-west-1b]']], [
    'landing-zone.yaml:10:16 networks.web.zones.1: this is not a zone, got "eu-west-1b"; write the letter alone, "b" [LZ-CFG-30]',
  ]],
  ['a zone listed twice', [['zones: [a, b]', 'zones: [a, b, a]']], [
    'landing-zone.yaml:10:19 networks.web.zones.2: the zone is listed twice, got "a"; keep one [LZ-CFG-32]',
  ]],
  ['zones by letter and by id', [['zones: [a, b]', 'zones: [a, euw1-az2]']], [
    'landing-zone.yaml:10:5 networks.web.zones: zones by letter and by id are mixed, and may be the same zone, got ["a","euw1-az2"]; use letters or ids, not both [LZ-CFG-33]',
  ]],
  ['zone ids of two Regions', [['zones: [euw1-az1]', 'zones: [euw1-az1, use1-az1]']], [
    'landing-zone.yaml:29:5 networks.shared.zones: the zone ids are of several Regions, got ["euw1-az1","use1-az1"]; use ids of one Region, or letters [LZ-CFG-33]',
  ]],
  ["a NAT zone that the network hasn't", [['nat_zone: a', 'nat_zone: c']], [
    'landing-zone.yaml:12:15 networks.web.nat_zone: the network has no such zone, got "c"; use one of "a", "b" [LZ-CFG-34]',
  ]],
  ['a NAT zone with one gateway per zone', [['nat: single\n', 'nat: one-per-zone\n']], [
    'landing-zone.yaml:12:15 networks.web.nat_zone: the zone of a NAT gateway can be chosen with nat: single only, got "a"; leave it out, or write nat: single instead of one-per-zone [LZ-CFG-34]',
  ]],
  ["an account's zones without the network's NAT zone", [['cidr: 172.16.0.0/16', 'zones: [b, c]']], [
    'landing-zone.yaml:36:88 accounts.dev.networks.web.zones: the zone of the network\'s NAT gateway, "a", is not among them, got ["b","c"]; keep it, or add nat_zone: to the account\'s network [LZ-CFG-34]',
  ]],
  // Addresses
  ['bits behind a mask', [['reserved_ranges: [10.255.0.0/16]', 'reserved_ranges: [10.255.0.1/16]']], [
    'landing-zone.yaml:2:64 addresses.reserved_ranges.0: the address has bits set behind its mask, got "10.255.0.1/16"; did you mean "10.255.0.0/16"? [LZ-CIDR-4]',
  ]],
  ['an octal address', [['cidr: 172.16.0.0/16', 'cidr: 010.0.0.0/16']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the address is not valid, got "010.0.0.0/16"; write four numbers from 0 to 255 without leading zeros, like "10.0.0.0/16" [LZ-CIDR-1]',
  ]],
  ['a mask with a leading zero', [['cidr: 172.16.0.0/16', 'cidr: 172.16.0.0/08']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the mask must be a number from 0 to 32 without leading zeros, got "172.16.0.0/08"; write for example "10.0.0.0/16" [LZ-CIDR-3]',
  ]],
  ['a VPC of /15', [['cidr: 172.16.0.0/16', 'cidr: 172.16.0.0/15']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: a range of a VPC must be /16 to /28, got "172.16.0.0/15"; use /16 or a smaller range [LZ-CFG-36]',
  ]],
  ['an IPv6 VPC', [['cidr: 172.16.0.0/16', 'cidr: "2001:db8::/32"']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: this is an IPv6 block, got "2001:db8::/32"; write an IPv4 block; IPv6 blocks are Amazon’s and come with ipv6: true [LZ-CFG-37]',
  ]],
  ['a VPC of link-local addresses', [['cidr: 172.16.0.0/16', 'cidr: 169.254.0.0/16']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: AWS allows no VPC in 169.254.0.0/16, got "169.254.0.0/16"; choose a private range, in 10.0.0.0/8 for example [LZ-CFG-37]',
  ]],
  ['a pool that is smaller than a VPC', [['pool: 10.0.0.0/8', 'pool: 10.255.0.0/22']], [
    'landing-zone.yaml:2:20 addresses.pool: the pool is too small for one VPC of /20, got "10.255.0.0/22"; use /20 or a larger block [LZ-CFG-37]',
  ]],
  ['a pool of everything', [['pool: 10.0.0.0/8', 'pool: 0.0.0.0/0']], [
    'landing-zone.yaml:2:20 addresses.pool: the pool is wider than any private range, got "0.0.0.0/0"; use "10.0.0.0/8" or a part of it [LZ-CFG-37]',
    'landing-zone.yaml:7:34 on_premises.office.cidrs.0: the block lies in the pool 0.0.0.0/0, which may hand it out to a VPC, got "192.168.0.0/16"; add it to addresses.reserved_ranges [LZ-CFG-38]',
  ]],
  ['a subnet larger than its range', [['subnet_size: 24', 'subnet_size: 17']], [
    'landing-zone.yaml:16:42 networks.web.tiers.app.subnet_size: a subnet of /17 is larger than its range of /18, got 17; use 20 or more [LZ-CFG-36]',
  ]],
  ['a range of /15', [['size: 18', 'size: 15']], [
    'landing-zone.yaml:13:29 networks.web.ranges.pods.size: a range of a VPC must be /16 to /28, got 15; use 16 or more, a smaller block [LZ-CFG-36]',
  ]],
  ['a size that contradicts its range', [['size: 18', 'cidr: 100.64.0.0/16, size: 18']], [
    'landing-zone.yaml:13:50 networks.web.ranges.pods.size: the size contradicts the range 100.64.0.0/16, got 18; leave size out [LZ-CFG-36]',
  ]],
  ['a reserved range outside the pool', [['reserved_ranges: [10.255.0.0/16]', 'reserved_ranges: [172.31.0.0/16]']], [
    'landing-zone.yaml:2:64 addresses.reserved_ranges.0: the reserved range lies outside the pool 10.0.0.0/8, which never hands it out, got "172.31.0.0/16"; remove it, or mend the pool [LZ-CFG-39]',
  ]],
  ['a VPC in a reserved range', [['cidr: 172.16.0.0/16', 'cidr: 10.255.16.0/20']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the block overlaps 10.255.0.0/16 of landing-zone.yaml:2:64 addresses.reserved_ranges.0, got "10.255.16.0/20"; choose one that is free [LZ-CFG-38]',
  ]],
  ['two VPCs that overlap', [['network: shared', 'networks: { shared: { cidr: 172.16.128.0/20 } }']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the block overlaps 172.16.128.0/20 of landing-zone.yaml:35:92 accounts.hub.networks.shared.cidr, got "172.16.0.0/16"; choose one that is free [LZ-CFG-38]',
  ]],
  ['a VPC that overlaps a network outside AWS', [['cidr: 172.16.0.0/16', 'cidr: 192.168.4.0/24']], [
    'landing-zone.yaml:36:94 accounts.dev.networks.web.cidr: the block overlaps 192.168.0.0/16 of landing-zone.yaml:7:34 on_premises.office.cidrs.0, got "192.168.4.0/24"; choose one that is free [LZ-CFG-38]',
  ]],
  ['a network outside AWS inside the pool', [['192.168.0.0/16', '10.1.0.0/16']], [
    'landing-zone.yaml:7:34 on_premises.office.cidrs.0: the block lies in the pool 10.0.0.0/8, which may hand it out to a VPC, got "10.1.0.0/16"; add it to addresses.reserved_ranges [LZ-CFG-38]',
  ]],
  ['one range for two Regions', [['regions: [eu-west-1], networks', 'regions: [eu-west-1, eu-central-1], networks']], [
    'landing-zone.yaml:36:108 accounts.dev.networks.web.cidr: one range can\'t serve several Regions, got "172.16.0.0/16"; write one for each Region: {eu-west-1: …, eu-central-1: …} [LZ-CFG-42]',
  ]],
  ["a range for a Region that the account hasn't", [['cidr: 172.16.0.0/16', 'cidr: { eu-west-2: 172.16.0.0/16 }']], [
    'landing-zone.yaml:36:96 accounts.dev.networks.web.cidr.eu-west-2: this is not a Region of the account, got "eu-west-2"; did you mean "eu-west-1"? [LZ-CFG-29]',
  ]],
  ['a peering of two VPCs with the same range', [['size: 18 } }', 'cidr: 100.64.0.0/16 } }'], ['between: [dev/web, hub/shared]', 'between: [dev/web, hub/web]'], ['network: shared', 'networks: { web: {} }'], ['      - { from: app, to: hub/shared/services, port: tcp/3128, why: Packages }\n', '']], [
    'landing-zone.yaml:31:5 peerings.0: both ends have the same range "pods" of network "web", and AWS connects no VPCs whose ranges overlap, got "dev/web – hub/web"; let the range come from the pool: give it size: instead of cidr: [LZ-CFG-51]',
  ]],
  // Tiers, endpoints, logs, DHCP
  ['no tiers', [['tiers: { services: { kind: private } }', 'tiers: {}']], [
    'landing-zone.yaml:30:12 networks.shared.tiers: a network needs at least one tier, got {}; write for example app: {kind: private} [LZ-CFG-35]',
  ]],
  ['a tier called nat', [['  shared:\n    zones: [euw1-az1]\n    tiers: {', '  shared:\n    zones: [euw1-az1]\n    tiers: { nat: { kind: private },']], [
    'landing-zone.yaml:30:14 networks.shared.tiers.nat: the tier "nat" is made for NAT gateways, got "nat"; choose another name [LZ-CFG-25]',
  ]],
  ['a tier called internet', [['tiers: { services', 'tiers: { internet: { kind: private }, services']], [
    'landing-zone.yaml:30:14 networks.shared.tiers.internet: the name is a word of the flow grammar, got "internet"; choose another name [LZ-CFG-25]',
  ]],
  ["a tier's unknown range", [['range: pods', 'range: pod']], [
    'landing-zone.yaml:16:53 networks.web.tiers.app.range: there is no range of this name, got "pod"; did you mean "pods"? [LZ-CFG-40]',
  ]],
  ['a former name that is still in use', [['kind: isolated', 'kind: isolated, formerly: app']], [
    'landing-zone.yaml:17:41 networks.web.tiers.data.formerly: the former name is still in use, got "app"; leave formerly out, or give the name that this entry alone had [LZ-CFG-43]',
  ]],
  ['a former name of two tiers', [['kind: private, subnet_size: 24', 'kind: private, formerly: old, subnet_size: 24'], ['kind: isolated', 'kind: isolated, formerly: old']], [
    'landing-zone.yaml:17:41 networks.web.tiers.data.formerly: the former name was "app"\'s already, got "old"; leave formerly out, or give the name that this entry alone had [LZ-CFG-43]',
  ]],
  ['a renamed group that no flow names', [['kind: public }', 'kind: public, groups: { albb: { formerly: lb } } }']], [
    'landing-zone.yaml:15:41 networks.web.tiers.public.groups.albb: there is no group of tier "public" of this name, got "albb"; did you mean "alb"? [LZ-CFG-40]',
  ]],
  ['a gateway endpoint for ssm', [['type: interface, tier: app', 'type: gateway']], [
    'landing-zone.yaml:18:54 networks.web.endpoints.ssm.type: gateway endpoints exist for s3 and dynamodb only, got "ssm: gateway"; write type: interface and a tier [LZ-CFG-53]',
  ]],
  ['an endpoint in an unknown tier', [['type: interface, tier: app', 'type: interface, tier: ap']], [
    'landing-zone.yaml:18:71 networks.web.endpoints.ssm.tier: there is no tier of this name, got "ap"; did you mean "app"? [LZ-CFG-40]',
  ]],
  ['an endpoint by its full name', [['ssm: {', 'com.amazonaws.eu-west-1.ssm: {']], [
    'landing-zone.yaml:18:41 networks.web.endpoints["com.amazonaws.eu-west-1.ssm"]: the service is named with its prefix and Region, got "com.amazonaws.eu-west-1.ssm"; write "ssm" [LZ-CFG-53]',
  ]],
  ['no flow logs without a reason', [['cloudwatch: { retention_days: 365 }', 'cloudwatch: false']], [
    'landing-zone.yaml:19:5 networks.web.flow_logs: the network would have no flow logs, got cloudwatch: false; send them to cloudwatch or s3, or add accept: with the reason [LZ-CFG-54]',
  ]],
  ['100 days of retention', [['retention_days: 365', 'retention_days: 100']], [
    'landing-zone.yaml:19:48 networks.web.flow_logs.cloudwatch.retention_days: CloudWatch Logs knows no such retention, got 100; use 120 [LZ-CFG-55]',
  ]],
  ['a bucket by its name', [['cloudwatch: { retention_days: 365 }', 's3: { bucket_arn: acme-logs }']], [
    'landing-zone.yaml:19:36 networks.web.flow_logs.s3.bucket_arn: this is not the ARN of a bucket, got "acme-logs"; write it like "arn:aws:s3:::acme-flow-logs" [LZ-CFG-56]',
  ]],
  ['five DNS servers', [['[10.0.0.2]', '[10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5, 10.0.0.6]']], [
    'landing-zone.yaml:20:13 networks.web.dhcp.domain_name_servers: a VPC has at most 4 DNS servers, got 5; remove some [LZ-CFG-57]',
  ]],
  ['a DNS server by name', [['[10.0.0.2]', '[ns.example.com]']], [
    'landing-zone.yaml:20:35 networks.web.dhcp.domain_name_servers.0: a DNS server is named by its address, got "ns.example.com"; write an address like "10.0.0.2" or "AmazonProvidedDNS" [LZ-CFG-57]',
  ]],
  // Flows, claims, peerings
  ['a colon that makes no known form', [['from: app, to: data', 'from: app, to: "endpoints:s3"']], [
    'landing-zone.yaml:23:26 networks.web.flows.1.to: the peer is not of a known form, got "endpoints:s3"; write tier, tier/group, account/network/tier[/group], internet, onprem:<name>, a CIDR, endpoint:<service> or prefix-list:<id> [LZ-FLOW-1]',
  ]],
  ['a misspelt section of tiers, once', [['    tiers:\n', '    teirs:\n']], [
    'landing-zone.yaml:14:5 networks.web.teirs: the key is not known, got "teirs"; did you mean "tiers"? [LZ-CFG-10]',
  ]],
  ['an unknown tier', [['from: app, to: data', 'from: app, to: dat']], [
    'landing-zone.yaml:23:26 networks.web.flows.1.to: there is no tier of this name, got "dat"; did you mean "data"? [LZ-CFG-40]',
  ]],
  ['a misspelt internet', [['from: app, to: internet', 'from: app, to: internett']], [
    'landing-zone.yaml:24:26 networks.web.flows.2.to: there is no tier of this name, got "internett"; did you mean "internet"? [LZ-CFG-40]',
  ]],
  ["an endpoint that isn't declared", [['from: app, to: data', 'from: app, to: "endpoint:ssmm"']], [
    'landing-zone.yaml:23:26 networks.web.flows.1.to: there is no endpoint of this name, got "ssmm"; did you mean "ssm"? [LZ-CFG-40]',
  ]],
  ['an unknown network outside AWS', [['from: app, to: data', 'from: app, to: "onprem:ofice"']], [
    'landing-zone.yaml:23:26 networks.web.flows.1.to: there is no network outside AWS of this name, got "ofice"; did you mean "office"? [LZ-CFG-40]',
  ]],
  ['an unknown account', [['to: hub/shared/services', 'to: hubb/shared/services']], [
    'landing-zone.yaml:25:26 networks.web.flows.3.to: there is no account of this name, got "hubb"; did you mean "hub"? [LZ-CFG-40]',
  ]],
  ["a network that the account hasn't", [['to: hub/shared/services', 'to: hub/web/app']], [
    'landing-zone.yaml:25:26 networks.web.flows.3.to: there is no network in account "hub" of this name, got "web"; use one of "shared", or give account "hub" this network [LZ-CFG-40]',
  ]],
  ['an unknown tier of another network', [['to: hub/shared/services', 'to: hub/shared/service']], [
    'landing-zone.yaml:25:26 networks.web.flows.3.to: there is no tier of this name, got "service"; did you mean "services"? [LZ-CFG-40]',
  ]],
  ['the internet opening connections to a private tier', [['to: public/alb', 'to: app']], [
    'landing-zone.yaml:22:31 networks.web.flows.0.to: the internet can\'t open connections to the private tier "app", got "app"; put a load balancer into a public tier between them [LZ-CFG-44]',
  ]],
  ["a flow between networks that aren't connected", [['between: [dev/web, hub/shared]', 'between: [hub/shared, hub/shared]']], [
    'landing-zone.yaml:25:9 networks.web.flows.3: dev/web and hub/shared are not connected, got "app → hub/shared/services tcp/3128"; add {between: [dev/web, hub/shared], why: …} to peerings: [LZ-CFG-49]',
    'landing-zone.yaml:32:5 peerings.0: a network can\'t be connected to itself, got "hub/shared – hub/shared"; name two networks [LZ-CFG-51]',
  ]],
  ['a flow between two other networks', [['from: app, to: hub/shared/services', 'from: hub/shared/services, to: hub/shared/services']], [
    'landing-zone.yaml:25:9 networks.web.flows.3: neither end lies in this network, got "hub/shared/services → hub/shared/services tcp/3128"; state the flow in the network of one of its ends [LZ-CFG-48]',
  ]],
  ['a way to the internet without NAT', [['cidr: 172.16.0.0/16', 'nat: none']], [
    'landing-zone.yaml:24:9 networks.web.flows.2: the private tier "app" reaches the internet through NAT, which account "dev" hasn\'t, got "app → internet tcp/443"; write nat: single or nat: one-per-zone [LZ-CFG-45]',
  ]],
  ['a way to the internet from an isolated tier', [['from: app, to: internet', 'from: data, to: internet']], [
    'landing-zone.yaml:24:9 networks.web.flows.2: the isolated tier "data" has no way to the internet, got "data → internet tcp/443"; make the tier private, or use a VPC endpoint [LZ-CFG-45]',
  ]],
  ['IPv6 in a network without', [['why: Payments', 'why: Payments, family: v6']], [
    'landing-zone.yaml:24:9 networks.web.flows.2: the flow needs IPv6, which the network hasn\'t, got "v6"; add ipv6: true to the network [LZ-CFG-46]',
  ]],
  ["families that don't meet", [['to: internet, port: tcp/443', 'to: 8.8.8.0/24, family: v6, port: tcp/443']], [
    'landing-zone.yaml:24:9 networks.web.flows.2: no address family is left to both ends, the port and family:, got "v6"; make them agree, or leave family out [LZ-CFG-46]',
  ]],
  ['overlapping flows', [['- { from: app, to: internet, port: tcp/443, why: Payments }', '- { from: app, to: data, port: tcp/5430-5440, why: Payments }']], [
    'landing-zone.yaml:24:9 networks.web.flows.2: the flow overlaps "app → data tcp/5432" of landing-zone.yaml:23:9 networks.web.flows.1, got "app → data tcp/5430-5440"; keep one, or give them ports apart [LZ-CFG-47]',
  ]],
  ['a flow written twice, once from each side', [['tiers: { services: { kind: private } }', 'tiers: { services: { kind: private } }\n    flows: [{ from: dev/web/app, to: services, port: tcp/3128, why: Again }]']], [
    'landing-zone.yaml:31:13 networks.shared.flows.0: the flow overlaps "app → hub/shared/services tcp/3128" of landing-zone.yaml:25:9 networks.web.flows.3, got "dev/web/app → services tcp/3128"; keep one, or give them ports apart [LZ-CFG-47]',
  ]],
  ['a flow that overlaps itself', [['port: tcp/5432', 'port: [tcp/5432, tcp/5000-6000]']], [
    'landing-zone.yaml:23:9 networks.web.flows.1: the flow overlaps "app → data tcp/5432" of another port of the same flow, got "app → data tcp/5000-6000"; keep one, or give them ports apart [LZ-CFG-47]',
  ]],
  ['characters that AWS refuses', [['why: Payments', 'why: Zahlungen für Kunden']], [
    'landing-zone.yaml:24:56 networks.web.flows.2.why: the reason has characters that AWS refuses in a description, got "ü"; use letters without accents, digits, spaces and ._-:/()#,@[]+=;{}!$* [LZ-TEXT-3]',
  ]],
  ['port all without a reason', [['port: tcp/5432', 'port: all']], [
    'landing-zone.yaml:23:9 networks.web.flows.1: port all opens everything, got "all"; name the ports, or add accept: with the reason [LZ-FLOW-6]',
  ]],
  ['a claim without a verb', [['- { isolated: { from: internet, to: data } }', '- {}']], [
    'landing-zone.yaml:27:9 networks.web.claims.0: a claim says isolated or reaches, got {}; write one claim for each [LZ-CFG-50]',
  ]],
  ['a claim about an unknown tier', [['isolated: { from: internet, to: data }', 'isolated: { from: internet, to: dta }']], [
    'landing-zone.yaml:27:43 networks.web.claims.0.isolated.to: there is no tier of this name, got "dta"; did you mean "data"? [LZ-CFG-40]',
  ]],
  ['a peering with an unknown network', [['between: [dev/web, hub/shared]', 'between: [dev/web, hub/web]']], [
    'landing-zone.yaml:32:26 peerings.0.between.1: no account has this network, got "hub/web"; use one of "hub/shared", "dev/web" [LZ-CFG-40]',
  ]],
  ['a peering stated twice', [['  - { between: [dev/web, hub/shared], why: Packages }', '  - { between: [dev/web, hub/shared], why: Packages }\n  - { between: [hub/shared, dev/web], why: Packages }']], [
    'landing-zone.yaml:33:5 peerings.1: the peering is stated twice, first at landing-zone.yaml:32:5 peerings.0, got "hub/shared – dev/web"; keep one [LZ-CFG-51]',
  ]],
  ['a peering without a common Region', [['regions: [eu-west-1], network: shared', 'regions: [eu-central-1], network: shared']], [
    'landing-zone.yaml:32:5 peerings.0: the two networks share no Region, and peerings lie within one, got "dev/web – hub/shared"; give them a Region in common [LZ-CFG-51]',
  ]],
  // Quotas, backend, tags, suppressions
  ['41 NACL entries', [['acl_entries: 20', 'acl_entries: 41']], [
    'landing-zone.yaml:6:24 quotas.acl_entries: network ACL entries per direction must be 1 to 40, got 41; write the quota that AWS shows for your accounts [LZ-CFG-52]',
  ]],
  ['0 NACL entries', [['acl_entries: 20', 'acl_entries: 0']], [
    'landing-zone.yaml:6:24 quotas.acl_entries: network ACL entries per direction must be 1 to 40, got 0; write the quota that AWS shows for your accounts [LZ-CFG-52]',
  ]],
  ['200 rules in each of 6 groups', [['group_rules: 60, interface_groups: 5', 'group_rules: 200, interface_groups: 6']], [
    'landing-zone.yaml:6:1 quotas: rules of a group times groups of an interface must be at most 1000, got 200 × 6 = 1200; with 6 groups have at most 166 rules [LZ-CFG-52]',
  ]],
  ['17 groups of an interface', [['interface_groups: 5', 'interface_groups: 17']], [
    'landing-zone.yaml:6:63 quotas.interface_groups: security groups of an interface must be 1 to 16, got 17; write the quota that AWS shows for your accounts [LZ-CFG-52]',
  ]],
  ['a bucket with capitals', [['kind: local, directory: terraform.state', 'kind: s3, bucket: AcmeState, region: eu-west-1']], [
    'landing-zone.yaml:3:30 backend.bucket: a bucket name is made of a-z, 0-9, dots and hyphens, with a letter or digit at both ends, got "AcmeState"; write the name alone, like "acme-terraform-state" [LZ-CFG-58]',
  ]],
  ['states in an absolute folder', [['directory: terraform.state', 'directory: /var/state']], [
    'landing-zone.yaml:3:36 backend.directory: the folder of the states must be a relative path without "..", got "/var/state"; write for example "terraform.state" [LZ-CFG-58]',
  ]],
  ['a tag that AWS keeps for itself', [['tags: { owner: platform }', 'tags: { "aws:owner": platform }']], [
    'landing-zone.yaml:4:9 tags["aws:owner"]: AWS keeps keys that begin with aws: for itself, got "aws:owner"; choose another [LZ-CFG-59]',
  ]],
  ['tags that differ in case only', [['tags: { owner: platform }', 'tags: { owner: platform, Owner: me }']], [
    'landing-zone.yaml:4:26 tags.Owner: the key differs from "owner" in case only, got "Owner"; keep one [LZ-CFG-59]',
  ]],
  ['a suppression without a reason', [['reason: Being rebuilt', 'reason: ""']], [
    'landing-zone.yaml:38:41 suppressions.0.reason: the reason is empty, got ""; say why the finding is acceptable [LZ-CFG-61]',
  ]],
  ['a suppression until February 30', [['until: 2027-01-31', 'until: 2027-02-30']], [
    'landing-zone.yaml:38:63 suppressions.0.until: this is not a day of the calendar, got "2027-02-30"; write it as YYYY-MM-DD [LZ-CFG-61]',
  ]],
  ['a gateway that is none', [['tgw-0123456789abcdef0', 'igw-0123456789abcdef0']], [
    'landing-zone.yaml:7:60 on_premises.office.gateway: this is not a transit or virtual private gateway, got "igw-0123456789abcdef0"; write its id, like "tgw-0123456789abcdef0" or "vgw-0123456789abcdef0" [LZ-CFG-62]',
  ]],
  ['several mistakes at once, in the order of the file', [['      data: { kind: isolated }\n', '      data: { kind: isolatd }\n    colour: red\n    claims: [{ reaches: { from: ap, to: dta, port: tcp/0x50 } }]\n    # the other claims are written below\n']], [
    'landing-zone.yaml:17:21 networks.web.tiers.data.kind: the word is not known here, got "isolatd"; did you mean "isolated"? [LZ-CFG-13]',
    'landing-zone.yaml:18:5 networks.web.colour: the key is not known, got "colour"; use one of "formerly", "zones", "nat", "nat_zone", "ipv6", "ranges", "tiers", "endpoints", "flow_logs", "dhcp", "flows", "claims", "lifecycle" [LZ-CFG-10]',
    'landing-zone.yaml:19:33 networks.web.claims.0.reaches.from: there is no tier of this name, got "ap"; did you mean "app"? [LZ-CFG-40]',
    'landing-zone.yaml:19:41 networks.web.claims.0.reaches.to: there is no tier of this name, got "dta"; did you mean "data"? [LZ-CFG-40]',
    'landing-zone.yaml:19:52 networks.web.claims.0.reaches.port: the port is not a number, got "tcp/0x50"; write tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all [LZ-PORT-1]',
    'landing-zone.yaml:29:5 networks.web.claims: the key is written twice, first at landing-zone.yaml:19:5, got "claims"; keep one of them [LZ-CFG-7]',
  ], 'a map has a key once'],
];

const camel = (text: string): string => text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The value that the YAML stands for, as TypeScript would build it. */
function asTypeScript(yaml: string): LandingZoneInput {
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camel(key), convert(inner)]));
  };
  return convert(parse(yaml)) as LandingZoneInput;
}

/** What is left of a line without a file: no positions, and keys as TypeScript spells them. */
const withoutFile = (lines: readonly string[]): string[] => lines.map((line) => camel(line.replace(/landing-zone\.yaml:\d+:\d+ /g, ''))).sort();

/** The tests take three; the reason of an exception is for readers. */
const casesOf = (rows: readonly Row[]): (readonly [string, readonly Edit[], readonly string[]])[] => rows.map(([title, edits, lines]) => [title, edits, lines]);

describe('a configuration in YAML', () => {
  test.each(casesOf(ROWS))('refuses %s', (_, edits, lines) => {
    expect(linesOf(() => parseConfiguration({ file: 'landing-zone.yaml', text: baseWith(...edits) }))).toEqual(lines);
  });
});

describe('the same configuration in TypeScript', () => {
  test.each(casesOf(ROWS.filter(([, , , yamlOnly]) => yamlOnly === undefined)))('refuses %s', (_, edits, lines) => {
    const found = linesOf(() => {
      checkConfiguration(asTypeScript(baseWith(...edits)));
    });
    expect(found.map(camel).sort()).toEqual(withoutFile(lines));
  });
});
