import type { AttributeChange } from '../change';
import type { Row } from './row';
import { TABLE } from './table';

/** What the provider does about an argument: makes the resource anew, changes it in place, or nothing. */
export type Outcome = 'replaces' | 'updates' | 'keeps';

/** Path without the places in lists: the table knows no numbers. */
function plain(path: string): string {
  return path.replace(/\[[^\]]*\]/g, '');
}

/** Tags are told apart by their keys, and are one argument. */
function argumentOf(path: string): string {
  return /^(?:tags|tags_all)\b/.test(path) ? 'tags' : plain(path);
}

function findRow(type: string): Row | undefined {
  return Object.hasOwn(TABLE, type) ? TABLE[type] : undefined;
}

/** Whether the table knows the type at all. */
export function isKnown(type: string): boolean {
  return findRow(type) !== undefined;
}

/** Whether resources of the type take tags, and so those that a provider gives to all. */
export function takesTags(type: string): boolean | undefined {
  const row = findRow(type);
  return row === undefined ? undefined : row.updates?.includes('tags') === true;
}

/** What the provider does about a change of an argument; undefined where the table doesn't know. */
export function outcomeOf(type: string, { path, before, after }: AttributeChange): Outcome | undefined {
  const { replaces = [], updates = [], renews = [], kept = [] } = findRow(type) ?? {};
  const argument = argumentOf(path);
  if (kept.includes(argument) && after === undefined) return 'keeps';
  // Somebody else filled it in so far, perhaps with the very same.
  if (kept.includes(argument) && before === undefined) return undefined;
  if (renews.includes(argument) && (before === undefined || after === undefined)) return 'replaces';
  if (replaces.includes(argument)) return 'replaces';
  return updates.includes(argument) ? 'updates' : undefined;
}

/** Whether one side writes what the other has without writing it. */
export function isDefault(type: string, { path, before, after }: AttributeChange): boolean {
  const defaults = findRow(type)?.defaults;
  const argument = argumentOf(path);
  if (defaults === undefined || !Object.hasOwn(defaults, argument) || (before !== undefined && after !== undefined)) return false;
  const written = before ?? after;
  return written !== undefined && 'value' in written && JSON.stringify(written.value) === JSON.stringify(defaults[argument]);
}
