import { isTermList, Reference, type Term } from '../../../model/term';
import type { PlannedChange, ResourceFact, StackDocument, Universe } from '../../../model/universe';
import type { Finding, Verdict } from '../../rule';

/** What a plan does to one resource, with what it will be. */
export interface Change {
  readonly stack: string;
  readonly planned: PlannedChange;
  /** @default - it is gone */
  readonly after?: ResourceFact;
  /** An argument as it will be: an id that is known already is its text, whatever it names. */
  readonly will: (argument: string) => Term | undefined;
}

const indexes = new WeakMap<Universe, ReadonlyMap<string, readonly Change[]>>();

/** A reference to what is there already is the id that it has. */
function known(term: Term | undefined, facts: ReadonlyMap<string, ResourceFact>): Term | undefined {
  if (isTermList(term)) return term.map((element) => known(element, facts) ?? null);
  if (!(term instanceof Reference) || term.targets.length > 1) return term;
  const [{ key, attribute }] = term.targets;
  const value = facts.get(key)?.body[attribute];
  return typeof value === 'string' ? value : term;
}

function changesIn({ name, resources, changes = [] }: StackDocument): readonly Change[] {
  if (changes.length === 0) return [];
  const byAddress = new Map(resources.map((fact) => [fact.address, fact]));
  const byKey = new Map(resources.map((fact) => [fact.key, fact]));
  return changes.map((planned) => {
    const after = planned.isDeposed ? undefined : byAddress.get(planned.address);
    const will = (argument: string): Term | undefined => known(after?.body[argument], byKey);
    return { stack: name, planned, will, ...(after === undefined ? {} : { after }) };
  });
}

function indexOf(universe: Universe): ReadonlyMap<string, readonly Change[]> {
  const made = indexes.get(universe);
  if (made !== undefined) return made;
  const index = new Map<string, Change[]>();
  for (const change of universe.stacks.flatMap(changesIn)) {
    const others = index.get(change.planned.type);
    if (others === undefined) index.set(change.planned.type, [change]);
    else others.push(change);
  }
  indexes.set(universe, index);
  return index;
}

/** What plans do to resources of some types; documents that are no plans do nothing. */
export function changesOf(universe: Universe, types: Iterable<string>): readonly Change[] {
  const index = indexOf(universe);
  return [...types].flatMap((type) => index.get(type) ?? []);
}

/** How what is there is lost, as a clause; undefined where it stays. */
export function lossBy({ planned: { actions, isDeposed } }: Change): string | undefined {
  // What `create` and `forget` replace together stays where it is.
  if (!actions.includes('delete')) return undefined;
  if (actions.includes('create')) return 'replaces it';
  return isDeposed ? 'destroys an object that an earlier apply left behind' : 'destroys it';
}

/** Whether the plan makes or changes it. */
export function isMade({ planned: { actions }, after }: Change): boolean {
  return after !== undefined && actions.some((action) => action === 'create' || action === 'update');
}

/** Its arguments as they are now, where it is there now and will be. */
export function findFormer(change: Change): Readonly<Record<string, Term>> | undefined {
  return isMade(change) ? change.planned.before : undefined;
}

/** A finding about what a plan does. */
export function findingOnChange(
  rule: string,
  { stack, planned, after }: Change,
  problem: string,
  fix: string,
  verdict: Verdict = 'violated',
): Finding {
  const path = after?.constructPath;
  const finding = { rule, verdict, stack, address: planned.address, problem, fix };
  return path === undefined ? finding : { ...finding, constructPath: path };
}

/** The sentence for a verdict: what isn't known yet is told as such. */
export function told(verdict: Verdict, problem: string): string {
  return verdict === 'violated' ? problem : `only the apply tells whether ${problem}`;
}
