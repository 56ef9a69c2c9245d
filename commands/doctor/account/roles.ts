import { accountOf, type LandingZoneInput, lifecycleOf } from '../../../modules/landing-zone';
import { iamArn } from '../../../modules/core/aws/arn';
import { type Attempt, forEachOf } from '../attempt';
import { type Check, notChecked, ok, problem, type Subject } from '../check';
import { reasonOf } from '../reason';
import type { AccountCalls, RoleSession } from './aws';

const ROLES: Subject = { id: 'roles', title: 'roles in the accounts' };
const AT_ONCE = 4;

/** A role that Terraform assumes. */
interface Role {
  readonly account: string;
  readonly arn: string;
}

/** Why no role was tried. */
export function rolesUnchecked(why: string): Check {
  return notChecked(ROLES, why);
}

/** In the management account Terraform acts by itself; a closed account has nothing left to act on. */
function rolesOf(input: LandingZoneInput): Role[] {
  const living = Object.keys(input.accounts).filter((name) => lifecycleOf(input, name) !== 'closed');
  return living.flatMap((name) => {
    const { id, role } = accountOf(input, name);
    const place = { accountId: id, region: input.organization.homeRegion };
    return role === undefined ? [] : [{ account: name, arn: iamArn(place, `role/${role}`) }];
  });
}

function roleCheck({ account, arn }: Role, asked: Attempt<RoleSession>): Check {
  const subject = { id: `role-${account}`, title: `role in ${account}` };
  if (asked.done) return ok(subject, arn);
  return problem(subject, {
    found: `${arn} can't be assumed: ${reasonOf(asked.error)}`,
    remedy: `let that role trust the management account, and these credentials call sts:AssumeRole on it; another name goes into organization.account_access_role`,
  });
}

/** Whether Terraform's role can be assumed in each living account, a few at once. */
export async function roleChecks(input: LandingZoneInput, assume: AccountCalls['assume']): Promise<Check[]> {
  const roles = rolesOf(input);
  if (roles.length === 0) return [ok(ROLES, 'no account but the management account')];
  return forEachOf(roles, AT_ONCE, async (role) => roleCheck(role, await assume(role.arn)));
}
