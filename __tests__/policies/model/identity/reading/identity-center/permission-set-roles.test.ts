import type { PrincipalFact } from '../../../../../../policies/model/identity/identity-facts';
import { Template } from '../../../../../../policies/model/term';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { computed, ref, resource, unknown } from '../../../network/documents';
import { factsOf, held, policyShown, textShown } from '../../facts-text';
import { ANN, assigned, DEV, OPERATORS, OPS, PROD, rolesOf, SET_ARN } from './portal';

/** Where a role is, who shares it, and how it is called. */
function shown({ accountId, permissionSet, arn }: PrincipalFact): readonly unknown[] {
  return [accountId, permissionSet?.assignments.map(({ to }) => to), textShown(arn)];
}

function shownOf(...facts: readonly ResourceFact[]): readonly (readonly unknown[])[] {
  return rolesOf([OPS, OPERATORS, ANN, ...facts]).map(shown);
}

/** Whom the trust policy of a role names. */
function providerShown({ trust }: PrincipalFact): string | undefined {
  const policy = trust?.policy;
  const [statement] = policy !== undefined && 'statements' in policy ? policy.statements : [];
  return statement?.principals?.items.map(({ kind, text }) => `${kind} ${textShown(text)}`).join();
}

const arnIn = (account: string, key: string, below = 'eu-west-1/'): string =>
  `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/${below}AWSReservedSSO_Ops_<net:${key}.role.unique_id>`;
const TO_ANN = { principal_type: 'USER', principal_id: ref('aws_identitystore_user.ann.user_id') };

describe('a permission set that is assigned', () => {
  it('is a role in each account where it is, which Identity Center makes', () => {
    expect(shownOf(assigned('dev', DEV), assigned('prod', PROD))).toEqual([
      [DEV, ['group Operators'], arnIn(DEV, 'aws_ssoadmin_account_assignment.dev')],
      [PROD, ['group Operators'], arnIn(PROD, 'aws_ssoadmin_account_assignment.prod')],
    ]);
  });

  it('to a group and to a user of one account is one role', () => {
    expect(shownOf(assigned('group', DEV), assigned('user', DEV, TO_ANN))).toEqual([
      [DEV, ['group Operators', 'user ann'], arnIn(DEV, 'aws_ssoadmin_account_assignment.group')],
    ]);
  });

  it('to nobody is no role', () => {
    expect(factsOf([OPS, OPERATORS, ANN]).principals).toEqual([]);
  });

  it('is told with its role, which is in no group and has no credentials', () => {
    const [role] = rolesOf([OPS, assigned('ops', DEV)]);

    expect(role?.permissionSet?.fact).toBe(OPS);
    expect([role?.kind, role?.groups, role?.credentials]).toEqual(['role', [], { passwords: [], accessKeys: [] }]);
  });

  it('beside another one of the same account is a role of its own', () => {
    const audit = resource('aws_ssoadmin_permission_set.audit', { name: 'Audit' });
    const two = assigned('audit', DEV, { permission_set_arn: ref('aws_ssoadmin_permission_set.audit.arn') });

    expect(rolesOf([OPS, OPERATORS, audit, assigned('ops', DEV), two]).map(({ permissionSet }) => permissionSet?.name)).toEqual([
      'Ops',
      'Audit',
    ]);
  });

  it.each([
    ['us-east-1', '', 'aws'],
    ['eu-west-2', 'eu-west-2/', 'aws'],
    ['us-gov-west-1', 'us-gov-west-1/', 'aws-us-gov'],
  ])('from %s is a role below /aws-reserved/sso.amazonaws.com/%s', (region, below, partition) => {
    const [role] = rolesOf([OPS, assigned('ops', DEV, {}, { region })]);

    expect(role && textShown(role.path)).toBe(`/aws-reserved/sso.amazonaws.com/${below}`);
    expect(role && textShown(role.arn)).toBe(
      arnIn(DEV, 'aws_ssoadmin_account_assignment.ops', below).replace('arn:aws:', `arn:${partition}:`),
    );
  });

  it('from a Region that is not told is a role whose path is not told either', () => {
    const { region: _region, ...placeless } = assigned('ops', DEV);
    const [role] = rolesOf([OPS, placeless]);
    const key = 'net:aws_ssoadmin_account_assignment.ops';

    expect(role && textShown(role.arn)).toBe(
      `arn:<${key}.partition>:iam::${DEV}:role/aws-reserved/sso.amazonaws.com/<${key}.role.region>AWSReservedSSO_Ops_<${key}.role.unique_id>`,
    );
  });

  it('has sessions of the same name without its path', () => {
    const [role] = rolesOf([OPS, assigned('ops', DEV)]);

    expect(role?.permissionSet && textShown(role.permissionSet.sessions)).toBe(
      `arn:aws:sts::${DEV}:assumed-role/AWSReservedSSO_Ops_<net:aws_ssoadmin_account_assignment.ops.role.unique_id>/`,
    );
  });

  it("is trusted to nobody but Identity Center's provider of the account", () => {
    const [role] = rolesOf([OPS, assigned('ops', DEV)]);
    const policy = role?.trust?.policy;

    expect(policy && policyShown(policy)).toBe('Allow sts:AssumeRoleWithSAML sts:TagSession');
    expect(policy && 'faults' in policy && policy.faults).toEqual([]);
    expect(role && providerShown(role)).toBe(
      `Federated arn:aws:iam::${DEV}:saml-provider/AWSSSO_<not known (what IAM Identity Center calls its provider in the account)>_DO_NOT_DELETE`,
    );
  });

  it('whose name only apply tells is a role whose name has a hole there, the same wherever it is meant', () => {
    const named = (name: ResourceFact['body'][string]): string | undefined => {
      const [role] = rolesOf([resource('aws_ssoadmin_permission_set.ops', { name }), assigned('ops', DEV)]);
      return role && textShown(role.arn).split('/').at(-1);
    };
    const suffix = '<net:aws_ssoadmin_account_assignment.ops.role.unique_id>';

    expect(named(computed())).toBe(`AWSReservedSSO_<net:aws_ssoadmin_permission_set.ops.name>_${suffix}`);
    expect(named(new Template(['Ops-', unknown()]))).toBe(
      `AWSReservedSSO_Ops-<net:aws_ssoadmin_account_assignment.ops.role.part1.name>_${suffix}`,
    );
    expect(named(ref('data.acme_names.a.name', 'data.acme_names.b.name'))).toBe(
      `AWSReservedSSO_<net:aws_ssoadmin_account_assignment.ops.role.part0.name>_${suffix}`,
    );
  });
});

