import { conditionHolds } from './condition';
import { type Context, contextOf } from './request';
import { session, user } from './callers';

const context = (keys: Readonly<Record<string, string | readonly string[]>>): Context =>
  contextOf({ principal: user('alice'), action: 's3:GetObject', resource: '*', context: keys });

function holds(
  operator: string,
  key: string,
  expected: string | boolean | readonly string[],
  actual?: string | readonly string[],
  version = '2012-10-17',
): boolean {
  const statement = { Effect: 'Allow', Condition: { [operator]: { [key]: expected } } };
  return conditionHolds(statement, version, context(actual === undefined ? {} : { [key]: actual }));
}

describe('one value against the policy', () => {
  it.each([
    ['StringEquals', 'team', 'team', true],
    ['StringEquals', 'team', 'Team', false],
    ['StringEquals', 't*', 'team', false],
    ['StringNotEquals', 'team', 'Team', true],
    ['StringEqualsIgnoreCase', 'team', 'TEAM', true],
    ['StringNotEqualsIgnoreCase', 'team', 'TEAM', false],
    ['StringLike', 't??m*', 'team', true],
    ['StringLike', 'T*', 'team', false],
    ['StringNotLike', 't*', 'team', false],
    ['Bool', 'true', 'True', true],
    ['Bool', 'true', 'false', false],
    ['NumericEquals', '10', '10.0', true],
    ['NumericNotEquals', '10', '11', true],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', '10', '10', false],
    ['NumericGreaterThanEquals', '10', '10', true],
    ['DateEquals', '2026-01-01T00:00:00Z', '1767225600', true],
    ['DateNotEquals', '2026-01-01T00:00:00Z', '1767225601', true],
    ['DateLessThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', true],
    ['DateLessThan', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', false],
    ['DateLessThanEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', true],
    ['DateGreaterThan', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', true],
    ['DateGreaterThanEquals', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.255', true],
    ['IpAddress', '203.0.113.0/24', '203.0.114.0', false],
    ['IpAddress', '203.0.113.7', '203.0.113.7', true],
    ['IpAddress', '203.0.113.7', '203.0.113.8', false],
    ['NotIpAddress', '203.0.113.0/24', '203.0.114.0', true],
    ['IpAddress', '2001:db8::/32', '2001:db8:1::1', true],
    ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
    ['ArnLike', 'arn:aws:logs:*:111111111111:*', 'arn:aws:logs:eu-west-1:111111111111:log-group:a:*', true],
    ['ArnLike', 'arn:aws:logs:*:111111111111:*', 'arn:aws:logs:eu-west-1:222222222222:log-group:a:*', false],
    ['ArnLike', 'arn:aws:s3:*:logs', 'arn:aws:s3:::logs', false],
    ['ArnEquals', 'arn:aws:iam::111111111111:role/*', 'arn:aws:iam::111111111111:role/deploy', true],
    ['ArnEquals', 'arn:aws:iam::111111111111:role/*', 'role/deploy', false],
    ['ArnNotEquals', 'arn:aws:iam::111111111111:role/*', 'arn:aws:iam::111111111111:role/deploy', false],
    ['ArnNotLike', 'arn:aws:iam::*:role/a', 'arn:aws:iam::111111111111:role/b', true],
  ])('%s %j takes %j: %s', (operator, expected, actual, holding) => {
    expect(holds(operator, 'test:Key', expected, actual)).toBe(holding);
  });

  it('takes one of several values of the policy, and none of them where the operator is inverted', () => {
    expect([
      holds('StringEquals', 'test:Key', ['a', 'b'], 'b'),
      holds('StringEquals', 'test:Key', ['a', 'b'], 'c'),
      holds('StringNotEquals', 'test:Key', ['a', 'b'], 'b'),
      holds('StringNotEquals', 'test:Key', ['a', 'b'], 'c'),
    ]).toEqual([true, false, false, true]);
  });

  it('refuses an operator that IAM does not have', () => {
    expect(() => holds('StringEqual', 'test:Key', 'a', 'a')).toThrow('IAM has no condition operator StringEqual');
  });
});

describe('a key that the request does not have', () => {
  it.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['Bool', false],
    ['BoolIfExists', true],
    ['ArnLike', false],
    ['ArnNotLike', true],
    ['NumericLessThan', false],
    ['IpAddress', false],
    ['NotIpAddress', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
  ])('%s holds: %s', (operator, holding) => {
    expect(holds(operator, 'test:Key', 'a')).toBe(holding);
  });

  it('is told by Null, true where it is missing and false where it is there', () => {
    expect([
      holds('Null', 'test:Key', 'true'),
      holds('Null', 'test:Key', 'true', 'a'),
      holds('Null', 'test:Key', 'false'),
      holds('Null', 'test:Key', 'false', 'a'),
    ]).toEqual([true, false, false, true]);
  });

  it('with IfExists is judged like without where the key is there', () => {
    expect([holds('BoolIfExists', 'test:Key', false, 'false'), holds('BoolIfExists', 'test:Key', false, 'true')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a key of several values', () => {
  it.each([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a'], ['a', 'b'], false],
    ['ForAllValues:StringNotEquals', ['a'], ['a', 'b'], false],
    ['ForAllValues:StringLike', ['a*'], ['a1', 'a2'], true],
    ['ForAnyValue:StringEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringEquals', ['c'], ['a', 'b'], false],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a'], ['a'], false],
  ])('%s %j takes %j: %s', (operator, expected, actual, holding) => {
    expect(holds(operator, 'aws:TagKeys', expected, actual)).toBe(holding);
  });

  it('is not compared without saying how', () => {
    expect(() => holds('StringEquals', 'aws:TagKeys', 'a', ['a', 'b'])).toThrow(
      'aws:TagKeys has 2 values: StringEquals needs ForAllValues or ForAnyValue',
    );
  });
});

describe('all lines of a condition', () => {
  const condition = { StringEquals: { 'test:A': 'a', 'test:B': 'b' }, Bool: { 'test:C': 'true' } };

  it.each([
    [{ 'test:A': 'a', 'test:B': 'b', 'test:C': 'true' }, true],
    [{ 'test:A': 'x', 'test:B': 'b', 'test:C': 'true' }, false],
    [{ 'test:A': 'a', 'test:B': 'x', 'test:C': 'true' }, false],
    [{ 'test:A': 'a', 'test:B': 'b', 'test:C': 'false' }, false],
    [{ 'TEST:a': 'a', 'Test:b': 'b', 'test:c': 'true' }, true],
  ])('must hold, whatever the case of their keys: %j %s', (keys, holding) => {
    expect(conditionHolds({ Effect: 'Allow', Condition: condition }, '2012-10-17', context(keys))).toBe(holding);
  });
});

describe('variables', () => {
  it('are put in by StringEquals and StringLike, and are text there', () => {
    expect([
      holds('StringEquals', 'test:Owner', '${aws:username}', 'alice'),
      holds('StringEquals', 'test:Owner', '${aws:username}', 'bob'),
      holds('StringLike', 'test:Owner', '${aws:USERNAME}/*', 'alice/a'),
      holds('StringLike', 'test:Owner', '${*}', 'alice'),
      holds('StringLike', 'test:Owner', '${*}', '*'),
      holds('ArnLike', 'aws:SourceArn', 'arn:aws:iam::*:user/${aws:username}', 'arn:aws:iam::111111111111:user/alice'),
    ]).toEqual([true, false, true, false, true, true]);
  });

  it('have a default, but only in version 2012-10-17', () => {
    const withDefault = "${aws:PrincipalTag/team, 'none'}";

    expect([
      holds('StringEquals', 'test:Team', withDefault, 'none'),
      holds('StringEquals', 'test:Team', withDefault, 'none', '2008-10-17'),
      holds('StringEquals', 'test:Team', withDefault, withDefault, '2008-10-17'),
    ]).toEqual([true, false, true]);
  });

  it('give way to what the request says, default or not', () => {
    const statement = { Effect: 'Allow', Condition: { StringEquals: { 'test:Team': "${aws:PrincipalTag/team, 'none'}" } } };
    const keys = context({ 'aws:PrincipalTag/team': 'red', 'test:Team': 'red' });

    expect(conditionHolds(statement, '2012-10-17', keys)).toBe(true);
  });

  it('without a value are like nothing, so that inverted operators hold', () => {
    expect([
      holds('StringEquals', 'test:Team', '${aws:PrincipalTag/team}', ''),
      holds('StringLike', 'test:Team', '*${aws:PrincipalTag/team}*', 'red'),
      holds('StringNotEquals', 'test:Team', '${aws:PrincipalTag/team}', 'red'),
    ]).toEqual([false, false, true]);
  });

  it('take no key of several values', () => {
    const statement = { Effect: 'Allow', Condition: { StringEquals: { 'test:Team': '${aws:TagKeys}' } } };

    expect(conditionHolds(statement, '2012-10-17', context({ 'aws:TagKeys': ['a', 'b'], 'test:Team': 'a' }))).toBe(false);
  });

  it('know no aws:username in a session of a role', () => {
    const keys = contextOf({
      principal: session('deploy'),
      action: 'iam:GetUser',
      resource: '*',
      context: { 'test:Owner': 'work' },
    });
    const statement = { Effect: 'Allow', Condition: { StringLike: { 'test:Owner': '*${aws:username}*' } } };

    expect(conditionHolds(statement, '2012-10-17', keys)).toBe(false);
  });
});
