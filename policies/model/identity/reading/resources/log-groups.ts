import { arnOf, canonical } from '../../../arns';
import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { AttachedPolicy, GuardedResource } from '../../identity-facts';
import { isSamePlace } from '../register';
import type { Documents } from '../documents';

/** Log groups: their policies are those of the account in that Region, each for the groups that its statements name. */
export function logGroups(documents: Documents): readonly GuardedResource[] {
  const near = byAccount(documents.of('aws_cloudwatch_log_resource_policy'));
  return documents.of('aws_cloudwatch_log_group').map((fact) => {
    const { accountId } = fact;
    const all = near(accountId);
    const sure = all.filter((by) => by.repeated === undefined && isSamePlace(documents, by, fact, 'place') === true);
    const maybe = all.filter((by) => !sure.includes(by) && isSamePlace(documents, by, fact, 'place') !== false);
    return {
      fact,
      service: 'logs',
      arn: canonical(arnOf(fact), documents.universe),
      ...(accountId === undefined ? {} : { accountId }),
      policies: sure.map((by) => policyOf(documents, by)),
      doubts: [...maybe.map(({ key }) => new Unknown(`${key} may be of its account and Region`)), ...documents.hidden(fact)],
    };
  });
}

/** Those that may be of an account: an organisation has some in each of its accounts. */
function byAccount(all: readonly ResourceFact[]): (accountId: string | undefined) => readonly ResourceFact[] {
  const found = new Map<string | undefined, ResourceFact[]>();
  for (const fact of all) {
    const known = found.get(fact.accountId);
    if (known === undefined) found.set(fact.accountId, [fact]);
    else known.push(fact);
  }
  return (accountId) => (accountId === undefined || found.has(undefined) ? all : (found.get(accountId) ?? []));
}

function policyOf(documents: Documents, by: ResourceFact): AttachedPolicy {
  const policy = documents.findPolicy(by, 'policy_document') ?? new Unknown(`${by.key} has no text`);
  return { name: by.address, form: 'inline', key: by.key, policy };
}
