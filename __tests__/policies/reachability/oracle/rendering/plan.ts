import { Hole, MAIN_REGION } from '../world';
import { OTHER } from './author-world';
import { shownId } from './ids';
import { type Fields, isFields, isList, type Made, Ref, type Value } from './made';
import { Holes, interpolated } from './synthesised';

const PROVIDER = 'registry.terraform.io/hashicorp/aws';

/** Sets of plain values: one unknown in them, and all of the set is unknown. So are lists of plain values in the plan. */
function isWhollyUnknown(value: Value): boolean {
  return (
    value instanceof Ref ||
    value instanceof Hole ||
    (isList(value) && value.some((each) => !isFields(each) && isWhollyUnknown(each)))
  );
}

/** What only data sources tell is known when a plan is made. */
function isRead(value: Value): value is Ref {
  return value instanceof Ref && value.address.startsWith('data.');
}

/** The planned value: what isn't known is left out. */
function planned(value: Value): unknown {
  if (isRead(value)) return shownId(value);
  if (isList(value)) return inSetOrder(value).map(planned);
  if (isFields(value)) return plannedFields(value);
  return value;
}

function plannedFields(args: Fields): Record<string, unknown> {
  const known = Object.entries(args).filter(([, each]) => isRead(each) || !isWhollyUnknown(each));
  return Object.fromEntries(known.map(([name, each]) => [name, planned(each)]));
}

/** Blocks are sets: the provider keeps them in the order of their hashes, which isn't their author's. */
function inSetOrder(value: readonly Value[]): readonly Value[] {
  return value.every(isFields) ? [...value].reverse() : value;
}

function unknownIn(value: Value): unknown {
  if (isRead(value)) return false;
  if (isWhollyUnknown(value)) return true;
  if (isList(value)) return inSetOrder(value).map((each) => (isFields(each) ? unknownFields(each) : false));
  return isFields(value) ? unknownFields(value) : false;
}

function unknownFields(args: Fields): Record<string, unknown> {
  const all = Object.entries(args).map(([name, each]) => [name, unknownIn(each)] as const);
  return Object.fromEntries(all.filter(([, unknown]) => unknown !== false));
}

function referencesIn(value: Value, holes: Holes): string[] {
  if (value instanceof Ref) return [`${value.address}.${value.attribute}`, value.address];
  if (value instanceof Hole) return [holes.referenceTo(value), `terraform_data.${holes.nameOf(value)}`];
  if (isList(value)) return value.flatMap((each) => referencesIn(each, holes));
  return isFields(value) ? Object.values(value).flatMap((each) => referencesIn(each, holes)) : [];
}

/** Who wrote the configuration: Terraform shows JSON's texts as they stand beside what they refer to, and HCL's not. */
export type Writer = 'json' | 'hcl';

function expression(value: Value, writer: Writer, holes: Holes): unknown {
  const references = [...new Set(referencesIn(value, holes))];
  if (references.length === 0) return { constant_value: interpolated(value, holes) };
  return writer === 'json' ? { constant_value: interpolated(value, holes), references } : { references };
}

/** Blocks that are blocks for Terraform too, and not attributes written like blocks. */
const BLOCKS: ReadonlySet<string> = new Set(['entry']);

function expressions(args: Fields, writer: Writer, holes: Holes): Record<string, unknown> {
  const written = Object.entries(args).filter(([, each]) => each !== null);
  return Object.fromEntries(
    written.map(([name, each]) => [
      name,
      BLOCKS.has(name) && isList(each)
        ? each.map((block) => (isFields(block) ? expressions(block, writer, holes) : block))
        : expression(each, writer, holes),
    ]),
  );
}

/** What the provider computes, as far as anybody asks. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  aws_vpc: [
    'default_network_acl_id',
    'default_route_table_id',
    'default_security_group_id',
    'main_route_table_id',
    'owner_id',
    'ipv6_cidr_block',
  ],
  aws_route_table: ['route', 'propagating_vgws', 'owner_id'],
  aws_default_route_table: ['route', 'owner_id', 'vpc_id'],
  aws_network_acl: ['ingress', 'egress', 'subnet_ids', 'owner_id'],
  aws_default_network_acl: ['owner_id', 'vpc_id'],
  aws_security_group: ['ingress', 'egress', 'name_prefix', 'owner_id'],
  aws_vpc_endpoint: [
    'cidr_blocks',
    'prefix_list_id',
    'route_table_ids',
    'subnet_ids',
    'security_group_ids',
    'network_interface_ids',
  ],
  aws_vpc_peering_connection: ['accept_status', 'peer_owner_id', 'peer_region'],
  aws_network_interface: ['private_ip', 'ipv6_addresses', 'ipv4_prefixes', 'security_groups'],
  aws_security_group_rule: ['source_security_group_id', 'security_group_rule_id'],
  aws_vpn_connection: ['transit_gateway_attachment_id'],
  aws_ec2_transit_gateway: ['association_default_route_table_id', 'propagation_default_route_table_id'],
  terraform_data: ['output'],
};

function computed({ type, args }: Made): Record<string, unknown> {
  const names = ['id', 'arn', ...(COMPUTED[type] ?? [])].filter((name) => args[name] === undefined);
  return Object.fromEntries(names.map((name) => [name, true]));
}

function place({ address, mode, type, name }: Made): Record<string, unknown> {
  const provider = type === 'terraform_data' ? 'terraform.io/builtin/terraform' : PROVIDER;
  return { address, mode, type, name, provider_name: provider };
}

function change(made: Made): Record<string, unknown> {
  const after_unknown = { ...computed(made), ...unknownFields(made.args) };
  return { ...place(made), change: { actions: ['create'], before: null, after: plannedFields(made.args), after_unknown } };
}

function providerConfig(): Record<string, unknown> {
  const base = { name: 'aws', full_name: PROVIDER };
  return {
    aws: { ...base, expressions: { region: { constant_value: MAIN_REGION } } },
    [`aws.${OTHER}`]: { ...base, alias: OTHER, expressions: { region: { constant_value: 'eu-central-1' } } },
  };
}

/** `terraform show -json` of a plan that makes all of it. */
export function planText(resources: readonly Made[], writer: Writer): string {
  const holes = new Holes();
  const configured = (made: Made): Record<string, unknown> => {
    const { address, mode, type, name, args, alias } = made;
    const key = type === 'terraform_data' ? 'terraform' : alias === undefined ? 'aws' : `aws.${alias}`;
    return {
      address,
      mode,
      type,
      name,
      provider_config_key: key,
      expressions: expressions(args, writer, holes),
      schema_version: 0,
    };
  };
  const own = resources.map(configured);
  const all = [...resources, ...holes.resources];
  const managed = all.filter(({ mode }) => mode === 'managed');
  const read = all.filter(({ mode }) => mode === 'data');
  const values = managed.map((made) => ({
    ...place(made),
    schema_version: 0,
    values: plannedFields(made.args),
    sensitive_values: {},
  }));
  const prior = read.map((made) => ({
    ...place(made),
    schema_version: 0,
    values: { ...plannedFields(made.args), id: shownId(new Ref(made.address, 'id')) },
    sensitive_values: {},
  }));
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.13.4',
    planned_values: { root_module: { resources: values } },
    resource_changes: managed.map(change),
    ...(prior.length > 0 ? { prior_state: { format_version: '1.0', values: { root_module: { resources: prior } } } } : {}),
    configuration: {
      provider_config: providerConfig(),
      root_module: { resources: [...own, ...holes.resources.map(configured)] },
    },
    applyable: true,
    complete: true,
    errored: false,
  });
}
