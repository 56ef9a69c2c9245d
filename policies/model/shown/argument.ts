import { isRecord, type JsonRecord } from '../json';
import { Reference, type Term, Unknown } from '../term';
import type { Json } from '../universe';
import { referencesOf, type Written } from './references/document/configuration';
import type { Confines } from './references/confines';
import { isMaybeWritten } from './references/dynamic-blocks';
import { isPlural, nounOf } from './references/noun';
import { literal } from './literal';
import { isAnyUnknown, type Planned, type Scope } from './references/document/planned';
import type { PolicyDocuments } from './references/policy-documents';
import type { Resolver } from './references/resolver';
import { isRuledOut } from './references/ruled-out';
import type { Settled } from './references/settled';
import { termOf } from './references/set-of-ids';
import { unite, type Wanted } from './references/sources';
import { traversalsOf } from './references/document/traversal';

/** A `dynamic` block: its arguments don't stand in a plan. */
const DYNAMIC = Symbol('dynamic');

const IN_DYNAMIC_BLOCK = new Unknown("written in a dynamic block, which a plan doesn't show: judge the state after the apply");

/** Nobody wrote it. */
const COMPUTED = new Unknown('known only after apply', true);

/** How a value was written, as one of several possibilities; nothing: it wasn't. */
type Writing = Json | typeof DYNAMIC | undefined;

/** Where a value stands. */
interface Place {
  readonly argument: string;
  /** The block that holds it. */
  readonly block?: string;
  /** The type of the resource. */
  readonly type: string;
  /** What its neighbours in the block are called. */
  readonly beside: readonly string[];
  /** The references are those of the whole list of blocks. */
  readonly mixed: boolean;
  /** One element of a list of which each is told apart. */
  readonly element?: boolean;
}

/** Reads the arguments of resources of a plan. */
export class ArgumentReader {
  constructor(
    private readonly resolver: Resolver,
    private readonly confines: Confines,
    private readonly policies: PolicyDocuments,
    private readonly settled: Settled,
  ) {}

  /** An argument: what is known of it, what it refers to, and why the rest isn't known. */
  read(argument: string, { type, after, unknown, module }: Planned, written: Written | undefined): Term {
    const expressions = written?.expressions ?? {};
    const expression = expressions[argument];
    const marks = unknown[argument];
    if (expression === undefined && marks === true && isMaybeWritten(type, argument, expressions)) return IN_DYNAMIC_BLOCK;
    if (marks === true && isRuledOut(type, argument, after)) return COMPUTED;
    const place = { argument, type, beside: [], mixed: false };
    return this.merge(after[argument], marks, [expression], place, { module, forEach: written?.forEach });
  }

  private merge(
    after: Json | undefined,
    marks: Json | undefined,
    writings: readonly Writing[],
    place: Place,
    scope: Scope,
  ): Term {
    if (marks === undefined || !isAnyUnknown(marks)) return literal(after);
    const [only] = writings.length === 1 && writings[0] !== DYNAMIC ? (writings as readonly Json[]) : [];
    const texts = place.element === true ? undefined : this.policies.findList(place.argument, after, marks, only, scope.module);
    if (texts !== undefined) return texts;
    if (marks === true) return this.open(writings, place, scope);
    if (Array.isArray(marks)) {
      const elements: readonly Json[] = Array.isArray(after) ? (after as readonly Json[]) : [];
      return (marks as readonly Json[]).map((mark, index) => this.element(elements, index, mark, writings, place, scope));
    }
    return this.map(after, marks, writings, place, scope);
  }

  private element(
    elements: readonly Json[],
    index: number,
    mark: Json,
    writings: readonly Writing[],
    place: Place,
    scope: Scope,
  ): Term {
    const after = elements[index];
    if (!isRecord(mark)) return this.merge(after, mark, writings, { ...place, element: true }, scope);
    const blocks = writings.flatMap((writing) => blocksOf(writing, elements.length, after));
    return this.map(after, mark, blocks, place, scope);
  }

  private map(after: Json | undefined, marks: Json | undefined, writings: readonly Writing[], place: Place, scope: Scope): Term {
    const [known, open]: JsonRecord[] = [after, marks].map((value) => (isRecord(value) ? value : {}));
    const names = [...new Set([...Object.keys(known ?? {}), ...Object.keys(open ?? {})])].sort();
    return Object.fromEntries(
      names.map((name) => {
        const inside = writings.map((writing) => writingOf(writing, name));
        const mixed = place.mixed || writings.some((writing) => referencesOf(writing as Json) !== undefined);
        const beside = mixed ? names.filter((other) => other !== name) : [];
        const here = { argument: name, block: place.argument, type: place.type, beside, mixed };
        return [name, this.merge(known?.[name], open?.[name], inside, here, scope)];
      }),
    );
  }

  /** A value of which nothing is known. */
  private open(writings: readonly Writing[], place: Place, scope: Scope): Term {
    if (writings.includes(DYNAMIC)) {
      return IN_DYNAMIC_BLOCK;
    }
    const written = writings.filter((writing) => writing !== undefined) as Json[];
    const isNull = written.length === writings.length && written.every((expression) => this.settled.holds(expression, scope));
    if (written.length === 0 || isNull) return COMPUTED;
    const [only] = written.length === 1 && writings.length === 1 ? written : [];
    const text = this.policies.find(only, scope.module);
    if (text !== undefined) return new Reference([text]);
    const unknown = new Unknown(whyOf(written));
    const noun = nounOf(place.argument, place.block, place.type);
    if (noun === undefined || written.length < writings.length) return unknown;
    const wanted: Wanted = {
      noun,
      argument: place.argument,
      plural: isPlural(place.argument) && place.element !== true,
      beside: place.beside.flatMap((name) => nounOf(name) ?? []),
      mixed: place.mixed,
    };
    const united = unite(written.map((expression) => this.resolver.sourcesOf(expression, scope, wanted)));
    // Where several may have written it, or one list of references stands for several values, each has some of them.
    const sources = wanted.mixed || written.length > 1 ? { ...united, picked: true } : united;
    return termOf(sources, wanted, unknown, this.confines.holds(sources, wanted, place.block));
  }
}

function whyOf(written: readonly Json[]): string {
  const names = traversalsOf(written.flatMap((expression) => referencesOf(expression) ?? [])).map(({ text }) => text);
  return names.length === 0 ? 'known only after apply' : `known only after apply, from ${[...new Set(names)].join(', ')}`;
}

/** The blocks that an element may have been written as. */
function blocksOf(writing: Writing, count: number, element: Json | undefined): readonly Writing[] {
  if (!Array.isArray(writing)) return [writing ?? DYNAMIC];
  const blocks = writing as readonly Json[];
  const alike = blocks.filter((block) => isAlike(block, element));
  return blocks.length === count && alike.length > 0 ? alike : [...blocks, DYNAMIC];
}

/** Whether no constant of the block contradicts the element. */
function isAlike(block: Json, element: Json | undefined): boolean {
  if (!isRecord(block) || !isRecord(element)) return true;
  return Object.entries(block).every(([name, expression]) => {
    const constant = isRecord(expression) ? expression.constant_value : undefined;
    const value = element[name];
    const isComparable = isScalar(constant) && isScalar(value);
    return !isComparable || String(constant) === String(value);
  });
}

function isScalar(value: Json | undefined): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** How a part of a value was written. */
function writingOf(writing: Writing, name: string): Writing {
  if (writing === DYNAMIC || !isRecord(writing)) return writing;
  return referencesOf(writing) === undefined ? writing[name] : writing;
}