describe('an assignment whose account is not told', () => {
  const account = ref('aws_organizations_account.dev.id');

  it('is a role of some account, one for all such assignments of the set', () => {
    const untold = [account, unknown(), '12', `${DEV}2`].map((target, at) => assigned('abcd'.charAt(at), target));
    const [role, ...others] = rolesOf([OPS, OPERATORS, ...untold]);

    expect(others).toEqual([]);
    expect(role?.accountId).toBeUndefined();
    expect(role?.permissionSet?.assignments.map(({ fact }) => fact.address.split('.')[1])).toEqual(['a', 'b', 'c', 'd']);
    expect(role && textShown(role.arn)).toContain('iam::<net:aws_ssoadmin_account_assignment.a.role.account_id>:role/');
    expect(role && providerShown(role)).toContain(
      'arn:aws:iam::<net:aws_ssoadmin_account_assignment.a.role.account_id>:saml-provider/',
    );
  });

  it('takes no other place than itself: where the account is told there is another role', () => {
    const facts = [OPS, OPERATORS, assigned('told', DEV), assigned('untold', account)];

    expect(rolesOf(facts).map(({ accountId }) => accountId)).toEqual([DEV, undefined]);
  });

  it('is told by a state', () => {
    const dev = resource('aws_organizations_account.dev', { id: DEV });

    expect(rolesOf([OPS, dev, assigned('a', account)], 'state').map(({ accountId }) => accountId)).toEqual([DEV]);
  });
});

