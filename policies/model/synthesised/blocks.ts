import { asWritten, type ProblemList } from '../../../modules/core/input-error';
import { isRecord, type JsonRecord } from '../json';
import type { Json } from '../universe';

/** A block of Terraform's JSON syntax: what stands in front of its braces, and its body. */
export interface Block {
  readonly labels: readonly string[];
  readonly body: JsonRecord;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * The blocks of one kind (`resource`, `provider`, …). JSON syntax nests an object for each label, and takes a list of
 * objects in the place of each of them.
 */
export function blocksOf(root: JsonRecord, kind: string, labels: number, file: string, problems: ProblemList): Block[] {
  const found: Block[] = [];
  const walk = (value: Json, path: readonly string[]): void => {
    if (isList(value)) {
      for (const each of value) walk(each, path);
    } else if (isRecord(value)) {
      if (path.length === labels) found.push({ labels: path, body: value });
      else for (const [label, inner] of Object.entries(value)) if (label !== '//') walk(inner, [...path, label]);
    } else if (value !== null) {
      problems.add({
        subject: file,
        problem: `${[kind, ...path].join('.')} is no block`,
        got: asWritten(value),
        remedy: 'write an object, as JSON syntax has it for blocks',
        code: 'LZ-READ-4',
      });
    }
  };
  walk(root[kind] ?? null, []);
  return found;
}
