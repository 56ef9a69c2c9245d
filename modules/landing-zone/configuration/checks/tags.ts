import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';

/** @source AWS General Reference, "Tag naming limits and requirements" */
const MOST = 50;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

function keyMistake(key: string): readonly [problem: string, remedy: string] | undefined {
  if (key === '' || key.length > LONGEST_KEY) return [`a tag's key has 1 to ${String(LONGEST_KEY)} characters`, 'choose another'];
  if (/^aws:/i.test(key)) return ['AWS keeps keys that begin with aws: for itself', 'choose another'];
  return CHARACTERS.test(key)
    ? undefined
    : ["a tag's key has characters that AWS refuses", 'use letters, digits, spaces and _.:/=+-@'];
}

function valueMistake(value: string): readonly [problem: string, remedy: string] | undefined {
  if (value.length > LONGEST_VALUE) return [`a tag's value has at most ${String(LONGEST_VALUE)} characters`, 'shorten it'];
  return CHARACTERS.test(value)
    ? undefined
    : ["a tag's value has characters that AWS refuses", 'use letters, digits, spaces and _.:/=+-@'];
}

/** The tags of everything. */
export function checkTags(inspection: Inspection): void {
  const keys = inspection.names(['tags']);
  if (keys.length > MOST) {
    const got = String(keys.length);
    inspection.refuse(
      ['tags'],
      { problem: `a resource has at most ${String(MOST)} tags`, got, remedy: 'remove some', code: 'LZ-CFG-59' },
      'key',
    );
  }
  const folded = new Map<string, string>();
  for (const key of keys) {
    const path = ['tags', key];
    const other = folded.get(key.toLowerCase());
    folded.set(key.toLowerCase(), key);
    // IAM takes Owner and owner for one key, and refuses the pair.
    const twice = other === undefined ? undefined : ([`the key differs from "${other}" in case only`, 'keep one'] as const);
    const mistake = keyMistake(key) ?? twice;
    if (mistake !== undefined) {
      inspection.refuse(path, { problem: mistake[0], got: asWritten(key), remedy: mistake[1], code: 'LZ-CFG-59' }, 'key');
    }
    const value = inspection.readText(path);
    const wrong = value === undefined ? undefined : valueMistake(value);
    if (wrong !== undefined) {
      inspection.refuse(path, { problem: wrong[0], got: asWritten(value), remedy: wrong[1], code: 'LZ-CFG-59' });
    }
  }
}
