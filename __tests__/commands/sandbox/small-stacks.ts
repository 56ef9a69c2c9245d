import { terraformJson, type TerraformJson } from '../../emulator/estate/terraform-json';

const parameter = (name: string, value: string): TerraformJson => ({
  aws_ssm_parameter: { [name]: { name: `/${name}`, type: 'String', value } },
});

/** Two accounts: a network whose parameter a workload reads from the other account. */
export const smallStacks: Readonly<Record<string, TerraformJson>> = {
  'network-eu-west-1-network': terraformJson(
    { name: 'network-eu-west-1-network', account: '222222222222' },
    { resource: { aws_vpc: { this: { cidr_block: '10.0.0.0/20' } }, ...parameter('vpc', '${aws_vpc.this.id}') } },
  ),
  'dev-eu-west-1-network': terraformJson(
    { name: 'dev-eu-west-1-network', account: '333333333333', siblings: { network: '222222222222' } },
    {
      data: { aws_ssm_parameter: { vpc: { provider: 'aws.network', name: '/vpc' } } },
      resource: parameter('seen', '${nonsensitive(data.aws_ssm_parameter.vpc.value)}'),
    },
  ),
};

/** The order in which they must be applied. */
export const smallWaves = [['network-eu-west-1-network'], ['dev-eu-west-1-network']];

/** A stack that AWS refuses: its VPC does not exist. */
export const refusedStack = terraformJson(
  { name: 'refused', account: '222222222222' },
  { resource: { aws_subnet: { lost: { vpc_id: 'vpc-00000000', cidr_block: '10.0.0.0/24' } } } },
);

const restless = terraformJson(
  { name: 'restless', account: '222222222222' },
  { resource: parameter('restless', '${timestamp()}') },
);

/** A stack whose every plan would change it, since a timestamp is new each time; its state belongs into a bucket. */
export const restlessStack: TerraformJson = {
  ...restless,
  terraform: { ...(restless.terraform as object), backend: { s3: { bucket: 'states', key: 'restless.tfstate' } } },
};
