import type { Json } from '../../../../policies/model/universe';
import type { Derivation } from './derived-plan';

/** What is changed, and the verdict that both judges must give; none where they must be silent. */
export type Derived = readonly [title: string, derivation: Derivation, verdict: 'violated' | 'unknown' | 'silent'];

const SSH = 'aws_vpc_security_group_ingress_rule.ssh';

function ssh(after: Readonly<Record<string, Json>>): Derivation {
  const open = { cidr_ipv4: null, cidr_ipv6: null, from_port: 22, to_port: 22, ip_protocol: 'tcp', prefix_list_id: null };
  return { rule: 'open-groups', case: 'conforming', address: SSH, actions: ['update'], after: { ...open, ...after } };
}

function trust(statement: Readonly<Record<string, Json>>): Derivation {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', ...statement },
  });
  return { rule: 'open-trust', case: 'violating', address: 'aws_iam_role.anyone', after: { assume_role_policy: policy } };
}

function anyone(condition: Readonly<Record<string, Json>>): Derivation {
  return trust({ Principal: { AWS: '*' }, Condition: condition });
}

function grant(statement: Readonly<Record<string, Json>>): Derivation {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  return { rule: 'administrators', case: 'violating', address: 'aws_iam_policy.operators', after: { policy } };
}

function audit(before: Json, after: Json): Derivation {
  const address = 'aws_cloudwatch_log_group.audit';
  return {
    rule: 'stateful',
    case: 'violating',
    address,
    before: { retention_in_days: before },
    after: { retention_in_days: after },
  };
}

const bucket = (actions: readonly string[], after: Readonly<Record<string, Json>> | null = null): Derivation => ({
  rule: 'stateful',
  case: 'conforming',
  address: 'aws_s3_bucket.archive',
  actions,
  after,
});

const trail = (before: Readonly<Record<string, Json>>, after: Readonly<Record<string, Json>>): Derivation => ({
  rule: 'trails',
  case: 'conforming',
  address: 'aws_cloudtrail.gone',
  actions: ['update'],
  before,
  after,
});

const advanced = (...fields: readonly Readonly<Record<string, Json>>[]): Json => [{ name: '', field_selector: fields }];
const DATA = { field: 'eventCategory', equals: ['Data'] };

const password = (before: Json, after: Json, name = 'max_password_age'): Derivation => ({
  rule: 'guardrails',
  case: 'conforming',
  address: 'aws_iam_account_password_policy.all',
  before: { [name]: before },
  after: { [name]: after },
});

const scp = (before: Json, after: Json): Derivation => ({
  rule: 'guardrails',
  case: 'conforming',
  address: 'aws_organizations_policy.baseline',
  before: { content: before },
  after: { content: after },
});

