/** IPv4 and IPv6 never mix: every address, block and packet of the oracle says which it is. */
export type Kind = 'v4' | 'v6';

/** A run of addresses, read from text. */
export interface Span {
  readonly kind: Kind;
  readonly first: bigint;
  readonly last: bigint;
  /** Bits of its prefix. */
  readonly length: number;
}

const WIDTH = { v4: 32, v6: 128 } as const;

function v4Number(text: string): bigint {
  return text.split('.').reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function v6Number(text: string): bigint {
  const [head = '', tail] = text.split('::');
  const words = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const front = words(head);
  const back = tail === undefined ? [] : words(tail);
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back].reduce((sum, word) => sum * 65536n + BigInt(`0x${word}`), 0n);
}

export function kindOf(text: string): Kind {
  return text.includes(':') ? 'v6' : 'v4';
}

export function addressNumber(text: string): bigint {
  return kindOf(text) === 'v4' ? v4Number(text) : v6Number(text);
}

/** An address as people write it; IPv6 in eight groups, none left out. */
export function addressText(kind: Kind, value: bigint): string {
  const [count, bits] = kind === 'v4' ? [4, 8n] : [8, 16n];
  const parts = Array.from({ length: count }, (_, place) => (value >> (bits * BigInt(count - 1 - place))) & ((1n << bits) - 1n));
  return kind === 'v4' ? parts.join('.') : parts.map((part) => part.toString(16)).join(':');
}

const spans = new Map<string, Span>();

/** Reads `10.0.0.0/28`; what it has read it keeps. */
export function spanOf(text: string): Span {
  const known = spans.get(text);
  if (known) return known;
  const [address = '', mask = ''] = text.split('/');
  const kind = kindOf(text);
  const first = addressNumber(address);
  const length = Number(mask);
  const span = { kind, first, last: first + (1n << BigInt(WIDTH[kind] - length)) - 1n, length };
  spans.set(text, span);
  return span;
}

/** Whether a block holds an address of this kind. */
export function holds(block: string, kind: Kind, address: bigint): boolean {
  const span = spanOf(block);
  return span.kind === kind && span.first <= address && address <= span.last;
}

/** The two halves of a block, or itself where it is one address. */
export function halvesOf(block: string): readonly string[] {
  const { kind, first, length } = spanOf(block);
  if (length === WIDTH[kind]) return [block];
  const half = 1n << BigInt(WIDTH[kind] - length - 1);
  return [first, first + half].map((base) => `${addressText(kind, base)}/${String(length + 1)}`);
}

const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
];

/** Law 10: what the internet reaches. */
export function isPublic(kind: Kind, address: bigint): boolean {
  if (kind === 'v6') return holds('2000::/3', kind, address);
  return !NOT_PUBLIC.some((block) => holds(block, kind, address));
}

/** Law 18: Amazon's own services beside every interface. */
export function isLinkLocal(kind: Kind, address: bigint): boolean {
  return ['169.254.0.0/16', 'fd00:ec2::/32'].some((block) => holds(block, kind, address));
}
