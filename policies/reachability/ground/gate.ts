import type { Route } from '../../model/network';
import type { Unknown } from '../../model/term';
import type { DecisionList, FilterRule } from '../filter/decision-list';
import type { Certainty } from '../filter/groups';
import type { Reading, Readings } from '../filter/readings';
import type { Hop, Turn } from '../filter/routes';
import type { Step } from '../query';
import { type Box, DESTINATION, type Dimension } from '../region/box';
import { covers, intersect, isEmpty, meets, NOTHING, type Region, subtract, union } from '../region/region';
import { boxesOf } from '../region/spans';

/** What a gate does to a part of what enters it, and why, for people. */
export interface Ruling {
  readonly region: Region;
  readonly text: string;
  /** The rule. @default - it isn't a filter with rules, or none of them is about this */
  readonly rule?: FilterRule;
  /** Of several that are asked together the one that decides. @default - the gate's own address */
  readonly address?: string;
}

/** One filter or condition on the way. It looks at each packet alone: so the order of gates changes only the explanation. */
export interface Gate {
  readonly filter: Step['filter'];
  readonly address: string;
  /** It stands on the way of the reply. */
  readonly reply: boolean;
  pass(region: Region, reading: Reading): Region;
  /** Whether both readings let the same of the region pass. */
  isExact(region: Region): boolean;
  /** Why it does that to the region. */
  rule(region: Region, reading: Reading): readonly Ruling[];
  /** The filters that it consists of: itself, or one of several. */
  parts(): readonly Gate[];
}

/** So many reasons are enough. */
const SHOWN = 3;

/** A security group set or a network ACL. */
export class FilterGate implements Gate {
  constructor(
    readonly filter: Step['filter'],
    readonly address: string,
    readonly reply: boolean,
    private readonly readings: Readings,
  ) {}

  list(reading: Reading): DecisionList {
    return this.readings[reading];
  }

  pass(region: Region, reading: Reading): Region {
    return this.readings[reading].pass(region);
  }

  isExact(region: Region): boolean {
    const { strict, lenient } = this.readings;
    return strict === lenient || covers(strict.pass(region), lenient.pass(region));
  }

  rule(region: Region, reading: Reading): readonly Ruling[] {
    const noun = this.filter.startsWith('network-acl') ? 'entry' : 'rule';
    const none = `no ${noun} matches: dropped`;
    const { doubts } = this.readings;
    return this.readings[reading].decide(region).map(({ region: part, rule }) => {
      if (rule !== undefined) {
        const { owner: address = this.address } = rule;
        return { region: part, text: rule.text(), rule, address };
      }
      const closed = doubts.length === 0 || isEmpty(this.readings.lenient.pass(part));
      return { region: part, text: closed ? none : `not known: ${doubts.slice(0, SHOWN).join('; ')}` };
    });
  }

  parts(): readonly Gate[] {
    return [this];
  }
}

/** Something that holds or doesn't hold, for all packets or for those in some boxes. */
export class Condition implements Gate {
  constructor(
    readonly filter: Step['filter'],
    readonly address: string,
    readonly reply: boolean,
    private readonly holds: Certainty,
    private readonly text: string,
    /** Only these pass. @default - all */
    private readonly boxes?: readonly Box[],
  ) {}

  pass(region: Region, reading: Reading): Region {
    if (this.holds === 'no' || (this.holds === 'unknown' && reading === 'strict')) return NOTHING;
    return this.boxes === undefined ? region : intersect(region, this.boxes);
  }

  isExact(): boolean {
    return this.holds !== 'unknown';
  }

  rule(region: Region): readonly Ruling[] {
    return [{ region, text: this.text }];
  }

  parts(): readonly Gate[] {
    return [this];
  }
}

/** The route by which packets leave their sender's subnet: they take it, so they pass. */
export class TakenRoute extends Condition {
  constructor(
    table: string,
    text: string,
    private readonly hop: Hop,
    /** The turns that the table would have without it. */
    private readonly without: () => readonly Turn[],
    /** @default - the VPC's own local route */
    readonly route?: Route,
  ) {
    super('route', table, false, 'yes', text);
  }

  /** What of the region would no longer leave this way: all but what another route leads to the same hop. */
  alone(region: Region): Region {
    const same = this.without().filter(
      ({ choices, open }) => open === undefined && choices.every(({ hop }) => isSame(hop, this.hop)),
    );
    return subtract(
      region,
      boxesOf(
        same.flatMap(({ spans }) => spans),
        DESTINATION,
      ),
    );
  }
}

function isSame(a: Hop, b: Hop): boolean {
  return a.kind === b.kind && ('key' in a ? a.key : '') === ('key' in b ? b.key : '');
}

