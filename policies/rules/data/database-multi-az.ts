import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { companionsOf, type Naming } from '../companions';
import { findLiteral, isTrue } from '../literal';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { judgeSettings, type Setting } from '../setting';
import { isReplica } from './origin';

const ID = 'data/database-multi-az';

/** A cluster, and what its instances are called. */
const CLUSTERS: readonly Naming[] = [
  ['aws_rds_cluster', 'aws_rds_cluster_instance'] as const,
  ['aws_docdb_cluster', 'aws_docdb_cluster_instance'] as const,
  ['aws_neptune_cluster', 'aws_neptune_cluster_instance'] as const,
].map(([of, type]) => ({ of, type, argument: 'cluster_identifier', names: ['cluster_identifier'] }));

const SETTINGS: readonly Setting[] = [
  {
    types: ['aws_db_instance'],
    argument: 'multi_az',
    accepts: isTrue,
    otherwise: 'false',
    spares: isReplica,
    fix: 'set multi_az = true',
  },
  {
    types: ['aws_elasticache_replication_group'],
    argument: 'automatic_failover_enabled',
    accepts: isTrue,
    otherwise: 'false',
    fix: 'set automatic_failover_enabled = true and multi_az_enabled = true',
  },
];

/** A Multi-AZ DB cluster has three instances of its own; Aurora Serverless v1 keeps none. */
function standsByItself({ body }: ResourceFact): boolean | Unknown {
  if (findStated(body.db_cluster_instance_class) !== undefined) return true;
  const mode = findLiteral(body.engine_mode);
  return mode instanceof Unknown ? mode : mode === 'serverless';
}

/**
 * Whether instances stand in two zones. One that isn't put anywhere by name is where AWS puts it: in another zone, as far
 * as there is one.
 */
function areApart(instances: readonly ResourceFact[]): boolean | Unknown {
  const zones = instances.map(({ body }) => findStated(body.availability_zone));
  if (zones.length < 2) return false;
  if (zones.includes(undefined)) return true;
  const known = new Set(zones.filter((zone) => typeof zone === 'string'));
  if (known.size > 1) return true;
  return zones.every((zone) => typeof zone === 'string') ? false : new Unknown("their zones aren't known");
}

function judgeCluster(universe: Universe, cluster: ResourceFact, naming: Naming): readonly Finding[] {
  const alone = standsByItself(cluster);
  if (alone === true) return [];
  const { known, doubts } = companionsOf(universe, cluster, naming);
  const apart = areApart(known);
  if (apart === true) return [];
  const whys = [...doubts, ...[alone, apart].flatMap((maybe) => (maybe instanceof Unknown ? [maybe.why] : []))];
  const has = [`no ${naming.type}`, `one ${naming.type}`][known.length] ?? `each ${naming.type} in one zone`;
  const problem = `it has ${has}${whys.length === 0 ? '' : ` for certain: ${whys.join('; ')}`}`;
  const fix = `add an ${naming.type} in another zone`;
  return [findingOn(ID, cluster, problem, fix, whys.length === 0 ? 'violated' : 'unknown')];
}

/** Every database goes on when a zone fails: it has a standby, or instances in two zones. */
export const databaseMultiAz: Rule = {
  id: ID,
  summary: 'Databases stand in more than one zone',
  judge: (universe) => [
    ...judgeSettings(ID, SETTINGS, universe),
    ...CLUSTERS.flatMap((naming) =>
      [...factsOf(universe, naming.of)].flatMap((cluster) => judgeCluster(universe, cluster, naming)),
    ),
  ],
};
