import { AmazonPart, Reference, Template, type Term, Unknown } from '../../term';
import type { ResourceFact } from '../../universe';
import type { Key, Known, OneOf } from '../known';
import type { Gaps } from './gaps';
import type { Identities } from './identities';

/** The items of a list. `rest`: there may be more, and why. */
export interface Items<T> {
  readonly items: readonly T[];
  /** @default - these are all */
  readonly rest?: Unknown;
}

/** What reading an argument takes beside the resource. */
export interface Documents {
  readonly identities: Identities;
  readonly gaps: Gaps;
}

type Body = Readonly<Record<string, Term>>;

function isBody(term: Term | undefined): term is Body {
  const apart = [Reference, AmazonPart, Template, Unknown].some((kind) => term instanceof kind);
  return typeof term === 'object' && term !== null && !Array.isArray(term) && !apart;
}

function isList(term: Term | undefined): term is readonly Term[] {
  return Array.isArray(term);
}

/** Why a term isn't a literal. */
export function whyOf(term: Term): Unknown {
  if (term instanceof Unknown) return term;
  if (term instanceof Reference) {
    return new Unknown(`known only after apply: ${term.targets.map(({ key, attribute }) => `${key}.${attribute}`).join(' or ')}`);
  }
  if (term instanceof AmazonPart) return new Unknown(`known only after apply: a part of the block of ${term.vpc.key}`);
  if (term instanceof Template) {
    const inner = term.parts.flatMap((part) => (typeof part === 'string' ? [] : [whyOf(part).why]));
    return new Unknown(inner.join('; '));
  }
  return new Unknown(`${JSON.stringify(term)} is of no form that it can have`);
}

/** The arguments of a resource, or of a block inside one. */
export class Section {
  constructor(
    readonly origin: ResourceFact,
    private readonly documents: Documents,
    private readonly body: Body = origin.body,
    private readonly path = '',
  ) {}

  /**
   * What stands there. Plans and states write what nobody set as null or as an empty text, and what the provider fills
   * in as computed: neither is written.
   */
  find(name: string): Term | undefined {
    const written = this.body[name];
    const term = written === undefined ? undefined : this.documents.identities.follow(written);
    if (term === null || term === '') return undefined;
    return term instanceof Unknown && term.computed ? undefined : term;
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** Notes what isn't known about an argument, and hands it on. */
  gap(name: string, unknown: Unknown): Unknown {
    return this.documents.gaps.note(this.origin, `${this.path}${name}`, unknown);
  }

  findText(name: string): Known<string> | undefined {
    const term = this.find(name);
    if (term === undefined || typeof term === 'string') return term;
    return typeof term === 'number' || typeof term === 'boolean' ? String(term) : this.gap(name, whyOf(term));
  }

  text(name: string, otherwise: string): Known<string> {
    return this.findText(name) ?? otherwise;
  }

  findNumber(name: string): Known<number> | undefined {
    const text = this.findText(name);
    if (typeof text !== 'string') return text;
    return /^-?\d+$/.test(text) ? Number(text) : this.gap(name, new Unknown(`${JSON.stringify(text)} is not a number`));
  }

  flag(name: string, otherwise: boolean): Known<boolean> {
    const text = this.text(name, String(otherwise));
    if (typeof text !== 'string') return text;
    if (text === 'true' || text === 'false') return text === 'true';
    return this.gap(name, new Unknown(`${JSON.stringify(text)} is neither true nor false`));
  }

  /** A list of values. */
  list(name: string): Items<Term> {
    const term = this.find(name);
    if (term === undefined) return { items: [] };
    if (!isList(term)) return { items: [], rest: this.gap(name, whyOf(term)) };
    return { items: term.map((item) => this.documents.identities.follow(item)) };
  }

  /** The values of an argument that is a list in some resources and a single value in others. */
  values(name: string): Items<Term> {
    const term = this.find(name);
    return term === undefined || isList(term) ? this.list(name) : { items: [term] };
  }

  /** Blocks: a list of them, or one by itself. */
  sections(name: string): Items<Section> {
    const term = this.find(name);
    const { dynamic } = this.body;
    const generated =
      isBody(dynamic) && dynamic[name] !== undefined
        ? this.gap(name, new Unknown(`blocks of ${name} are made by a dynamic block`))
        : undefined;
    const list = isList(term) ? term : [term];
    const odd = list.find((item) => item !== undefined && item !== null && !isBody(item));
    const rest = odd === undefined ? generated : this.gap(name, whyOf(odd));
    return {
      items: list.filter(isBody).map((body) => new Section(this.origin, this.documents, body, `${this.path}${name}.`)),
      ...(rest === undefined ? {} : { rest }),
    };
  }

  /** The resource that an argument names, by reference or by id. */
  findNamed(name: string): OneOf<Key> | undefined {
    const term = this.find(name);
    return term === undefined ? undefined : this.named(name, term);
  }

  /** The resource that a term in this argument names. */
  named(name: string, term: Term): OneOf<Key> {
    const one = this.documents.identities.named(term, this.origin);
    if (one.open !== undefined) this.gap(name, one.open);
    return one;
  }

  /** All resources that a list names. */
  namedAll(name: string): Items<OneOf<Key>> {
    const { items, rest } = this.list(name);
    return { items: items.map((term) => this.named(name, term)), ...(rest === undefined ? {} : { rest }) };
  }
}
