import type { SourcePosition } from '../../modules/core/intent';
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

/** The resources of some types; what the documents only look up is others' to judge. */
export function* factsOf({ stacks }: Universe, ...types: readonly string[]): Generator<ResourceFact> {
  for (const { resources } of stacks) {
    for (const fact of resources) if (fact.mode === 'managed' && types.includes(fact.type)) yield fact;
  }
}
