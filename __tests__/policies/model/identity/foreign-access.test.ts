import { decide } from '../../../../policies/iam/evaluate/decide';
import { callerOf, contextOf, policySetFor, resourceOf } from '../../../../policies/iam/gather';
import type { ContextValue } from '../../../../policies/iam/request';
import { identityFactsOf } from '../../../../policies/model/identity/reading';
import type { Universe } from '../../../../policies/model/universe';
import { readScenario } from '../../foreign/foreign';
import { attachedShown, held, principalAt, resourceAt, textShown } from './facts-text';

const FORMS = ['plan', 'state'] as const;
type Form = (typeof FORMS)[number];

const universes: Readonly<Record<Form, Universe>> = {
  plan: { stacks: [readScenario('access', 'plan')] },
  state: { stacks: [readScenario('access', 'state')] },
};
const ALICE = 'aws_iam_user.this["alice"]';
const BOB = 'aws_iam_user.this["bob"]';
const SHOP = 'module.team["shop"].aws_iam_role.this';

describe.each(FORMS)('Terraform that is not ours, as a %s', (form) => {
  const facts = identityFactsOf(universes[form]);

  it('tells who is in which group, and has its policies, by name, by id and by for_each', () => {
    const alice = principalAt(facts, ALICE);

    expect(alice.groups).toEqual(['access:aws_iam_group.this["admins"]']);
    expect(held(alice)).toEqual([
      'inline need-mfa: Deny sts:GetSessionToken iam:EnableMFADevice on *',
      'aws-managed AdministratorAccess: Allow * on *',
    ]);
    expect(alice.tags).toEqual({ team: 'core' });
  });

  it('tells the policy that a document puts together, as far as that is known', () => {
    const bucket =
      form === 'state' ? 'arn:aws:s3:::acme-access-logs' : '<not known (known only after apply, from aws_s3_bucket.logs.arn)>';

    expect(held(principalAt(facts, BOB))).toEqual([
      `managed audit: Allow s3:GetObject on ${bucket}${form === 'state' ? '/*' : ''}; Allow iam:GetUser on arn:aws:iam::111111111111:user/people/\${aws:username}`,
    ]);
  });

  it('tells roles in modules with boundary and trust', () => {
    const { boundary, trust, doubts, policies } = principalAt(facts, SHOP);

    expect([boundary, trust].map((attached) => attached && attachedShown(attached))).toEqual([
      'managed shop-edge: Allow s3:* kms:* on *',
      `inline trust policy of ${SHOP}: Allow sts:AssumeRole`,
    ]);
    expect(doubts).toEqual([]);
    expect(policies.map(({ name }) => name)).toEqual(['write', 'AmazonSSMManagedInstanceCore']);
  });

  it('tells the policies of buckets and keys, and the grants on them', () => {
    expect(resourceAt(facts, 'aws_s3_bucket.logs').policies.map(({ key }) => key)).toEqual(['access:aws_s3_bucket_policy.logs']);
    expect(resourceAt(facts, 'aws_kms_key.main').policies).toHaveLength(1);
    expect(facts.grants.map(({ keys, certain, actions }) => ({ keys, certain, actions }))).toEqual([
      { keys: ['access:aws_kms_key.main'], certain: true, actions: ['kms:Decrypt'] },
    ]);
    expect(facts.grants.map(({ grantee }) => grantee && textShown(grantee))).toEqual([textShown(principalAt(facts, SHOP).arn)]);
  });

  const decided = (who: string, action: string, what: string, given: Readonly<Record<string, ContextValue>> = {}): string => {
    const universe = universes[form];
    const caller = callerOf(facts, who);
    const { arn, accountId } = resourceOf(universe, what);
    const context = contextOf(facts, caller, new Map(Object.entries(given)));
    const owner = accountId === undefined ? {} : { resourceAccountId: accountId };
    const request = { caller, action, resource: arn, context, ...owner };
    return decide(policySetFor(facts, request), request).decision;
  };

  it.each<[string, string, string, string, Readonly<Record<string, ContextValue>>]>([
    ['denied', ALICE, 'iam:DeleteUser', BOB, { 'aws:multifactorauthpresent': ['false'] }],
    ['denied', BOB, 'iam:DeleteUser', ALICE, {}],
    ['denied', SHOP, 'iam:DeleteUser', ALICE, {}],
    ['denied', 'anonymous', 's3:GetObject', 'aws_s3_bucket.logs/a', { 'aws:securetransport': ['false'] }],
    ['allowed', 'ec2.amazonaws.com', 'sts:AssumeRole', SHOP, {}],
    ['denied', 'lambda.amazonaws.com', 'sts:AssumeRole', SHOP, {}],
    ['unknown', ALICE, 'iam:DeleteUser', BOB, {}],
  ])('says %s of %s, %s and %s with %j', (decision, who, action, what, given) => {
    expect(decided(who, action, what, given)).toBe(decision);
  });
});
