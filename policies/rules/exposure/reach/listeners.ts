import { type Host, UDP } from '../../../model/network';
import { isTermList, isTermMap, type Term } from '../../../model/term';
import type { Universe } from '../../../model/universe';
import { findStated } from '../../argument';
import { companionsOf } from '../../companions';
import type { PortOfConcern } from './port-of-concern';

const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'];

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

/**
 * Whether a host answers at a port, as far as the documents tell: a load balancer does where it has a listener, whatever its groups
 * let in; a function opens connections and takes none.
 */
export function answersAt(universe: Universe, { kind, origin }: Host, asked: PortOfConcern): Answers {
  if (kind === 'function') return 'no';
  if (kind !== 'load-balancer') return 'yes';
  if (origin.type === 'aws_elb') return classic(findStated(origin.body.listener), asked);
  const found = LISTENERS.map((type) =>
    companionsOf(universe, origin, { type, argument: 'load_balancer_arn', of: origin.type, names: [] }),
  );
  const listeners = found.flatMap(({ known }) => known);
  const answers = listeners.map(({ body }) => meets(findStated(body.port), findStated(body.protocol), asked));
  return any(found.some(({ doubts }) => doubts.length > 0) ? [...answers, 'maybe'] : answers);
}
