import { canonical, factsByKey, findTextOf } from '../../arns';
import type { Policy, PolicyText } from '../../policy/policy';
import { isTermList, type Term, Unknown } from '../../term';
import type { ResourceFact, StackDocument, Universe } from '../../universe';
import { policyOfTerm } from './policy-of-term';

/** An argument that somebody set: plans and states write what is left out as null or as an empty text. */
export function findStated(term: Term | undefined): Term | undefined {
  if (term === null || term === '') return undefined;
  return term instanceof Unknown && term.computed ? undefined : term;
}

/** The items of a list; what isn't known as a list is one item that isn't known. */
export function itemsOf(term: Term | undefined): readonly Term[] {
  const stated = findStated(term);
  if (stated === undefined) return [];
  return isTermList(stated) ? stated : [stated];
}

const read = new WeakMap<Universe, Documents>();

/** The documents of a universe, taken apart once. */
export function documentsOf(universe: Universe): Documents {
  let known = read.get(universe);
  if (known === undefined) {
    known = new Documents(universe);
    read.set(universe, known);
  }
  return known;
}

/** The documents as identities are read from them: resources by their types, texts followed, each policy read once. */
export class Documents {
  readonly #byType = new Map<string, ResourceFact[]>();
  readonly #policies = new Map<string, Policy | Unknown | undefined>();
  readonly #told = new Map<string, ReadonlySet<string>>();
  readonly #stacks: ReadonlyMap<string, StackDocument>;

  constructor(readonly universe: Universe) {
    this.#stacks = new Map(universe.stacks.map((stack) => [stack.name, stack]));
    for (const fact of universe.stacks.flatMap(({ resources }) => resources)) {
      const type = fact.mode === 'data' ? `data.${fact.type}` : fact.type;
      const known = this.#byType.get(type);
      if (known === undefined) this.#byType.set(type, [fact]);
      else known.push(fact);
    }
  }

  /** The resources of some types; what is only looked up is of `data.aws_organizations_organization`. */
  of(...types: readonly string[]): readonly ResourceFact[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  find(key: string | undefined): ResourceFact | undefined {
    const facts: ReadonlyMap<string | undefined, ResourceFact> = factsByKey(this.universe);
    return facts.get(key);
  }

  /** A value as a text, followed as far as the documents tell; undefined where nobody set it. */
  findText(term: Term | undefined): PolicyText | undefined {
    const text = findTextOf(findStated(term));
    return text === undefined ? undefined : canonical(text, this.universe);
  }

  /** The policy in an argument; undefined where there is none. */
  findPolicy(fact: ResourceFact, argument: string): Policy | Unknown | undefined {
    const place = `${fact.key} ${argument}`;
    if (!this.#policies.has(place)) this.#policies.set(place, this.findPolicyIn(fact.body[argument]));
    return this.#policies.get(place);
  }

  /** The policy that a value holds; undefined where it is left out. */
  findPolicyIn(term: Term | undefined): Policy | Unknown | undefined {
    const stated = findStated(term);
    return stated === undefined ? undefined : policyOfTerm(stated, this.universe);
  }

  /** The accounts or Regions that a stack tells of. */
  told(stack: string, name: 'accountId' | 'region'): ReadonlySet<string> {
    const place = `${stack} ${name}`;
    const known = this.#told.get(place);
    if (known !== undefined) return known;
    const resources = this.#stacks.get(stack)?.resources ?? [];
    const told = new Set(resources.flatMap((fact) => fact[name] ?? []));
    this.#told.set(place, told);
    return told;
  }

  /** What of a type a plan takes away or replaces in a resource's stack, as it is now. */
  taken({ stack }: Pick<ResourceFact, 'stack'>, type: string): readonly Readonly<Record<string, Term>>[] {
    const changes = this.#stacks.get(stack)?.changes ?? [];
    const gone = changes.filter((change) => change.type === type && change.actions.includes('delete'));
    return gone.map(({ before = {} }) => before);
  }

  /** Whether a plan finds it already there: what nobody wrote is then shown as it was. */
  isThere({ stack, address }: ResourceFact): boolean {
    const { form, changes = [] } = this.#stacks.get(stack) ?? {};
    return form === 'plan' && !changes.some((change) => change.address === address && change.actions.includes('create'));
  }

  isState({ stack }: ResourceFact): boolean {
    return this.#stacks.get(stack)?.form === 'state';
  }

  /** Whether it is shown as it is, which needn't be what somebody wrote: states and plans repeat in it what others set. */
  isShown(fact: ResourceFact): boolean {
    return this.isState(fact) || this.isThere(fact);
  }

  isSynthesised({ stack }: ResourceFact): boolean {
    return this.#stacks.get(stack)?.form === 'synthesised';
  }

  /** What may be attached to a resource by what belongs to its document and isn't in it. */
  hidden({ stack }: ResourceFact): readonly Unknown[] {
    return this.#stacks.get(stack)?.opaque ?? [];
  }
}
