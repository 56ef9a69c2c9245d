/** Which renames are thought undone, by ids of their own. */
export interface Undone {
  has(rename: string): boolean;
}

/** Text with names in it that were changed. */
export interface RenamedText {
  /** Ids of the renames that reach it. */
  readonly renames: readonly string[];
  /** The text with some of its renames undone. */
  render(undone: Undone): string;
}

/** A name in Terraform's sense, the second half of an address, with those it had before renames. */
export interface ResourceName {
  readonly current: string;
  /** The first one. Left out: it was never renamed. */
  readonly former?: string;
  /** What it is made of. Left out: it was never renamed. */
  readonly text?: RenamedText;
}

/** One part of a resource name: text as flows and configuration write it, with what it was before a rename. */
export type NamePart = string | { readonly current: string; readonly former: string } | RenamedText | ResourceName;

const NOTHING: ReadonlySet<string> = new Set();

function encodeIpv6(text: string): string {
  const [address = '', prefix = ''] = text.split('/');
  const [head = '', tail = ''] = address.split('::');
  const groups = (side: string): string[] => (side === '' ? [] : side.split(':'));
  const [front, back] = [groups(head), groups(tail)];
  const zeros = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return `x${[...front, ...zeros, ...back].map((group) => group.padStart(4, '0')).join('')}--${prefix}`;
}

/** Makes text fit for an address, two different texts never the same: names hold no double hyphen and no underscore. */
function encode(text: string): string {
  if (/^[0-9a-f]*:[0-9a-f:]*\/\d+$/.test(text)) return encodeIpv6(text);
  return text.replaceAll('.', '-').replaceAll(/[/:]/g, '--').replaceAll(' ', '_');
}

function textOf(part: NamePart): RenamedText {
  if (typeof part === 'string') return { renames: [], render: () => part };
  if ('render' in part) return part;
  if ('text' in part) return part.text;
  const { current, former = current } = part;
  const id = `${former} to ${current}`;
  return { renames: former === current ? [] : [id], render: (undone) => (undone.has(id) ? former : current) };
}

/**
 * The name of a resource from what it means, never from where it stands in a list: parts are joined by `_`, which no
 * part contains.
 */
export function resourceName(...parts: readonly NamePart[]): ResourceName {
  const texts = parts.map(textOf);
  const renames = [...new Set(texts.flatMap((text) => text.renames))].sort();
  const render = (undone: Undone): string => texts.map((text) => encode(text.render(undone))).join('_');
  const current = render(NOTHING);
  const former = render(new Set(renames));
  return former === current ? { current } : { current, former, text: { renames, render } };
}

function subsets(items: readonly string[]): string[][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without.map((subset) => [first, ...subset]), ...without];
}

/**
 * Every name that the resource may still have in the state, the first one in front: nothing tells which of several
 * renames were applied one by one while the others weren't.
 */
export function formerNamesOf({ current, former, text }: ResourceName): string[] {
  if (text === undefined) return former === undefined ? [] : [former];
  const names = subsets(text.renames).map((undone) => text.render(new Set(undone)));
  return [...new Set(names)].filter((name) => name !== current);
}
