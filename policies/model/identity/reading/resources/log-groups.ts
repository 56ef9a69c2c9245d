import { arnOf, canonical } from '../../../arns';
import { ByAccount } from '../../../by-account';
import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { AttachedPolicy, GuardedResource } from '../../identity-facts';
import { isSamePlace } from '../register';
import type { Documents } from '../documents';

/** Log groups: their policies are those of the account in that Region, each for the groups that its statements name. */
export function logGroups(documents: Documents): readonly GuardedResource[] {
  const policies = new ByAccount<ResourceFact>();
  for (const by of documents.of('aws_cloudwatch_log_resource_policy')) policies.add(by.accountId, by);
  return documents.of('aws_cloudwatch_log_group').map((fact) => {
    const { accountId } = fact;
    const all = policies.near(accountId);
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

function policyOf(documents: Documents, by: ResourceFact): AttachedPolicy {
  const policy = documents.findPolicy(by, 'policy_document') ?? new Unknown(`${by.key} has no text`);
  return { name: by.address, form: 'inline', key: by.key, policy };
}
