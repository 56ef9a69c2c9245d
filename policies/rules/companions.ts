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

const placed = (name: string, accountId: string | undefined): string => `${accountId ?? '?'} ${name}`;

/** Subjects by every literal text that names them. A name that two have names neither for certain. */
function subjectsByName(universe: Universe, { of, names }: Naming): ReadonlyMap<string, readonly ResourceFact[]> {
  const found = new Map<string, ResourceFact[]>();
  for (const fact of factsOf(universe, of)) {
    const texts = new Set(['id', 'arn', ...names].map((name) => fact.body[name]).filter((term) => typeof term === 'string'));
    for (const text of texts) {
      const name = placed(text, fact.accountId);
      found.set(name, [...(found.get(name) ?? []), fact]);
    }
  }
  return found;
}

/** The keys of what an argument may name; none where nothing tells. */
function keysNamed(term: Term | undefined, fact: ResourceFact, byName: ReturnType<typeof subjectsByName>): readonly string[] {
  if (term instanceof Reference) return term.targets.map(({ key }) => key);
  if (typeof term !== 'string') return [];
  return (byName.get(placed(term, fact.accountId)) ?? []).map(({ key }) => key);
}

function join(universe: Universe, naming: Naming): Joined {
  const byName = subjectsByName(universe, naming);
  const known = new Map<string, ResourceFact[]>();
  const adrift: ResourceFact[] = [];
  for (const fact of factsOf(universe, naming.type)) {
    const term = findStated(fact.body[naming.argument]);
    const [only, ...others] = keysNamed(term, fact, byName);
    // A literal that names nothing here names something elsewhere, and who says nothing names nothing.
    if (only === undefined && (term === undefined || typeof term === 'string')) continue;
    if (only === undefined || others.length > 0 || fact.repeated !== undefined) adrift.push(fact);
    else known.set(only, [...(known.get(only) ?? []), fact]);
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
  const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;
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
