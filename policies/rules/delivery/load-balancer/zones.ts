import { isTermList, type Term, Unknown } from '../../../model/term';
import { describeTerm } from '../../../model/term-text';
import type { ResourceFact } from '../../../model/universe';
import { findIdentity, findStated } from '../../argument';
import { blocksOf, valuesAt } from '../../nested';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';
import { kindOf, MODERN } from './kind';

const ID = 'delivery/load-balancer/zones';
const FIX = 'name subnets of two zones or more';

/** A list that something else holds as a whole has any number of elements: `data.aws_subnets.public.ids`. */
function listOf(term: Term | undefined): readonly Term[] {
  const stated = findStated(term);
  if (stated === undefined) return [];
  if (isTermList(stated)) return stated;
  return [stated instanceof Unknown ? stated : new Unknown(`known only after apply: ${describeTerm(stated)}`)];
}

/** Subnets, or zones where a classic load balancer has no subnets. AWS takes one subnet of a zone, so each is a zone. */
function placesOf({ body }: ResourceFact): readonly Term[] {
  const subnets = listOf(body.subnets);
  if (subnets.length > 0) return subnets;
  const mapped = blocksOf(body.subnet_mapping).length > 0 ? valuesAt(body, 'subnet_mapping.subnet_id') : [];
  return mapped.length > 0 ? mapped.flatMap((subnet) => findStated(subnet) ?? []) : listOf(body.availability_zones);
}

function judgePlaces(fact: ResourceFact): readonly Finding[] {
  const places = placesOf(fact);
  const known = new Set(places.flatMap((place) => findIdentity(place) ?? []));
  if (known.size > 1) return [];
  const open = places.find((place) => findIdentity(place) === undefined);
  if (open === undefined) {
    const problem = known.size === 0 ? 'it names no subnet' : 'it stands in one zone';
    return [findingOn(ID, fact, problem, FIX)];
  }
  // AWS makes no application load balancer in fewer than two.
  if (fact.type !== 'aws_elb' && kindOf(fact) === 'application') return [];
  const why = open instanceof Unknown ? open.why : describeTerm(open);
  return [findingOn(ID, fact, `how many subnets it stands in isn't known: ${why}`, FIX, 'unknown')];
}

/** Every load balancer goes on when a zone fails. */
export const zones: Rule = {
  id: ID,
  summary: 'Load balancers stand in two zones or more',
  judge: (universe) => [...factsOf(universe, ...MODERN, 'aws_elb')].flatMap(judgePlaces),
};
