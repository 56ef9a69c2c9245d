import type { Row } from './row';

/** Quotas, backend, tags, suppressions. */
export const QUOTAS_TO_SUPPRESSIONS: readonly Row[] = [
  [
    '41 NACL entries',
    [['acl_entries: 20', 'acl_entries: 41']],
    [
      'landing-zone.yaml:6:24 quotas.acl_entries: network ACL entries per direction must be 1 to 40, got 41; write the quota that AWS shows for your accounts [LZ-CFG-52]',
    ],
  ],
  [
    '0 NACL entries',
    [['acl_entries: 20', 'acl_entries: 0']],
    [
      'landing-zone.yaml:6:24 quotas.acl_entries: network ACL entries per direction must be 1 to 40, got 0; write the quota that AWS shows for your accounts [LZ-CFG-52]',
    ],
  ],
  [
    '200 rules in each of 6 groups',
    [['group_rules: 60, interface_groups: 5', 'group_rules: 200, interface_groups: 6']],
    [
      'landing-zone.yaml:6:1 quotas: rules of a group times groups of an interface must be at most 1000, got 200 × 6 = 1200; with 6 groups have at most 166 rules [LZ-CFG-52]',
    ],
  ],
  [
    '17 groups of an interface',
    [['interface_groups: 5', 'interface_groups: 17']],
    [
      'landing-zone.yaml:6:63 quotas.interface_groups: security groups of an interface must be 1 to 16, got 17; write the quota that AWS shows for your accounts [LZ-CFG-52]',
    ],
  ],
  [
    'a bucket with capitals',
    [['kind: local, directory: terraform.state', 'kind: s3, bucket: AcmeState, region: eu-west-1']],
    [
      'landing-zone.yaml:3:30 backend.bucket: a bucket name is made of small letters, digits, dots and hyphens, got "AcmeState"; name it like "acme-trail-222222222222-eu-west-1" [LZ-BUCKET-1]',
    ],
  ],
  [
    'states in an absolute folder',
    [['directory: terraform.state', 'directory: /var/state']],
    [
      'landing-zone.yaml:3:36 backend.directory: the folder of the states must be a relative path without "..", got "/var/state"; write for example "terraform.state" [LZ-CFG-58]',
    ],
  ],
  [
    'a tag that AWS keeps for itself',
    [['tags: { owner: platform }', 'tags: { "aws:owner": platform }']],
    [
      'landing-zone.yaml:4:9 tags["aws:owner"]: AWS keeps keys that begin with aws: for itself, got "aws:owner"; choose another [LZ-CFG-59]',
    ],
  ],
  [
    'tags that differ in case only',
    [['tags: { owner: platform }', 'tags: { owner: platform, Owner: me }']],
    ['landing-zone.yaml:4:26 tags.Owner: the key differs from "owner" in case only, got "Owner"; keep one [LZ-CFG-59]'],
  ],
  [
    'a suppression without a reason',
    [['reason: Being rebuilt', 'reason: ""']],
    ['landing-zone.yaml:38:41 suppressions.0.reason: the reason is empty, got ""; say why the finding is acceptable [LZ-CFG-61]'],
  ],
  [
    'a suppression until February 30',
    [['until: 2027-01-31', 'until: 2027-02-30']],
    [
      'landing-zone.yaml:38:63 suppressions.0.until: this is not a day of the calendar, got "2027-02-30"; write it as YYYY-MM-DD [LZ-CFG-61]',
    ],
  ],
  [
    'a gateway that is none',
    [['tgw-0123456789abcdef0', 'igw-0123456789abcdef0']],
    [
      'landing-zone.yaml:7:60 on_premises.office.gateway: this is not a transit or virtual private gateway, got "igw-0123456789abcdef0"; write its id, like "tgw-0123456789abcdef0" or "vgw-0123456789abcdef0" [LZ-CFG-62]',
    ],
  ],
  [
    'several mistakes at once, in the order of the file',
    [
      [
        '      data: { kind: isolated }\n',
        '      data: { kind: isolatd }\n    colour: red\n    claims: [{ reaches: { from: ap, to: dta, port: tcp/0x50 } }]\n    # the other claims are written below\n',
      ],
    ],
    [
      'landing-zone.yaml:17:21 networks.web.tiers.data.kind: the word is not known here, got "isolatd"; did you mean "isolated"? [LZ-CFG-13]',
      'landing-zone.yaml:18:5 networks.web.colour: the key is not known, got "colour"; use one of "formerly", "zones", "nat", "nat_zone", "ipv6", "ranges", "tiers", "endpoints", "flow_logs", "dhcp", "flows", "claims", "lifecycle" [LZ-CFG-10]',
      'landing-zone.yaml:19:33 networks.web.claims.0.reaches.from: there is no tier of this name, got "ap"; did you mean "app"? [LZ-CFG-40]',
      'landing-zone.yaml:19:41 networks.web.claims.0.reaches.to: there is no tier of this name, got "dta"; did you mean "data"? [LZ-CFG-40]',
      'landing-zone.yaml:19:52 networks.web.claims.0.reaches.port: the port is not a number, got "tcp/0x50"; write tcp/443, udp/53, tcp/8000-8100, icmp/8/0, icmpv6/128, proto/50 or all [LZ-PORT-1]',
      'landing-zone.yaml:29:5 networks.web.claims: the key is written twice, first at landing-zone.yaml:19:5, got "claims"; keep one of them [LZ-CFG-7]',
    ],
    'a map has a key once',
  ],
];
