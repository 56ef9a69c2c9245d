import { readFileSync } from 'node:fs';

import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type ParsedNode, type YAMLMap } from 'yaml';

import { suggestName } from '../../modules/core/text/did-you-mean';
import { asWritten, type Fault, InputError, ProblemList } from '../../modules/core/input-error';
import type { SourcePosition } from '../../modules/core/intent';
import { FIELDS, findStated } from '../../modules/core/suppression-fields';
import type { Suppression } from './suppression';

/** Thousands of suppressions take less; beyond this the file is something else. */
const LARGEST = 1024 * 1024;
const EXAMPLE = 'write a list of {rule, scope, reason, until}';

/** A file with its mistakes, each at its place. */
class SuppressionFile {
  readonly problems = new ProblemList();
  readonly #lines = new LineCounter();

  constructor(readonly file: string) {}

  /** @throws InputError LZ-CHECK-5 what is no YAML, one mistake a line: the parser follows most up with others */
  parse(text: string): ParsedNode | null {
    const document = parseDocument(text, { lineCounter: this.#lines, schema: 'core', prettyErrors: false });
    const seen = new Set<number>();
    for (const { pos, message } of document.errors) {
      const { line } = this.positionAt(pos[0]);
      if (seen.has(line)) continue;
      seen.add(line);
      // The parser's own words where it recurses until nothing is left.
      const isDeep = message.includes('call stack');
      const fault = isDeep ? 'the YAML nests too deep' : `the YAML can't be read: ${message.replace(/\.$/, '')}`;
      const remedy = isDeep
        ? 'look for brackets that are never closed'
        : 'mend the line, or put texts with special characters in quotes';
      const got = asWritten(text.split('\n')[line - 1]?.trim() ?? '');
      this.refuse(pos[0], '', { problem: fault, got, remedy, code: 'LZ-CHECK-5' });
    }
    this.problems.throwIfAny();
    return document.contents;
  }

  positionAt(offset: number): SourcePosition {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line, column: col };
  }

  refuse(offset: number, path: string, fault: Fault): void {
    const { line, column } = this.positionAt(offset);
    const place = `${this.file}:${String(line)}:${String(column)}`;
    this.problems.add({ ...fault, subject: path === '' ? place : `${place} ${path}` });
  }
}

function offsetOf(node: unknown, otherwise: number): number {
  const range = isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
  return range?.[0] ?? otherwise;
}

/** The entry, if nothing is wrong with it. */
function readEntry(item: YAMLMap, index: number, file: SuppressionFile): Suppression | undefined {
  const at = offsetOf(item, 0);
  const values = new Map<string, { readonly value: unknown; readonly at: number }>();
  for (const { key, value } of item.items as Pair<Node, Node | null>[]) {
    const name = isScalar(key) ? String(key.value) : 'a list or map';
    if (!FIELDS.some((field) => field === name)) {
      const got = asWritten(name);
      const remedy = suggestName(name, FIELDS);
      file.refuse(offsetOf(key, at), `${String(index)}.${name}`, {
        problem: 'the key is not known',
        got,
        remedy,
        code: 'LZ-CHECK-6',
      });
    }
    const held = isScalar(value) ? value.value : value === null ? null : isSeq(value) ? [] : {};
    values.set(name, { value: held, at: offsetOf(value, offsetOf(key, at)) });
  }
  const missing = FIELDS.filter((field) => !values.has(field));
  for (const field of missing) {
    const fault = { problem: 'the key is missing', remedy: `add ${field}:`, code: 'LZ-CHECK-6' };
    file.refuse(at, `${String(index)}.${field}`, fault);
  }
  const given = Object.fromEntries(FIELDS.map((field) => [field, values.get(field)?.value]));
  const stated = findStated(given, (field, fault) => {
    const held = values.get(field);
    if (held !== undefined) file.refuse(held.at, `${String(index)}.${field}`, fault);
  });
  return stated === undefined ? undefined : { ...stated, position: file.positionAt(at) };
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const problem = `the suppressions can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
    throw InputError.of({ subject: file, problem, got: asWritten(file), remedy: EXAMPLE, code: 'LZ-CHECK-4' });
  }
  if (bytes.length > LARGEST) {
    const problem = 'the file of suppressions is larger than 1 MiB';
    const got = `${String(bytes.length)} bytes`;
    throw InputError.of({ subject: file, problem, got, remedy: 'accept what is alike by one scope with *', code: 'LZ-CHECK-4' });
  }
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/**
 * Reads a YAML list of suppressions, for Terraform whose authors have no landing-zone.yaml.
 * @throws InputError LZ-CHECK-2 to LZ-CHECK-6 every mistake at once, at file:line:column
 */
export function readSuppressions(path: string): readonly Suppression[] {
  const file = new SuppressionFile(path);
  const root = file.parse(readText(path));
  if (root === null || (isScalar(root) && root.value === null)) return [];
  const items: readonly unknown[] = isSeq(root) ? root.items : [undefined];
  const read = items.flatMap((item, index) => {
    if (isMap(item)) return readEntry(item, index, file) ?? [];
    const problem = isSeq(root) ? 'this must be a map' : 'the file is not a list';
    file.refuse(offsetOf(item ?? root, 0), isSeq(root) ? String(index) : '', { problem, remedy: EXAMPLE, code: 'LZ-CHECK-6' });
    return [];
  });
  file.problems.throwIfAny();
  return read;
}
