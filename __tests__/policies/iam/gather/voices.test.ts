import { voicesOf } from '../../../../policies/iam/gather';
import { Reference } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { resource, unknown } from '../../model/network/documents';
import { ALICE, ask, BUCKET } from './asking';

describe('each policy has a voice of its own', () => {
  it('allows, denies, says nothing, or is not known', () => {
    const policy = (name: string, body: string): ResourceFact =>
      resource(`aws_iam_user_policy.${name}`, { name, user: 'alice', policy: body });
    const denying = allowing('s3:GetObject').replace('Allow', 'Deny');
    const facts = [
      ALICE,
      BUCKET,
      policy('allow', allowing('s3:GetObject')),
      policy('deny', denying),
      policy('other', allowing('s3:PutObject')),
      policy('mfa', allowing('s3:GetObject', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
      resource('aws_iam_user_policy.open', { name: 'open', user: 'alice', policy: unknown('set from outside') }),
      resource('aws_s3_bucket_policy.p', { bucket: 'acme', policy: allowing('s3:GetObject', { Principal: '*' }) }),
    ];
    const { set, request } = ask(facts, ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x']);

    expect(voicesOf(set, request).map(({ place, policy: { name }, says, why }) => [place, name, says, why])).toEqual([
      ['identity', 'allow', 'allows', undefined],
      ['identity', 'deny', 'denies', undefined],
      ['identity', 'other', 'nothing', undefined],
      ['identity', 'mfa', 'unknown', "aws:MultiFactorAuthPresent isn't known"],
      ['identity', 'open', 'unknown', 'set from outside'],
      ['resource', 'aws_s3_bucket_policy.p', 'allows', undefined],
    ]);
  });

  it('wherever it stands, and a refusal that is not known leaves open what an allowance says', () => {
    const org = resource('aws_organizations_organization.org', {}, { accountId: '999999999999' });
    const dev = resource('aws_organizations_account.dev', {
      id: '111111111111',
      parent_id: new Reference([{ key: org.key, attribute: 'roots[0].id' }]),
    });
    const unless = { Effect: 'Deny', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } };
    const statements = [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Action: '*', Resource: '*', ...unless },
    ];
    const facts = [
      org,
      dev,
      resource('aws_iam_user.alice', { name: 'alice', permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess' }),
      resource('aws_iam_user_policy.a', {
        name: 'own',
        user: 'alice',
        policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
      }),
      BUCKET,
      resource('aws_vpc_endpoint.s3', { id: 'vpce-1', policy: allowing('s3:GetObject', { Principal: '*' }) }),
    ];
    const question = ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x'] as const;
    const { set, request } = ask(facts, question, { 'aws:sourcevpce': ['vpce-1'] });
    const session = [{ name: 'session', policy: set.boundary!.policy }] as const;

    expect(voicesOf({ ...set, session }, request).map(({ place, policy: { name }, says }) => [place, name, says])).toEqual([
      ['identity', 'own', 'unknown'],
      ['boundary', 'PowerUserAccess', 'allows'],
      ['session', 'session', 'allows'],
      ['endpoint', 'policy of aws_vpc_endpoint.s3', 'allows'],
      ['scp', 'FullAWSAccess', 'allows'],
      ['scp', 'FullAWSAccess', 'allows'],
      ['rcp', 'RCPFullAWSAccess', 'allows'],
      ['rcp', 'RCPFullAWSAccess', 'allows'],
    ]);
  });
});
