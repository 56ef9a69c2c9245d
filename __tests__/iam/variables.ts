import { literal, type Pattern, wildcards } from './pattern';
import type { Context } from './request';

/** `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`; a Terraform reference has no colon in it and is no variable. */
const VARIABLE = /\$\{(?:([*?$])|\s*([\w.-]+:[^},]*?)\s*(?:,\s*'([^']*)'\s*)?)\}/g;

/**
 * A policy's text with its variables put in. What a variable stands for is text: a star in it is a star.
 * `undefined` where a variable has no value: "There is no equal or like value" (IAM user guide, "Policy variables with
 * no value"). Only policies of version 2012-10-17 have variables; in older ones they are mere text.
 */
export function expand(text: string, read: (part: string) => Pattern, version: string, context: Context): Pattern | undefined {
  if (version !== '2012-10-17') return read(text);
  const places: Pattern[] = [];
  let from = 0;
  for (const found of text.matchAll(VARIABLE)) {
    const [whole, special, key = '', fallback] = found;
    places.push(read(text.slice(from, found.index)));
    from = found.index + whole.length;
    const value = special ?? valueOf(key, context) ?? fallback;
    if (value === undefined) return undefined;
    places.push(literal(value));
  }
  return [...places, read(text.slice(from))].flat();
}

/** A key of several values is nobody's variable. */
function valueOf(key: string, context: Context): string | undefined {
  const values = context.get(key.toLowerCase()) ?? [];
  return values.length === 1 ? values[0] : undefined;
}

/** A text with variables and wildcards. */
export function patternOf(text: string, version: string, context: Context): Pattern | undefined {
  return expand(text, wildcards, version, context);
}

/** A text with variables in which stars are stars. */
export function textOf(text: string, version: string, context: Context): string | undefined {
  const places = expand(text, literal, version, context);
  return places?.map((place) => ('char' in place ? place.char : place.wild)).join('');
}
