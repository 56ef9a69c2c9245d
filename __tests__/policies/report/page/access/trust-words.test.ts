import { conditionClause, conditionNoun } from '../../../../../policies/report/page/access/trust/condition-words';

it.each([
  ['StringEquals', 'sts:ExternalId', ['acme-4711'], 'external id is acme-4711'],
  ['StringLike', 'token.actions.githubusercontent.com:sub', ['repo:acme/*'], 'sub is like repo:acme/*'],
  ['StringEquals', 'app.terraform.io:aud', ['a', 'b'], 'aud is a or b'],
  ['StringNotEquals', 'aws:PrincipalOrgID', ['o-abcdefghij'], 'organisation is not o-abcdefghij'],
  ['ArnLike', 'aws:SourceArn', ['arn:aws:ec2:*'], 'source ARN is like arn:aws:ec2:*'],
  ['IpAddress', 'aws:SourceIp', ['192.0.2.0/24'], 'source address is in 192.0.2.0/24'],
  ['Bool', 'aws:MultiFactorAuthPresent', ['true'], 'it comes with MFA'],
  ['Bool', 'aws:MultiFactorAuthPresent', ['false'], 'MFA is false'],
  ['BoolIfExists', 'aws:MultiFactorAuthPresent', ['true'], 'it comes with MFA, or the request does not tell'],
  ['NumericLessThan', 'aws:MultiFactorAuthAge', ['3600'], 'aws:MultiFactorAuthAge NumericLessThan 3600'],
  ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', ['o-a/*'], 'aws:PrincipalOrgPaths ForAnyValue:StringLike o-a/*'],
  ['Null', 'aws:TokenIssueTime', ['true'], 'aws:TokenIssueTime Null true'],
  ['Sounds', 'sts:ExternalId', ['x'], 'sts:ExternalId Sounds x'],
])('%s of %s with %j is "%s"', (operator, key, values, clause) => {
  expect(conditionClause({ operator, key, values })).toBe(clause);
});

it('a claim of a token is called by its own name, whoever issues it, and what nobody knows by its key', () => {
  expect(['gitlab.com:sub', 'accounts.google.com:oaud', 'aws:RequestTag/team'].map(conditionNoun)).toEqual([
    'sub',
    'oaud',
    'aws:RequestTag/team',
  ]);
});
