import type { ResourceFact } from '../../model/stack-document';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/acl-quota';
/** What AWS gives without asking. @source VPC quotas */
const DEFAULT_QUOTA = 20;

function placeOf({ stack, body }: ResourceFact): string {
  const family = body.ipv6_cidr_block === undefined ? 'v4' : 'v6';
  return `${stack} ${JSON.stringify(body.network_acl_id)} ${body.egress === true ? 'out' : 'in'} ${family}`;
}

/** No network ACL holds more entries than its quota, counted as AWS does: by direction and family, its own deny included. */
export const aclQuota: Rule = {
  id: ID,
  summary: 'Network ACLs stay within the quota of entries',
  judge: (universe) => {
    const quota = universe.intent?.quotas.aclEntries ?? DEFAULT_QUOTA;
    const places = new Map<string, ResourceFact[]>();
    for (const fact of factsOf(universe, 'aws_network_acl_rule')) {
      places.set(placeOf(fact), [...(places.get(placeOf(fact)) ?? []), fact]);
    }
    return [...places.values()].flatMap((facts): Finding[] => {
      const [last] = facts.slice(-1);
      if (last === undefined || facts.length + 1 <= quota) return [];
      const problem = `${String(facts.length)} entries and the default deny are more than the quota of ${String(quota)}`;
      return [findingOn(ID, last, problem, 'join entries, or raise the quota (40 at most) at AWS and in quotas.acl_entries')];
    });
  },
};
