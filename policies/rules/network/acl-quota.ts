import type { ResourceFact } from '../../model/universe';
import { findIdentity, findStated } from '../argument';
import { factsOf, type Rule } from '../rule';
import { type Counted, holdAgainst } from '../quota';

const ID = 'network/acl-quota';
/** What AWS gives without asking. @source VPC quotas */
const DEFAULT_QUOTA = 20;

function counted(fact: ResourceFact): Counted {
  const { network_acl_id: acl, ipv6_cidr_block: v6, egress } = fact.body;
  // Left out, it is an entry for what comes in; where it isn't known, it may be either.
  const stated = findStated(egress) ?? false;
  const directions = typeof stated === 'boolean' ? [stated ? 'out' : 'in'] : ['in', 'out'];
  const family = findStated(v6) === undefined ? 'v4' : 'v6';
  return { fact, owner: findIdentity(acl), shares: directions.map((direction) => `${direction} ${family}`) };
}

/** No network ACL holds more entries than its quota, counted as AWS does: by direction and family, its own deny included. */
export const aclQuota: Rule = {
  id: ID,
  summary: 'Network ACLs stay within the quota of entries',
  judge: (universe) => {
    const quota = universe.intent?.quotas.aclEntries ?? DEFAULT_QUOTA;
    return holdAgainst(
      {
        rule: ID,
        most: quota - 1,
        describe: (count) => `${String(count)} entries and the default deny are more than the quota of ${String(quota)}`,
        fix: 'join entries, or raise the quota (40 at most) at AWS and in quotas.acl_entries',
      },
      [...factsOf(universe, 'aws_network_acl_rule')].map(counted),
    );
  },
};
