import { isTermMap, Reference, type Term, Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { findStated } from '../argument';
import { blocksOf } from '../nested';
import { factsOf } from '../rule';

const NAMES = ['id', 'name'];
const indexes = new WeakMap<Universe, ReadonlyMap<string, ResourceFact>>();

/** Launch templates by key, and by every literal text that names them. */
function indexOf(universe: Universe): ReadonlyMap<string, ResourceFact> {
  let index = indexes.get(universe);
  if (index === undefined) {
    const facts = [...factsOf(universe, 'aws_launch_template')];
    const named = facts.flatMap((fact) => NAMES.map((name) => [fact.body[name], fact] as const));
    index = new Map([
      ...named.flatMap(([text, fact]) => (typeof text === 'string' ? [[`${fact.accountId ?? '?'} ${text}`, fact] as const] : [])),
      ...facts.map((fact) => [fact.key, fact] as const),
    ]);
    indexes.set(universe, index);
  }
  return index;
}

function named(universe: Universe, term: Term, by: ResourceFact): ResourceFact | Unknown {
  const index = indexOf(universe);
  const literal = typeof term === 'string' ? [`${by.accountId ?? '?'} ${term}`] : [];
  const keys = term instanceof Reference ? term.targets.map(({ key }) => key) : literal;
  const [only, ...others] = keys.map((key) => index.get(key));
  return only === undefined || others.length > 0 ? new Unknown('its launch template lies outside of the documents') : only;
}

/** The launch template that a resource starts its machines from, or why it isn't known; undefined where it has none. */
export function findTemplate(universe: Universe, fact: ResourceFact): ResourceFact | Unknown | undefined {
  const [block] = blocksOf(fact.body.launch_template);
  if (block === undefined) return undefined;
  if (!isTermMap(block)) return block instanceof Unknown ? block : new Unknown('its launch template is known only after apply');
  const term = NAMES.map((name) => findStated(block[name])).find((stated) => stated !== undefined);
  if (term === undefined) return new Unknown('its launch template is known only after apply');
  return term instanceof Unknown ? term : named(universe, term, fact);
}
