import { checkAccountId, checkOrganizationId } from '../../core/aws/source-ids';
import { asWritten, InputError } from '../../core/input-error';
import { checkEach, checkSomething } from './given-names';

/** For whom a service may act: accounts one by one, or an organisation, of which a policy can name any number. */
export interface SourceAccountsProps {
  /** Twelve digits each. @default - none: the organisation says it */
  readonly accountIds?: readonly string[];
  /** Like o-a1b2c3d4e5. @default - none: the accounts say it */
  readonly organizationId?: string;
}

/**
 * The condition that keeps a service from using the key for strangers.
 * @source IAM user guide, "The confused deputy problem": aws:SourceAccount, aws:SourceOrgID
 * @throws InputError LZ-KEY-12 nobody, or both ways at once, LZ-ARN-5, LZ-ARN-6 no account or organisation
 */
export function sourceCondition(
  use: string,
  { accountIds, organizationId }: SourceAccountsProps,
): Record<string, string[] | string> {
  if (accountIds !== undefined && organizationId !== undefined) {
    throw InputError.of({
      problem: `the use ${use} names accounts and an organisation, and only who is both would be let in`,
      got: asWritten({ accountIds, organizationId }),
      remedy: 'name one of the two',
      code: 'LZ-KEY-12',
    });
  }
  if (organizationId !== undefined) {
    checkOrganizationId(organizationId);
    return { 'aws:SourceOrgID': organizationId };
  }
  const accounts = accountIds ?? [];
  checkSomething(use, 'account and no organisation', accounts);
  checkEach(accounts, checkAccountId);
  return { 'aws:SourceAccount': [...accounts] };
}
