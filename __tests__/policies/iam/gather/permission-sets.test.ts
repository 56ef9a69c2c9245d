import { decide } from '../../../../policies/iam/evaluate/decide';
import type { ContextValue } from '../../../../policies/iam/request';
import { textOf } from '../../../../policies/model/arns';
import { readPolicy } from '../../../../policies/model/policy/read-policy';
import { Unknown } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { assigned, DEV, ofOps, OPERATORS, OPS, PROD } from '../../model/identity/reading/identity-center/portal';
import { resource, unknown } from '../../model/network/documents';
import { ask, names, whys } from './asking';

const READS = ofOps('permission_set_inline_policy.i', { inline_policy: allowing('s3:*', { Resource: 'arn:aws:s3:::dev/*' }) });
const BUCKET = resource('aws_s3_bucket.dev', { bucket: 'dev' }, { accountId: DEV });
const PORTAL = [OPS, OPERATORS, READS, BUCKET, assigned('dev', DEV), assigned('prod', PROD)];
const ROLE = `arn:aws:iam::${DEV}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_0123456789abcdef`;
const SESSION = `arn:aws:sts::${DEV}:assumed-role/AWSReservedSSO_Ops_0123456789abcdef/ann`;

type Question = readonly [who: string, action: string, what: string];

/** What is decided, by whom, and why. */
function decided(
  [who, action, what]: Question,
  more: readonly ResourceFact[] = [],
  given: Readonly<Record<string, ContextValue>> = {},
): readonly [decision: string, why: string] {
  const { set, request } = ask([...PORTAL, ...more], [who, action, what], given);
  const { decision, by, why } = decide(set, request);
  return [`${decision} by ${by}`, why];
}

const GET = ['s3:GetObject', 'arn:aws:s3:::dev/a'] as const;
const BY_INLINE = 'statement 1 of aws_ssoadmin_permission_set_inline_policy.i allows it';

describe('whoever is assigned a permission set asks', () => {
  it.each([
    ['the address of the assignment', 'aws_ssoadmin_account_assignment.dev'],
    ['its address in its stack', 'net:aws_ssoadmin_account_assignment.dev'],
    ["the role's ARN", ROLE],
    ["the role's ARN with the Region", ROLE.replace('com/', 'com/eu-west-1/')],
    ["a session's ARN", SESSION],
  ])('by %s, %s', (_what, who) => {
    expect(decided([who, ...GET])).toEqual(['allowed by identity', BY_INLINE]);
    expect(decided([who, 'ec2:StopInstances', `arn:aws:ec2:eu-west-1:${DEV}:instance/i-1`])[0]).toBe('denied by identity');
  });

  it('by the address of any assignment that shares the role', () => {
    expect(decided(['aws_ssoadmin_account_assignment.more', ...GET], [assigned('more', DEV)])).toEqual([
      'allowed by identity',
      BY_INLINE,
    ]);
  });

  it('as a session of that role in that account, whose name and tags are not told', () => {
    const { request } = ask(PORTAL, ['aws_ssoadmin_account_assignment.dev', ...GET]);

    expect(request.caller.kind).toBe('role-session');
    expect(request.caller.accountId).toBe(DEV);
    expect([...request.context.keys()]).toEqual([]);
  });

  it.each([
    ['another set', ROLE.replace('Ops', 'Audit')],
    ['other digits than AWS gives', ROLE.replace('abcdef', 'abcdeg')],
    ['another path', ROLE.replace('/aws-reserved/', '/')],
  ])('not by the ARN of %s: what that may do is not told', (_of, who) => {
    expect(decided([who, ...GET])[0]).toBe('unknown by identity');
  });

  it('of another account by no policy of this one', () => {
    expect(decided([ROLE.replace(DEV, '444444444444'), ...GET])[0]).toBe('denied by resource');
  });

  it('by a session of a set that is not told with access that is not told', () => {
    expect(decided([SESSION.replace('Ops', 'Audit'), ...GET])[0]).toBe('unknown by identity');
  });

  it('with access that is not told where two sets of one name are assigned to the account', () => {
    const twin = resource('aws_ssoadmin_permission_set.twin', { name: 'Ops' }, { stack: 'twin' });
    const other = assigned('twin', DEV, { permission_set_arn: textOf([new Unknown('which')]) });
    const byTwin = { ...other, body: { ...other.body, permission_set_arn: 'arn:aws:sso:::permissionSet/ssoins-2/ps-2' } };
    const named = { ...twin, body: { name: 'Ops', arn: 'arn:aws:sso:::permissionSet/ssoins-2/ps-2' } };

    expect(decided([ROLE, ...GET], [named, byTwin])[0]).toBe('unknown by identity');
  });

  it('with access that hangs on the tags of the session, which are not told', () => {
    const byTag = allowing('ec2:StopInstances', { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'core' } } });
    const more = [ofOps('managed_policy_attachment.m', { managed_policy_arn: 'arn:aws:iam::222222222222:policy/tagged' })];
    const policy = resource('aws_iam_policy.tagged', { name: 'tagged', policy: byTag }, { accountId: DEV });
    const stop = [
      'aws_ssoadmin_account_assignment.dev',
      'ec2:StopInstances',
      `arn:aws:ec2:eu-west-1:${DEV}:instance/i-1`,
    ] as const;

    expect(decided(stop, [...more, policy])).toEqual([
      'unknown by identity',
      "whether statement 1 of tagged allows it isn't known: aws:PrincipalTag/team isn't known",
    ]);
    expect(decided(stop, [...more, policy], { 'aws:principaltag/team': ['core'] })[0]).toBe('allowed by identity');
  });

  it('within the boundary of the set', () => {
    const limit = ofOps('permissions_boundary_attachment.b', {
      permissions_boundary: [{ managed_policy_arn: 'arn:aws:iam::aws:policy/AWSDenyAll' }],
    });

    expect(decided(['aws_ssoadmin_account_assignment.dev', ...GET], [limit])[0]).toBe('denied by explicit deny');
  });
});

