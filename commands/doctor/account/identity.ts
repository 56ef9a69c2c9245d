import type { Attempt } from '../attempt';
import { type Check, notChecked, ok, problem, type Subject } from '../check';
import { nameOf, reasonOf } from '../reason';
import type { Identity } from './aws';

const ACCOUNT: Subject = { id: 'account', title: 'AWS account' };

const REMEDIES: Readonly<Record<string, string>> = {
  ExpiredToken: 'sign in again',
  ExpiredTokenException: 'sign in again',
  InvalidClientTokenId: 'the key is unknown to AWS, or switched off: make a new one, or choose another profile',
  SignatureDoesNotMatch: "the secret doesn't belong to the key, or this machine's clock is wrong",
};

/** Why nothing was asked. */
export function accountUnchecked(why: string): Check {
  return notChecked(ACCOUNT, why);
}

/** Whether the credentials act in the management account, from which Terraform assumes the roles of all others. */
export function accountCheck(asked: Attempt<Identity>, managementAccount: string | undefined): Check {
  if (!asked.done) {
    const remedy = REMEDIES[nameOf(asked.error)] ?? 'see whether this machine reaches AWS: network, HTTPS_PROXY, AWS_CA_BUNDLE';
    return problem(ACCOUNT, { found: `AWS doesn't say who is asking: ${reasonOf(asked.error)}`, remedy });
  }
  const { accountId, arn } = asked.value;
  const found = `${accountId}, as ${arn}`;
  if (managementAccount === undefined) return notChecked(ACCOUNT, `${found}; the configuration can't be read`);
  if (accountId === managementAccount) return ok(ACCOUNT, found);
  return problem(ACCOUNT, {
    found,
    expected: `${managementAccount}, the management_account of the configuration`,
    remedy: `choose credentials of ${managementAccount}: another AWS_PROFILE, or sign in there`,
  });
}
