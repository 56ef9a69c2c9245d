import type { Json } from '../../../../policies/model/universe';
import type { Intent } from '../../../../modules/core/intent';
import { keyAtCreation } from '../../../../policies/rules/identity/key-at-creation';
import { managementAccountEmpty } from '../../../../policies/rules/identity/management-account-empty';
import { noServerCertificates } from '../../../../policies/rules/identity/no-server-certificates';
import { noUserPolicies } from '../../../../policies/rules/identity/no-user-policies';
import { passwordPolicy } from '../../../../policies/rules/identity/password-policy';
import { rootAccess } from '../../../../policies/rules/identity/root-access';
import { supportRole } from '../../../../policies/rules/identity/support-role';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { found, madeBy } from './found';
import { deny, policy } from './written';

const INTENT: Intent = {
  version: 1,
  organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'eu-west-1' },
  stacks: [],
  networks: [],
  flows: [],
  residue: [],
  claims: [],
  accessClaims: [],
  suppressions: [],
  quotas: { aclEntries: 20, groupRules: 60 },
};

describe('a key beside a password', () => {
  const both = (key: Json, password: Json): readonly string[] =>
    found(keyAtCreation, {
      'aws_iam_user.ann': { name: 'ann' },
      'aws_iam_access_key.k': { user: key },
      'aws_iam_user_login_profile.p': { user: password },
    });

  it.each<[string, Json, Json]>([
    ['both by reference', '${aws_iam_user.ann.name}', '${aws_iam_user.ann.id}'],
    ['one by name', 'ann', '${aws_iam_user.ann.name}'],
    ['both by the name of a user who is made elsewhere', 'bob', 'bob'],
  ])('is found: %s', (_, key, password) => {
    expect(both(key, password)).toEqual([
      'violated aws_iam_access_key.k: its user has a password too, and gets both when it is made',
    ]);
  });

  it('may be of one user where whose it is is not known', () => {
    expect(both('${var.user}', 'ann')).toEqual([
      'unknown aws_iam_access_key.k: its user may have a password too: dev:aws_iam_user_login_profile.p may be of the same',
    ]);
    expect(both('ann', '${var.user}')).toHaveLength(1);
  });

  it('is none where they are of two users', () => {
    expect(both('bob', 'ann')).toEqual([]);
  });
});

describe('a password policy', () => {
  const good = {
    minimum_password_length: 14,
    password_reuse_prevention: 24,
    require_lowercase_characters: true,
    require_uppercase_characters: true,
    require_numbers: true,
    require_symbols: true,
  };
  const of = (rest: Readonly<Record<string, Json>>): readonly string[] =>
    found(passwordPolicy, { 'aws_iam_account_password_policy.p': { ...good, ...rest } });

  it.each<[string, Json, Json, string]>([
    ['minimum_password_length', 14, 13, '13'],
    ['password_reuse_prevention', 24, 23, '23'],
    ['require_symbols', true, false, 'false'],
  ])('takes %s %s, and refuses %s', (argument, least, less, shown) => {
    expect(of({ [argument]: least })).toEqual([]);
    expect(of({ [argument]: less })).toEqual([`violated aws_iam_account_password_policy.p: ${argument} is ${shown}`]);
  });

  it('is missed where a password is made: for certain only if the documents are all there is', () => {
    const universe = universeOf({ 'aws_iam_user_login_profile.p': { user: 'ann' } });

    expect(linesOf(passwordPolicy, universe)).toEqual([
      "unknown aws_iam_user_login_profile.p: whether its account has a password policy isn't told: these documents make none",
    ]);
    expect(linesOf(passwordPolicy, { ...universe, intent: INTENT })).toEqual([
      'violated aws_iam_user_login_profile.p: its account has no password policy',
    ]);
  });
});

