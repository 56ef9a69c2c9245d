import type { Key, NetworkFacts, RouteTarget, Subnet } from '../../../../model/network';

/** By what routes lead out of a VPC, or that they don't. */
export interface Exits {
  readonly kinds: ReadonlySet<RouteTarget['kind']>;
  /** There may be more, and why. @default - these are all */
  readonly unknown?: string;
}

const NAMES: Readonly<Record<RouteTarget['kind'], string>> = {
  'internet-gateway': 'internet gateway',
  'egress-only-gateway': 'egress-only gateway',
  'nat-gateway': 'NAT gateway',
  peering: 'peering',
  'transit-gateway': 'transit gateway',
  'gateway-endpoint': 'gateway endpoint',
  edge: 'gateway to networks outside AWS',
  middlebox: 'appliance (what it passes is not known)',
  local: 'local',
  blackhole: 'black hole',
};

/** In the order in which they are told. */
const KINDS = Object.keys(NAMES) as readonly RouteTarget['kind'][];

/** What a tier is by its routes. */
export type RoutedKind = 'public' | 'private' | 'isolated' | 'unknown';

/** Where route tables lead, each read once. */
export class ExitBook {
  readonly #known = new Map<Key, Exits>();

  constructor(private readonly facts: NetworkFacts) {}

  /** Where the routes of a subnet lead. */
  of({ table }: Subnet): Exits {
    const all = table.choices.map((key) => this.#ofTable(key));
    const unknown = table.open?.why ?? all.find((one) => one.unknown !== undefined)?.unknown;
    return {
      kinds: new Set(all.flatMap(({ kinds }) => [...kinds])),
      ...(unknown === undefined ? {} : { unknown }),
    };
  }

  #ofTable(key: Key): Exits {
    const known = this.#known.get(key) ?? this.#read(key);
    this.#known.set(key, known);
    return known;
  }

  #read(key: Key): Exits {
    const table = this.facts.tables.get(key);
    if (table === undefined) return { kinds: new Set(), unknown: `${key} is not in the documents` };
    const { routes, incomplete } = table;
    const open = routes.find(({ target }) => target.open !== undefined)?.target.open;
    const unknown = incomplete?.why ?? open?.why;
    return {
      kinds: new Set(routes.flatMap(({ target }) => target.choices.map(({ kind }) => kind))),
      ...(unknown === undefined ? {} : { unknown }),
    };
  }
}

/** What a table says of them: `NAT gateway`, `gateway endpoint`. */
export function exitNames({ kinds, unknown }: Exits): readonly string[] {
  const names = KINDS.filter((kind) => kinds.has(kind) && kind !== 'local').map((kind) => NAMES[kind]);
  return unknown === undefined ? names : [...names, 'maybe more'];
}

/** What a tier is that nobody has named. */
export function routedKind({ kinds, unknown }: Exits): RoutedKind {
  if (kinds.has('internet-gateway')) return 'public';
  const leaves = KINDS.some((kind) => kinds.has(kind) && !['local', 'blackhole', 'gateway-endpoint'].includes(kind));
  if (leaves) return 'private';
  return unknown === undefined ? 'isolated' : 'unknown';
}
