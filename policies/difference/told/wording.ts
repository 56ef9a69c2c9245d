import { counted } from '../../../modules/core/text/counted';
import { firstFew } from '../../../modules/core/text/first-few';
import { type Action, ACTIONS, type Change, type Difference } from '../change';
import type { Group } from './groups';

/** How an action is marked. */
export const MARKS: Readonly<Record<Action, string>> = {
  replaced: '±',
  removed: '-',
  unknown: '?',
  changed: '~',
  added: '+',
  imported: '<',
  forgotten: 'x',
  moved: '>',
  rewritten: '=',
};

/** Addresses of a group that are told one by one. */
const MOST_NAMES = 4;

/** `2 replaced, 5 changed`; nothing where there is nothing. */
export function countsText(counts: Partial<Record<Action, number>>): string {
  return ACTIONS.flatMap((action) => ((counts[action] ?? 0) > 0 ? [`${String(counts[action])} ${action}`] : [])).join(', ');
}

/** The counts of some of the changes. */
export function countsOf(changes: readonly Change[]): Partial<Record<Action, number>> {
  const counts: Partial<Record<Action, number>> = {};
  for (const { action } of changes) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

/** The difference in one line. */
export function headline({ source, changes, counts, doubts }: Difference): string {
  const nothing = source === 'plan' ? 'No changes: the plan does nothing.' : 'No changes: both are the same.';
  if (changes.length === 0) return doubts.length === 0 ? nothing : 'No resource is another one, but not everything is known.';
  const stacks = new Set(changes.map(({ stack }) => stack)).size;
  return `${countsText(counts)}: ${counted(changes.length, 'change')} in ${counted(stacks, 'stack')}`;
}

/** An address, as short as it can be understood. */
function shortName({ address, from, action, type }: Change): string {
  const [one, other] = [from ?? '', address].map((each) => (each.startsWith(`${type}.`) ? each.slice(type.length + 1) : each));
  return action === 'moved' ? `${one ?? ''} → ${other ?? ''}` : (other ?? '');
}

/** What becomes of a group, and what it is about; names as written, not made harmless. */
export function subjectOf(group: Group): string {
  return `${group.action} ${aboutOf(group)}`;
}

/** What a group is about: one address, or how many of which type and some of them; names as written, not made harmless. */
export function aboutOf({ action, changes }: Group): string {
  const [first] = changes;
  if (first === undefined) return '';
  const { stack, address, from, type } = first;
  if (changes.length === 1) return `${stack}:${action === 'moved' ? `${from ?? ''} → ` : ''}${address}`;
  const stacks = new Set(changes.map((change) => change.stack));
  const names = changes.map((change) => (stacks.size > 1 ? `${change.stack}:` : '') + shortName(change));
  const where = stacks.size > 1 ? `${String(stacks.size)} stacks` : stack;
  return `${String(changes.length)} ${type} in ${where}: ${firstFew(names, MOST_NAMES)}`;
}
