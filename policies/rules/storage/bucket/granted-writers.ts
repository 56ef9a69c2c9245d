import type { NamedPrincipal, Statement } from '../../../model/policy/policy';
import { Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { listCovers } from '../../../iam/granting/text-cover';
import { bucketPoliciesOf } from './bucket-policies';
import type { LogKind, LogWriter } from './log-writer';

/** The services that write logs, by the principal that they write as. */
const SERVICES: ReadonlyMap<string, LogKind> = new Map([
  ['cloudtrail.amazonaws.com', 'trail'],
  ['config.amazonaws.com', 'config'],
  ['delivery.logs.amazonaws.com', 'delivered'],
  ['logdelivery.elasticloadbalancing.amazonaws.com', 'load-balancer'],
  ['logging.s3.amazonaws.com', 's3-access'],
]);

/**
 * The accounts as which load balancers write in Regions that are older than their service principal.
 * @source Elastic Load Balancing user guide, "Enable access logs for your Application Load Balancer"
 */
const BALANCER_ACCOUNTS: ReadonlySet<string> = new Set([
  '009996457667',
  '027434742980',
  '033677994240',
  '048591011584',
  '054676820928',
  '076674570225',
  '098369216593',
  '114774131450',
  '127311923021',
  '156460612806',
  '190560391635',
  '383597477331',
  '507241528517',
  '582318560864',
  '589379963580',
  '600734575887',
  '635631232127',
  '652711504416',
  '718504428378',
  '754344448648',
  '783225319266',
  '797873946194',
  '897822967062',
  '985666609251',
]);

function kindOf({ kind, text }: NamedPrincipal): LogKind | undefined {
  if (typeof text !== 'string') return undefined;
  if (kind === 'Service') return SERVICES.get(text);
  const account = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1];
  return account !== undefined && BALANCER_ACCOUNTS.has(account) ? 'load-balancer' : undefined;
}

function kindsIn({ effect, principals, actions }: Statement): readonly LogKind[] {
  if (effect !== 'Allow' || principals?.except !== false || !listCovers(actions, 's3:PutObject')) return [];
  return principals.items.flatMap((principal) => kindOf(principal) ?? []);
}

/** The services that a bucket's policy lets write logs into it. */
export function grantedWriters(universe: Universe, bucket: ResourceFact): readonly LogWriter[] {
  return bucketPoliciesOf(universe, bucket).stated.flatMap(({ fact, policy }) =>
    policy instanceof Unknown
      ? []
      : policy.statements.flatMap((statement) => kindsIn(statement).map((kind) => ({ kind, key: fact.key }))),
  );
}
