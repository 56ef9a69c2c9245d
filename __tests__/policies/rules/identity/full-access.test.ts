import fc from 'fast-check';

import { readPolicy } from '../../../../policies/model/policy/read-policy';
import type { Statement } from '../../../../policies/model/policy/policy';
import { Unknown } from '../../../../policies/model/term';
import { allowsEverything } from '../../../../policies/rules/identity/full-access';
import { allow, deny, policy, type Written } from './written';

function statementsOf(...statements: readonly Written[]): readonly Statement[] {
  const read = readPolicy(policy(...statements));
  return read instanceof Unknown ? [] : read.statements;
}

const patterns = ['*', 'iam:*', 's3:*', '*:*', '?*:*', 'ec2:Run*', 'kms:Decrypt', 'sts:*', '*:Get*', 'dynamodb:*', 'a*', 'l*'];
const resources = ['*', 'arn:aws:*', 'arn:aws:s3:::*', 'arn:aws:iam::*:*', 'arn:aws:s3:::ledger/*'];
const listed = (from: readonly string[]): fc.Arbitrary<string[]> => fc.uniqueArray(fc.constantFrom(...from), { minLength: 1 });
const anyAllow = fc.tuple(listed(patterns), listed(resources)).map(([actions, on]) => allow(actions, { Resource: on }));
const anyDeny = fc.tuple(listed(patterns), listed(resources)).map(([actions, on]) => deny(actions, { Resource: on }));
const anyStatement = fc.oneof({ weight: 3, arbitrary: anyAllow }, { weight: 1, arbitrary: anyDeny });
const anyPolicy = fc.array(anyStatement, { maxLength: 4 });

const rank = (told: boolean | undefined): number => [false, undefined, true].indexOf(told);
const rankOf = (statements: readonly Written[]): number => rank(allowsEverything(statementsOf(...statements)));

describe('what statements allow together', () => {
  it('is everything where one of them allows "*" on "*", and nothing where there is none', () => {
    expect(allowsEverything(statementsOf(allow('*')))).toBe(true);
    expect(allowsEverything([])).toBe(false);
  });

  it('never shrinks by an Allow, and never grows by a Deny', () => {
    fc.assert(
      fc.property(anyPolicy, anyAllow, anyDeny, (statements, more, less) => {
        const before = rankOf(statements);
        expect(rankOf([...statements, more])).toBeGreaterThanOrEqual(before);
        expect(rankOf([...statements, less])).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('is the same in any order, and with an Allow of several actions split into one for each', () => {
    fc.assert(
      fc.property(anyPolicy, (statements) => {
        const split = statements.flatMap((statement) => {
          const actions = statement.Action as readonly string[];
          return actions.map((action) => ({ ...statement, Action: action }));
        });
        expect(rankOf([...statements].reverse())).toBe(rankOf(statements));
        expect(rankOf(split)).toBe(rankOf(statements));
      }),
    );
  });
});

describe('a condition of an Allow', () => {
  const withKey = (key: string): boolean | undefined =>
    allowsEverything(statementsOf(allow('*', { Condition: { StringEquals: { [key]: 'x' } } })));

  it.each(['aws:MultiFactorAuthPresent', 'aws:SourceIp', 'aws:PrincipalTag/team', 'aws:RequestedRegion', 'AWS:PRINCIPALORGID'])(
    'on %s leaves it everything',
    (key) => {
      expect(withKey(key)).toBe(true);
    },
  );

  it.each(['aws:ResourceTag/team', 'aws:RequestTag/team', 'aws:TagKeys', 's3:prefix', 'iam:PassedToService'])(
    'on %s limits it',
    (key) => {
      expect(withKey(key)).toBe(false);
    },
  );
});
