import { decide } from '../../../../policies/iam/evaluate/decide';
import type { PlacedPolicy, PolicySet } from '../../../../policies/iam/policy-set';
import type { AccessRequest } from '../../../../policies/iam/request';
import { readPolicy } from '../../../../policies/model/policy/read-policy';
import { Unknown } from '../../../../policies/model/term';

const HOME = '111111111111';
const ALL = { Action: '*', Resource: '*' };

function named(name: string, ...statements: object[]): PlacedPolicy {
  return {
    name,
    key: `dev:aws_iam_policy.${name}`,
    policy: readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements })),
  };
}
const admin = named('admin', { Effect: 'Allow', ...ALL });
const byMfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

const REQUEST: AccessRequest = {
  caller: { kind: 'user', arn: `arn:aws:iam::${HOME}:user/alice`, accountId: HOME },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::logs/a',
  resourceAccountId: HOME,
  context: new Map(),
};
const ask = (set: Partial<PolicySet>) =>
  decide({ identity: [], resource: [], resourceKind: 'other', grants: [], doubts: [], ...set }, REQUEST);
const whyOf = (set: Partial<PolicySet>): string => ask(set).why;

describe('the reason of a decision', () => {
  it('names the statement that allows, by its Sid or its number', () => {
    const reads = named(
      'acme-audit',
      { Effect: 'Deny', Action: 'ec2:*', Resource: '*' },
      { Sid: 'ReadLogs', Effect: 'Allow', ...ALL },
    );

    expect(whyOf({ identity: [reads] })).toBe('Sid "ReadLogs" of acme-audit allows it');
    expect(whyOf({ identity: [admin] })).toBe('statement 1 of admin allows it');
    expect(ask({ identity: [reads] }).statement).toEqual({ policy: reads, index: 1, sid: 'ReadLogs' });
  });

  it('names the statement that denies', () => {
    expect(whyOf({ identity: [admin, named('lock', { Sid: 'Lock', Effect: 'Deny', ...ALL })] })).toBe(
      'Sid "Lock" of lock denies it',
    );
  });

  it.each<[string, Partial<PolicySet>]>([
    ["no policy of the caller's allows it", {}],
    [
      "the boundary edge doesn't allow it",
      { identity: [admin], boundary: named('edge', { Effect: 'Allow', ...ALL, Action: 'ec2:*' }) },
    ],
    ['no service control policy of level 2 allows it', { identity: [admin], scp: [[admin], []] }],
    ['no policy of the resource allows it', { identity: [admin], resourceKind: 'kms' }],
    [
      "whether statement 1 of mfa allows it isn't known: aws:MultiFactorAuthPresent isn't known",
      { identity: [named('mfa', { Effect: 'Allow', ...ALL, Condition: byMfa })] },
    ],
    [
      'whether Sid "NoMfa" of lock denies it isn\'t known: aws:MultiFactorAuthPresent isn\'t known',
      { identity: [admin, named('lock', { Sid: 'NoMfa', Effect: 'Deny', ...ALL, Condition: byMfa })] },
    ],
    [
      "whether far allows it isn't known: far isn't known: it is read from another state",
      { identity: [{ name: 'far', policy: new Unknown('it is read from another state') }] },
    ],
    ['it may have more policies', { identity: [admin], doubts: [new Unknown('it may have more policies')] }],
  ])('%s', (why, set) => {
    expect(whyOf(set)).toBe(why);
  });
});
