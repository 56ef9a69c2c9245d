import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { liveThrough } from '../../../../policies/iam/scenarios/live-through';
import { policyOf, universeOf } from '../inquiry/organization';

type StatementJson = Readonly<Record<string, unknown>>;

const OWN = 'arn:aws:iam::*:user/${aws:username}';
const KEYS = { Sid: 'Keys', Effect: 'Allow', Action: 'iam:*AccessKey*', Resource: OWN };
const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const WITH_MFA = { Sid: 'Mfa', Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: MFA };

/** One user with these policies, who has what else is said. */
function livesOf(
  policies: readonly (readonly StatementJson[] | string)[],
  more: Readonly<Record<string, object>> = {},
): ReturnType<typeof liveThrough> {
  const written = policies.map((policy, place): readonly [string, object] => {
    const text = typeof policy === 'string' ? policy : policyOf(...policy);
    return [`p${String(place)}`, { user: '${aws_iam_user.ann.name}', name: `p${String(place)}`, policy: text }];
  });
  const resources = { aws_iam_user: { ann: { name: 'ann' } }, aws_iam_user_policy: Object.fromEntries(written), ...more };
  return liveThrough(Inquiry.of(universeOf(resources)));
}

const namesOf = (...input: Parameters<typeof livesOf>): readonly string[] => livesOf(...input).map(({ life }) => life.name);

function astray(...statements: readonly StatementJson[]): readonly string[] {
  return livesOf([[KEYS, ...statements]]).flatMap(({ calls }) =>
    calls.flatMap(({ call, decisions, astray: by }) =>
      by.map((one) => `${call.scenario}: ${call.action} by ${one} is ${decisions[one].decision}`),
    ),
  );
}

describe('somebody looks after keys of their own', () => {
  const machine = ['a machine user'];
  it.each<[string, readonly (readonly StatementJson[] | string)[], readonly string[]]>([
    ['where one of two policies says so', [[WITH_MFA], [KEYS]], ['a person with MFA']],
    ['where one of two statements says so', [[{ ...KEYS, Action: 's3:*', Resource: '*' }, KEYS]], machine],
    ['where one of two resources is the own user', [[{ ...KEYS, Resource: ['arn:aws:s3:::b', OWN] }]], machine],
    ['beside a policy that nobody knows', [[KEYS], '${aws_s3_bucket.b.arn}'], machine],
    ['not where that is denied', [[{ ...KEYS, Effect: 'Deny' }]], []],
    ['not where that is everything but the own user', [[{ Sid: 'K', Effect: 'Allow', Action: 's3:*', NotResource: OWN }]], []],
    ['not where no resource is named', [[{ Sid: 'K', Effect: 'Allow', Action: 's3:*' }]], []],
    ['not where it is something below the own user', [[{ ...KEYS, Resource: `${OWN}/x` }]], []],
    [
      'not where resources are left out',
      [[{ Sid: 'K', Effect: 'Allow', Action: 's3:*', NotResource: OWN.replace('user', 'role') }]],
      [],
    ],
  ])('%s', (_where, policies, wanted) => {
    expect(namesOf(policies)).toEqual(wanted);
  });
});

describe('whoever has an access key', () => {
  const key = { aws_iam_access_key: { ann: { user: '${aws_iam_user.ann.name}' } } };
  const password = { aws_iam_user_login_profile: { ann: { user: '${aws_iam_user.ann.name}' } } };

  it('and no password is a machine, and with one a person if one condition of several asks for MFA', () => {
    const both = { ...WITH_MFA, Condition: { ...MFA, StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } };
    expect([namesOf([[KEYS, both]], key), namesOf([[KEYS, both]], { ...key, ...password }), namesOf([[KEYS]], password)]).toEqual(
      [['a machine user'], ['a person with MFA'], ['a machine user']],
    );
  });
});

it('whose policy asks for something else than MFA is a machine', () => {
  const elsewhere = { ...WITH_MFA, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } };
  expect(namesOf([[KEYS, elsewhere]])).toEqual(['a machine user']);
});

it('a call about nothing that has an ARN is allowed by * alone', () => {
  const read = { Sid: 'Read', Effect: 'Allow', Action: 'iam:GetAccountPasswordPolicy' };
  const [narrow, wide] = ['arn:aws:iam::*:*', '*'].map((Resource) => astray(WITH_MFA, { ...read, Resource }));
  const line = 'first login: iam:GetAccountPasswordPolicy by access key is denied';
  expect([narrow?.includes(line), wide?.includes(line)]).toEqual([true, false]);
});

