/** Arguments that name resources without saying so by `_id` or `_arn`. */
const OTHER_ARGUMENTS: Readonly<Record<string, string>> = {
  subnets: 'subnet',
  security_groups: 'security_group',
  vpc_zone_identifier: 'subnet',
  cluster: 'cluster',
  instance: 'instance',
  task_definition: 'task_definition',
  db_subnet_group_name: 'db_subnet_group',
  subnet_group_name: 'subnet_group',
  cluster_subnet_group_name: 'redshift_subnet_group',
};
const LISTS: readonly string[] = ['subnets', 'security_groups', 'vpc_zone_identifier'];

/** Arguments of single types, by how these begin, that name a resource by its name, URL or ARN without saying so. */
const ARGUMENTS_OF_TYPES: readonly (readonly [type: string, names: readonly string[], noun: string])[] = [
  ['aws_s3_bucket_', ['bucket'], 's3_bucket'],
  ['aws_iam_role', ['permissions_boundary'], 'iam_policy'],
  ['aws_iam_user', ['permissions_boundary'], 'iam_policy'],
  ['aws_iam_role_', ['role', 'role_name'], 'iam_role'],
  ['aws_iam_instance_profile', ['role'], 'iam_role'],
  ['aws_iam_user_', ['user', 'user_name'], 'iam_user'],
  ['aws_iam_access_key', ['user'], 'iam_user'],
  ['aws_iam_group_', ['group', 'group_name'], 'iam_group'],
  ['aws_sqs_queue_', ['queue_url'], 'sqs_queue'],
  ['aws_sns_topic_', ['arn'], 'sns_topic'],
  ['aws_kms_grant', ['grantee_principal'], 'iam_role'],
  ['aws_rds_cluster_', ['cluster_identifier', 'db_cluster_identifier'], 'rds_cluster'],
  ['aws_docdb_cluster_', ['cluster_identifier'], 'docdb_cluster'],
  ['aws_neptune_cluster_', ['cluster_identifier'], 'neptune_cluster'],
];

/** Attributes that are a resource's id by another name, whoever makes them up: by `name_prefix` the provider does. */
const OTHER_IDS: Readonly<Record<string, string>> = {
  aws_db_subnet_group: 'name',
  aws_iam_group: 'name',
  aws_iam_role: 'name',
  aws_iam_user: 'name',
  aws_s3_bucket: 'bucket',
  aws_sqs_queue: 'url',
};

/** Types that arguments call otherwise. */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  egress_only_internet_gateway: 'egress_only_gateway',
  transit_gateway_vpc_attachment: 'transit_gateway_attachment',
  transit_gateway_peering_attachment: 'transit_gateway_attachment',
  transit_gateway_connect: 'transit_gateway_attachment',
};

/** Resources that go by the id of what they accept or belong to, and the argument that names it. */
export const ACCEPTERS: Readonly<Record<string, string>> = {
  aws_vpc_peering_connection_accepter: 'vpc_peering_connection_id',
  aws_ec2_transit_gateway_vpc_attachment_accepter: 'transit_gateway_attachment_id',
  aws_ec2_transit_gateway_peering_attachment_accepter: 'transit_gateway_attachment_id',
  aws_s3_bucket_ownership_controls: 'bucket',
  aws_s3_bucket_policy: 'bucket',
  aws_s3_bucket_public_access_block: 'bucket',
};

const SUFFIX = /_(id|arn)s?$/;

/**
 * What an argument that holds an id calls the resource that it names: `source_security_group` for
 * `source_security_group_id`, the block's name for `id` and `name` inside a block. `undefined`: it holds no id.
 */
export function nounOf(argument: string, block?: string, type?: string): string | undefined {
  const own = ARGUMENTS_OF_TYPES.find(([beginning, names]) => type?.startsWith(beginning) === true && names.includes(argument));
  if (block === undefined && own !== undefined) return own[2];
  if (Object.hasOwn(OTHER_ARGUMENTS, argument)) return OTHER_ARGUMENTS[argument];
  if (['id', 'arn', 'name'].includes(argument)) return block;
  return SUFFIX.test(argument) ? argument.replace(SUFFIX, '') : undefined;
}

/** Whether the argument holds ids or ARNs, not names. */
export function holdsIds(argument: string): boolean {
  return SUFFIX.test(argument) || LISTS.includes(argument);
}

/** Whether the argument holds several. */
export function isPlural(argument: string): boolean {
  return LISTS.includes(argument) || /_(id|arn)s$/.test(argument);
}

/** Whether an attribute tells which resource it is itself. */
export function isOwnId(type: string, attribute: string): boolean {
  return attribute === 'id' || attribute === 'arn' || attribute === OTHER_IDS[type];
}

/** What an attribute of a resource names: the resource itself by `id`, another by `vpc_id`. `undefined`: no id. */
export function nounOfAttribute(type: string, attribute: string): string | undefined {
  if (!isOwnId(type, attribute)) return nounOf(attribute);
  const instead = ACCEPTERS[type];
  if (instead !== undefined) return nounOf(instead, undefined, type);
  const noun = type.replace(/^aws_(ec2_)?/, '');
  return OTHER_TYPES[noun] ?? noun;
}

/**
 * How well a resource called `offered` fits an argument that asks for `wanted`: the letters that they have in common,
 * 0 where neither name ends with the other. A `nat_gateway` fits `gateway_id` too, but `nat_gateway_id` better.
 */
export function fitOf(wanted: string, offered: string): number {
  const fits = wanted === offered || wanted.endsWith(`_${offered}`) || offered.endsWith(`_${wanted}`);
  return fits ? Math.min(wanted.length, offered.length) : 0;
}

/** Whether something is called by what it turns on or off, and not by an id. */
export function isSwitch(name: string): boolean {
  return !holdsIds(name) && /^(attach|create|enable|has|is|manage)_|^(create|enabled?)$/.test(name);
}
