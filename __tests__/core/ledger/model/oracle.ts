import { type Entry, idOf, type Ledger } from '../../../../modules/core/ledger';

/** First and last address by plain arithmetic on the text: shares nothing with the code that it judges. */
function span(text: string): readonly [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = text.split(/[./]/).map(Number);
  const first = ((a * 256 + b) * 256 + c) * 256 + d;
  return [first, first + 2 ** (32 - prefix) - 1];
}

const within = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean => c <= a && b <= d;
const meet = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean => a <= d && c <= b;

interface Read {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly network: string;
  readonly tier: string;
  readonly row: string;
  readonly span: readonly [number, number];
}

function read(entry: Entry): Read {
  const parts = (entry.key.split(' ')[0] ?? '').split('/');
  const owner = (length: number): string => parts.slice(0, length).join('/').replace(/~\d+$/, '');
  const row = entry.key.split(' ', 2).join();
  return {
    id: idOf(entry),
    kind: entry.kind,
    value: entry.value,
    network: owner(3),
    tier: owner(4),
    row,
    span: span(entry.value),
  };
}

function pairs(entries: readonly Read[], clash: (a: Read, b: Read) => boolean): string[] {
  const found: string[] = [];
  for (const [i, a] of entries.entries()) {
    for (const b of entries.slice(i + 1)) if (clash(a, b)) found.push(`${a.id} and ${b.id}`);
  }
  return found;
}

/** Every pair that may not be, by comparing each with each: slow and plain. */
export function naiveCollisions(entries: readonly Entry[]): string[] {
  const all = entries.map(read);
  const of = (...kinds: string[]): Read[] => all.filter(({ kind }) => kinds.includes(kind));
  const orphan = (inner: Read[], outer: Read[], owner: 'network' | 'tier'): string[] =>
    inner.filter((a) => !outer.some((b) => a[owner] === b[owner] && within(a.span, b.span))).map(({ id }) => id);
  return [
    ...pairs(all, (a, b) => a.id === b.id),
    ...pairs(of('vpc', 'range'), (a, b) => meet(a.span, b.span)),
    ...pairs(of('tier'), (a, b) => a.network === b.network && meet(a.span, b.span)),
    ...pairs(of('subnet'), (a, b) => a.network === b.network && meet(a.span, b.span)),
    ...orphan(of('tier'), of('vpc', 'range'), 'network'),
    ...orphan(of('subnet'), of('tier'), 'tier'),
    ...pairs(of('ipv6'), (a, b) => a.network === b.network && a.value === b.value),
    ...pairs(of('acl'), (a, b) => a.value === b.value && a.row === b.row),
  ];
}

/** Two living things of one place may not have the same AWS name. */
export function doubleNames(ledger: Ledger): string[] {
  const living = ledger.entries.filter((entry) => entry.state !== 'freed');
  const owners = new Set([
    ...living.filter((entry) => entry.kind === 'vpc').map((entry) => entry.key),
    ...living.filter((entry) => entry.kind === 'tier').map((entry) => entry.key.split('/').slice(0, 4).join('/')),
  ]);
  const names = [...owners].map(
    (key) => `${key.slice(0, key.lastIndexOf('/'))} ${ledger.find(`name ${key}`)?.value ?? key.slice(key.lastIndexOf('/') + 1)}`,
  );
  return names.filter((name, i) => names.indexOf(name) !== i);
}