describe('an assignment of a set', () => {
  const whichOf = (arn: ResourceFact['body'][string], ...facts: readonly ResourceFact[]): readonly unknown[] => {
    const found = rolesOf([...facts, assigned('x', DEV, { permission_set_arn: arn })]);
    return found.map((role) => [role.permissionSet?.name, held(role)]);
  };
  const untold = (why: string): readonly unknown[] => [
    [undefined, [`? which permission set net:aws_ssoadmin_account_assignment.x assigns isn't told: ${why}`]],
  ];

  it.each<[string, ResourceFact['body'][string], string]>([
    ['that only apply tells', unknown('set from outside'), 'it is "<not known (set from outside)>"'],
    [
      'that is one of two',
      ref('aws_ssoadmin_permission_set.ops.arn', 'aws_ssoadmin_permission_set.other.arn'),
      'it is one of net:aws_ssoadmin_permission_set.ops.arn or net:aws_ssoadmin_permission_set.other.arn',
    ],
    ['that it does not name', null, 'it names none'],
    ['that a parameter names', ref('data.aws_ssm_parameter.set.value'), 'it is "<net:data.aws_ssm_parameter.set.value>"'],
    ['that no document makes', ref('aws_ssoadmin_permission_set.far.arn'), 'it is "<net:aws_ssoadmin_permission_set.far.arn>"'],
  ])('%s is a role of which nothing is told', (_which, arn, why) => {
    expect(whichOf(arn, OPS, resource('data.aws_ssm_parameter.set', { name: '/set' }))).toEqual(untold(why));
  });

  it('that only apply tells is a role of which nothing is told where the documents make none, too', () => {
    expect(whichOf(unknown('set from outside'))).toEqual(untold('it is not known (set from outside)'));
  });

  it('that is not in the documents is a role whose rights are not told, the same one for each who is assigned it', () => {
    const arn = 'arn:aws:sso:::permissionSet/ssoins-1/ps-1';
    const found = rolesOf([assigned('a', DEV, { permission_set_arn: arn }), assigned('b', DEV, { permission_set_arn: arn })]);

    expect(found.map(({ permissionSet, doubts }) => [permissionSet?.assignments.length, doubts.map(({ why }) => why)])).toEqual([
      [2, [`what else the permission set ${arn} has isn't told`]],
    ]);
  });

  describe('that is looked up', () => {
    const lookUp = (body: ResourceFact['body'], place = {}): ResourceFact =>
      resource('data.aws_ssoadmin_permission_set.it', body, place);
    const arn = ref('data.aws_ssoadmin_permission_set.it.arn');
    const called = { name: 'Ops' };
    const perhaps = untold('it is what net:data.aws_ssoadmin_permission_set.it looks up');

    it('is the one of its name, from the same account and Region', () => {
      expect(whichOf(arn, OPS, lookUp(called))).toEqual([['Ops', []]]);
    });

    it('is the one of its ARN, from wherever', () => {
      const made = { ...OPS, body: { ...called, arn: SET_ARN } };

      expect(whichOf(arn, made, lookUp({ arn: SET_ARN }, { accountId: PROD }))).toEqual([['Ops', []]]);
    });

    it.each<[string, readonly ResourceFact[]]>([
      ['from another account', [OPS, lookUp(called, { accountId: '999999999999' })]],
      ['from another Region', [OPS, lookUp(called, { region: 'eu-west-2' })]],
      ['where two have its name', [OPS, { ...OPS, key: 'far:ops', stack: 'far' }, lookUp(called)]],
      ['where that name is there as often as nobody knows', [{ ...OPS, repeated: unknown('count') }, lookUp(called)]],
      ['where only apply tells the name of the other', [{ ...OPS, body: { name: unknown() } }, lookUp(called)]],
    ])('is perhaps another %s', (_where, facts) => {
      expect(whichOf(arn, ...facts)).toEqual(perhaps);
    });

    it('or made by the documents is not told', () => {
      const either = ref('data.aws_ssoadmin_permission_set.it.arn', `${OPS.address}.arn`);

      expect(whichOf(either, OPS, lookUp({ name: 'Audit' }))).toEqual(
        untold('it is one of net:data.aws_ssoadmin_permission_set.it.arn or net:aws_ssoadmin_permission_set.ops.arn'),
      );
    });

    it('by another name is one whose rights are not told', () => {
      expect(whichOf(arn, OPS, lookUp({ name: 'Audit' }))).toEqual([
        ['Audit', ["? what else the permission set net:data.aws_ssoadmin_permission_set.it has isn't told"]],
      ]);
    });
  });

  it('that is there as often as nobody knows is in doubt', () => {
    const many = resource('aws_ssoadmin_permission_set.ops', { name: 'Ops' }, { repeated: unknown('count is ${var.n}') });
    const [role] = rolesOf([many, assigned('x', DEV)]);

    expect(role?.doubts.map(({ why }) => why)).toEqual(['count is ${var.n}']);
  });
});
