import { isTermMap, type Term, Unknown } from '../../../model/term';
import type { ResourceFact } from '../../../model/universe';
import { findLiteral, isFalse, isTrue } from '../../literal';
import { blocksOf, valuesAt } from '../../nested';

/** Whether it holds; unknown where that can't be told, and why. */
export type Told = boolean | Unknown;

/** What a switch says. */
export function toldBy(term: Term | undefined, otherwise: boolean): Told {
  const literal = findLiteral(term);
  if (literal === undefined || literal instanceof Unknown) return literal ?? otherwise;
  return otherwise ? !isFalse(literal) : isTrue(literal);
}

/** What all of several say together: one that doesn't hold decides. */
export function both(told: readonly Told[]): Told {
  if (told.includes(false)) return false;
  return told.find((each) => each instanceof Unknown) ?? true;
}

/** What any of several says: one that holds decides. */
export function any(told: readonly Told[]): Told {
  if (told.includes(true)) return true;
  return told.find((each) => each instanceof Unknown) ?? false;
}

/** An event that a trail may record. */
export interface Event {
  readonly category: 'Management' | 'Data';
  readonly write: boolean;
}

type Body = Readonly<Record<string, Term>>;

/** The values that an advanced selector wants of a field; undefined where it doesn't ask for it in this way. */
function wantedOf(selector: Body, field: string, operator: string): readonly (string | Unknown)[] | undefined {
  const asked = blocksOf(selector.field_selector)
    .filter(isTermMap)
    .filter(({ field: name }) => name === field);
  const values = asked.flatMap((each) => valuesAt(each, operator)).flatMap(blocksOf);
  return values.length === 0 ? undefined : values.map((value) => findLiteral(value) ?? new Unknown('a value of it is empty'));
}

function accepts(values: readonly (string | Unknown)[] | undefined, wanted: string): Told {
  if (values === undefined) return true;
  return any(values.map((value) => (value instanceof Unknown ? value : value === wanted)));
}

/** Whether an advanced selector takes an event; one that narrows it by another field takes a part of it only. */
function advancedTakes(selector: Term, { category, write }: Event): Told {
  if (!isTermMap(selector)) return new Unknown('its selectors are known only after apply');
  const fields = blocksOf(selector.field_selector).flatMap((each) => (isTermMap(each) ? (findLiteral(each.field) ?? []) : []));
  const known = ['eventCategory', 'readOnly', 'resources.type'];
  if (fields.some((field) => typeof field === 'string' && !known.includes(field))) return false;
  return both([
    accepts(wantedOf(selector, 'eventCategory', 'equals') ?? [], category),
    accepts(wantedOf(selector, 'readOnly', 'equals'), String(!write)),
    category === 'Data' ? accepts(wantedOf(selector, 'resources.type', 'equals') ?? [], 'AWS::S3::Object') : true,
  ]);
}

/** Whether a basic selector takes an event: of all buckets, if it is of data. */
function basicTakes(selector: Term, { category, write }: Event): Told {
  if (!isTermMap(selector)) return new Unknown('its selectors are known only after apply');
  const types = findLiteral(selector.read_write_type) ?? 'All';
  const ofType: Told = types instanceof Unknown ? types : types === 'All' || types === (write ? 'WriteOnly' : 'ReadOnly');
  if (category === 'Management') return both([ofType, toldBy(selector.include_management_events, true)]);
  const resources = blocksOf(selector.data_resource).filter(isTermMap);
  const objects = resources.filter(({ type }) => type === 'AWS::S3::Object');
  const values = objects.flatMap(({ values: arns }) => blocksOf(arns)).map(findLiteral);
  const all = any(values.map((arn) => (arn instanceof Unknown ? arn : /^arn:[\w-]+:s3(?::::?)?$/.test(arn ?? ''))));
  return both([ofType, all]);
}

/** Whether a trail records an event, in all buckets if it is one of data. A trail without selectors records management only. */
export function records({ body }: ResourceFact, event: Event): Told {
  const advanced = blocksOf(body.advanced_event_selector);
  const basic = blocksOf(body.event_selector);
  if (advanced.length === 0 && basic.length === 0) return event.category === 'Management';
  return any([
    ...advanced.map((selector) => advancedTakes(selector, event)),
    ...basic.map((selector) => basicTakes(selector, event)),
  ]);
}
