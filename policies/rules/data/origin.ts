import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { findStated } from '../argument';
import { blocksOf } from '../nested';

/** Arguments by which a database is made from another one, or from what was saved of one. */
const ORIGINS = [
  'replicate_source_db',
  'replication_source_identifier',
  'snapshot_identifier',
  'snapshot_arn',
  'snapshot_name',
  'snapshot_arns',
  'restore_to_point_in_time',
  'global_replication_group_id',
  'source_db_cluster_identifier',
] as const;

/** The argument that says what a database is made from; undefined where it begins empty. */
export function findOrigin({ body }: ResourceFact): string | undefined {
  return ORIGINS.find((name) => blocksOf(body[name]).length > 0);
}

/** What holds of a database unless it takes it from what it is made from. */
export function unlessInherited(otherwise: string | Unknown): (fact: ResourceFact) => string | Unknown {
  return (fact) => {
    const origin = findOrigin(fact);
    return origin === undefined ? otherwise : new Unknown(`what ${origin} names decides`);
  };
}

/** Whether it is a replica: its source is judged, and it has no backups and no standby of its own need. */
export function isReplica({ body }: ResourceFact): boolean {
  return findStated(body.replicate_source_db) !== undefined || findStated(body.replication_source_identifier) !== undefined;
}
