import { factsByKey } from '../model/arns';
import { Reference, type Term, Unknown } from '../model/term';
import type { ResourceFact, Universe } from '../model/universe';
import { findStated } from './argument';
import { factsOf, opaqueOf } from './rule';

/** How resources of one type name those of another. */
export interface Naming {
  /** The type that names: `aws_s3_bucket_versioning`. */
  readonly type: string;
  /** The argument by which it does: `bucket`. */
  readonly argument: string;
  /** The type that is named: `aws_s3_bucket`. */
  readonly of: string;
  /** Arguments whose literal text is the name too: a bucket's `bucket`. `id` and `arn` always are. */
  readonly names: readonly string[];
}

/** What belongs to a resource. */
export interface Companions {
  readonly known: readonly ResourceFact[];
  /** What may belong to it and can't be told, or may be where nobody looks: nothing is surely missing then. */
  readonly doubts: readonly string[];
}

/** The index of one naming over a universe. */
interface Joined {
  readonly known: ReadonlyMap<string, readonly ResourceFact[]>;
  readonly adrift: readonly ResourceFact[];
}

const joins = new WeakMap<Universe, Map<string, Joined>>();

/** Whether two accounts or Regions that are told aren't the same. */
function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** Subjects by every literal text that names them. */
function subjectsByName(universe: Universe, { of, names }: Naming): ReadonlyMap<string, readonly ResourceFact[]> {
  const found = new Map<string, ResourceFact[]>();
  for (const fact of factsOf(universe, of)) {
    for (const text of namesOf(fact, names)) found.set(text, [...(found.get(text) ?? []), fact]);
  }
  return found;
}

function namesOf({ body }: ResourceFact, names: readonly string[]): ReadonlySet<string> {
  return new Set(['id', 'arn', ...names].map((name) => body[name]).filter((term) => typeof term === 'string'));
}

/** What an argument names: a subject by its key, some subject but not told which, or something else. */
type Named = { readonly key: string } | 'some' | 'other';

/** Follows what arguments name. */
class Names {
  readonly #byName: ReadonlyMap<string, readonly ResourceFact[]>;

  constructor(
    private readonly universe: Universe,
    private readonly naming: Naming,
  ) {
    this.#byName = subjectsByName(universe, naming);
  }

  of(fact: ResourceFact): Named {
    const term = findStated(fact.body[this.naming.argument]);
    if (term === undefined) return 'other';
    if (typeof term === 'string') return this.#ofTexts([term], fact);
    if (!(term instanceof Reference)) return 'some';
    const [{ key }, ...others] = term.targets;
    return others.length > 0 ? 'some' : this.#ofTarget(key);
  }

  /** A literal that names nothing here names something elsewhere; a name that two have names neither for certain. */
  #ofTexts(texts: Iterable<string>, { accountId }: ResourceFact): Named {
    const possible = [...texts]
      .flatMap((text) => this.#byName.get(text) ?? [])
      .filter((subject) => !differ(subject.accountId, accountId));
    const [only, ...others] = new Set(possible.filter((subject) => subject.accountId === accountId));
    if (only !== undefined && others.length === 0) return { key: only.key };
    return possible.length === 0 ? 'other' : 'some';
  }

  #ofTarget(key: string): Named {
    const { of, names } = this.naming;
    const target = factsByKey(this.universe).get(key);
    if (target === undefined || (target.mode === 'managed' && target.type === of)) return { key };
    // Parts of a subject have its id: `aws_s3_bucket_versioning.x.id` is the bucket's.
    if (target.mode === 'managed') return target.type.startsWith(`${of}_`) ? 'some' : 'other';
    // The default VPC is looked up as any other one.
    if (target.type !== of.replace('aws_default_', 'aws_')) return 'other';
    const texts = namesOf(target, names);
    return texts.size === 0 ? 'some' : this.#ofTexts(texts, target);
  }
}

function join(universe: Universe, naming: Naming): Joined {
  const names = new Names(universe, naming);
  const known = new Map<string, ResourceFact[]>();
  const adrift: ResourceFact[] = [];
  for (const fact of factsOf(universe, naming.type)) {
    const named = names.of(fact);
    if (named === 'other') continue;
    if (named === 'some' || fact.repeated !== undefined) adrift.push(fact);
    else known.set(named.key, [...(known.get(named.key) ?? []), fact]);
  }
  return { known, adrift };
}

function joinedOf(universe: Universe, naming: Naming): Joined {
  const ofUniverse = joins.get(universe) ?? new Map<string, Joined>();
  joins.set(universe, ofUniverse);
  const name = `${naming.type} ${naming.argument} ${naming.of}`;
  const joined = ofUniverse.get(name) ?? join(universe, naming);
  ofUniverse.set(name, joined);
  return joined;
}

/** Whether two resources may lie in one account and Region. */
export function mayMeet(one: ResourceFact, other: ResourceFact): boolean {
  return !differ(one.accountId, other.accountId) && !differ(one.region, other.region);
}

/** The resources of a type that name this one: a bucket's versioning, a VPC's flow logs. */
export function companionsOf(universe: Universe, subject: ResourceFact, naming: Naming): Companions {
  const { known, adrift } = joinedOf(universe, naming);
  const maybe = adrift.filter((fact) => mayMeet(fact, subject));
  const unseen = opaqueOf(universe, subject).map(({ why }) => why);
  return {
    known: known.get(subject.key) ?? [],
    doubts: [...maybe.map(({ key }) => `${key} may belong to it`), ...unseen],
  };
}

/** Why an argument can't be judged; undefined where it can. */
export function doubtOf(term: Term | undefined): string | undefined {
  return term instanceof Unknown ? term.why : term instanceof Reference ? 'known only after apply' : undefined;
}
