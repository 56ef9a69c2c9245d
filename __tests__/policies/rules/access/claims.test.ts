import type { IntentAccessClaim } from '../../../../modules/core/intent';
import { accessClaims } from '../../../../policies/rules/access/claims';
import { PEOPLE, policyOf, universeOf } from '../../iam/inquiry/organization';

type Claim = Partial<IntentAccessClaim>;

/** What is found of one claim about the people above: verdict, where, problem. */
function findings(claim: Claim, resources: Parameters<typeof universeOf>[0] = PEOPLE): readonly string[] {
  return accessClaims
    .judge(universeOf(resources, [claim]))
    .map(({ verdict, address = '-', problem }) => `${verdict} ${address}: ${problem}`);
}

const bob = { principal: 'dev:aws_iam_user.bob' };
const alice = { principal: 'arn:aws:iam::111111111111:user/alice' };
const auditors = { principal: 'dev:aws_iam_group.auditors' };
const mfa = (present: string): Claim => ({ context: { 'aws:MultiFactorAuthPresent': [present] } });

describe('a claim holds', () => {
  it.each<[string, Claim]>([
    ['that somebody without policies is denied', { ...bob }],
    ['that somebody who is allowed is', { kind: 'allowed', ...alice }],
    [
      'that a member of a group may list',
      { kind: 'allowed', ...auditors, actions: ['s3:ListBucket'], resource: 'dev:aws_s3_bucket.reports' },
    ],
    ['that a member may read with MFA', { kind: 'allowed', ...auditors, ...mfa('true') }],
    ['that a member may not read without', { ...auditors, ...mfa('false') }],
    [
      'that a member may not read where nothing is said of MFA at all',
      { ...auditors, withoutContext: ['AWS:MultiFactorAuthPresent'] },
    ],
    ['that nobody deletes', { actions: ['s3:DeleteObject*'] }],
    [
      'that a member makes keys of their own',
      {
        kind: 'allowed',
        ...auditors,
        actions: ['iam:CreateAccessKey'],
        resource: 'arn:aws:iam::111111111111:user/member-of-auditors',
      },
    ],
    ['that a member makes nobody else keys', { ...auditors, actions: ['iam:CreateAccessKey'], resource: 'dev:aws_iam_user.bob' }],
    ['that strangers are denied', { principal: 'anonymous' }],
  ])('%s', (_what, claim) => {
    expect(findings(claim)).toEqual([]);
  });
});

describe('a claim does not hold', () => {
  it.each<[string, Claim, string]>([
    [
      'that nobody reads, where alice does',
      { ...alice },
      'violated aws_iam_user_policy.alice: arn:aws:iam::111111111111:user/alice may s3:GetObject',
    ],
    ['that bob reads', { kind: 'allowed', ...bob }, 'violated -: dev:aws_iam_user.bob may not s3:GetObject'],
    [
      'that one of any does not, where one may and one perhaps may',
      {},
      'violated aws_iam_user_policy.alice: dev:aws_iam_user.alice may s3:GetObject',
    ],
    [
      'that alice does nothing with objects, where one action of a pattern is allowed',
      { ...alice, actions: ['s3:GetObject*'] },
      'violated aws_iam_user_policy.alice: arn:aws:iam::111111111111:user/alice may s3:GetObject',
    ],
  ])('%s', (_what, claim, finding) => {
    expect(findings(claim)).toEqual([finding]);
  });

  it.each<[string, Claim, string]>([
    [
      'a principal',
      { principal: 'dev:aws_iam_user.bop' },
      'this is nobody who could ask, got "dev:aws_iam_user.bop"; did you mean "dev:aws_iam_user.bob"? [LZ-CAN-2]',
    ],
    [
      'a resource',
      { resource: 'aws_s3_bucket.report' },
      'nothing in the documents is called that, got "aws_s3_bucket.report"; did you mean "aws_s3_bucket.reports"? [LZ-CAN-5]',
    ],
    ['an action', { actions: ['s3:GetObjects'] }, 'AWS has no action "s3:GetObjects"'],
    ['any service', { actions: ['*'] }, 'it is about every action of AWS, and has to name a service'],
  ])('that names %s which is not there', (_what, claim, why) => {
    expect(findings(claim)).toEqual([`violated -: nothing stands for it: ${why}`]);
  });

  it('about anybody where nobody is', () => {
    expect(findings({}, { aws_s3_bucket: PEOPLE.aws_s3_bucket })).toEqual([
      'violated -: nothing stands for it: the documents make no user, role or group',
    ]);
  });
});

describe('a claim is left open', () => {
  it('by a condition key of which nothing is said', () => {
    expect(findings({ ...auditors })).toEqual([
      'unknown aws_iam_group_policy.auditors: dev:aws_iam_group.auditors perhaps may s3:GetObject; what is not known decides',
    ]);
  });

  it('by a policy that only apply tells', () => {
    const more = {
      ...PEOPLE,
      aws_iam_role: { r: { name: 'r', assume_role_policy: policyOf() } },
      aws_iam_role_policy: { r: { role: '${aws_iam_role.r.name}', policy: '${var.policy}' } },
    };

    expect(findings({ principal: 'dev:aws_iam_role.r' }, more)).toEqual([
      'unknown aws_iam_role_policy.r: dev:aws_iam_role.r perhaps may s3:GetObject; what is not known decides',
    ]);
  });
});

it('says what was claimed, where, and which statement decides', () => {
  const position = { file: 'landing-zone.yaml', line: 9, column: 5 };

  expect(accessClaims.judge(universeOf(PEOPLE, [{ ...alice, position }]))).toEqual([
    expect.objectContaining({
      stated: 'denied: arn:aws:iam::111111111111:user/alice s3:GetObject on arn:aws:s3:::reports/a',
      position,
      witness: expect.stringContaining('"Read"') as string,
      fix: 'take back what allows it, or give up the claim',
    }),
  ]);
});