describe('service control policies', () => {
  const organization = resource('aws_organizations_organization.acme', { feature_set: 'ALL' }, { accountId: '111111111111' });
  const dev = resource('aws_organizations_account.dev', { id: DEV, name: 'dev' });
  const keep = resource('aws_organizations_policy.keep', { name: 'keep', content: allowing('s3:*', { Effect: 'Deny' }) });
  const attached = resource('aws_organizations_policy_attachment.keep', {
    policy_id: textOf([new Unknown('replaced below')]),
    target_id: DEV,
  });
  const guard = { ...keep, body: { ...keep.body, id: 'p-12345678' } };
  const world = [organization, dev, guard, { ...attached, body: { policy_id: 'p-12345678', target_id: DEV } }];

  it.each(['aws_ssoadmin_account_assignment.dev', ROLE, SESSION])('limit the role of a permission set: %s', (who) => {
    expect(decided([who, ...GET], world)).toEqual(['denied by explicit deny', 'statement 1 of keep denies it']);
  });

  it.each([
    [`arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Ops_*`, 'allowed by identity'],
    [`arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*`, 'allowed by identity'],
    [`arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Audit_*`, 'denied by explicit deny'],
    [`arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Ops_0123*`, 'unknown by explicit deny'],
  ])('but for whom they spare by %s: %s', (pattern, says) => {
    const content = allowing('s3:*', { Effect: 'Deny', Condition: { ArnNotLike: { 'aws:PrincipalArn': pattern } } });
    const spare = { ...guard, body: { ...guard.body, content } };

    expect(decided(['aws_ssoadmin_account_assignment.dev', ...GET], [organization, dev, spare, ...world.slice(3)])[0]).toBe(says);
  });

  it.each([
    [`arn:*:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Ops_*`, 'unknown by explicit deny'],
    [`arn:*:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Ops_*`, 'allowed by identity'],
    [`arn:*:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Audit_*`, 'denied by explicit deny'],
  ])('whose Region is not told for whom they spare by %s: %s', (pattern, says) => {
    const content = allowing('s3:*', { Effect: 'Deny', Condition: { StringNotLike: { 'aws:PrincipalArn': pattern } } });
    const spare = { ...guard, body: { ...guard.body, content } };
    const { region: _region, ...placeless } = assigned('placeless', DEV);
    const facts = [OPS, OPERATORS, READS, BUCKET, placeless, organization, dev, spare, ...world.slice(3)];
    const { set, request } = ask(facts, ['aws_ssoadmin_account_assignment.placeless', ...GET]);
    const { decision, by } = decide(set, request);

    expect(`${decision} by ${by}`).toBe(says);
  });

  it('do not limit the role in the management account', () => {
    const set = ask([...PORTAL, ...world, assigned('own', '111111111111')], ['aws_ssoadmin_account_assignment.own', ...GET]).set;

    expect(set.scp).toBeUndefined();
  });
});

