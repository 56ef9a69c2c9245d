import type { RouteTable } from '../../model/network';
import { Unknown } from '../../model/term';
import type { Certainty } from '../filter/groups';
import type { Choice, Hop, Turn } from '../filter/routes';
import { DESTINATION } from '../region/box';
import { intersect, isEmpty, type Region } from '../region/region';
import { boxesOf } from '../region/spans';
import type { Branch, Course } from './course';
import { Condition, type Gate, TakenRoute } from '../ground/gate';
import type { Place } from '../ground/place';
import type { Terrain } from '../ground/terrain';

/** A way on from the sender's table: what stands behind it. */
export interface Way {
  /** Whether the sender's rules by group reach the receiver. @default 'no' */
  readonly references?: Certainty;
  /** It begins inside the sender's own subnet, so its ACL isn't asked there. @default false */
  readonly staysInSubnet?: boolean;
  readonly forward: readonly Gate[];
  readonly reply: readonly Gate[];
  /** @default false */
  readonly nat?: boolean;
  /** Ways that packets may take besides, where routes further on say so. @default - this one alone */
  readonly also?: readonly Way[];
}

/** Why a hop leads nowhere for this question. */
export class DeadEnd {
  constructor(readonly why: string) {}
}

/** What stands behind each hop, for one receiver. */
export interface Onward {
  /** Several: it isn't known which. */
  readonly by: (hop: Hop) => readonly [Way, ...Way[]] | DeadEnd;
  /** The way that its author may have meant where none is taken. Asked for by explanations only. */
  readonly supposed: () => Way | undefined;
  /** The receiver, as the sender's rules by group see it. @default - nothing that carries groups */
  readonly receiver?: Place;
}

/** A way whose filters aren't known: only the sender's own are asked. */
export function unjudged(what: string, key: string): [Way] {
  return [{ references: 'unknown', forward: [new Condition('gateway', key, false, 'unknown', `not known: ${what}`)], reply: [] }];
}

const NO_WAY: Way = { forward: [], reply: [] };

/** Made when an explanation asks for it: most questions have many turns that lead elsewhere. */
class SupposedCourse implements Course {
  readonly supposed = true;
  private made: Course | undefined;

  constructor(private readonly make: () => Course) {}

  private get course(): Course {
    this.made ??= this.make();
    return this.made;
  }

  get forward(): readonly Gate[] {
    return this.course.forward;
  }

  get reply(): readonly Gate[] {
    return this.course.reply;
  }
}

/** What an interface sends, by the turns of its table. */
export class Departure {
  constructor(
    private readonly terrain: Terrain,
    private readonly from: Place,
    private readonly asked: Region,
    private readonly onward: Onward,
  ) {}

  /** Every way that the packets asked about may take, in each world of tables. */
  worlds(): readonly (readonly Branch[])[] {
    const { subnet, vpc } = this.from;
    const tables = this.terrain.tablesOf(subnet);
    if (tables.length === 0) return [[this.lost(new Unknown(`which table decides for ${subnet.key}`), subnet.key)]];
    return tables.map((table) =>
      table instanceof Unknown
        ? [this.lost(table, subnet.key)]
        : this.terrain.routes.compile(table, vpc).flatMap((turn) => this.branch(turn, table)),
    );
  }

  private lost(unknown: Unknown, key: string): Branch {
    const [way] = unjudged(unknown.why, key);
    return { part: this.asked, courses: [this.course(way, [])] };
  }

  private branch({ spans, choices, open }: Turn, table: RouteTable): readonly Branch[] {
    const part = intersect(this.asked, boxesOf(spans, DESTINATION));
    if (isEmpty(part)) return [];
    const besides: Course[] = [];
    const courses = choices.flatMap((choice) => this.courses(choice, table, besides));
    const endpoint = open === undefined && choices.every(({ hop }) => hop.kind === 'gateway-endpoint');
    const also = besides.map((course): Branch => ({ part, courses: [course] }));
    return [
      { part, endpoint, courses: open === undefined ? courses : [...courses, ...this.lost(open, table.key).courses] },
      ...also,
    ];
  }

  private courses({ hop, text, route }: Choice, table: RouteTable, besides: Course[]): readonly Course[] {
    const ways = this.onward.by(hop);
    if (!(ways instanceof DeadEnd)) {
      const without = (): readonly Turn[] =>
        route === undefined ? [] : this.terrain.routes.without(route, table, this.from.vpc);
      const taken = new TakenRoute(table.key, text(), hop, without, route);
      besides.push(...ways.flatMap(({ also = [] }) => also.map((way) => this.course(way, [taken]))));
      return ways.map((way) => this.course(way, [taken]));
    }
    const why = (): string => (hop.kind === 'none' ? text() : `${text()}: ${ways.why}`);
    const dead = (): Gate => new Condition('route', table.key, false, 'no', why());
    return [new SupposedCourse(() => this.course(this.onward.supposed() ?? NO_WAY, [dead()]))];
  }

  private course(way: Way, route: readonly Gate[]): Course {
    const { terrain, from } = this;
    const { receiver } = this.onward;
    const seen = receiver === undefined ? (): Certainty => 'no' : terrain.carriesOn(receiver, way.references ?? 'no');
    const groups = terrain.groupGate(from, 'out', seen);
    const acl = way.staysInSubnet === true ? undefined : terrain.aclGate(from.subnet, 'out', 'opening');
    const own = [groups, acl].filter((gate) => gate !== undefined);
    return { forward: [...own, ...route, ...way.forward], reply: way.reply, ...(way.nat === true ? { nat: true } : {}) };
  }
}
