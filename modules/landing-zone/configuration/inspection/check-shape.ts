import type { z } from 'zod';

import { suggestName } from '../../../core/did-you-mean';
import { configurationSchema } from '../configuration-schema';
import { alternativesOf, fieldsOf, memberOf } from '../schema/schema-fields';
import { toYaml } from '../schema/spelling';
import type { Inspection } from './inspection';
import { type Path, valueAt } from './path';

type Issue = z.core.$ZodIssue;

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text', int: 'a whole number', number: 'a number', boolean: 'true or false', array: 'a list', tuple: 'a list', object: 'a map',
  record: 'a map', literal: 'false', enum: 'a word',
};

function schemaAt(path: Path): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((schema, key) => memberOf(schema, key), configurationSchema);
}

function nounsOf(path: Path): string {
  const schema = schemaAt(path);
  const kinds = schema === undefined ? [] : alternativesOf(schema).map((alternative) => alternative._zod.def.type);
  return [...new Set(kinds.map((kind) => NOUNS[kind] ?? kind))].join(' or ');
}

/** A union's mistakes are those of the alternative that was meant: the one of the value's own type. */
function flatten(issue: Issue, base: Path = []): Issue[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = issue.errors.find((errors) => !errors.some((error) => error.path.length === 0 && error.code !== 'unrecognized_keys'));
    if (meant !== undefined) return meant.flatMap((inner) => flatten(inner, path));
  }
  return [{ ...issue, path }];
}

function refuseUnknownKey(inspection: Inspection, path: Path, key: string): void {
  const spell = (field: string): string => (inspection.places.isFile ? toYaml(field) : field);
  const fields = [...(fieldsOf(schemaAt(path) ?? configurationSchema)?.keys() ?? [])].map(spell);
  // A key in TypeScript's spelling isn't near in letters, but it's certain what was meant.
  const meant = fields.find((field) => field === toYaml(key));
  const remedy = meant === undefined ? suggestName(key, fields) : `did you mean "${meant}"?`;
  inspection.refuseShape([...path, key], { problem: 'the key is not known', got: `"${key}"`, remedy, code: 'LZ-CFG-10' }, 'key');
}

function refuseMissing(inspection: Inspection, path: Path): void {
  const key = inspection.places.spell(path);
  const isItem = typeof path.at(-1) === 'number';
  const remedy = isItem ? `add ${nounsOf(path)}` : `add ${key}: with ${nounsOf(path)}`;
  inspection.refuseShape(path, { problem: isItem ? 'the item is missing' : 'the key is missing', remedy, code: 'LZ-CFG-11' });
}

const isId = (path: Path): boolean => (path[0] === 'accounts' && path[2] === 'id') || path.at(-1) === 'managementAccount';

/** YAML reads 012345678901 as a number and drops the zero: only the text in the file still has it. */
function quotedId(written: string): string {
  return /^\d{12}$/.test(written) ? `write "${written}"` : 'write it with its twelve digits in quotes';
}

function refuseValue(inspection: Inspection, path: Path, value: unknown, words: readonly string[]): void {
  const got = inspection.places.written(path, value);
  const refuse = (problem: string, remedy: string, code: string): void => inspection.refuseShape(path, { problem, got, remedy, code });
  if (typeof value === 'number' && isId(path)) {
    return refuse('an account id must be in quotes, else it is a number and loses zeros at its front', quotedId(got), 'LZ-CFG-14');
  }
  if (words.length > 0 && typeof value === 'string') return refuse('the word is not known here', suggestName(value, words), 'LZ-CFG-13');
  if (words.length > 0) return refuse('a word is needed here', `use one of ${words.map((word) => `"${word}"`).join(', ')}`, 'LZ-CFG-12');
  const nouns = nounsOf(path);
  const quote = nouns === 'a text' && (typeof value === 'number' || typeof value === 'boolean') ? `write "${got}"` : undefined;
  const absent = value === null && nouns.includes('a map') ? 'write {} for nothing, or leave the key out' : undefined;
  refuse(`this must be ${nouns}`, quote ?? absent ?? `write ${nouns}`, 'LZ-CFG-12');
}

function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.filter((word) => typeof word === 'string');
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return issue.options.map(String);
  if (issue.code !== 'invalid_union') return [];
  return issue.errors.flat().flatMap((error) => (error.path.length === 0 ? wordsOf(error) : []));
}

/** Judges keys, types and words; what is wrong stays out of the checks that follow. */
export function checkShape(inspection: Inspection): void {
  const result = configurationSchema.safeParse(inspection.input);
  for (const issue of (result.error?.issues ?? []).flatMap((found) => flatten(found))) {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) refuseUnknownKey(inspection, path, key);
      continue;
    }
    const value = valueAt(inspection.input, path);
    if (value === undefined) refuseMissing(inspection, path);
    else refuseValue(inspection, path, value, wordsOf(issue));
  }
}
