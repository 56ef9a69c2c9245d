import { isRecord, type JsonRecord, listOf } from '../../../model/json';
import { isTermList, isTermMap, Template, type Term } from '../../../model/term';
import type { Json, ResourceFact, StackDocument } from '../../../model/universe';
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
  locals: 0,
};
/** What addresses call some kinds. */
const CALLED: Readonly<Record<string, string>> = { resource: '', locals: 'local' };

interface Walk {
  readonly address: string;
  readonly path: readonly string[];
}

function* inJson(json: Json, { address, path }: Walk, constants: Constants): Generator<Passage> {
  if (typeof json === 'string') {
    const place = { address, path: path.join('.'), name: path.at(-1) ?? '' };
    yield { ...place, text: constants.textOf(json) };
    for (const { name, isValue, text } of constants.quotedIn(json)) {
      yield { ...place, name: name ?? (isValue ? place.name : ''), text };
    }
  } else if (Array.isArray(json)) {
    for (const item of json as readonly Json[]) yield* inJson(item, { address, path }, constants);
  } else if (isRecord(json)) {
    const beside = pairIn(json);
    if (beside.length > 0) yield { address, path: [...path, 'value'].join('.'), name: '', text: '', beside };
    for (const [key, value] of Object.entries(json)) {
      if (key !== '//') yield* inJson(value, { address, path: [...path, key] }, constants);
    }
  }
}

/** What stands under labels: resources by type and name, in lists at any level. */
function* inBlocks(json: Json, labels: number, address: readonly string[], constants: Constants): Generator<Passage> {
  if (Array.isArray(json)) {
    for (const each of json as readonly Json[]) yield* inBlocks(each, labels, address, constants);
  } else if (isRecord(json) && labels > 0) {
    for (const [label, inner] of Object.entries(json)) yield* inBlocks(inner, labels - 1, [...address, label], constants);
  } else if (isRecord(json)) {
    const [kind = ''] = address;
    for (const [key, value] of Object.entries(json)) {
      if (key === '//') continue;
      const isLocal = kind === 'local';
      const at = isLocal ? { address: `local.${key}`, path: [key] } : { address: address.join('.'), path: [key] };
      yield* inJson(value, at, constants);
    }
    const beside = kind === 'local' ? [] : pairIn(json);
    if (beside.length > 0) yield { address: address.join('.'), path: 'value', name: '', text: '', beside };
  }
}

function* inRoot(root: JsonRecord, constants: Constants): Generator<Passage> {
  for (const [kind, labels] of Object.entries(LABELS)) {
    const called = CALLED[kind] ?? kind;
    if (root[kind] !== undefined) yield* inBlocks(root[kind], labels, called === '' ? [] : [called], constants);
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

function* inFact({ address, body }: ResourceFact, constants: Constants): Generator<Passage> {
  yield* inBlocks(jsonOf(body), 0, [address], constants);
}

/** Every text of a document: as it was written, or in plans and states as it will be. */
export function* passagesOf({ form, roots = [], resources }: StackDocument): Generator<Passage> {
  const locals = Object.fromEntries(
    roots.flatMap((root) => listOf(root.locals).flatMap((block) => (isRecord(block) ? Object.entries(block) : []))),
  );
  const constants = form === 'synthesised' ? new Constants(locals) : new Literal({});
  for (const root of roots) yield* inRoot(root, constants);
  if (form !== 'synthesised') for (const fact of resources) yield* inFact(fact, constants);
}
