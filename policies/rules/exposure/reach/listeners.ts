import { type Host, UDP } from '../../../model/network';
import { isTermList, isTermMap, type Term } from '../../../model/term';
import type { Universe } from '../../../model/universe';
import { findStated } from '../../argument';
import { companionsOf } from '../../companions';
import type { PortOfConcern } from './port-of-concern';

const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'];

/**
 * Where an engine of RDS answers by default, which is where it answers at all. Custom engines are machines with shells.
 * @source Amazon RDS API reference, CreateDBInstance, "Port"
 */
const PORT_OF_ENGINE: readonly (readonly [engine: RegExp, port: number])[] = [
  [/^(mysql|mariadb|aurora-mysql)$/, 3306],
  [/^(postgres|aurora-postgresql)$/, 5432],
  [/^oracle-/, 1521],
  [/^sqlserver-/, 1433],
  [/^db2-/, 50000],
];

/** Whether something answers at a port. */
export type Answers = 'yes' | 'no' | 'maybe';

function meets(port: Term | undefined, protocol: Term | undefined, asked: PortOfConcern): Answers {
  if (typeof port !== 'number' && typeof port !== 'string') return 'maybe';
  if (Number(port) !== asked.port) return 'no';
  const text = typeof protocol === 'string' ? protocol.toUpperCase() : 'TCP';
  const alone = text === 'UDP' || text === 'QUIC';
  const carries = asked.protocol === UDP ? /UDP|QUIC/.test(text) : !alone;
  return carries ? 'yes' : 'no';
}

function any(answers: readonly Answers[]): Answers {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('maybe') ? 'maybe' : 'no';
}

/** The listeners of a classic load balancer stand inside it. */
function classic(written: Term | undefined, asked: PortOfConcern): Answers {
  if (!isTermList(written)) return isTermMap(written) ? meets(written.lb_port, 'TCP', asked) : 'maybe';
  return any(written.map((block) => (isTermMap(block) ? meets(block.lb_port, 'TCP', asked) : 'maybe')));
}

/** A database answers at one port, by TCP; of engines that aren't known it may be any. */
function database({ engine, port }: Readonly<Record<string, Term | undefined>>, asked: PortOfConcern): Answers {
  const written = findStated(engine);
  if (typeof written !== 'string') return 'yes';
  const [, usual] = PORT_OF_ENGINE.find(([each]) => each.test(written)) ?? [];
  if (usual === undefined) return 'yes';
  return asked.protocol === UDP ? 'no' : meets(findStated(port) ?? usual, 'TCP', asked);
}

/**
 * Whether a host answers at a port, as far as the documents tell: a database does at its own, a load balancer does where it has a listener, whatever its groups
 * let in; a function opens connections and takes none.
 */
export function answersAt(universe: Universe, { kind, origin }: Host, asked: PortOfConcern): Answers {
  if (kind === 'function') return 'no';
  if (origin.type === 'aws_db_instance') return database(origin.body, asked);
  if (kind !== 'load-balancer') return 'yes';
  if (origin.type === 'aws_elb') return classic(findStated(origin.body.listener), asked);
  const found = LISTENERS.map((type) =>
    companionsOf(universe, origin, { type, argument: 'load_balancer_arn', of: origin.type, names: [] }),
  );
  const listeners = found.flatMap(({ known }) => known);
  const answers = listeners.map(({ body }) => meets(findStated(body.port), findStated(body.protocol), asked));
  return any(found.some(({ doubts }) => doubts.length > 0) ? [...answers, 'maybe'] : answers);
}
