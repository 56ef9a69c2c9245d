import { escalationText } from '../../../../policies/iam/escalation/escalation-text';
import { type Escalation, escalationsOf } from '../../../../policies/iam/escalation/escalations';
import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { ACCOUNT, policyOf, universeOf } from '../inquiry/organization';
import { adminOf, may, ofAnn, type Resources, type StatementJson, trusting } from './world';

const ARN = '${aws_ssoadmin_permission_set.ops.arn}';
const assignment = (target: string, more = {}): object => {
  return {
    permission_set_arn: ARN,
    principal_type: 'GROUP',
    principal_id: 'g-1',
    target_id: target,
    target_type: 'AWS_ACCOUNT',
    ...more,
  };
};

/** The permission set Ops with these statements, assigned in an account. */
function opsOf(statements: readonly StatementJson[], target = ACCOUNT): Resources {
  return {
    aws_ssoadmin_permission_set: { ops: { name: 'Ops' } },
    aws_ssoadmin_permission_set_inline_policy: { ops: { permission_set_arn: ARN, inline_policy: policyOf(...statements) } },
    aws_ssoadmin_account_assignment: { ops: assignment(target) },
  };
}

function ways(resources: Resources): readonly Escalation[] {
  return escalationsOf(Inquiry.of(universeOf(resources)));
}

/** How whoever has Ops comes by all rights. */
function ofOps(statements: readonly StatementJson[], others: Resources = {}, target = ACCOUNT): readonly string[] {
  const found = ways({ ...opsOf(statements, target), ...others });
  return found.filter(({ actor }) => actor.key === 'dev:aws_ssoadmin_account_assignment.ops').map(escalationText);
}

const MANAGEMENT: Resources = { aws_organizations_organization: { acme: { feature_set: 'ALL' } } };

describe('whoever is assigned a permission set', () => {
  const world: Resources = {
    aws_iam_role: { admin: { name: 'admin', assume_role_policy: trusting({ AWS: ACCOUNT }) } },
    aws_iam_role_policy: { admin: { role: 'admin', name: 'all', policy: policyOf(may('*')) } },
  };

  it('begins a chain of ways as any role does', () => {
    const [found] = ways({ ...opsOf([may('sts:AssumeRole')]), ...world });

    expect(found?.actor.name).toBe(`permission set Ops for group g-1 in ${ACCOUNT} (dev:aws_ssoadmin_account_assignment.ops)`);
    expect(found && escalationText(found)).toBe('assumes dev:aws_iam_role.admin (sts:AssumeRole)');
    expect(found?.certain).toBe(true);
  });

  it('has no way where nobody trusts the account of the assignment', () => {
    expect(ofOps([may('sts:AssumeRole')], world, '222222222222')).toEqual([]);
  });

  it('and has all rights needs no way', () => {
    expect(ofOps([may('*')], world)).toEqual([]);
  });

  it.each(['iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'])(
    'does not change the role that AWS keeps to itself: %s',
    (action) => {
      expect(ofOps([may(action)])).toEqual([]);
    },
  );

  it('takes no boundary from it, but rewrites a policy of the account that is one', () => {
    const boundary: Resources = {
      aws_ssoadmin_permissions_boundary_attachment: {
        b: { permission_set_arn: ARN, permissions_boundary: { customer_managed_policy_reference: { name: 'limit' } } },
      },
      aws_iam_policy: { limit: { name: 'limit', policy: policyOf(may('iam:*')) } },
    };
    const rewriting = [may(['iam:CreatePolicyVersion', 'iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'])];
    const attached: Resources = {
      aws_ssoadmin_customer_managed_policy_attachment: {
        own: { permission_set_arn: ARN, customer_managed_policy_reference: { name: 'own' } },
      },
    };
    const own = { own: { name: 'own', policy: policyOf(may('s3:GetObject')) } };
    const policies = { aws_iam_policy: { ...boundary.aws_iam_policy, ...own } };

    expect(ofOps(rewriting, { ...boundary, ...attached, ...policies })).toEqual([
      'rewrites a policy that is attached to it (iam:CreatePolicyVersion, iam:CreatePolicyVersion)',
    ]);
    expect(ofOps([may(['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'])], boundary)).toEqual([]);
  });

  it('rewrites a policy of its own account that the set has', () => {
    const attached: Resources = {
      aws_ssoadmin_customer_managed_policy_attachment: {
        own: { permission_set_arn: ARN, customer_managed_policy_reference: { name: 'own' } },
      },
      aws_iam_policy: { own: { name: 'own', policy: policyOf(may('s3:GetObject')) } },
    };

    expect(ofOps([may('iam:CreatePolicyVersion')], attached)).toEqual([
      'rewrites a policy that is attached to it (iam:CreatePolicyVersion)',
    ]);
  });
});

