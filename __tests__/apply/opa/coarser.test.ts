import type { Json } from '../../../policies/model/universe';
import { derivedPlan } from '../../policies/rules/plan/derived-plan';
import { byRego, byTypeScript } from './two-judges';

function bucketPolicy(...statements: readonly Json[]): Json {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return derivedPlan({ rule: 'public-data', case: 'conforming', address: 'aws_s3_bucket_policy.site', after: { policy } });
}

const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-site/*' };
const FENCE = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
};
const OWN = { StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } };

/** Where TypeScript reads more, Rego is the stricter one: it denies or tells, and never passes what TypeScript finds. */
describe('Rego is coarser, and told in docs/opa.md, where', () => {
  const cases: readonly (readonly [title: string, plan: Json, rego: readonly string[]])[] = [
    [
      'a statement that denies takes back what another one allows to everybody',
      bucketPolicy(EVERYBODY, FENCE),
      ['plan/public-data violated aws_s3_bucket_policy.site: its policy lets everybody in'],
    ],
    [
      'a condition compares with the owner of the resource by a variable',
      bucketPolicy({ ...EVERYBODY, Condition: OWN }),
      ['plan/public-data violated aws_s3_bucket_policy.site: its policy lets everybody in'],
    ],
  ];

  test.each(cases)('%s', (_title, plan, rego) => {
    expect(byRego({ plan })).toEqual({ plan: rego });
    expect(byTypeScript(plan)).toEqual([]);
  });
});
