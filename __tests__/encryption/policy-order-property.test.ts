import fc from 'fast-check';

import type { Statement } from '../../modules/core/policy/statement';
import { type KeyPolicyProps, type KeyUserInput, KeyUses } from '../../modules/encryption';
import { policyTextOf } from './key-of';

const role = (name: string): string => `arn:aws:iam::111111111111:role/${name}`;

/** Two of every kind that could collide, written with lists that could be turned. */
const ADMINISTRATORS = [role('admin'), role('terraform'), '111111111111', '222222222222'];
const USERS: readonly KeyUserInput[] = [
  { principal: role('a'), may: 'decrypt' },
  { principal: role('b'), may: 'decrypt' },
  { principal: role('a'), may: 'encrypt', viaService: 's3' },
  { principal: role('c'), may: 'decrypt', encryptionContext: { team: 'shop', stage: 'prod' } },
  { principal: role('d'), may: 'decrypt', encryptionContext: { team: 'desk' } },
];
const STATEMENTS: readonly Statement[] = [
  {
    Sid: 'Look',
    Effect: 'Allow',
    Principal: { AWS: ['222222222222', role('a')] },
    Action: ['kms:ListGrants', 'kms:DescribeKey'],
  },
  {
    Sid: 'Guard',
    Effect: 'Deny',
    Principal: '*',
    Action: 'kms:Decrypt',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
];

/** Every list of a value turned round, at any depth. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return [...(value as unknown[])].reverse().map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned<unknown>(inner)]),
  ) as T;
}

const uses = (turn: <T>(value: T) => T): KeyPolicyProps['uses'] => [
  KeyUses.logGroups(turn({ names: ['/acme/a', '/acme/b*'] })),
  KeyUses.cloudTrail({ trailArn: 'arn:aws:cloudtrail:eu-west-1:111111111111:trail/organization' }),
  KeyUses.config(turn({ accountIds: ['222222222222', '333333333333'] })),
  KeyUses.flowLogDelivery(turn({ accountIds: ['222222222222', '333333333333'] })),
  KeyUses.topics(turn({ publishers: ['events.amazonaws.com', 'cloudwatch.amazonaws.com'], names: ['security', 'alarms'] })),
  KeyUses.parameters(turn({ path: '/acme/prod/shop', readers: [role('a'), role('b')], writers: [role('c')] })),
  KeyUses.parameters(turn({ path: '/acme/prod/desk', readers: [role('a'), role('b')] })),
  KeyUses.buckets(turn({ names: ['acme-one', 'acme-two'], readers: [role('a')], writers: [role('b'), role('c')] })),
  KeyUses.sessionManager(turn({ people: [role('a'), role('b')], instances: [role('c'), role('d')] })),
];

const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

describe('the policy of a key', () => {
  const straight = policyTextOf({
    administrators: ADMINISTRATORS,
    uses: uses((value) => value) ?? [],
    users: USERS,
    statements: STATEMENTS,
  });

  test('has a statement of every part', () => {
    const sids = (JSON.parse(straight) as { Statement: Statement[] }).Statement.map(({ Sid }) => Sid.replace(/[0-9a-f]{8}$/, ''));

    expect(sids).toEqual([
      'Administrators',
      'CloudTrail',
      'CloudTrailDescribe',
      'Config',
      'Decrypt',
      'DecryptInContext',
      'DecryptInContext',
      'Describe',
      'EncryptViaS3',
      'Guard',
      'HoldSessions',
      'LogDelivery',
      'LogGroups',
      'Look',
      'ReadBuckets',
      'ReadParameters',
      'ReadParameters',
      'StartSessions',
      'Topics',
      'TopicsOfEvents',
      'WriteBuckets',
      'WriteParameters',
    ]);
  });

  test('is the same text whatever the order of administrators, uses, users, statements and their lists', () => {
    const parts = fc.record({
      administrators: shuffled(ADMINISTRATORS),
      uses: fc.boolean().chain((isTurned) => shuffled(uses(isTurned ? turned : (value) => value) ?? [])),
      users: shuffled(USERS).chain((users) => fc.constantFrom(users, turned(users))),
      statements: shuffled(STATEMENTS).chain((statements) => fc.constantFrom(statements, turned(statements))),
    });

    fc.assert(fc.property(parts, (props) => policyTextOf(props) === straight));
  });
});