describe('a policy of a user', () => {
  it.each<[string, string]>([
    ['AWSDenyAll', 'arn:aws:iam::aws:policy/AWSDenyAll'],
    ['one of the documents that only denies', '${aws_iam_policy.shut.arn}'],
  ])('is no permission: %s', (_, arn) => {
    expect(
      found(noUserPolicies, {
        'aws_iam_policy.shut': { name: 'shut', policy: policy(deny('*')) },
        'aws_iam_user_policy_attachment.u': { user: 'ann', policy_arn: arn },
      }),
    ).toEqual([]);
  });

  it('may be one where the list of users is not known', () => {
    const attachment = { name: 'x', users: '${var.users}', policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };

    expect(found(noUserPolicies, { 'aws_iam_policy_attachment.x': attachment })).toEqual([
      "unknown aws_iam_policy_attachment.x: it may give users a policy directly: users isn't known (it is set from outside: ${var.users})",
    ]);
  });
});

describe('a support role', () => {
  it('is told by whatever attaches the policy, and may be there where an attachment is not known', () => {
    const group = { 'aws_iam_group.g': { name: 'g' } };
    const own = { 'aws_iam_role.r': { name: 'r', managed_policy_arns: ['arn:aws:iam::aws:policy/AWSSupportAccess'] } };
    const open = { 'aws_iam_role_policy_attachment.a': { role: 'r', policy_arn: '${var.policy}' } };

    expect(found(supportRole, { ...group, ...own })).toEqual([]);
    expect(found(supportRole, { ...group, ...open })).toEqual([
      "unknown aws_iam_group.g: its account has no role with AWSSupportAccess for certain: what dev:aws_iam_role_policy_attachment.a attaches isn't known",
    ]);
  });
});

describe('a certificate in IAM', () => {
  it('is taken in China, and nowhere else', () => {
    const certificate = { 'aws_iam_server_certificate.w': { name: 'w' } };

    expect(linesOf(noServerCertificates, madeBy(certificate, { aws: { region: 'cn-north-1' } }))).toEqual([]);
    expect(linesOf(noServerCertificates, madeBy(certificate, { aws: { region: 'ca-central-1' } }))).toEqual([
      'violated aws_iam_server_certificate.w: it is kept in IAM, which never renews it',
    ]);
  });
});

describe('root users', () => {
  const organization = { 'aws_organizations_organization.o': { feature_set: 'ALL' } };

  it('may keep credentials where the features leave out RootCredentialsManagement', () => {
    expect(
      found(rootAccess, { ...organization, 'aws_iam_organizations_features.f': { enabled_features: ['RootSessions'] } }),
    ).toEqual([
      'violated aws_organizations_organization.o: root users of its accounts may have credentials: RootCredentialsManagement is off',
    ]);
  });

  it('may or may not where the features are not known', () => {
    expect(found(rootAccess, { ...organization, 'aws_iam_organizations_features.f': { enabled_features: '${var.f}' } })).toEqual([
      "unknown aws_organizations_organization.o: whether RootCredentialsManagement is on isn't known: it is set from outside: ${var.f}",
    ]);
  });
});

describe('the management account', () => {
  it('is the one that intent names, and without intent nobody knows', () => {
    const vpc = madeBy({ 'aws_vpc.v': { cidr_block: '10.0.0.0/16' } });

    expect(linesOf(managementAccountEmpty, vpc)).toEqual([]);
    expect(linesOf(managementAccountEmpty, { ...vpc, intent: INTENT })).toEqual([
      'violated aws_vpc.v: it stands in the management account 111111111111',
    ]);
  });

  it('is no other account', () => {
    const elsewhere = { aws: { region: 'eu-west-1', allowed_account_ids: ['222222222222'] } };

    expect(linesOf(managementAccountEmpty, { ...madeBy({ 'aws_vpc.v': {} }, elsewhere), intent: INTENT })).toEqual([]);
  });

  it('may be that of a stack which makes the organisation and names no account', () => {
    const universe = universeOf({ 'aws_organizations_organization.o': {}, 'aws_vpc.v': { cidr_block: '10.0.0.0/16' } });

    expect(linesOf(managementAccountEmpty, universe)).toEqual([
      'unknown aws_vpc.v: it may stand in the management account: its stack makes the organisation',
    ]);
  });
});
