import fc from 'fast-check';

import { Cidr } from '../../../../../modules/core/cidr';
import { blockDifference } from '../../../../../policies/reachability/ask/places/block-difference';
import { instance, peering, subnet, together, vpc } from '../../cases/terraform';
import { linesOf, stackOf, stacksOf } from '../documents';

const { places } = stackOf(
  together(
    vpc('main', '10.0.0.0/16', { assign_generated_ipv6_cidr_block: true }),
    subnet('a', 'main', '10.0.1.0/24'),
    subnet('b', 'main', '10.0.2.0/24'),
    instance('app', 'a', [], { private_ip: '10.0.1.10' }),
  ),
);
const spots = (text: string): string[] => linesOf(places.of(text));
const NOT_STATED = (text: string): string =>
  `nothing in the documents states ${text}: routes and ACLs alone are judged there, no group`;

describe('an address is', () => {
  it.each([
    ['10.0.1.10', ['subnet.a with vpc.main.default_security_group_id, at 10.0.1.10/32'], []],
    ['10.0.1.11', ['subnet.a with open, at 10.0.1.11/32'], [NOT_STATED('10.0.1.11')]],
    ['10.0.1.4', ['subnet.a with open, at 10.0.1.4/32'], [NOT_STATED('10.0.1.4')]],
    ['10.0.1.3', ['open: Amazon keeps 10.0.1.3 in subnet.a for itself'], []],
    ['10.0.1.254', ['subnet.a with open, at 10.0.1.254/32'], [NOT_STATED('10.0.1.254')]],
    ['10.0.1.255', ['open: Amazon keeps 10.0.1.255 in subnet.a for itself'], []],
    ['10.0.3.4', ['open: 10.0.3.4 lies in vpc.main, and in none of its subnets that the documents tell'], []],
    ['10.0.1.0/24', ['subnet.a with open'], [NOT_STATED('10.0.1.0/24')]],
    ['10.0.1.128/25', ['subnet.a with open, at 10.0.1.128/25'], [NOT_STATED('10.0.1.128/25')]],
    ['10.0.0.0/16', ['subnet.a with open', 'subnet.b with open'], [NOT_STATED('10.0.0.0/16')]],
    ['10.0.0.0/15', ['subnet.a with open', 'subnet.b with open', 'outside 10.1.0.0/16'], [NOT_STATED('10.0.0.0/15')]],
    ['10.1.0.0/16', ['outside 10.1.0.0/16'], []],
    ['203.0.113.9', ['outside 203.0.113.9/32'], []],
    ['169.254.169.254', ['outside 169.254.169.254/32'], []],
    ['2001:db8::1', ['outside 2001:db8::1/128'], ['2001:db8::1 lies in no block that Amazon gives a VPC']],
    ['fd00:ec2::254', ['outside fd00:ec2::254/128'], []],
  ])('%s', (text, expected, assumed) => {
    expect(spots(text)).toEqual([...expected].sort());
    expect(places.of(text).assumed).toEqual(assumed);
  });

  it('in several VPCs where they share a block', () => {
    const network = together(vpc('main', '10.0.0.0/16'), subnet('a', 'main', '10.0.1.0/24'));
    const { places: shared } = stacksOf({ one: network, two: network });

    expect(linesOf(shared.of('10.0.1.9'))).toEqual([
      'one:aws_subnet.a with open, at 10.0.1.9/32',
      'two:aws_subnet.a with open, at 10.0.1.9/32',
    ]);
  });

  it('maybe in a subnet whose block is not known, and maybe in a VPC whose blocks are not', () => {
    const vague = together(
      vpc('main', '10.0.0.0/16'),
      subnet('a', 'main', '${var.any}'),
      vpc('other', '${var.any}'),
      peering('both', 'main', 'other'),
    );
    const { places: unsure } = stackOf(vague);

    expect(linesOf(unsure.of('10.0.1.9'))).toEqual([
      "open: 10.0.1.9 lies in vpc.main, maybe in subnet.a, whose block isn't known",
    ]);
    expect(linesOf(unsure.of('10.1.0.9'))).toEqual([
      'open: vpc.other may hold 10.1.0.9: it is set from outside: ${var.any}; doubt: whether vpc.other holds 10.1.0.9',
      'outside 10.1.0.9/32',
    ]);
    expect(linesOf(unsure.of('203.0.113.9'))).toEqual(['outside 203.0.113.9/32']);
  });
});

describe('the difference of blocks', () => {
  const block = fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
    .map(([last, prefix]) => Cidr.containing('v4', BigInt(last), prefix));

  it('holds exactly the addresses of the first that lie in none of the others, each once', () => {
    fc.assert(
      fc.property(block, fc.array(block, { maxLength: 4 }), (whole, others) => {
        const parts = blockDifference(whole, others);
        for (let last = 0n; last < 256n; last++) {
          const address = Cidr.containing('v4', last, 32);
          const wanted = whole.covers(address) && !others.some((other) => other.covers(address));
          expect(parts.filter((part) => part.covers(address))).toHaveLength(wanted ? 1 : 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes the fewest blocks: 10.0.0.0/8 without 10.0.0.0/16 are eight', () => {
    expect(blockDifference(Cidr.parse('10.0.0.0/8'), [Cidr.parse('10.0.0.0/16')]).map(String)).toEqual([
      '10.1.0.0/16',
      '10.2.0.0/15',
      '10.4.0.0/14',
      '10.8.0.0/13',
      '10.16.0.0/12',
      '10.32.0.0/11',
      '10.64.0.0/10',
      '10.128.0.0/9',
    ]);
  });
});
