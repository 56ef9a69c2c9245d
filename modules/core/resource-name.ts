/** A name in Terraform's sense, the second half of an address, with the one it had before a rename. */
export interface ResourceName {
  readonly current: string;
  /** Left out: it was never renamed. */
  readonly former?: string;
}

/** One part of a resource name: text as flows and configuration write it, with the text it had before a rename. */
export type NamePart = string | { readonly current: string; readonly former: string };

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

/**
 * The name of a resource from what it means, never from where it stands in a list: parts are joined by `_`, which no
 * part contains.
 */
export function resourceName(...parts: readonly NamePart[]): ResourceName {
  const join = (pick: (part: Exclude<NamePart, string>) => string): string =>
    parts.map((part) => encode(typeof part === 'string' ? part : pick(part))).join('_');
  const current = join((part) => part.current);
  const former = join((part) => part.former);
  return former === current ? { current } : { current, former };
}
