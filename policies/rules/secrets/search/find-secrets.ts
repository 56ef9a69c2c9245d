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

/** What a text has to have for any name in it to be a secret's. */
const NAMES = /pass|pwd|secret|token|key|credential/i;

function inAssignments(text: string): readonly Found[] {
  if (!NAMES.test(text)) return [];
  return [...text.matchAll(ASSIGNMENT), ...text.matchAll(OPTION)].flatMap(([, name = '', double, single, bare = '']) => {
    const quoted = double ?? single;
    return quoted === undefined ? named(name, bare, 'prose') : named(name, quoted, 'argument');
  });
}

/** How environments of containers, tags and parameters of stacks call a name and its value. */
const PAIRS = [
  ['name', 'value'],
  ['Name', 'Value'],
  ['key', 'value'],
  ['Key', 'Value'],
  ['ParameterKey', 'ParameterValue'],
] as const;

const NONE: readonly Found[] = [];

/** A name and a value that stand side by side. Every block of a document is asked, and hardly any has them. */
export function pairIn(record: Readonly<Record<string, unknown>>): readonly Found[] {
  let found = NONE;
  for (const [naming, holding] of PAIRS) {
    const value = record[holding];
    const name = typeof value === 'string' ? record[naming] : undefined;
    if (typeof name === 'string' && typeof value === 'string') found = [...found, ...named(name, value, 'argument')];
  }
  return found;
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

/** Shorter texts hold none. @unit characters */
const LEAST_TEXT = 6;

function inText(text: string): readonly Found[] {
  return decodings(text).flatMap((plain) => [...findKnownForms(plain), ...(inJson(plain) ?? inAssignments(plain))]);
}

/** Secrets in a text that stands under a name: by their form, by their names, in whatever encoding. */
export function findSecrets(name: string, text: string): readonly Found[] {
  if (text.length < LEAST_TEXT) return [];
  const all = [...inText(text), ...named(name, text, 'argument')];
  if (all.length < 2) return all;
  // One secret is told once, by its form before its name.
  const same = (one: Found, other: Found): boolean => one.secret.includes(other.secret) || other.secret.includes(one.secret);
  return all.filter((each, at) => all.findIndex((other) => same(each, other)) === at);
}
