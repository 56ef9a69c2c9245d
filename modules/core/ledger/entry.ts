import { Cidr } from '../cidr';

/** What an entry stands for. */
export type Kind = 'account' | 'acl' | 'ipv6' | 'name' | 'peering' | 'range' | 'subnet' | 'tier' | 'vpc';

/** living → closing → closed → freed; only accounts and VPCs have the two in between. A freed entry is a tombstone. */
export type State = 'living' | 'closing' | 'closed' | 'freed';

/** One allocation: a line of the ledger. */
export interface Entry {
  readonly kind: Kind;
  /** Made of names, never of positions. A replaced allocation's tombstone has `~1`, `~2`, … behind its key. */
  readonly key: string;
  /** What was allotted: a CIDR, a number, an account id, a name. */
  readonly value: string;
  /** The value as a block, of the kinds that hold one. */
  readonly cidr: Cidr | undefined;
  readonly state: State;
  /** Number of the ledger-changing synth that made the allocation. */
  readonly generation: number;
  /** Where it was read from. Undefined when it was made here. */
  readonly line: number | undefined;
}

const NAME = '[a-z0-9][a-z0-9-]*';
const path = (segments: number): string => Array<string>(segments).fill(NAME).join('/');
const key = (form: string): RegExp => new RegExp(`^${form}(~[1-9]\\d{0,5})?$`);

/** How keys look, by kind: account/region/network first, then range, tier with block number, tier with zone. */
const KEYS: Readonly<Record<Kind, RegExp>> = {
  account: new RegExp(`^${NAME}$`),
  acl: key(`${path(4)} (in|out) [!-}]+( [!-}]+)*`),
  ipv6: key(`${path(4)}/[1-9]\\d{0,2}`),
  name: key(`${path(3)}(/${NAME}){0,2}`),
  peering: key(`${path(3)} to ${path(2)}`),
  range: key(path(4)),
  subnet: key(path(5)),
  tier: key(`${path(4)}/[1-9]\\d{0,2}`),
  vpc: key(path(3)),
};

/** Every kind, sorted. */
export const KINDS = Object.keys(KEYS) as readonly Kind[];

/** Whether the file knows the kind. */
export function isKind(text: string): text is Kind {
  return Object.hasOwn(KEYS, text);
}

/** Whether a key is of the kind's form. */
export function isKeyOf(kind: Kind, text: string): boolean {
  return KEYS[kind].test(text);
}

/** Whether the kind's value is a block of IPv4 addresses. */
export function holdsCidr(kind: Kind): boolean {
  return kind === 'vpc' || kind === 'range' || kind === 'tier' || kind === 'subnet';
}

/** The text that names an entry in the file: `vpc dev/eu-west-1/three-tier`. */
export function idOf(entry: Pick<Entry, 'kind' | 'key'>): string {
  return `${entry.kind} ${entry.key}`;
}

/** Whether the key is that of a replaced allocation. */
export function isReplaced(entry: Entry): boolean {
  return entry.key.includes('~');
}

/** account/region/network of any key below a network. */
export function networkOf(entry: Pick<Entry, 'key'>): string {
  const [account = '', region = '', network = ''] = entry.key.split('/', 3);
  return `${account}/${region}/${network.replace(/[ ~].*$/, '')}`;
}

/** account/region/network/tier of a tier block, subnet, IPv6 block or NACL entry. */
export function tierOf(entry: Pick<Entry, 'key'>): string {
  return entry.key
    .replace(/[ ~].*$/, '')
    .split('/', 4)
    .join('/');
}

/** The last part of a key: a block's number, a subnet's zone, a tier's name. */
export function lastSegment(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

/**
 * Makes an entry.
 * @throws RangeError for a key that the file could not hold: a defect of the caller, not of its input
 */
export function makeEntry(
  parts: Omit<Entry, 'cidr' | 'line' | 'state'> & { readonly state?: State; readonly cidr?: Cidr },
): Entry {
  if (!isKeyOf(parts.kind, parts.key)) throw new RangeError(`"${parts.key}" is no key of kind ${parts.kind}`);
  const cidr = parts.cidr ?? (holdsCidr(parts.kind) ? Cidr.parse(parts.value) : undefined);
  return { state: 'living', ...parts, cidr, line: undefined };
}

/** The entry with another block or number. */
export function withValue(entry: Entry, value: Cidr | number): Entry {
  return { ...entry, value: String(value), cidr: typeof value === 'number' ? undefined : value };
}

/** The block of an entry of a kind that holds one. */
export function blockOf(entry: Entry): Cidr {
  if (entry.cidr === undefined) throw new RangeError(`${idOf(entry)} holds no block`);
  return entry.cidr;
}

/** Value and state as the file has them: accounts always say their state, others only when it isn't living. */
export function renderAllocation(entry: Entry): string {
  return entry.state === 'living' && entry.kind !== 'account' ? entry.value : `${entry.value} ${entry.state}`;
}
