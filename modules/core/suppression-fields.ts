import { isCalendarDay } from './calendar-day';
import { asWritten, type Fault } from './input-error';

/** What a suppression consists of; each is a text that says something. */
export const FIELDS = ['rule', 'scope', 'reason', 'until'] as const;

/** One of them. */
export type Field = (typeof FIELDS)[number];

/** What is wrong with one field of a suppression, if anything is. */
function findFieldFault(field: Field, value: unknown): Fault | undefined {
  if (typeof value !== 'string') {
    const got = asWritten(value ?? null);
    return { problem: `the ${field} must be a text`, got, remedy: 'write it in quotes', code: 'LZ-CHECK-2' };
  }
  if (value.trim() === '') {
    const remedy = field === 'reason' ? 'say why the finding is acceptable' : `name the ${field}`;
    const until = field === 'until' ? 'write the last day on which it counts, as YYYY-MM-DD' : remedy;
    return { problem: `the ${field} is empty`, got: asWritten(value), remedy: until, code: 'LZ-CHECK-2' };
  }
  if (field !== 'until' || isCalendarDay(value)) return undefined;
  const problem = 'this is not a day of the calendar';
  return { problem, got: asWritten(value), remedy: 'write it as YYYY-MM-DD', code: 'LZ-CHECK-3' };
}

/** A suppression's own texts. */
export type Stated = Readonly<Record<Field, string>>;

/** The suppression if nothing is wrong with it; each fault of a field is told. */
export function findStated(
  given: Readonly<Partial<Record<Field, unknown>>>,
  tell: (field: Field, fault: Fault) => void,
): Stated | undefined {
  const texts = new Map<Field, string>();
  for (const field of FIELDS) {
    const value = given[field];
    const fault = findFieldFault(field, value);
    if (fault !== undefined) tell(field, fault);
    else if (typeof value === 'string') texts.set(field, value);
  }
  const [rule, scope, reason, until] = FIELDS.map((field) => texts.get(field));
  if (rule === undefined || scope === undefined || reason === undefined || until === undefined) return undefined;
  return { rule, scope, reason, until };
}
