import * as z from 'zod';

import { findNearest, suggestName } from '../../../core/text/did-you-mean';
import { configurationSchema } from '../configuration-schema';
import { alternativesOf, fieldsOf, memberOf } from '../schema/schema-fields';
import { toYaml } from '../schema/spelling';
import type { Inspection } from './inspection';
import { type Path, valueAt } from './path';

type Issue = z.core.$ZodIssue;

/** What a schema asks for, and how to write it. */
const NOUNS: Readonly<Record<string, readonly [noun: string, remedy: string]>> = {
  string: ['a text', 'write it in quotes'],
  number: ['a whole number', 'write digits only, without quotes'],
  boolean: ['true or false', 'write true or false'],
  array: ['a list', 'write the entries in brackets, like [a, b]'],
  tuple: ['a list of two', 'write two entries in brackets, like [a, b]'],
  object: ['a map', 'write keys with values, like {key: value}'],
  record: ['a map', 'write keys with values, like {key: value}'],
  literal: ['false', 'write false'],
};

function schemaAt(path: Path): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((schema, key) => memberOf(schema, key), configurationSchema);
}

/** The forms that are allowed at a path, each with its remedy. */
function formsOf(path: Path): readonly (readonly [noun: string, remedy: string])[] {
  const schema = schemaAt(path);
  const forms = (schema === undefined ? [] : alternativesOf(schema)).map((alternative) => {
    if (alternative instanceof z.ZodEnum) return oneOf(alternative.options.map(String));
    return NOUNS[alternative._zod.def.type] ?? (['something else', 'see the schema'] as const);
  });
  return [...new Map(forms.map((form) => [form[0], form])).values()];
}

function oneOf(words: readonly string[]): readonly [noun: string, remedy: string] {
  const list = words.map((word) => `"${word}"`).join(', ');
  return [`one of ${list}`, `write one of ${list}`];
}

const nounsOf = (path: Path): string =>
  formsOf(path)
    .map(([noun]) => noun)
    .join(' or ');

/** A union's mistakes are those of the alternative that was meant: the one of the value's own type. */
function flatten(issue: Issue, base: Path = []): Issue[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = issue.errors.find(
      (errors) => !errors.some((error) => error.path.length === 0 && error.code !== 'unrecognized_keys'),
    );
    if (meant !== undefined) return meant.flatMap((inner) => flatten(inner, path));
  }
  return [{ ...issue, path }];
}

function refuseUnknownKey(inspection: Inspection, path: Path, key: string): void {
  const spelled = new Map(
    [...(fieldsOf(schemaAt(path) ?? configurationSchema)?.keys() ?? [])].map((field) => [
      inspection.places.isFile ? toYaml(field) : field,
      field,
    ]),
  );
  const meant = spelled.get(findNearest(key, spelled.keys()) ?? '');
  inspection.refuseShape(
    [...path, key],
    { problem: 'the key is not known', got: `"${key}"`, remedy: suggestName(key, spelled.keys()), code: 'LZ-CFG-10' },
    'key',
  );
  // It's there under another name, so it isn't missing either.
  if (meant !== undefined && valueAt(inspection.input, [...path, meant]) === undefined) inspection.ignore([...path, meant]);
}

function refuseMissing(inspection: Inspection, path: Path): void {
  if (inspection.isBroken(path)) return;
  const key = inspection.places.spell(path);
  inspection.refuseShape(path, { problem: 'the key is missing', remedy: `add ${key}: with ${nounsOf(path)}`, code: 'LZ-CFG-11' });
}

const isId = (path: Path): boolean => (path[0] === 'accounts' && path[2] === 'id') || path.at(-1) === 'managementAccount';

/** YAML reads 012345678901 as a number and drops the zero: only the text in the file still has it. */
function quotedId(written: string): string {
  return /^\d{12}$/.test(written) ? `write "${written}"` : 'write it with its twelve digits in quotes';
}

function refuseValue(inspection: Inspection, path: Path, value: unknown, words: readonly string[]): void {
  const got = inspection.places.written(path, value);
  const refuse = (problem: string, remedy: string, code: string): void =>
    inspection.refuseShape(path, { problem, got, remedy, code });
  if (typeof value === 'number' && isId(path)) {
    return refuse(
      'an account id must be in quotes, else it is a number and loses zeros at its front',
      quotedId(got),
      'LZ-CFG-14',
    );
  }
  if (words.length > 0 && typeof value === 'string') {
    return refuse('the word is not known here', suggestName(value, words), 'LZ-CFG-13');
  }
  if (words.length > 0) {
    return refuse('this must be a word', oneOf(words)[1], 'LZ-CFG-12');
  }
  refuse(`this must be ${nounsOf(path)}`, remedyFor(path, value, got), 'LZ-CFG-12');
}

function remedyFor(path: Path, value: unknown, got: string): string {
  const nouns = formsOf(path).map(([noun]) => noun);
  if (typeof value === 'number' && path.includes('port')) return `write "tcp/${got}"`;
  if (value === null && nouns.includes('a map')) return 'write {} for nothing, or leave the key out';
  if (nouns.includes('a text') && (typeof value === 'number' || typeof value === 'boolean')) return `write "${got}"`;
  return formsOf(path)
    .map(([, remedy]) => remedy)
    .join(', or ');
}

function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.filter((word) => typeof word === 'string');
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return issue.options.map(String);
  if (issue.code !== 'invalid_union') return [];
  return issue.errors.flat().flatMap((error) => (error.path.length === 0 ? wordsOf(error) : []));
}

function isUnknownKey(issue: Issue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys';
}

/** Judges keys, types and words; what is wrong stays out of the checks that follow. */
export function checkShape(inspection: Inspection): void {
  const result = configurationSchema.safeParse(inspection.input);
  const issues = (result.error?.issues ?? []).flatMap((found) => flatten(found));
  // Unknown keys first: they tell which missing ones are only misspelt.
  const [unknown, others] = [issues.filter(isUnknownKey), issues.filter((issue) => !isUnknownKey(issue))];
  for (const { keys, path } of unknown) for (const key of keys) refuseUnknownKey(inspection, path as Path, key);
  for (const issue of others) {
    const path = issue.path as Path;
    const value = valueAt(inspection.input, path);
    if (value === undefined) refuseMissing(inspection, path);
    else refuseValue(inspection, path, value, wordsOf(issue));
  }
}
