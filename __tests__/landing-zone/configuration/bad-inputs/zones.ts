import type { Row } from './row';

/** Zones. */
export const ZONES: readonly Row[] = [
  [
    'a zone by its full name',
    [['zones: [a, b]', 'zones: [a, eu-west-1b]']],
    [
      'landing-zone.yaml:10:16 networks.web.zones.1: this is not a zone, got "eu-west-1b"; write the letter alone, "b" [LZ-CFG-30]',
    ],
  ],
  [
    'a zone listed twice',
    [['zones: [a, b]', 'zones: [a, b, a]']],
    ['landing-zone.yaml:10:19 networks.web.zones.2: the zone is listed twice, got "a"; keep one [LZ-CFG-32]'],
  ],
  [
    'zones by letter and by id',
    [['zones: [a, b]', 'zones: [a, euw1-az2]']],
    [
      'landing-zone.yaml:10:5 networks.web.zones: zones by letter and by id are mixed, and may be the same zone, got ["a","euw1-az2"]; use letters or ids, not both [LZ-CFG-33]',
    ],
  ],
  [
    'zone ids of two Regions',
    [['zones: [euw1-az1]', 'zones: [euw1-az1, use1-az1]']],
    [
      'landing-zone.yaml:29:5 networks.shared.zones: the zone ids are of several Regions, got ["euw1-az1","use1-az1"]; use ids of one Region, or letters [LZ-CFG-33]',
    ],
  ],
  [
    "a NAT zone that the network hasn't",
    [['nat_zone: a', 'nat_zone: c']],
    ['landing-zone.yaml:12:15 networks.web.nat_zone: the network has no such zone, got "c"; use one of "a", "b" [LZ-CFG-34]'],
  ],
  [
    'a NAT zone with one gateway per zone',
    [['nat: single\n', 'nat: one-per-zone\n']],
    [
      'landing-zone.yaml:12:15 networks.web.nat_zone: the zone of a NAT gateway can be chosen with nat: single only, got "a"; leave it out, or write nat: single instead of one-per-zone [LZ-CFG-34]',
    ],
  ],
  [
    "an account's zones without the network's NAT zone",
    [['cidr: 172.16.0.0/16', 'zones: [b, c]']],
    [
      'landing-zone.yaml:36:88 accounts.dev.networks.web.zones: the zone of the network\'s NAT gateway, "a", is not among them, got ["b","c"]; keep it, or add nat_zone: to the account\'s network [LZ-CFG-34]',
    ],
  ],
];
