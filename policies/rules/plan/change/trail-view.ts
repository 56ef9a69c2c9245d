import { isTermList, isTermMap, type Term } from '../../../model/term';
import { isSame } from './comparison';

/** A condition of an advanced selector, by what it compares with: `equals`, `not_starts_with`. */
type FieldSelector = Readonly<Record<string, Term>>;

/** One of the things that a trail looks at. */
export type View =
  | { readonly kind: 'management'; readonly readWrite: string; readonly without: readonly Term[] }
  | { readonly kind: 'data'; readonly readWrite: string; readonly type: Term; readonly value: string }
  | { readonly kind: 'advanced'; readonly fields: readonly FieldSelector[] };

const WANTED = ['ends_with', 'equals', 'starts_with'];
const UNWANTED = ['not_ends_with', 'not_equals', 'not_starts_with'];
const BOTH = ['ReadOnly', 'WriteOnly'];

function listOf(value: Term | undefined): readonly Term[] {
  return isTermList(value) ? value : [];
}

function listAt(block: Term | undefined, name: string): readonly Term[] {
  return isTermMap(block) ? listOf(block[name]) : [];
}

function basicViews(selector: Term): readonly View[] {
  if (!isTermMap(selector)) return [];
  const { read_write_type: type, include_management_events: isManagement } = selector;
  const sides = typeof type === 'string' && BOTH.includes(type) ? [type] : BOTH;
  const without = listAt(selector, 'exclude_management_event_sources');
  return sides.flatMap((readWrite): readonly View[] => {
    const data = listAt(selector, 'data_resource').flatMap((resource) =>
      listAt(resource, 'values').flatMap((value): readonly View[] =>
        isTermMap(resource) && typeof value === 'string' ? [{ kind: 'data', readWrite, type: resource.type ?? null, value }] : [],
      ),
    );
    return isManagement === false ? data : [{ kind: 'management', readWrite, without }, ...data];
  });
}

/** What a trail of these arguments looks at. Without selectors, all management events. */
export function viewsOf(values: Readonly<Record<string, Term | undefined>>): readonly View[] {
  const basic = listOf(values.event_selector);
  const advanced = listOf(values.advanced_event_selector);
  if (basic.length + advanced.length === 0) {
    return BOTH.map((readWrite) => ({ kind: 'management', readWrite, without: [] }));
  }
  const fieldsOf = (selector: Term): readonly FieldSelector[] => listAt(selector, 'field_selector').filter(isTermMap);
  return [...basic.flatMap(basicViews), ...advanced.map((selector): View => ({ kind: 'advanced', fields: fieldsOf(selector) }))];
}

function includesAll(values: readonly Term[], others: readonly Term[]): boolean {
  return others.every((other) => values.some((value) => isSame(value, other)));
}

/** Whether a condition lets through all that another one does. */
function asksLess(field: FieldSelector, other: FieldSelector): boolean {
  const wanted = WANTED.every((name) => {
    const [values, narrower] = [listAt(field, name), listAt(other, name)];
    return values.length === 0 || (narrower.length > 0 && includesAll(values, narrower));
  });
  return wanted && UNWANTED.every((name) => includesAll(listAt(other, name), listAt(field, name)));
}

/** Nothing but management events, which are all that a trail looks at by default. */
function isManagementAlone(field: FieldSelector): boolean {
  const conditions = [...WANTED, ...UNWANTED].filter((name) => listAt(field, name).length > 0);
  return field.field === 'eventCategory' && conditions.length === 1 && isSame(field.equals, ['Management']);
}

/** Whether one looks at all that another one looks at, as far as that is plain. */
export function viewCovers(one: View, other: View): boolean {
  if (one.kind === 'management') {
    return other.kind === 'management' && one.readWrite === other.readWrite && includesAll(other.without, one.without);
  }
  if (one.kind === 'data') {
    const isAlike = other.kind === 'data' && one.readWrite === other.readWrite && one.type === other.type;
    return isAlike && other.value.startsWith(one.value);
  }
  if (other.kind === 'management') return one.fields.every(isManagementAlone);
  if (other.kind === 'data') return false;
  return one.fields.every((field) => other.fields.some((theirs) => theirs.field === field.field && asksLess(field, theirs)));
}
