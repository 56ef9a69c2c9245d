import type { TerraformJson } from './terraform-json';

const VPC = '${aws_vpc.ranged.id}';

/** A VPC with a secondary range. Not the hub's own, since each of its steps waits for ten seconds. */
export const secondRange = {
  vpc: { ranged: { cidr_block: '10.32.0.0/20' } },
  association: { second: { vpc_id: VPC, cidr_block: '10.33.0.0/20' } },
  subnet: {
    second: {
      vpc_id: VPC,
      cidr_block: '10.33.0.0/24',
      availability_zone: 'eu-west-1a',
      depends_on: ['aws_vpc_ipv4_cidr_block_association.second'],
    },
  },
} satisfies Record<string, TerraformJson>;
