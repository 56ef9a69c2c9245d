import { MAIN_REGION } from '../world';
import { shownId } from './ids';
import { type Fields, isFields, isList, type Made, Ref, type Value } from './made';

const PROVIDER = 'registry.terraform.io/hashicorp/aws';
const ACCOUNT = '111111111111';

/** Every id as AWS gave it. */
function told(value: Value, ids: ReadonlyMap<string, string>): unknown {
  if (value instanceof Ref) return ids.get(`${value.address}.${value.attribute}`) ?? shownId(value);
  if (isList(value)) return value.map((each) => told(each, ids));
  return isFields(value) ? toldFields(value, ids) : value;
}

function toldFields(args: Fields, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).map(([name, each]) => [name, told(each, ids)]));
}

/** The default table and ACL are the VPC's, taken over. */
function takenOver(made: readonly Made[]): ReadonlyMap<string, string> {
  const taken = made.flatMap(({ address, args }) => {
    const owner = args.default_route_table_id ?? args.default_network_acl_id;
    return owner instanceof Ref ? [[`${address}.id`, shownId(owner)] as const] : [];
  });
  return new Map(taken);
}

function computed(made: Made, all: readonly Made[], ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const own = (attribute: string): string => shownId(new Ref(made.address, attribute));
  const id = ids.get(`${made.address}.id`) ?? own('id');
  const region = made.alias === undefined ? MAIN_REGION : 'eu-central-1';
  const arn = `arn:aws:ec2:${region}:${ACCOUNT}:${made.type.replace('aws_', '').replaceAll('_', '-')}/${id}`;
  switch (made.type) {
    case 'aws_vpc': {
      const main = all.find(({ type, args }) => type === 'aws_main_route_table_association' && refersTo(args.vpc_id, made));
      return {
        id,
        arn: `arn:aws:ec2:${region}:${ACCOUNT}:vpc/${id}`,
        owner_id: ACCOUNT,
        default_network_acl_id: own('default_network_acl_id'),
        default_route_table_id: own('default_route_table_id'),
        default_security_group_id: own('default_security_group_id'),
        main_route_table_id: main ? told(main.args.route_table_id ?? null, ids) : own('default_route_table_id'),
        ipv6_cidr_block: '',
      };
    }
    case 'aws_vpc_endpoint':
      return { id, arn, prefix_list_id: own('prefix_list_id'), state: 'available' };
    case 'aws_vpn_connection':
      return { id, arn, transit_gateway_attachment_id: own('transit_gateway_attachment_id') };
    case 'aws_vpc_peering_connection': {
      const accepted =
        made.args.auto_accept === true || all.some(({ type, name }) => type.endsWith('_accepter') && name === made.name);
      return { id, accept_status: accepted ? 'active' : 'pending-acceptance' };
    }
    default:
      return { id, arn };
  }
}

function refersTo(value: Value | undefined, made: Made): boolean {
  return value instanceof Ref && value.address === made.address;
}

/** `terraform show -json` of the state when all of it is made. */
export function stateText(made: readonly Made[]): string {
  const ids = takenOver(made);
  const resources = made.map((each) => {
    const { address, mode, type, name, args } = each;
    const values = { ...toldFields(args, ids), ...computed(each, made, ids) };
    return { address, mode, type, name, provider_name: PROVIDER, schema_version: 0, values, sensitive_values: {} };
  });
  return JSON.stringify({ format_version: '1.0', terraform_version: '1.13.4', values: { root_module: { resources } } });
}
