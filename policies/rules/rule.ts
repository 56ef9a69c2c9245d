import type { SourcePosition } from '../../modules/core/intent';
import type { Unknown } from '../model/term';
import type { ResourceFact, Universe } from '../model/universe';

/** What a rule says of one resource. Unknown is a third value: it never passes for ok. */
export type Verdict = 'violated' | 'unknown';

/** Something that a person should look at. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly stack: string;
  /** Left out: the stack as a whole. */
  readonly address?: string;
  /** Left out: the JSON doesn't say. */
  readonly constructPath?: string;
  /** The claim or flow that it is about, as its author wrote it. Left out: it is about no such thing. */
  readonly stated?: string;
  /** Where that is written. Left out: nowhere, or the configuration was built in code. */
  readonly position?: SourcePosition;
  readonly problem: string;
  /** A packet that shows it. Left out: none is needed to see it. */
  readonly witness?: string;
  readonly fix: string;
}

/** One thing that must hold in the Terraform that will run. Its page stands beside it. */
export interface Rule {
  readonly id: string;
  readonly summary: string;
  judge(universe: Universe): readonly Finding[];
}

/** A finding about one resource. */
export function findingOn(
  rule: string,
  fact: ResourceFact,
  problem: string,
  fix: string,
  verdict: Verdict = 'violated',
): Finding {
  const { stack, address, constructPath } = fact;
  return { rule, verdict, stack, address, problem, fix, ...(constructPath === undefined ? {} : { constructPath }) };
}

const indexes = new WeakMap<Universe, ReadonlyMap<string, readonly ResourceFact[]>>();

/** Managed resources by type: rules are many, and none of them walks over everything. */
function indexOf(universe: Universe): ReadonlyMap<string, readonly ResourceFact[]> {
  const known = indexes.get(universe);
  if (known !== undefined) return known;
  const index = new Map<string, ResourceFact[]>();
  for (const { resources } of universe.stacks) {
    for (const fact of resources) {
      if (fact.mode !== 'managed') continue;
      const facts = index.get(fact.type);
      if (facts === undefined) index.set(fact.type, [fact]);
      else facts.push(fact);
    }
  }
  indexes.set(universe, index);
  return index;
}

/** The resources of some types, type by type; what the documents only look up is others' to judge. */
export function* factsOf(universe: Universe, ...types: readonly string[]): Generator<ResourceFact> {
  const index = indexOf(universe);
  for (const type of types) yield* index.get(type) ?? [];
}

const opaque = new WeakMap<Universe, ReadonlyMap<string, readonly Unknown[]>>();

/** What of a resource's stack isn't in the documents. */
export function opaqueOf(universe: Universe, { stack }: ResourceFact): readonly Unknown[] {
  const known = opaque.get(universe) ?? new Map(universe.stacks.map((each) => [each.name, each.opaque ?? []]));
  opaque.set(universe, known);
  return known.get(stack) ?? [];
}
