import fc from 'fast-check';

import { type Claim, pigeonhole, type Taken } from '../../../../../policies/model/network/reading/pigeonhole';

/** Every way to give each claim one of its owners such that no owner takes a slot twice: what AWS accepts. */
function acceptedBy(claims: readonly Claim<number>[]): ReadonlyMap<string, number>[] {
  let ways: ReadonlyMap<string, number>[] = [new Map()];
  for (const { owners, slot, item } of claims) {
    ways = ways.flatMap((way) =>
      [...new Set(owners)].flatMap((owner) =>
        way.has(`${owner} ${slot}`) ? [] : [new Map([...way, [`${owner} ${slot}`, item]])],
      ),
    );
  }
  return ways;
}

function isTrue({ owner, slot, holders }: Taken<number>, ways: readonly ReadonlyMap<string, number>[]): boolean {
  return ways.every((way) => holders.includes(way.get(`${owner} ${slot}`) ?? -1));
}

const SUBNETS = ['subnet.a', 'subnet.b', 'subnet.c'];

function claimsOf(...owners: readonly (readonly string[])[]): Claim<number>[] {
  return owners.map((each, item) => ({ item, owners: each, slot: 'table' }));
}

test('three associations with the same three subnets: each subnet has exactly one of the three', () => {
  expect(pigeonhole(claimsOf(SUBNETS, SUBNETS, SUBNETS))).toEqual(
    SUBNETS.map((owner) => ({ owner, slot: 'table', holders: [0, 1, 2] })),
  );
});

test('two associations with the same three subnets: one subnet has none, and nobody knows which', () => {
  expect(pigeonhole(claimsOf(SUBNETS, SUBNETS))).toEqual([]);
});

test('four associations with the same three subnets: AWS refuses, so nothing is deduced', () => {
  expect(pigeonhole(claimsOf(SUBNETS, SUBNETS, SUBNETS, SUBNETS))).toEqual([]);
});

test('two routes to different destinations are no two claims to one slot', () => {
  const claims = ['0.0.0.0/0', '10.0.0.0/8'].map((slot, item) => ({ item, owners: ['table.a', 'table.b'], slot }));
  expect(pigeonhole(claims)).toEqual([]);
});

test('owners in another order, or named twice, are the same owners', () => {
  expect(pigeonhole(claimsOf(['b', 'a', 'b'], ['a', 'b']))).toEqual(
    ['a', 'b'].map((owner) => ({ owner, slot: 'table', holders: [0, 1] })),
  );
});

test('what is deduced holds in every assignment that AWS accepts', () => {
  const claim = fc.record({
    owners: fc.oneof(fc.constantFrom(SUBNETS, SUBNETS.slice(0, 2)), fc.subarray(SUBNETS, { minLength: 1 })),
    slot: fc.constantFrom('one', 'two'),
  });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 6 }), (given) => {
      const claims = given.map((each, item) => ({ ...each, item }));
      const ways = acceptedBy(claims);
      const untrue = pigeonhole(claims).filter((taken) => !isTrue(taken, ways));
      expect(untrue).toEqual([]);
    }),
  );
});

test('of n claims to the same n owners it misses nothing that every accepted assignment has', () => {
  fc.assert(
    fc.property(fc.subarray(SUBNETS, { minLength: 1 }), fc.integer({ min: 1, max: 4 }), (owners, count) => {
      const claims = Array.from({ length: count }, (_, item) => ({ item, owners, slot: 'one' }));
      const ways = acceptedBy(claims);
      const sure = owners.filter((owner) => ways.length > 0 && ways.every((way) => way.has(`${owner} one`)));
      expect(pigeonhole(claims).map(({ owner }) => owner)).toEqual([...sure].sort());
    }),
  );
});
