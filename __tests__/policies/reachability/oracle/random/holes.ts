import { type Kind, spanOf } from '../addresses';
import { type Entry, Hole, type Kinds, type Route, type Rule, type Subnet, sure, type Table, type World } from '../world';
import { Blocks } from './alphabet';
import type { Dice } from './dice';

/** Takes values out of a world that the documents might not tell. */
class Punch {
  private readonly blocks: Blocks;

  constructor(
    private readonly dice: Dice,
    private readonly world: World,
    /** Of each value. */
    private readonly share: number,
  ) {
    this.blocks = new Blocks(world.vpcs, world.subnets);
  }

  private kindOf(block: string): Kind {
    return spanOf(block).kind;
  }

  private block(block: string): string | Hole<string> {
    const { dice } = this;
    if (!dice.chance(this.share)) return block;
    return new Hole([
      ...new Set([block, this.blocks.pick(dice, this.kindOf(block)), this.blocks.pick(dice, this.kindOf(block))]),
    ]);
  }

  private ports<T extends Kinds>(kinds: T): T {
    const { dice } = this;
    if (!kinds.ports || !dice.chance(this.share)) return kinds;
    const [from, to] = kinds.ports;
    const upper = new Hole([...new Set([sure(to), sure(from), 65535])]);
    const lower = new Hole([...new Set([sure(from), sure(to), 0])]);
    return { ...kinds, ports: dice.chance(0.5) ? [from, upper] : [lower, to] };
  }

  private entry(entry: Entry, used: readonly number[]): Entry {
    const { dice } = this;
    const free = [41, 60, 99, 200].filter((number) => !used.includes(number));
    const number = dice.chance(this.share) && free.length > 0 ? new Hole([sure(entry.number), dice.pick(free)]) : entry.number;
    const action = dice.chance(this.share) ? new Hole(['allow', 'deny'] as const) : entry.action;
    return { ...this.ports(entry), number, action, block: this.block(sure(entry.block)) };
  }

  private rule(rule: Rule): Rule {
    const { peer } = rule;
    return { ...this.ports(rule), peer: 'block' in peer ? { block: this.block(sure(peer.block)) } : peer };
  }

  /** Two routes of one table never have one destination. */
  private route(route: Route, others: ReadonlySet<string>): Route {
    if (!('block' in route.destination)) return route;
    const own = sure(route.destination.block);
    const block = this.block(own);
    if (!(block instanceof Hole)) return route;
    const choices = block.choices.filter((each) => each === own || !others.has(each));
    return { ...route, destination: { block: new Hole(choices) } };
  }

  private table(table: Table): Table {
    const blocks = table.routes.flatMap(({ destination }) => ('block' in destination ? [sure(destination.block)] : []));
    // One hole in a table: two might meet in one destination.
    const place = this.dice.int(0, Math.max(0, table.routes.length - 1));
    return { ...table, routes: table.routes.map((route, at) => (at === place ? this.route(route, new Set(blocks)) : route)) };
  }

  private subnet(subnet: Subnet): Subnet {
    const { dice, world } = this;
    const tables = world.tables.filter(({ vpc, name }) => vpc === subnet.vpc && !name.includes('edge')).map(({ name }) => name);
    const acls = world.acls.filter(({ vpc, isDefault }) => vpc === subnet.vpc && !isDefault).map(({ name }) => name);
    const table = subnet.table !== null && dice.chance(this.share) ? new Hole(tables) : subnet.table;
    const acl = subnet.acl !== null && dice.chance(this.share) ? new Hole(acls) : subnet.acl;
    return { ...subnet, table, acl };
  }

  punched(): World {
    const { world } = this;
    return {
      ...world,
      acls: world.acls.map((acl) => {
        const used = acl.entries.map(({ number }) => sure(number));
        // Two that moved might meet in one number.
        const place = this.dice.int(0, Math.max(0, acl.entries.length - 1));
        return { ...acl, entries: acl.entries.map((entry, at) => (at === place ? this.entry(entry, used) : entry)) };
      }),
      groups: world.groups.map((group) => ({ ...group, rules: group.rules.map((rule) => this.rule(rule)) })),
      tables: world.tables.map((table) => this.table(table)),
      subnets: world.subnets.map((subnet) => this.subnet(subnet)),
    };
  }
}

/** The world with one hole at least, and no more than so many that `most` worlds fill them. */
export function withHoles(world: World, dice: Dice, most = 64): World {
  for (let share = 0.2; share > 0.001; share *= 0.8) {
    const punched = new Punch(dice, world, share).punched();
    const ways = choicesIn(punched).reduce((product, choices) => product * choices, 1);
    if (ways > 1 && ways <= most) return punched;
  }
  return world;
}

function choicesIn(value: unknown): number[] {
  if (value instanceof Hole) return [value.choices.length];
  if (Array.isArray(value)) return value.flatMap(choicesIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(choicesIn) : [];
}
