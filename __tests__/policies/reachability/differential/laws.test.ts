import * as fc from 'fast-check';

import { halvesOf, type Kind, spanOf } from '../oracle/addresses';
import { Dice } from '../oracle/random/dice';
import { randomEnds } from '../oracle/random/places';
import { randomWorld } from '../oracle/random/random-world';
import { Space } from '../oracle/random/space';
import { type Entry, type Hole, type Place, type Rule, sure, type World } from '../oracle/world';
import { EngineSide, type Passing } from './engine-side';
import { inFolder } from './in-folder';
import { factsOf, type Rendering, RENDERINGS } from './rendered';

const RUNS = { numRuns: 20 } as const;
const [FIRST] = RENDERINGS;

/** What passes of 40 packets between six pairs of ends, in one rendering. */
function passingIn(world: World, asked: World, seed: number, rendering: Rendering | undefined = FIRST): readonly Passing[] {
  if (!rendering) throw new Error('there are renderings');
  return inFolder((folder) => {
    const engine = new EngineSide(factsOf(world, rendering, folder), world);
    const dice = new Dice(seed);
    // The same packets for every variant: from borders of the world that it is a variant of.
    const space = new Space(asked);
    return Array.from({ length: 6 }, () => randomEnds(dice, asked)).flatMap(({ from, to }) => {
      const kind: Kind = dice.chance(0.65) ? 'v4' : 'v6';
      const passing = engine.passing(from, to, kind);
      const packets = Array.from({ length: 40 }, () => space.packet(dice, from, to, kind));
      return packets.flatMap((packet) => (packet ? [passing(packet)] : []));
    });
  });
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Whatever the world, `vary` leaves what passes as it was. */
function expectSame(vary: (world: World, dice: Dice) => World): void {
  fc.assert(
    fc.property(seeds, (seed) => {
      const world = randomWorld(seed);
      const varied = vary(world, new Dice(seed));
      expect(passingIn(varied, world, seed)).toEqual(passingIn(world, world, seed));
    }),
    RUNS,
  );
}

function everyEntry(world: World, of: (entry: Entry) => readonly Entry[]): World {
  return { ...world, acls: world.acls.map((acl) => ({ ...acl, entries: acl.entries.flatMap(of) })) };
}

function everyRule(world: World, of: (rule: Rule) => readonly Rule[]): World {
  return { ...world, groups: world.groups.map((group) => ({ ...group, rules: group.rules.flatMap(of) })) };
}

/** Both halves in place of a block. */
function halves(world: World): World {
  const numbered = everyEntry(world, (entry) => [{ ...entry, number: sure(entry.number) * 2 }]);
  const entries = everyEntry(numbered, (entry) =>
    halvesOf(sure(entry.block)).map((block, place) => ({ ...entry, block, number: sure(entry.number) + place })),
  );
  return everyRule(entries, (rule) => {
    const { peer } = rule;
    return 'block' in peer ? halvesOf(sure(peer.block)).map((block) => ({ ...rule, peer: { block } })) : [rule];
  });
}

describe('what passes stays the same', () => {
  test('where entries are renumbered in their order', () => {
    expectSame((world) => everyEntry(world, (entry) => [{ ...entry, number: 1000 + sure(entry.number) * 7 }]));
  });

  test('where blocks of entries and rules are split into halves', () => {
    expectSame(halves);
  });

  test('where resources, rules and routes stand in another order', () => {
    expectSame((world, dice) => {
      const shuffled = <T>(all: readonly T[]): readonly T[] => dice.shuffled(all);
      return {
        ...world,
        subnets: shuffled(world.subnets),
        groups: shuffled(world.groups).map((group) => ({ ...group, rules: shuffled(group.rules) })),
        acls: shuffled(world.acls).map((acl) => ({ ...acl, entries: shuffled(acl.entries) })),
        tables: shuffled(world.tables).map((table) => ({ ...table, routes: shuffled(table.routes) })),
        attachments: shuffled(world.attachments),
        transitTables: shuffled(world.transitTables).map((table) => ({ ...table, routes: shuffled(table.routes) })),
        endpoints: shuffled(world.endpoints),
        peerings: shuffled(world.peerings),
      };
    });
  });

  test('where both sides of a peering change places', () => {
    expectSame((world) => ({
      ...world,
      peerings: world.peerings.map((each) => ({ ...each, requester: each.accepter, accepter: each.requester })),
    }));
  });

  test('where tables, ACLs and gateways are called otherwise', () => {
    const other = (name: string): string => `other-${name}`;
    fc.assert(
      fc.property(seeds, (seed) => {
        const world = randomWorld(seed);
        const renamed: World = {
          ...world,
          tables: world.tables.map((table) => ({
            ...table,
            name: other(table.name),
            routes: table.routes.map((route) =>
              ['igw', 'nat'].includes(route.target.to)
                ? { ...route, target: { ...route.target, name: other(route.target.name) } }
                : route,
            ),
          })),
          acls: world.acls.map((acl) => ({ ...acl, name: other(acl.name) })),
          subnets: world.subnets.map((subnet) => ({
            ...subnet,
            table: subnet.table === null ? null : other(sure(subnet.table) ?? ''),
            acl: subnet.acl === null ? null : other(sure(subnet.acl) ?? ''),
          })),
          internetGateways: world.internetGateways.map(({ name, vpc, edgeTable }) => ({
            name: other(name),
            vpc,
            ...(edgeTable === undefined ? {} : { edgeTable: other(edgeTable) }),
          })),
          nats: world.nats.map((nat) => ({ ...nat, name: other(nat.name) })),
          endpoints: world.endpoints.map((each) => ({ ...each, tables: each.tables.map(other) })),
        };
        expect(passingIn(renamed, world, seed)).toEqual(passingIn(world, world, seed));
      }),
      RUNS,
    );
  });

  test('whichever of the forms tells all of it: synthesised in three styles, a plan, three states', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const world = randomWorld(seed);
        const exact = RENDERINGS.filter((rendering) => rendering.exact);
        // Whether a peering is accepted a state tells, and no document before it.
        const known = { ...world, peerings: world.peerings.filter(({ active }) => active) };
        const used: World = {
          ...known,
          tables: known.tables.map((table) => ({
            ...table,
            routes: table.routes.filter(
              ({ target }) => target.to !== 'peering' || known.peerings.some(({ name }) => name === target.name),
            ),
          })),
        };
        const [first, ...others] = exact.map((rendering) => passingIn(used, used, seed, rendering));
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 10 },
    );
  });
});