/** Whether a hop leads where it should. */
export type Leads = (hop: Hop) => Certainty;

/** A table on the way that has to lead to a certain hop. */
export class RouteGate implements Gate {
  readonly filter = 'route';

  constructor(
    readonly address: string,
    readonly reply: boolean,
    private readonly turns: readonly Turn[],
    /** Where the destination stands: of a reply, it is the source of what opened. */
    private readonly dimension: Dimension,
    private readonly leads: Leads,
    /** The turns that are left without a route. */
    private readonly without: (route: Route) => readonly Turn[],
  ) {}

  pass(region: Region, reading: Reading): Region {
    return this.passBy(this.turns, region, reading);
  }

  private passBy(turns: readonly Turn[], region: Region, reading: Reading): Region {
    const spans = turns.flatMap((turn) => (this.follows(turn, reading) ? turn.spans : []));
    return intersect(region, boxesOf(spans, this.dimension));
  }

  private follows({ choices, open }: Turn, reading: Reading): boolean {
    if (reading === 'lenient') return open !== undefined || choices.some(({ hop }) => this.leads(hop) !== 'no');
    return open === undefined && choices.every(({ hop }) => this.leads(hop) === 'yes');
  }

  isExact(region: Region): boolean {
    const doubtful = this.turns.filter((turn) => this.follows(turn, 'strict') !== this.follows(turn, 'lenient'));
    return doubtful.every(({ spans }) => !meets(region, boxesOf(spans, this.dimension)));
  }

  /** The routes that some of the region takes. */
  routes(region: Region): readonly Route[] {
    const taken = this.turns.filter(({ spans }) => meets(region, boxesOf(spans, this.dimension)));
    return [...new Set(taken.flatMap(({ choices }) => choices.flatMap(({ route }) => (route === undefined ? [] : [route]))))];
  }

  /** What of the region would no longer pass without the route. */
  alone(route: Route, region: Region, reading: Reading): Region {
    return subtract(this.pass(region, reading), this.passBy(this.without(route), region, reading));
  }

  rule(region: Region): readonly Ruling[] {
    return this.turns.flatMap(({ spans, choices, open }) => {
      const part = intersect(region, boxesOf(spans, this.dimension));
      const texts = [...choices.map(({ text }) => text()), ...(open === undefined ? [] : [`not known: ${open.why}`])];
      return isEmpty(part) ? [] : [{ region: part, text: texts.join(', or ') }];
    });
  }

  parts(): readonly Gate[] {
    return [this];
  }
}

/** One of several rows of gates, and it isn't known which: all have to let pass what surely passes. */
export class OneOfGates implements Gate {
  readonly filter: Step['filter'];
  readonly address: string;
  readonly reply: boolean;

  constructor(
    private readonly rows: readonly [Gate, ...Gate[]][],
    first: Gate,
    /** It may be something else too. @default - it is one of them */
    private readonly open?: Unknown,
  ) {
    this.filter = first.filter;
    this.address = first.address;
    this.reply = first.reply;
  }

  pass(region: Region, reading: Reading): Region {
    if (this.open !== undefined) return reading === 'strict' ? NOTHING : region;
    if (reading === 'strict') return this.rows.reduce((left, row) => passAll(row, left, reading), region);
    return this.rows.reduce<Region>((passed, row) => union(passed, passAll(row, region, reading)), NOTHING);
  }

  isExact(region: Region): boolean {
    return covers(this.pass(region, 'strict'), this.pass(region, 'lenient'));
  }

  rule(region: Region, reading: Reading): readonly Ruling[] {
    if (this.open !== undefined) return [{ region, text: `not known: ${this.open.why}` }];
    return this.rows.flatMap((row) => row.flatMap((gate) => stopsOrAll(gate, region, reading)));
  }

  parts(): readonly Gate[] {
    return this.rows.flatMap((row) => row.flatMap((gate) => gate.parts()));
  }
}

function stopsOrAll(gate: Gate, region: Region, reading: Reading): readonly Ruling[] {
  const stopped = subtract(region, gate.pass(region, reading));
  const rulings = gate.rule(isEmpty(stopped) ? region : stopped, reading);
  return rulings.map((ruling) => ({ ...ruling, text: `${gate.address}: ${ruling.text}` }));
}

function passAll(row: readonly Gate[], region: Region, reading: Reading): Region {
  return row.reduce((left, gate) => gate.pass(left, reading), region);
}

/** The gates of a row, without those that aren't there. */
export function present(gates: readonly (Gate | undefined)[]): readonly Gate[] {
  return gates.filter((gate) => gate !== undefined);
}