const DENY = { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' };
const policy = (...Statement: readonly Readonly<Record<string, Json>>[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

/** Boundaries in pairs, and ways around the rules. */
export const DERIVED: readonly Derived[] = [
  ['ssh from a public /8', ssh({ cidr_ipv4: '12.0.0.0/8' }), 'violated'],
  ['ssh from a public /9', ssh({ cidr_ipv4: '12.0.0.0/9' }), 'silent'],
  ['ssh from 10.0.0.0/8', ssh({ cidr_ipv4: '10.0.0.0/8' }), 'silent'],
  ['ssh from 127.0.0.0/8', ssh({ cidr_ipv4: '127.0.0.0/8' }), 'silent'],
  ['ssh from 0.0.0.0/1', ssh({ cidr_ipv4: '0.0.0.0/1' }), 'violated'],
  ['ssh from 128.0.0.0/1', ssh({ cidr_ipv4: '128.0.0.0/1' }), 'violated'],
  ['ssh from 224.0.0.0/4', ssh({ cidr_ipv4: '224.0.0.0/4' }), 'silent'],
  ['ssh from 2600::/16', ssh({ cidr_ipv6: '2600::/16' }), 'violated'],
  ['ssh from 2600::/17', ssh({ cidr_ipv6: '2600::/17' }), 'silent'],
  ['ssh from ::/1', ssh({ cidr_ipv6: '::/1' }), 'violated'],
  ['ssh from 8000::/1', ssh({ cidr_ipv6: '8000::/1' }), 'violated'],
  ['ssh from fc00::/7', ssh({ cidr_ipv6: 'fc00::/7' }), 'silent'],
  ['ports 0 to 21 from everywhere', ssh({ cidr_ipv4: '0.0.0.0/0', from_port: 0, to_port: 21 }), 'silent'],
  ['ports 0 to 22 from everywhere', ssh({ cidr_ipv4: '0.0.0.0/0', from_port: 0, to_port: 22 }), 'violated'],
  ['protocol 6 from everywhere', ssh({ cidr_ipv4: '0.0.0.0/0', ip_protocol: '6' }), 'violated'],
  ['icmp of type 22 from everywhere', ssh({ cidr_ipv4: '0.0.0.0/0', ip_protocol: 'icmp' }), 'silent'],
  [
    'every protocol from everywhere',
    ssh({ cidr_ipv4: '0.0.0.0/0', ip_protocol: '-1', from_port: null, to_port: null }),
    'violated',
  ],
  ['ssh from a prefix list', ssh({ prefix_list_id: 'pl-0a1b2c3d4e5f60718' }), 'unknown'],
  ['ssh from a group', ssh({ referenced_security_group_id: 'sg-0a1b2c3d4e5f60719' }), 'silent'],

  ['a bucket that is destroyed', bucket(['delete']), 'violated'],
  ['a bucket that is forgotten', bucket(['forget']), 'silent'],
  ['a bucket that an earlier apply left behind', { ...bucket(['delete']), deposed: '0a1b2c3d' }, 'violated'],
  ['a bucket that is replaced after the new one is made', bucket(['create', 'delete'], {}), 'violated'],
  ['a bucket that is forgotten after the new one is made', bucket(['create', 'forget'], {}), 'silent'],
  ['a retention of 400 days that stays', audit(400, 400), 'silent'],
  ['a retention of 400 days made 399', audit(400, 399), 'violated'],
  ['a retention of 400 days made for ever', audit(400, 0), 'silent'],
  ['a retention for ever made 3653 days', audit(0, 3653), 'violated'],
  ['a retention for ever, left out', audit(0, null), 'silent'],

  [
    'an instance of which nobody wrote whether it is public',
    {
      rule: 'public-data',
      case: 'conforming',
      address: 'aws_rds_cluster_instance.reader',
      actions: ['create'],
      unknown: { publicly_accessible: true },
    },
    'silent',
  ],

  ['a trust in everybody with an external id', anyone({ StringEquals: { 'sts:ExternalId': 'acme' } }), 'violated'],
  ['a trust in everybody of an organisation', anyone({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }), 'silent'],
  [
    'a trust in everybody who has no organisation',
    anyone({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
    'violated',
  ],
  [
    'a trust in all values of an empty set',
    anyone({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } }),
    'violated',
  ],
  ['a trust in any organisation', anyone({ StringLike: { 'aws:PrincipalOrgID': '*' } }), 'violated'],
  [
    'a trust in a role name of any account',
    anyone({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deployer' } }),
    'violated',
  ],
  [
    'a trust in any role of an account',
    anyone({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/*' } }),
    'silent',
  ],
  ['a trust in half of all addresses', anyone({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }), 'violated'],
  ['a trust in an office', anyone({ IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } }), 'silent'],
  ['a trust in addresses of whatever VPC', anyone({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/24' } }), 'violated'],
  ['a trust in a service', trust({ Principal: { Service: 'ec2.amazonaws.com' } }), 'silent'],
  ['a trust in * as a principal of another kind', trust({ Principal: { Federated: '*' } }), 'silent'],
  ['a trust that is no JSON', { ...trust({}), after: { assume_role_policy: '{' } }, 'unknown'],

  ['every action on every resource', grant({ Action: '*', Resource: '*' }), 'violated'],
  ['every action, written twice over', grant({ Action: '**', Resource: '**' }), 'violated'],
  [
    'every action where MFA is present',
    grant({ Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    'violated',
  ],
  ['every action on one bucket', grant({ Action: '*', Resource: 'arn:aws:s3:::acme-shop/*' }), 'silent'],
  ['every action of S3 on every resource', grant({ Action: 's3:*', Resource: '*' }), 'silent'],
  ['every action but those of IAM', grant({ NotAction: 'iam:*', Resource: '*' }), 'silent'],

  [
    'a trail without selectors given one that sees the same',
    trail({}, { event_selector: [{ include_management_events: true, read_write_type: 'All' }] }),
    'silent',
  ],
  [
    'a trail without selectors given one of writes alone',
    trail({}, { event_selector: [{ include_management_events: true, read_write_type: 'WriteOnly' }] }),
    'violated',
  ],
  [
    'a trail without selectors told to leave KMS out',
    trail(
      {},
      {
        event_selector: [
          { include_management_events: true, read_write_type: 'All', exclude_management_event_sources: ['kms.amazonaws.com'] },
        ],
      },
    ),
    'violated',
  ],
  [
    'an advanced selector that asks for less',
    trail(
      { advanced_event_selector: advanced(DATA, { field: 'resources.type', equals: ['AWS::S3::Object'] }) },
      { advanced_event_selector: advanced(DATA) },
    ),
    'silent',
  ],
  [
    'an advanced selector that asks for more',
    trail(
      { advanced_event_selector: advanced(DATA) },
      { advanced_event_selector: advanced(DATA, { field: 'resources.type', equals: ['AWS::S3::Object'] }) },
    ),
    'violated',
  ],
  [
    'an advanced selector with one name more to leave out',
    trail(
      { advanced_event_selector: advanced(DATA, { field: 'eventName', not_equals: ['GetObject'] }) },
      { advanced_event_selector: advanced(DATA, { field: 'eventName', not_equals: ['GetObject', 'PutObject'] }) },
    ),
    'violated',
  ],
  [
    'an advanced selector with one type more to see',
    trail(
      { advanced_event_selector: advanced(DATA, { field: 'resources.type', equals: ['AWS::S3::Object'] }) },
      {
        advanced_event_selector: advanced(DATA, {
          field: 'resources.type',
          equals: ['AWS::S3::Object', 'AWS::Lambda::Function'],
        }),
      },
    ),
    'silent',
  ],
  [
    'an advanced selector of one name where there was a beginning of names',
    trail(
      { advanced_event_selector: advanced(DATA, { field: 'resources.ARN', starts_with: ['arn:aws:s3:::acme-'] }) },
      { advanced_event_selector: advanced(DATA, { field: 'resources.ARN', equals: ['arn:aws:s3:::acme-a/x'] }) },
    ),
    'violated',
  ],
  [
    'a trail without selectors given an advanced one of management events that leaves some out',
    trail({}, { advanced_event_selector: advanced({ field: 'eventCategory', equals: ['Management'], not_equals: ['x'] }) }),
    'violated',
  ],
  [
    'a log group taken from a trail',
    trail(
      { cloud_watch_logs_group_arn: 'arn:aws:logs:eu-west-1:111111111111:log-group:trail:*' },
      { cloud_watch_logs_group_arn: '' },
    ),
    'violated',
  ],

  ['passwords of 90 days made 90', password(90, 90), 'silent'],
  ['passwords of 90 days made 91', password(90, 91), 'violated'],
  ['passwords of 90 days made 89', password(90, 89), 'silent'],
  ['passwords of 90 days made for ever', password(90, 0), 'violated'],
  ['passwords for ever made 90 days', password(0, 90), 'silent'],
  ['24 former passwords made 23', password(24, 23, 'password_reuse_prevention'), 'violated'],
  [
    'an SCP whose denial is written in another order',
    scp(policy(DENY), policy({ Resource: ['*'], Action: [DENY.Action], Effect: 'Deny', Sid: 'X' })),
    'silent',
  ],
  [
    'an SCP that allows less',
    scp(
      policy(DENY, { Effect: 'Allow', Action: '*', Resource: '*' }),
      policy(DENY, { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
    ),
    'silent',
  ],
  ['an SCP whose denial allows', scp(policy(DENY), policy({ ...DENY, Effect: 'Allow' })), 'violated'],
  [
    'an SCP whose denial has an exception',
    scp(policy(DENY), policy({ ...DENY, Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'x' } } })),
    'violated',
  ],
  ['an SCP that becomes no JSON', scp(policy(DENY), 'nothing'), 'unknown'],
];
