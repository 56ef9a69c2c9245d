import { literalAddresses } from '../../../../policies/rules/network/literal-addresses';
import { planOf } from '../shown-universe';

const IN_VPC = { vpc_id: { references: ['aws_vpc.v.id', 'aws_vpc.v'] } };
const PART = { ipv6_cidr_block: { references: ['aws_vpc.v.ipv6_cidr_block', 'aws_vpc.v', 'count.index'] } };

/** What is found of a subnet whose block is a part of that of its VPC, in a plan. */
function found(
  vpc: Readonly<Record<string, boolean>>,
  block: 'ipv6_cidr_block' | 'cidr_block' = 'ipv6_cidr_block',
): readonly string[] {
  const universe = planOf({
    resources: [
      { address: 'aws_vpc.v', known: { cidr_block: '10.0.0.0/16', ...vpc }, unknown: { id: true, ipv6_cidr_block: true } },
      { address: 'aws_subnet.s', unknown: { vpc_id: true, [block]: true } },
    ],
    written: { 'aws_vpc.v': {}, 'aws_subnet.s': { ...IN_VPC, [block]: PART.ipv6_cidr_block } },
  });
  return literalAddresses.judge(universe).map(({ verdict, address, problem }) => `${verdict} ${address}: ${problem}`);
}

test('a part of the block that Amazon gives the VPC of a plan can be written down by nobody, and is none of its faults', () => {
  expect(found({ assign_generated_ipv6_cidr_block: true })).toEqual([]);
});

test("a part of a block that comes from elsewhere can, and so can what is a subnet's IPv4 block", () => {
  const problem = "isn't known: known only after apply, from aws_vpc.v.ipv6_cidr_block, count.index";
  expect(found({ assign_generated_ipv6_cidr_block: false })).toEqual([`unknown aws_subnet.s: ipv6_cidr_block ${problem}`]);
  expect(found({ assign_generated_ipv6_cidr_block: true }, 'cidr_block')).toEqual([
    `unknown aws_subnet.s: cidr_block ${problem}`,
  ]);
});