describe('an assignment whose account is not told', () => {
  const untold = assigned('any', unknown());

  it('is somebody whose account is not told, so that no answer is sure that hangs on it', () => {
    expect(decided(['aws_ssoadmin_account_assignment.any', ...GET], [untold])).toEqual([
      'unknown by resource',
      "whether caller and resource are of one account isn't known",
    ]);
  });

  it('may surely not do what the set does not allow', () => {
    expect(decided(['aws_ssoadmin_account_assignment.any', 'iam:CreateUser', `arn:aws:iam::${DEV}:user/x`], [untold])[0]).toBe(
      'denied by identity',
    );
  });
});

describe('the role of a permission set', () => {
  const ADMIN = resource('aws_iam_user.admin', { name: 'admin' }, { accountId: DEV });
  const ALL = resource('aws_iam_user_policy.all', { name: 'all', user: 'admin', policy: allowing('*') }, { accountId: DEV });

  it.each(['iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:DeleteRolePermissionsBoundary'])(
    'is changed by nobody of the account: %s',
    (action) => {
      expect(decided(['aws_iam_user.admin', action, ROLE], [ADMIN, ALL])).toEqual([
        'denied by nobody',
        'nobody but AWS changes a role under /aws-reserved/',
      ]);
    },
  );

  it('is assumed by nobody of the account, whatever he is allowed', () => {
    expect(decided(['aws_iam_user.admin', 'sts:AssumeRole', ROLE], [ADMIN, ALL])).toEqual([
      'denied by resource',
      'no policy of the resource allows it',
    ]);
    expect(decided(['lambda.amazonaws.com', 'sts:AssumeRole', ROLE])[0]).toBe('denied by resource');
  });

  it("is perhaps taken by whoever comes from a SAML provider of Identity Center's name, and by no other", () => {
    const saml = (name: string): string => `arn:aws:iam::${DEV}:saml-provider/${name}`;
    const take = (provider: string): string => decided([provider, 'sts:AssumeRoleWithSAML', ROLE])[0];

    expect(take(saml('AWSSSO_0123456789abcdef_DO_NOT_DELETE'))).toBe('unknown by resource');
    expect(take(saml('okta'))).toBe('denied by resource');
  });

  it('is called by its statements where a policy of a resource names it by the digits that only AWS tells', () => {
    const open = readPolicy(allowing('s3:GetObject', { Principal: { AWS: ROLE.replace('com/', 'com/eu-west-1/') } }));
    const { set, request } = ask(PORTAL, ['aws_ssoadmin_account_assignment.dev', 's3:GetObject', 'arn:aws:s3:::other/a']);
    const named = { ...set, resource: [{ name: 'open', policy: open }] };

    expect(decide(named, { ...request, resourceAccountId: DEV })).toMatchObject({
      decision: 'unknown',
      why: "whether statement 1 of open allows it isn't known: whether the caller is named is only known after apply",
    });
  });

  it('has a say by each of its policies, and no doubt where all is told', () => {
    const asked = ask(PORTAL, ['aws_ssoadmin_account_assignment.dev', ...GET]);

    expect(names(asked.set.identity)).toEqual(['aws_ssoadmin_permission_set_inline_policy.i']);
    expect(whys(asked)).toEqual([]);
  });
});
