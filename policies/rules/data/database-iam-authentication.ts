import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';

import { findLiteral, isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';
import { findOrigin } from './origin';

/** @source RDS, "IAM database authentication for MariaDB, MySQL, and PostgreSQL" */
const ENGINES: readonly string[] = ['mariadb', 'mysql', 'postgres', 'aurora-mysql', 'aurora-postgresql'];

/** Other engines know no such login. A database made from another one has the engine of that one. */
function knowsNoSuchLogin(fact: ResourceFact): boolean | Unknown {
  const engine = findLiteral(fact.body.engine);
  if (engine instanceof Unknown) return new Unknown(`whether its engine knows it isn't known: ${engine.why}`);
  if (engine !== undefined) return !ENGINES.includes(engine);
  return new Unknown(`its engine is that of what ${findOrigin(fact) ?? 'it is made from'} names`);
}

/** Whoever uses a database may do so by a role: no password lies anywhere. */
export const databaseIamAuthentication: Rule = settingRule({
  id: 'data/database-iam-authentication',
  summary: 'Databases take logins by IAM',
  settings: [
    {
      types: ['aws_db_instance', 'aws_rds_cluster'],
      argument: 'iam_database_authentication_enabled',
      accepts: isTrue,
      otherwise: 'false',
      spares: knowsNoSuchLogin,
      fix: 'set iam_database_authentication_enabled = true',
    },
    {
      types: ['aws_neptune_cluster'],
      argument: 'iam_database_authentication_enabled',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set iam_database_authentication_enabled = true',
    },
  ],
});
