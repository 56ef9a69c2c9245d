import fc from 'fast-check';

import { ACTIONS, type Difference } from '../../../policies/difference';
import { differenceOf, written } from './differences';

const NAMES = ['a', 'b', 'c'] as const;
const reference = fc.constantFrom(...NAMES).map((name) => `\${aws_vpc.${name}.id}`);
const vpc = fc.record({ cidr_block: fc.constantFrom('10.0.0.0/16', '10.1.0.0/16') }, { requiredKeys: ['cidr_block'] });
const tagged = fc.record(
  { tags: fc.dictionary(fc.constantFrom('Name', 'owner'), fc.string({ maxLength: 3 })) },
  { requiredKeys: [] },
);
const subnet = fc.record({ vpc_id: reference, map_public_ip_on_launch: fc.boolean(), cidr_block: fc.string({ maxLength: 3 }) });
const strange = fc.record({ x: fc.constantFrom('1', '${var.y}'), list: fc.array(fc.integer({ max: 3 }), { maxLength: 2 }) });

const document = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.tuple(vpc, tagged).map((parts) => Object.assign({}, ...parts) as object),
    ),
    fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.tuple(subnet, tagged).map((parts) => Object.assign({}, ...parts) as object),
    ),
    fc.dictionary(fc.constantFrom(...NAMES), strange),
  )
  .map(([vpcs, subnets, others]) => {
    const named = (type: string, all: Readonly<Record<string, object>>): (readonly [string, object])[] =>
      Object.entries(all).map(([name, body]) => [`${type}.${name}`, body] as const);
    return written(
      Object.fromEntries([...named('aws_vpc', vpcs), ...named('aws_subnet', subnets), ...named('other_thing', others)]),
    );
  });

function addressesOf({ changes }: Difference, ...actions: string[]): string[] {
  return changes
    .filter(({ action }) => actions.includes(action))
    .map(({ address }) => address)
    .sort();
}

describe('a difference of two documents', () => {
  it('is empty between a document and itself', () => {
    fc.assert(
      fc.property(document, (one) => {
        expect(differenceOf(one, one).changes).toEqual([]);
      }),
    );
  });

  it('counts every change once', () => {
    fc.assert(
      fc.property(document, document, (one, other) => {
        const { changes, counts } = differenceOf(one, other);
        const addresses = new Set(changes.map(({ address }) => address));

        expect(ACTIONS.reduce((sum, action) => sum + counts[action], 0)).toBe(changes.length);
        expect(addresses.size).toBe(changes.length);
      }),
    );
  });

  it('is mirrored by the difference the other way round: what is added there is removed here, what differs differs', () => {
    fc.assert(
      fc.property(document, document, (one, other) => {
        const [there, back] = [differenceOf(one, other), differenceOf(other, one)];

        expect(addressesOf(back, 'added')).toEqual(addressesOf(there, 'removed'));
        expect(addressesOf(back, 'removed')).toEqual(addressesOf(there, 'added'));
      }),
    );
  });

  it('begins with what is lost, and has what guards before the rest', () => {
    fc.assert(
      fc.property(document, document, (one, other) => {
        const ranks = differenceOf(one, other).changes.map(({ rank }) => ['loss', 'security', 'rest'].indexOf(rank));

        expect(ranks).toEqual([...ranks].sort());
      }),
    );
  });
});
