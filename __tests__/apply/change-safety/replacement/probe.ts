import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { TABLE } from '../../../../policies/difference/replacement/table';
import type { Json } from '../../../../policies/model/universe';

type Body = Readonly<Record<string, Json>>;

/** What probes.yaml says of a type. */
interface Sample {
  readonly given: Body;
  readonly other?: Body;
  readonly besides?: Readonly<Record<string, readonly [Json, Json]>>;
  readonly instead?: readonly Body[];
  readonly needed?: readonly string[];
}

/** One resource that is edited in one argument, or in two that exclude each other. */
export interface Probe {
  /** `aws_vpc cidr_block changed`. */
  readonly title: string;
  readonly type: string;
  /** Unique, and without a meaning. */
  readonly name: string;
  readonly before: Body;
  readonly after: Body;
  /** The argument that is edited. */
  readonly path: string;
  readonly turn: 'same' | 'changed' | 'written' | 'left out' | 'exchanged';
}

type Draft = Omit<Probe, 'title' | 'name' | 'type'>;

function valueAt(body: Body, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((inner, name) => (inner as Body | undefined)?.[name], body);
}

/** The same with one argument as it is given, or without it. */
function withValue(body: Body, path: string, value: Json | undefined): Body {
  const [name = '', ...deeper] = path.split('.');
  if (deeper.length > 0) return { ...body, [name]: withValue((body[name] ?? {}) as Body, deeper.join('.'), value) };
  const { [name]: _, ...rest } = body;
  return value === undefined ? rest : { ...rest, [name]: value };
}

function without(body: Body, names: readonly string[]): Body {
  return names.reduce((rest, name) => withValue(rest, name, undefined), body);
}

/** Every turn that an argument can take. */
function turnsOf(type: string, path: string, values: readonly (Json | undefined)[], sample: Sample): Draft[] {
  const { given, needed = [], instead = [] } = sample;
  const [one, other] = values;
  const base = withValue(given, path, one);
  const changed: Draft[] =
    other === undefined ? [] : [{ path, turn: 'changed', before: base, after: withValue(given, path, other) }];
  const isNeeded = needed.includes(path) || instead.some((group) => path in group && path in given);
  if (isNeeded) return changed;
  const absent = withValue(given, path, undefined);
  const standard = TABLE[type]?.defaults?.[path];
  const texts = new Map([one, other, standard].flatMap((value) => (value === undefined ? [] : [[JSON.stringify(value), value]])));
  return [...texts.values()].reduce<Draft[]>((drafts, value) => {
    const present = withValue(given, path, value);
    return [
      ...drafts,
      { path, turn: 'written', before: absent, after: present },
      { path, turn: 'left out', before: present, after: absent },
    ];
  }, changed);
}

/** Another id or block of the same form. */
function another(value: Json | undefined): Json {
  return (typeof value === 'string' ? value : '')
    .replace(/a$/, 'e')
    .replace('db8', 'dba')
    .replace(/^10\.0\./, '10.9.');
}

function exchanges({ given, instead = [] }: Sample): Draft[] {
  return instead.flatMap((group) => {
    const bare = without(given, Object.keys(group));
    const of = (name: string): Body => withValue(bare, name, group[name]);
    return Object.keys(group).flatMap((one) => [
      { path: one, turn: 'changed' as const, before: of(one), after: withValue(bare, one, another(group[one])) },
      ...Object.keys(group)
        .filter((other) => other !== one)
        .map((other) => ({ path: other, turn: 'exchanged' as const, before: of(one), after: of(other) })),
    ]);
  });
}

/** Every probe. */
export function probesOf(): readonly Probe[] {
  const samples = parse(readFileSync(join(__dirname, 'probes.yaml'), 'utf8')) as Readonly<Record<string, Sample>>;
  let number = 0;
  return Object.entries(samples).flatMap(([type, sample]) => {
    const { given, other = {}, besides = {} } = sample;
    const values = new Map<string, readonly (Json | undefined)[]>(Object.entries(besides));
    for (const path of Object.keys(other)) values.set(path, [valueAt(given, path), other[path]]);
    for (const path of Object.keys(given)) if (!values.has(path)) values.set(path, [given[path]]);
    const drafts: Draft[] = [
      { path: '', turn: 'same', before: given, after: given },
      ...[...values].flatMap(([path, pair]) => turnsOf(type, path, pair, sample)),
      ...exchanges(sample),
    ];
    return drafts.map((draft) => {
      const title = `${type} ${draft.path} ${draft.turn}: ${JSON.stringify(valueAt(draft.before, draft.path))} → ${JSON.stringify(valueAt(draft.after, draft.path))}`;
      return { ...draft, type, title, name: `p${String(number++)}` };
    });
  });
}
