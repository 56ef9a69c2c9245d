import { isRecord } from '../../model/json';
import { AmazonPart, isTermList, isTermMap, Reference, Template, type Term, Unknown } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import type { Json } from '../../model/universe';

/** A value as far as it may be shown: what is secret is told as such, and so is what only the apply tells. */
export type Value =
  { readonly value: Json } | { readonly sensitive: true } | { readonly knownAfterApply: true } | { readonly expression: string };

/** What is secret. Two of them are never told apart. */
export const SENSITIVE: Value = { sensitive: true };

/** What only the apply tells. */
export const AFTER_APPLY: Value = { knownAfterApply: true };

/** A value with its parts, some of which aren't plain JSON. */
export type Node = string | number | boolean | null | Open | readonly Node[] | { readonly [key: string]: Node };

const OPEN = Symbol('open');

/** A part that isn't plain JSON. No class: lint compares recursive types that hold any without end. */
export interface Open {
  readonly [OPEN]: true;
  readonly shown: Value;
  /** What tells it from others: of two secrets their texts, which are never shown. */
  readonly identity: string;
}

/** Makes a part that isn't plain JSON. */
export function open(shown: Value, identity: string): Open {
  return { [OPEN]: true, shown, identity };
}

/** Whether it is a part that isn't plain JSON. */
export function isOpen(node: unknown): node is Open {
  return typeof node === 'object' && node !== null && OPEN in node;
}

/** JSON is a value in all its parts. By way of `unknown`, for the same reason. */
export function plain(json: unknown): Node {
  return (json ?? null) as Node;
}

function jsonOf(node: unknown): Json {
  return node as Json;
}

/** Whether it is a list of values. */
export function isNodeList(node: Node | undefined): node is readonly Node[] {
  return Array.isArray(node);
}

/** Whether it is values by their names. */
export function isNodeMap(node: Node | undefined): node is Readonly<Record<string, Node>> {
  return isRecord(node) && !isOpen(node);
}

/** What stands for nothing: a nested block that isn't there is an empty list, a text that isn't there may be empty. */
export function isAbsent(node: Node | undefined): boolean {
  return node === undefined || node === null;
}

/** A value of a document, its references by the names that resources have in it. */
export function nodeOf(term: Term, nameOf: (key: string) => string): Node {
  if (isTermList(term)) return term.map((each) => nodeOf(each, nameOf));
  if (term instanceof Unknown) return open({ expression: term.why }, `unknown ${term.why}`);
  if (term instanceof Reference || term instanceof AmazonPart) {
    const expression = describeTerm(renamed(term, nameOf));
    return open({ expression }, `expression ${expression}`);
  }
  if (term instanceof Template) {
    const expression = JSON.stringify(term.parts.map((part) => partText(part, nameOf)).join(''));
    return open({ expression }, `template ${expression}`);
  }
  if (!isTermMap(term)) return plain(term);
  return Object.fromEntries(Object.entries(term).map(([name, inner]) => [name, nodeOf(inner, nameOf)]));
}

function renamed(term: Reference | AmazonPart, nameOf: (key: string) => string): Term {
  if (term instanceof AmazonPart) return new AmazonPart({ ...term.vpc, key: nameOf(term.vpc.key) }, term.newBits, term.number);
  const [first, ...others] = term.targets.map((target) => ({ ...target, key: nameOf(target.key) }));
  return first === undefined ? term : new Reference([first, ...others]);
}

function partText(part: string | Reference | Unknown, nameOf: (key: string) => string): string {
  if (typeof part === 'string') return part;
  return `<${describeTerm(part instanceof Reference ? renamed(part, nameOf) : part)}>`;
}

/** A value as it may be shown; a list or map with an open part in it is shown as text. */
export function shownOf(node: Node): Value {
  if (isOpen(node)) return node.shown;
  return isClosed(node) ? { value: jsonOf(node) } : { expression: textOf(node) };
}

function isClosed(node: Node): boolean {
  if (isOpen(node)) return false;
  if (isNodeList(node)) return node.every(isClosed);
  return !isNodeMap(node) || Object.values(node).every(isClosed);
}

function textOf(node: Node): string {
  if (isOpen(node)) return valueText(node.shown);
  if (isNodeList(node)) return `[${node.map(textOf).join(', ')}]`;
  if (!isNodeMap(node)) return JSON.stringify(node);
  return `{${Object.entries(node)
    .map(([name, inner]) => `${name}: ${textOf(inner)}`)
    .join(', ')}}`;
}

/** A value for people. */
export function valueText(value: Value): string {
  if ('value' in value) return JSON.stringify(value.value);
  if ('sensitive' in value) return '(sensitive value)';
  return 'knownAfterApply' in value ? '(known after apply)' : value.expression;
}

/** What two values are compared by: equal texts are equal values. */
export function identityOf(node: Node | undefined): string {
  if (isOpen(node)) return `\u0000${node.identity}`;
  if (isNodeList(node)) return `[${node.map(identityOf).join()}]`;
  if (!isNodeMap(node)) return JSON.stringify(node ?? null);
  const names = Object.keys(node).filter((name) => !isAbsent(node[name]));
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${identityOf(node[name])}`)
    .join()}}`;
}
