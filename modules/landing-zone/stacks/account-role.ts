import type { Account } from '../../terraform';
import type { LandingZoneInput, OrganizationInput } from '../configuration';

/** The role that Organizations makes in every account. */
const DEFAULT_ROLE = 'OrganizationAccountAccessRole';

/** An account with the role that Terraform assumes in it. */
export function withRole(organization: OrganizationInput, name: string, id: string): Account {
  const { managementAccount, accountAccessRole = DEFAULT_ROLE } = organization;
  // Organizations makes no such role in the account that Terraform starts from.
  return id === managementAccount ? { name, id } : { name, id, role: accountAccessRole };
}

/** An account of the configuration, by name. */
export function accountOf({ organization, accounts }: LandingZoneInput, name: string): Account {
  const account = accounts[name];
  if (account === undefined) throw new Error(`no account ${name}`);
  return withRole(organization, name, account.id);
}

/** The account that Terraform starts from. The checks see to it that it is among the accounts. */
export function managementAccountOf({ organization, accounts }: LandingZoneInput): Account {
  const found = Object.entries(accounts).find(([, { id }]) => id === organization.managementAccount);
  if (found === undefined) throw new Error(`no account ${organization.managementAccount}`);
  return withRole(organization, found[0], found[1].id);
}
