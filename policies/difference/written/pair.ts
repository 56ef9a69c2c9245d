import { isTermMap, Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import type { AttributeChange } from '../change';
import { isDefault, takesTags } from '../replacement/outcome';
import { compare } from '../values/compare';
import { concealed } from '../values/secret';
import { type Node, nodeOf, plain } from '../values/value';
import type { Raw } from './raw';

/** A resource in both documents, in one of them, or under two addresses. */
export interface Pair {
  /** As it is called after; what is gone, as it was called. */
  readonly address: string;
  /** @default - it is called as it was */
  readonly from?: string;
  /** @default - it is new */
  readonly before?: ResourceFact;
  /** @default - it is gone */
  readonly after?: ResourceFact;
}

/** A resource in both documents. */
export type Both = Pair & { readonly before: ResourceFact; readonly after: ResourceFact };

/** How a resource is written in both, part by part. */
export interface Written {
  /** Arguments that differ. */
  readonly attributes: readonly AttributeChange[];
  /** What Terraform reads for itself and that differs, or what it leaves to others now. */
  readonly rewritten: readonly AttributeChange[];
  /** Why it isn't known what Terraform will do. */
  readonly doubts: readonly string[];
}

/** How resources are called on both sides. */
export interface Names {
  readonly before: (key: string) => string;
  readonly after: (key: string) => string;
}

/** What Terraform reads of a block for itself. */
const META = ['connection', 'depends_on', 'lifecycle', 'provider', 'provisioner'] as const;

function isLeft(term: unknown): boolean {
  return term instanceof Unknown && term.why.startsWith('others may change ');
}

function isOpen(node: unknown): boolean {
  return JSON.stringify(node).includes('"unknown ');
}

/** Where what is written differs, secrets in it hidden. */
function rewrittenIn(before: unknown, after: unknown, name: string): readonly AttributeChange[] {
  const sides = [before, after].map((side) => concealed('', { [name]: plain(side) }));
  return compare(sides[0], sides[1], '');
}

/** Compares one argument. */
function argument(name: string, pair: Both, raws: Raws, names: Names): Written {
  const { before, after } = pair;
  const [was, will] = [before.body[name], after.body[name]];
  const [one, other] = [raws.before.of(before)[name], raws.after.of(after)[name]];
  const sameText = JSON.stringify(one) === JSON.stringify(other);
  const written = { attributes: [], rewritten: [], doubts: [] };
  if (isLeft(will)) {
    if (sameText) return written;
    return { ...written, rewritten: rewrittenIn(one, other, name).filter(({ path }) => !path.startsWith('//')) };
  }
  const sides: readonly Node[] = [
    was === undefined ? null : nodeOf(was, names.before),
    will === undefined ? null : nodeOf(will, names.after),
  ].map((node) => concealed(after.type, { [name]: node }));
  const attributes = compare(sides[0], sides[1], '').filter((change) => !isDefault(after.type, change));
  if (isLeft(was)) return { ...written, doubts: [`${name} was left to others so far: what it is now isn't told`] };
  if (attributes.length === 0) {
    const open = !sameText && isOpen(sides[1]);
    return open ? { ...written, doubts: [`${name} is written otherwise, and isn't evaluated here`] } : written;
  }
  // A data source reads what is there now: what another stack will make of it comes with the plan after its apply.
  const follows = sameText && JSON.stringify(one).includes('${data.');
  const doubts = follows ? [`${name} is read from a data source, and follows what another apply makes of it`] : [];
  return { attributes, rewritten: [], doubts };
}

/** Both documents as they are written. */
export interface Raws {
  readonly before: Raw;
  readonly after: Raw;
}

function defaultTags({ before, after }: Both, raws: Raws): readonly AttributeChange[] {
  const [was, will] = [raws.before.defaultTagsOf(before), raws.after.defaultTagsOf(after)];
  if (takesTags(after.type) === false || JSON.stringify(was) === JSON.stringify(will)) return [];
  const own = isTermMap(after.body.tags) ? Object.keys(after.body.tags) : [];
  const all = compare(plain(was), plain(will), 'tags_all');
  return all.filter(({ path }) => !own.includes(path.replace(/^tags_all\./, '')));
}

/** What Terraform reads for itself; the addresses in it by their new names. */
function meta({ before, after }: Both, raws: Raws, names: Names): readonly AttributeChange[] {
  const rename = (text: string): string => names.before(`${before.stack}:${text}`);
  const [one, other] = [raws.before.of(before), raws.after.of(after)];
  return META.flatMap((name) => {
    const was = one[name];
    const renamed = name === 'depends_on' && Array.isArray(was) ? (was as readonly string[]).map(rename).sort() : was;
    const will = other[name];
    const next = name === 'depends_on' && Array.isArray(will) ? [...(will as readonly string[])].sort() : will;
    return rewrittenIn(renamed, next, name);
  });
}

/** How a resource is written in both documents. */
export function writtenOf(pair: Both, raws: Raws, names: Names): Written {
  const { before, after } = pair;
  const all = [...new Set([...Object.keys(before.body), ...Object.keys(after.body)])].sort();
  const parts = all.map((name) => argument(name, pair, raws, names));
  const moved = before.accountId !== after.accountId || before.region !== after.region;
  const counted = before.repeated?.why !== after.repeated?.why;
  return {
    attributes: [...parts.flatMap(({ attributes }) => attributes), ...(after.mode === 'data' ? [] : defaultTags(pair, raws))],
    rewritten: [...parts.flatMap(({ rewritten }) => rewritten), ...meta(pair, raws, names)],
    doubts: [
      ...parts.flatMap(({ doubts }) => doubts),
      ...(moved ? ['its provider works in another account or Region'] : []),
      ...(counted ? [`how many there are isn't known: ${(after.repeated ?? before.repeated)?.why ?? ''}`] : []),
    ],
  };
}
