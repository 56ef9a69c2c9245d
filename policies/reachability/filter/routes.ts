import type { Family } from '../../../modules/core/cidr';
import type { Block, Key, PrefixList, Route, RouteTable, RouteTarget, Vpc } from '../../model/network';
import { Unknown } from '../../model/term';
import type { AddressSet, AddressSpace } from '../region/address-space';
import { commonSpans, otherSpans, type Span } from '../region/spans';
import { blockText, listText } from './address-text';

/** Where a packet goes next. `none`: no route holds its destination; `attachment`: what a transit gateway says. */
export type Hop = RouteTarget | { readonly kind: 'none' } | { readonly kind: 'attachment'; readonly key: Key };

/** One way that a packet may take, and the route that says so. */
export interface Choice {
  readonly hop: Hop;
  readonly text: () => string;
  /** @default - no route, or the VPC's own local one */
  readonly route?: Route;
}

/** Destinations that one table treats alike: by one of the choices, the document doesn't say which where there are several. */
export interface Turn {
  readonly spans: readonly Span[];
  readonly choices: readonly Choice[];
  /** It may be something else too, and why. @default - it is one of the choices */
  readonly open?: Unknown;
}

/** A route before lengths are compared. */
export interface Candidate {
  readonly set: AddressSet;
  /** Whether it is surely there. */
  readonly certain: boolean;
  readonly length: number;
  /** Wins over others of its length. */
  readonly first: boolean;
  /** Wins over those too: it stands in place of the local route. @default false */
  readonly replacesLocal?: boolean;
  /** Loses against others of its length: routes to prefix lists do. @default false */
  readonly last?: boolean;
  /** No route that isn't known changes it. */
  readonly firm: boolean;
  readonly choices: readonly Choice[];
  /** It may be something else too, and why. @default - it is one of the choices */
  readonly open?: Unknown;
}

const NONE: Choice = { hop: { kind: 'none' }, text: () => 'no route: dropped' };
/** Amazon gives a VPC a /56. */
const AMAZON_PREFIX = 56;
/** Longer than every prefix: what isn't known may win. */
export const UNKNOWN_LENGTH = 1000;
/**
 * Lists that AWS keeps hold narrower blocks than those that surely hold all of their addresses (/0, IPv6 /3 and shorter); how
 * narrow isn't known, so every literal block that may hold one is asked first and leaves its mark.
 */
const KEPT_LIST_LENGTH = { v4: 0.5, v6: 3.5 } as const;

/** The length of a block's prefix. */
export function lengthOf(block: Block): number {
  return block.kind === 'literal' ? block.cidr.prefix : AMAZON_PREFIX + block.newBits;
}

function isList(destination: Route['destination']): destination is PrefixList {
  return 'blocks' in destination;
}

function hopText(hop: RouteTarget): string {
  return 'key' in hop ? `${hop.kind} ${hop.key}` : hop.kind;
}

function choicesOf(route: Route): readonly Choice[] {
  const { destination, origin } = route;
  const to = isList(destination) ? listText(destination) : blockText(destination);
  return route.target.choices.map((hop) => ({
    hop,
    route,
    text: () => `route ${to} to ${hopText(hop)} (${origin.address})`,
  }));
}

/** Blocks that several prefix lists of the table hold and lead apart: AWS takes either route, and keeps to it. */
function contestedBlocks(routes: readonly Route[]): ReadonlySet<string> {
  const targets = new Map<string, string>();
  const contested = new Set<string>();
  for (const { destination, target } of routes) {
    if (destination instanceof Unknown || !isList(destination) || destination.blocks instanceof Unknown) continue;
    const leads = JSON.stringify(target.choices);
    for (const block of destination.blocks) {
      const text = blockText(block);
      if ((targets.get(text) ?? leads) !== leads) contested.add(text);
      targets.set(text, leads);
    }
  }
  return contested;
}

/** Route tables of one family, cut into turns. */
export class RouteCompiler {
  private readonly known = new Map<Key, readonly Turn[]>();

  constructor(
    private readonly space: AddressSpace,
    private readonly family: Family,
  ) {}

  /**
   * The turns of a table for packets of a VPC, disjoint; together they hold every destination.
   *
   * Law: a packet takes the turn of the longest route that holds its destination.
   */
  compile(table: RouteTable, vpc: Vpc): readonly Turn[] {
    let turns = this.known.get(table.key);
    if (turns === undefined) {
      turns = this.cut(table, vpc);
      this.known.set(table.key, turns);
    }
    return turns;
  }

  /** The turns if the table didn't have the route: what would become of its packets. */
  without(route: Route, table: RouteTable, vpc: Vpc): readonly Turn[] {
    return this.cut({ ...table, routes: table.routes.filter((one) => one !== route) }, vpc);
  }

