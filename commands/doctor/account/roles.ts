import type { LandingZoneInput } from '../../../modules/landing-zone';
import { iamArn } from '../../../modules/core/arn';
import { type Attempt, forEachOf } from '../attempt';
import { type Check, notChecked, ok, problem, type Subject } from '../check';
import { reasonOf } from '../reason';
import type { AccountCalls } from './aws';

const ROLES: Subject = { id: 'roles', title: 'roles in the accounts' };
const DEFAULT_ROLE = 'OrganizationAccountAccessRole';
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
function rolesOf({ organization, accounts, lifecycle }: LandingZoneInput): Role[] {
  const { managementAccount, homeRegion, accountAccessRole = DEFAULT_ROLE } = organization;
  return Object.entries(accounts)
    .filter(([, { id, lifecycle: own }]) => id !== managementAccount && ![own, lifecycle].includes('closed'))
    .map(([account, { id }]) => ({
      account,
      arn: iamArn({ accountId: id, region: homeRegion }, `role/${accountAccessRole}`),
    }));
}

function roleCheck({ account, arn }: Role, asked: Attempt<string>): Check {
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