describe('whoever may change permission sets', () => {
  const CHANGES = [may(['sso:PutInlinePolicyToPermissionSet', 'sso:ProvisionPermissionSet'])];
  const WRITES = 'writes a policy into a permission set (sso:PutInlinePolicyToPermissionSet, sso:ProvisionPermissionSet)';

  it('and is assigned one in the management account surely comes by all rights', () => {
    expect(ofOps(CHANGES, MANAGEMENT)).toEqual([WRITES]);
  });

  it('perhaps does where the management account is not told, or is another, or the account of the assignment isn’t told', () => {
    const untold = '${aws_ssm_parameter.account.value}';
    const found = [ofOps(CHANGES), ofOps(CHANGES, MANAGEMENT, '222222222222'), ofOps(CHANGES, {}, untold)];
    expect(found).toEqual(found.map(() => [`perhaps ${WRITES}`]));
  });

  it('perhaps does within a boundary, which the set keeps', () => {
    const boundary: Resources = {
      aws_ssoadmin_permissions_boundary_attachment: {
        b: {
          permission_set_arn: ARN,
          permissions_boundary: { managed_policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        },
      },
    };

    expect(ofOps(CHANGES, { ...MANAGEMENT, ...boundary })).toEqual([`perhaps ${WRITES}`]);
  });

  it('perhaps does where the set denies something, which may be the text that is replaced, or stay', () => {
    const denies = { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' };

    expect(ofOps([...CHANGES, denies], MANAGEMENT)).toEqual([`perhaps ${WRITES}`]);
  });

  it('perhaps does where nobody knows whether anybody is assigned it, and surely where somebody else is', () => {
    const some = { aws_ssoadmin_account_assignment: { ops: assignment(ACCOUNT, { count: '${var.n}' }) } };

    const more = { more: assignment(ACCOUNT, { principal_id: 'g-2' }) };
    const both = { aws_ssoadmin_account_assignment: { ...some.aws_ssoadmin_account_assignment, ...more } };
    const found = [some, both].map((assigned) => ofOps(CHANGES, { ...MANAGEMENT, ...assigned }));
    expect(found).toEqual([[`perhaps ${WRITES}`], [WRITES]]);
  });

  it('perhaps does as a user, who may be assigned it as somebody else', () => {
    expect(ofAnn(CHANGES, MANAGEMENT)).toEqual([`perhaps ${WRITES}`]);
  });
});

describe('the role of a permission set with all rights', () => {
  const ADMIN = opsOf([may('*')]);

  it.each([
    ['lets itself be assumed', [may(['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'])]],
    ['is assumed', [may('sts:*')]],
    ['is changed', [may(['iam:AttachRolePolicy', 'iam:PutRolePolicy'])]],
    ['is handed to a service', [may('iam:PassRole', 'arn:aws:iam::*:role/aws-reserved/*'), may('lambda:*')]],
  ])('%s by nobody of the account', (_how, statements) => {
    expect(ofAnn(statements, ADMIN)).toEqual([]);
  });

  it('gives nobody a way by a function that names it, which AWS would never let it have', () => {
    const world = { ...ADMIN, ...adminOf('ec2') };
    const held = { aws_lambda_function: { f: { function_name: 'f', role: `arn:aws:iam::${ACCOUNT}:role/aws-reserved/x` } } };

    expect(ofAnn([may('lambda:UpdateFunctionCode')], { ...world, ...held })).toEqual([]);
  });
});
