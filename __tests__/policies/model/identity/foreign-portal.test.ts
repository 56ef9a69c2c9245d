import { decide } from '../../../../policies/iam/evaluate/decide';
import { callerOf, policySetFor } from '../../../../policies/iam/gather';
import { identityFactsOf } from '../../../../policies/model/identity/reading';
import { readShown } from '../../../../policies/model/shown';
import type { Json, StackDocument } from '../../../../policies/model/universe';
import { readScenario, shown } from '../../foreign/foreign';
import { attachedShown, textShown } from './facts-text';

type Values = Record<string, Json>;
interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: Values;
}

const DEPLOY = 'aws_ssoadmin_permission_set.this["Deploy"]';
/** Of what in the plan refers to a set, which one that is. */
const SET_OF: Readonly<Record<string, string>> = {
  'aws_ssoadmin_managed_policy_attachment.audit': 'aws_ssoadmin_permission_set.audit',
  'aws_ssoadmin_account_assignment.audit': 'aws_ssoadmin_permission_set.audit',
  'aws_ssoadmin_managed_policy_attachment.this["Admin"]': 'aws_ssoadmin_permission_set.this["Admin"]',
  'aws_ssoadmin_account_assignment.everything["Admin"]': 'aws_ssoadmin_permission_set.this["Admin"]',
};

const arnOf = (address: string): string => `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${address.replace(/\W/g, '')}`;

/** What the state would say once it is applied: the emulator can't make permission sets. */
function appliedState(): StackDocument {
  const { planned_values: planned } = shown('portal') as unknown as {
    planned_values: { root_module: { resources: Resource[] } };
  };
  const resources = planned.root_module.resources.map((resource) => {
    const { address, type, values } = resource;
    if (type === 'aws_ssoadmin_permission_set') return { ...resource, values: { ...values, arn: arnOf(address) } };
    if (type === 'aws_identitystore_group') return { ...resource, values: { ...values, group_id: 'g-1' } };
    if (type === 'aws_iam_policy') {
      return { ...resource, values: { ...values, arn: 'arn:aws:iam::222222222222:policy/portal/deploy' } };
    }
    const set = { permission_set_arn: arnOf(SET_OF[address] ?? DEPLOY) };
    return { ...resource, values: { ...values, ...set, ...('principal_id' in values ? {} : { principal_id: 'g-1' }) } };
  });
  return readShown('portal', { format_version: '1.0', values: { root_module: { resources } } });
}

const documents = { plan: readScenario('portal'), state: appliedState() };

/** Each role with its account, its set, to whom it is assigned, what it has, and how many doubts there are. */
function rolesOf(form: keyof typeof documents): readonly (readonly unknown[])[] {
  return identityFactsOf({ stacks: [documents[form]] })
    .principals.filter(({ kind }) => kind === 'role')
    .map(({ accountId, permissionSet, policies, boundary, doubts }) => [
      accountId,
      permissionSet?.name,
      permissionSet?.assignments.map(({ to }) => to).join(', '),
      [...policies, ...(boundary === undefined ? [] : [boundary])].map((policy) => attachedShown(policy).slice(0, 60)),
      doubts.length,
    ]);
}

const ANN = 'user 12345678-90ab-cdef-1234-567890abcdef';
const PASSES = 'inline aws_ssoadmin_permission_set_inline_policy.deploy: All';
const VIEWS = expect.stringContaining('aws-managed job-function/ViewOnlyAccess: Allow ') as string;
const POWER = expect.stringContaining('aws-managed PowerUserAccess: Allow ') as string;
const UNTOLD = 'managed portal/deploy: ? what the policy portal/deploy allow';

describe("people of Terraform that isn't ours", () => {
  it('are told by a plan as far as it says which set is meant: not where that hangs on each.key', () => {
    const either = [undefined, 'group Operators', [], 1];

    expect(rolesOf('plan')).toEqual([
      ['222222222222', 'Deploy', `${ANN}, group Operators`, [PASSES, UNTOLD], 3],
      ['333333333333', 'Audit', 'group Operators', [VIEWS], 0],
      ['111111111111', ...either],
      ['111111111111', ...either],
      ['333333333333', 'Deploy', 'group Operators', [PASSES, UNTOLD], 3],
    ]);
  });

  it('are told by a state without a doubt', () => {
    const deploys = [PASSES, VIEWS];

    expect(rolesOf('state')).toEqual([
      [
        '222222222222',
        'Deploy',
        `${ANN}, group Operators`,
        [...deploys, 'managed deploy: Allow ecs:UpdateService on *', POWER],
        0,
      ],
      ['333333333333', 'Audit', 'group Operators', [VIEWS], 0],
      ['111111111111', 'Admin', 'group Operators', ['aws-managed AdministratorAccess: Allow * on *'], 0],
      ['111111111111', 'Deploy', 'group Operators', [...deploys, UNTOLD, POWER], 0],
      ['333333333333', 'Deploy', 'group Operators', [...deploys, UNTOLD, POWER], 0],
    ]);
  });

  it.each([
    ['plan', 'audit', 'iam:PassRole', '333333333333', 'denied by identity'],
    ['plan', 'ann', 'iam:PassRole', '222222222222', 'unknown by identity'],
    ['state', 'ann', 'iam:PassRole', '222222222222', 'denied by boundary'],
    ['state', 'everything["Admin"]', 'iam:PassRole', '111111111111', 'allowed by identity'],
    ['state', 'operators["333333333333"]', 'iam:PassRole', '333333333333', 'denied by boundary'],
    ['state', 'operators["333333333333"]', 'ecs:UpdateService', '333333333333', 'unknown by identity'],
  ] as const)('in a %s: %s may do %s in %s: %s', (form, name, action, accountId, says) => {
    const facts = identityFactsOf({ stacks: [documents[form]] });
    const caller = callerOf(facts, `aws_ssoadmin_account_assignment.${name}`);
    const resource =
      action === 'iam:PassRole' ? `arn:aws:iam::${accountId}:role/deploy/x` : `arn:aws:ecs:eu-west-1:${accountId}:service/a/b`;
    const request = { caller, action, resource, resourceAccountId: accountId, context: new Map() };
    const { decision, by } = decide(policySetFor(facts, request), request);

    expect(`${decision} by ${by}`).toBe(says);
  });

  it('have ARNs in whose path the Region stands that a plan tells of its provider, and a hole in a state', () => {
    const arn = (form: keyof typeof documents): string | undefined => {
      const [first] = identityFactsOf({ stacks: [documents[form]] }).principals.filter(({ kind }) => kind === 'role');
      return first && textShown(first.arn).replace(/<[^>]*\.role\./g, '<');
    };

    expect(arn('plan')).toBe(
      'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Deploy_<unique_id>',
    );
    expect(arn('state')).toMatch(/:role\/aws-reserved\/sso\.amazonaws\.com\/<region>AWSReservedSSO_Deploy_<unique_id>$/);
  });
});
