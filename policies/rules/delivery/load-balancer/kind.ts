import { Reference, Unknown } from '../../../model/term';
import type { ResourceFact, Universe } from '../../../model/universe';
import { findLiteral } from '../../literal';
import { factsOf } from '../../rule';

/** The types of load balancers with listeners of their own; `aws_alb` is a former name. */
export const MODERN: readonly string[] = ['aws_lb', 'aws_alb'];

/** Which of the three kinds it is: `application`, `network`, `gateway`. */
export function kindOf({ body }: ResourceFact): string | Unknown {
  return findLiteral(body.load_balancer_type) ?? 'application';
}

/** What spares every load balancer that isn't of one of these kinds. */
export function exceptOf(...kinds: readonly string[]): (fact: ResourceFact) => boolean | Unknown {
  return (fact) => {
    const kind = kindOf(fact);
    return kind instanceof Unknown ? new Unknown(`its kind isn't known: ${kind.why}`) : !kinds.includes(kind);
  };
}

const byKey = new WeakMap<Universe, ReadonlyMap<string, ResourceFact>>();

/** The kind of the load balancer that a listener belongs to. */
export function kindOfListener(listener: ResourceFact, universe: Universe): string | Unknown {
  const known = byKey.get(universe) ?? new Map([...factsOf(universe, ...MODERN)].map((fact) => [fact.key, fact]));
  byKey.set(universe, known);
  const { load_balancer_arn: named } = listener.body;
  // The ARN tells: `…:loadbalancer/app/shop/50dc6c495c0c9188`.
  const told = typeof named === 'string' ? /:loadbalancer\/(app|net|gwy)\//.exec(named)?.[1] : undefined;
  if (told !== undefined) return { app: 'application', net: 'network' }[told] ?? 'gateway';
  const kinds =
    named instanceof Reference ? named.targets.map(({ key }) => known.get(key)).map((fact) => fact && kindOf(fact)) : [];
  const [first] = kinds;
  return first !== undefined && kinds.every((kind) => kind === first) ? first : new Unknown("its load balancer isn't known");
}
