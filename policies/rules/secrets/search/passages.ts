import { isRecord, type JsonRecord, listOf } from '../../../model/json';
import { isTermList, isTermMap, Template, type Term } from '../../../model/term';
import type { Json, StackDocument } from '../../../model/universe';
import { Constants } from './constant-text';
import { pairIn } from './find-secrets';
import { HOLE, type Found } from './known-forms';

/** A text where it stands. */
export interface Passage {
  /** An address of Terraform: `aws_instance.web`, `provider.aws`, `local.password`. */
  readonly address: string;
  /** `environment.variables.DB_PASSWORD`. */
  readonly path: string;
  /** The last name of the path. */
  readonly name: string;
  readonly text: string;
  /** What its neighbours say of it. @default - nothing */
  readonly beside?: readonly Found[];
}

/** How many labels the blocks of a kind have. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  provider: 1,
  variable: 1,
  output: 1,
  module: 1,
  terraform: 0,
};
type Visit = (passage: Passage) => void;

/** Walks over JSON by a callback: generators inside of generators cost more than what they find. */
class Walker {
  constructor(
    private readonly constants: Constants,
    private readonly visit: Visit,
  ) {}

  /** A value under a path. */
  value(json: Json, address: string, path: string, name: string): void {
    if (typeof json === 'string') this.#text(json, address, path, name);
    else if (Array.isArray(json)) for (const item of json as readonly Json[]) this.value(item, address, path, name);
    else if (isRecord(json)) this.#map(json, address, path === '' ? '' : `${path}.`);
  }

  /** What stands under labels: resources by type and name, in lists at any level. */
  blocks(json: Json, labels: number, address: string): void {
    if (Array.isArray(json)) {
      for (const each of json as readonly Json[]) this.blocks(each, labels, address);
    } else if (isRecord(json) && labels > 0) {
      for (const [label, inner] of Object.entries(json)) {
        this.blocks(inner, labels - 1, address === '' ? label : `${address}.${label}`);
      }
    } else if (isRecord(json)) {
      this.#map(json, address, '');
    }
  }

  #text(written: string, address: string, path: string, name: string): void {
    const text = this.constants.textOf(written);
    if (text !== HOLE && text !== '') this.visit({ address, path, name, text });
    for (const { name: given, isValue, text: quoted } of this.constants.quotedIn(written)) {
      this.visit({ address, path, name: given ?? (isValue ? name : ''), text: quoted });
    }
  }

  #map(record: JsonRecord, address: string, before: string): void {
    const beside = pairIn(record);
    if (beside.length > 0) this.visit({ address, path: `${before}value`, name: '', text: '', beside });
    for (const key of Object.keys(record)) {
      const value = record[key];
      if (key !== '//' && value !== undefined) this.value(value, address, `${before}${key}`, key);
    }
  }
}

function walkRoot(root: JsonRecord, walker: Walker): void {
  for (const [kind, labels] of Object.entries(LABELS)) {
    if (root[kind] !== undefined) walker.blocks(root[kind], labels, kind === 'resource' ? '' : kind);
  }
  for (const block of listOf(root.locals)) {
    for (const [name, value] of isRecord(block) ? Object.entries(block) : []) walker.value(value, `local.${name}`, name, name);
  }
}

/** A term as it stands in JSON, what isn't known as a hole. */
function jsonOf(term: Term): Json {
  if (term instanceof Template) return term.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
  if (isTermList(term)) return term.map(jsonOf);
  if (isTermMap(term)) return Object.fromEntries(Object.entries(term).map(([name, value]) => [name, jsonOf(value)]));
  return typeof term === 'object' && term !== null ? HOLE : term;
}

/** Texts of plans and states aren't written in Terraform: a dollar in them is one. */
class Literal extends Constants {
  override textOf(written: string): string {
    return written;
  }

  override quotedIn(): readonly [] {
    return [];
  }
}

/** Hands over every text of a document: as it was written, or in plans and states as it will be. */
export function visitPassages({ form, roots = [], resources }: StackDocument, visit: Visit): void {
  const locals = Object.fromEntries(
    roots.flatMap((root) => listOf(root.locals).flatMap((block) => (isRecord(block) ? Object.entries(block) : []))),
  );
  const walker = new Walker(form === 'synthesised' ? new Constants(locals) : new Literal({}), visit);
  for (const root of roots) walkRoot(root, walker);
  if (form !== 'synthesised') for (const { address, body } of resources) walker.blocks(jsonOf(body), 0, address);
}