it('a role has no keys to look after, whatever its policies say', () => {
  const trust = policyOf({ Sid: 'T', Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } });
  const role = {
    aws_iam_role: { r: { name: 'r', assume_role_policy: trust } },
    aws_iam_role_policy: { r: { role: '${aws_iam_role.r.name}', name: 'keys', policy: policyOf(KEYS) } },
  };
  expect(namesOf([], role)).toEqual([]);
});

describe('a policy that lets machines do what nobody may', () => {
  it.each([
    ['iam:AddUserToGroup', 'group/*'],
    ['iam:CreatePolicyVersion', 'policy/*'],
    ['iam:UpdateAssumeRolePolicy', 'role/*'],
    ['iam:CreateUser', 'user/a*'],
  ])('%s on %s goes astray by every credential', (action, what) => {
    const escalating = { Sid: 'More', Effect: 'Allow', Action: action, Resource: `arn:aws:iam::*:${what}` };
    expect(astray(escalating)).toEqual(
      ['access key', 'session without MFA', 'session with MFA'].map((one) => `escalation: ${action} by ${one} is allowed`),
    );
  });
});

describe('every call of a life is asked', () => {
  const asked = (lives: ReturnType<typeof livesOf>): readonly string[] =>
    lives.flatMap(({ calls }) =>
      calls.flatMap(({ call: { scenario, action, on }, astray: by }) =>
        by.length === 0 ? [] : [`${scenario}, ${on}: ${action} (${String(by.length)})`],
      ),
    );

  it('of a machine that may do everything all go astray that nobody may make', () => {
    expect(asked(livesOf([[KEYS, { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }]]))).toEqual([
      "another user's key, somebody else: iam:CreateAccessKey (3)",
      "another user's key, somebody else: iam:ListAccessKeys (3)",
      "another user's key, somebody else: iam:UpdateAccessKey (3)",
      "another user's key, somebody else: iam:DeleteAccessKey (3)",
      "another user's password, somebody else: iam:ChangePassword (3)",
      "another user's password, somebody else: iam:CreateLoginProfile (3)",
      "another user's password, somebody else: iam:UpdateLoginProfile (3)",
      'escalation, self: iam:PutUserPolicy (3)',
      'escalation, self: iam:AttachUserPolicy (3)',
      'escalation, self: iam:DeleteUserPermissionsBoundary (3)',
      'escalation, group: iam:AddUserToGroup (3)',
      'escalation, group: iam:PutGroupPolicy (3)',
      'escalation, group: iam:AttachGroupPolicy (3)',
      'escalation, policy: iam:CreatePolicyVersion (3)',
      'escalation, policy: iam:SetDefaultPolicyVersion (3)',
      'escalation, role: iam:PassRole (3)',
      'escalation, role: iam:UpdateAssumeRolePolicy (3)',
      'escalation, role: iam:AttachRolePolicy (3)',
      'escalation, new user: iam:CreateUser (3)',
    ]);
  });

  it('of a person who may do everything the devices of others are among them', () => {
    const lives = livesOf([[KEYS, WITH_MFA, { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }]]);
    expect(asked(lives).filter((line) => line.includes('device'))).toEqual([
      'abandoned device, device of their own name: iam:DeleteVirtualMFADevice (2)',
      'lost device, self: iam:DeactivateMFADevice (2)',
      "another user's device, somebody else: iam:EnableMFADevice (3)",
      "another user's device, somebody else: iam:DeactivateMFADevice (3)",
    ]);
  });

  it('of a person who may do nothing but ask for MFA all go astray that they need', () => {
    expect(asked(livesOf([[{ ...WITH_MFA, Resource: OWN }]]))).toEqual([
      'first login, self: iam:ChangePassword (3)',
      'first login, none: iam:GetAccountPasswordPolicy (3)',
      'enrolment, new device: iam:CreateVirtualMFADevice (3)',
      'enrolment, self: iam:EnableMFADevice (2)',
      'enrolment, self: iam:ListMFADevices (3)',
      'enrolment, self: iam:ResyncMFADevice (3)',
      'enrolment, none: sts:GetSessionToken (3)',
      'abandoned device, new device: iam:CreateVirtualMFADevice (3)',
      'abandoned device, device of their own name: iam:DeleteVirtualMFADevice (1)',
      'lost device, self: iam:DeactivateMFADevice (1)',
      'rotation of the own key, self: iam:CreateAccessKey (1)',
      'rotation of the own key, self: iam:ListAccessKeys (1)',
      'rotation of the own key, self: iam:UpdateAccessKey (1)',
      'rotation of the own key, self: iam:DeleteAccessKey (1)',
    ]);
  });
});
