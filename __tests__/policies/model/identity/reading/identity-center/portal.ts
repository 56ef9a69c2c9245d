import type { PrincipalFact } from '../../../../../../policies/model/identity/identity-facts';
import type { Term } from '../../../../../../policies/model/term';
import type { ResourceFact, StackDocument } from '../../../../../../policies/model/universe';
import { ref, resource } from '../../../network/documents';
import { allowing, factsOf, held } from '../../facts-text';

export const DEV = '222222222222';
export const PROD = '333333333333';
export const SET_ARN = 'arn:aws:sso:::permissionSet/ssoins-1111111111111111/ps-1111111111111111';

/** The permission set Ops, and where an argument names it. */
export const OPS = resource('aws_ssoadmin_permission_set.ops', { name: 'Ops' });
export const TO_OPS = { permission_set_arn: ref('aws_ssoadmin_permission_set.ops.arn') };
/** A group and a user of the identity store. */
export const OPERATORS = resource('aws_identitystore_group.operators', { display_name: 'Operators' });
export const ANN = resource('aws_identitystore_user.ann', { user_name: 'ann', display_name: null });

/** Something that is said of the set Ops. */
export function ofOps(
  type: string,
  body: Readonly<Record<string, Term>>,
  place: Parameters<typeof resource>[2] = {},
): ResourceFact {
  const name = `x${String(Object.keys(body).length)}`;
  return resource(type.includes('.') ? `aws_ssoadmin_${type}` : `aws_ssoadmin_${type}.${name}`, { ...TO_OPS, ...body }, place);
}

/** An assignment of the set Ops to the group Operators, in an account. */
export function assigned(name: string, target: Term, more: Readonly<Record<string, Term>> = {}, place = {}): ResourceFact {
  const whom = { principal_type: 'GROUP', principal_id: ref('aws_identitystore_group.operators.group_id') };
  return resource(`aws_ssoadmin_account_assignment.${name}`, { ...TO_OPS, ...whom, target_id: target, ...more }, place);
}

/** The roles of permission sets among some resources. */
export function rolesOf(
  resources: readonly ResourceFact[],
  form: StackDocument['form'] = 'synthesised',
): readonly PrincipalFact[] {
  return factsOf(resources, form).principals.filter(({ permissionSet }) => permissionSet !== undefined);
}

/** What the set Ops gives in DEV, given some resources more. */
export function heldInDev(...more: readonly ResourceFact[]): readonly string[] {
  const [role] = rolesOf([OPS, OPERATORS, assigned('ops', DEV), ...more]);
  return role === undefined ? ['no role'] : held(role);
}

/** The customer managed policy `deploy` of an account. */
export function deployOf(accountId: string, action: string, more: Readonly<Record<string, Term>> = {}): ResourceFact {
  const policy = allowing(action);
  return resource('aws_iam_policy.deploy', { name: 'deploy', policy, ...more }, { accountId, stack: `in-${accountId}` });
}