/** Whatever the world, `vary` only lets more work, or fewer. */
function expectOnly(grows: 'more' | 'fewer', vary: (world: World, dice: Dice) => World): void {
  fc.assert(
    fc.property(seeds, (seed) => {
      const world = randomWorld(seed);
      const before = passingIn(world, world, seed);
      const after = passingIn(vary(world, new Dice(seed)), world, seed);
      const [less, more] = grows === 'more' ? [before, after] : [after, before];
      const implied = (few: boolean | undefined, many: boolean | undefined): boolean => few !== true || many === true;
      const wrong = less.filter(
        ({ strict, lenient }, place) =>
          !implied(strict.works, more[place]?.strict.works) || !implied(lenient.works, more[place]?.lenient.works),
      );
      expect(wrong).toEqual([]);
    }),
    RUNS,
  );
}

describe('what works only', () => {
  test('shrinks where an entry that denies is added', () => {
    expectOnly('fewer', (world, dice) => ({
      ...world,
      acls: world.acls.map((acl) => {
        const deny: Entry = {
          egress: dice.chance(0.5),
          number: dice.pick([0, 50, 200]),
          action: 'deny',
          block: dice.pick(['10.0.0.0/27', '0.0.0.0/0', '203.0.113.0/24', '2600:1f00::/40', '::/0']),
          protocol: dice.pick([-1, 47]),
        };
        return { ...acl, entries: [...acl.entries, deny] };
      }),
    }));
  });

  test('grows where a rule of a group is added', () => {
    expectOnly('more', (world, dice) => ({
      ...world,
      groups: world.groups.map((group) => {
        const block = dice.pick(['10.0.0.0/27', '0.0.0.0/0', '203.0.113.0/24', '2600:1f00::/40', '::/0']);
        const rule: Rule = { egress: dice.chance(0.5), protocol: dice.pick([-1, 47]), peer: { block } };
        return { ...group, rules: [...group.rules, rule] };
      }),
    }));
  });
});

test('what only IPv6 rules and entries say changes nothing in IPv4', () => {
  const isSixth = (block: string | Hole<string>): boolean => spanOf(sure(block)).kind === 'v6';
  const v4Ends = (place: Place): Place => (place.kind === 'interface' ? { ...place, ipv6: false } : place);
  fc.assert(
    fc.property(seeds, (seed) => {
      const world = randomWorld(seed);
      const without = everyRule(
        everyEntry(world, (entry) => (isSixth(entry.block) ? [] : [entry])),
        (rule) => ('block' in rule.peer && isSixth(rule.peer.block) ? [] : [rule]),
      );
      const dice = new Dice(seed);
      const { from, to } = randomEnds(dice, world);
      const space = new Space(world);
      const packets = Array.from({ length: 60 }, () => space.packet(dice, v4Ends(from), v4Ends(to), 'v4'));
      const [before, after] = [world, without].map((each) =>
        inFolder((folder) => {
          const passing = new EngineSide(factsOf(each, FIRST!, folder), each).passing(from, to, 'v4');
          return packets.flatMap((packet) => (packet ? [passing(packet)] : []));
        }),
      );
      expect(after).toEqual(before);
    }),
    RUNS,
  );
});
