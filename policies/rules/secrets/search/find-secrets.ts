import { isRecord } from '../../../model/json';
import { decodings } from './decoded';
import { findKnownForms, type Found } from './known-forms';
import { isSecretName, isSecretValue, type Setting } from './named-value';

/** A value in text: in quotes, or bare. */
const VALUE = /(?:"([^"\\\n]{6,})"|'([^'\\\n]{6,})'|([^\s"',;(){}[\]<>|&]{6,}))/.source;
/**
 * A name and its value in text: `PASSWORD=…`, `password: …`, `"password": "…"`. What stands behind a colon or a slash is a
 * part of something else: `arn:aws:secretsmanager:…:secret:…`.
 */
const ASSIGNMENT = new RegExp(`(?<![\\w:/.-])["']?([A-Za-z][\\w.-]*)["']?(?:\\s*=>?\\s*|\\s*:\\s+|\\s*:(?=["']))${VALUE}`, 'g');
/** An option of a command and its value: `--password …`, `--token=…`. */
const OPTION = new RegExp(`(?<![\\w-])--?([A-Za-z][\\w.-]*)(?:\\s+|=)${VALUE}`, 'g');

function named(name: string, value: string, setting: Setting): readonly Found[] {
  const last = name.split(/[./]/).at(-1) ?? name;
  return isSecretName(last) && isSecretValue(last, value, setting) ? [{ name: `value of ${last}`, secret: value.trim() }] : [];
}

function inAssignments(text: string): readonly Found[] {
  return [...text.matchAll(ASSIGNMENT), ...text.matchAll(OPTION)].flatMap(([, name = '', double, single, bare = '']) => {
    const quoted = double ?? single;
    return quoted === undefined ? named(name, bare, 'prose') : named(name, quoted, 'argument');
  });
}

/** A name and a value that stand side by side, as in environments of containers and in tags. */
export function pairIn(record: Readonly<Record<string, unknown>>): readonly Found[] {
  const lower = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
  const name = lower.get('name') ?? lower.get('key') ?? lower.get('parameterkey');
  const value = lower.get('value') ?? lower.get('parametervalue');
  return typeof name === 'string' && typeof value === 'string' ? named(name, value, 'argument') : [];
}

function inValue(value: unknown, name: string): readonly Found[] {
  if (typeof value === 'string') return findSecrets(name, value);
  if (Array.isArray(value)) return value.flatMap((item) => inValue(item, name));
  if (!isRecord(value)) return [];
  return [...pairIn(value), ...Object.entries(value).flatMap(([inner, item]) => inValue(item, inner))];
}

/** What JSON holds; undefined for what is none. */
function inJson(text: string): readonly Found[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return inValue(JSON.parse(text), '');
  } catch {
    return undefined;
  }
}

/** Secrets in a text that stands under a name: by their form, by their names, in whatever encoding. */
export function findSecrets(name: string, text: string): readonly Found[] {
  const found = decodings(text).flatMap((plain) => [...findKnownForms(plain), ...(inJson(plain) ?? inAssignments(plain))]);
  const all = [...found, ...named(name, text, 'argument')];
  // One secret is told once, by its form before its name.
  const same = (one: Found, other: Found): boolean => one.secret.includes(other.secret) || other.secret.includes(one.secret);
  return all.filter((each, at) => all.findIndex((other) => same(each, other)) === at);
}