  private cut(table: RouteTable, vpc: Vpc): readonly Turn[] {
    const contested = contestedBlocks(table.routes);
    const candidates = [...this.locals(vpc), ...table.routes.flatMap((route) => this.candidates(route, contested))];
    return turnsOf(candidates, this.space.all, table.incomplete);
  }

  private locals(vpc: Vpc): readonly Candidate[] {
    const known = vpc.blocks.map((block) => this.local(this.space.setOf(block), lengthOf(block), blockText(block), true));
    if (vpc.incomplete === undefined) return known;
    // A block that isn't known makes more destinations local, perhaps; those that the internet routes are nobody's VPC.
    const { why } = vpc.incomplete;
    const maybe = otherSpans(this.space.all, this.space.public);
    return [...known, this.local({ sure: [], maybe }, UNKNOWN_LENGTH, `of a block that isn't known (${why})`, false)];
  }

  private local(set: AddressSet, length: number, text: string, certain: boolean): Candidate {
    // A VPC's own block holds its own addresses and nobody else's.
    const own = { sure: set.sure, maybe: certain ? set.sure : set.maybe };
    const choices: readonly Choice[] = [{ hop: { kind: 'local' }, text: () => `local route ${text}` }];
    return { set: own, certain, length, first: true, firm: true, choices };
  }

  private candidates(route: Route, contested: ReadonlySet<string>): readonly Candidate[] {
    const { destination, target, certain, replacesLocal = false } = route;
    const choices = choicesOf(route);
    const one = (set: AddressSet, length: number): Candidate => ({
      set,
      certain,
      length,
      first: false,
      replacesLocal,
      firm: false,
      choices,
      ...(target.open === undefined ? {} : { open: target.open }),
    });
    if (destination instanceof Unknown) return [one(this.space.setOf(destination), UNKNOWN_LENGTH)];
    if (!isList(destination)) return [one(this.space.setOf(destination), lengthOf(destination))];
    if (destination.blocks instanceof Unknown || destination.service !== undefined || destination.family instanceof Unknown) {
      const length = destination.service === undefined ? UNKNOWN_LENGTH : KEPT_LIST_LENGTH[this.family];
      const set = this.space.setOfList(destination);
      // How narrow the blocks of a list are that nobody tells isn't known, so other routes may be narrower.
      return [one(destination.service === undefined ? { ...set, sure: [] } : set, length)];
    }
    if (destination.family !== this.family) return [];
    return destination.blocks.map((block): Candidate => {
      if (block instanceof Unknown) return one(this.space.setOf(block), UNKNOWN_LENGTH);
      const own = one(this.space.setOf(block), lengthOf(block));
      return { ...own, last: true, certain: certain && !contested.has(blockText(block)) };
    });
  }
}

/** A part of the destinations that is not decided yet, and what may have decided it already. */
interface Pending {
  readonly spans: readonly Span[];
  readonly choices: readonly Choice[];
  readonly open?: Unknown;
}

function joined(pending: Pending, spans: readonly Span[], candidate: Candidate): Pending {
  const open = pending.open ?? candidate.open;
  return { spans, choices: [...pending.choices, ...candidate.choices], ...(open === undefined ? {} : { open }) };
}

/** The longest first; of one length local routes first, and routes to prefix lists last (AWS, "Route priority"). */
function byPriority(a: Candidate, b: Candidate): number {
  const rank = ({ first, last = false, replacesLocal = false }: Candidate): number =>
    replacesLocal ? -2 : Number(last) - Number(first);
  return b.length - a.length || rank(a) - rank(b);
}

/** What becomes of each destination: the longest prefix decides; what only may hold a destination leaves it open. */
export function turnsOf(
  candidates: readonly Candidate[],
  all: readonly Span[],
  incomplete: Unknown | undefined,
): readonly Turn[] {
  const turns: Turn[] = [];
  let pending: readonly Pending[] = [{ spans: all, choices: [] }];
  for (const candidate of [...candidates].sort(byPriority)) {
    const { set, certain, firm } = candidate;
    const next: Pending[] = [];
    for (const part of pending) {
      const touched = commonSpans(part.spans, set.maybe);
      if (touched.length === 0) {
        next.push(part);
        continue;
      }
      const sure = certain ? commonSpans(touched, set.sure) : [];
      const doubtful = sure.length === 0 ? touched : otherSpans(touched, sure);
      const rest = otherSpans(part.spans, touched);
      if (sure.length > 0) turns.push(closed(joined(part, sure, candidate), firm ? undefined : incomplete));
      if (doubtful.length > 0) next.push(joined(part, doubtful, candidate));
      if (rest.length > 0) next.push({ ...part, spans: rest });
    }
    pending = next;
  }
  return [...turns, ...pending.map((part) => closed({ ...part, choices: [...part.choices, NONE] }, incomplete))];
}

function closed(part: Pending, incomplete: Unknown | undefined): Turn {
  const open = part.open ?? incomplete;
  return { spans: part.spans, choices: part.choices, ...(open === undefined ? {} : { open }) };
}
