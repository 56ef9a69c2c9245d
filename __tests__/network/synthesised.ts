import type { Body, Resources } from '../test-stack';

function nameIn(reference: unknown): string {
  const name = /\.([\w-]+)\.(?:id|prefix_list_id|insecure_value)\}$/.exec(String(reference))?.[1] ?? String(reference);
  return name.replace(/^[^_]+_/, '');
}

/** Numbers and texts as they stand. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function range(from: unknown, to: unknown): string {
  return from === undefined ? 'all' : from === to ? text(from) : `${text(from)}-${text(to)}`;
}

function aclLine(body: Body): string {
  const peer = String(body.cidr_block ?? body.ipv6_cidr_block).replace(
    /\$\{cidrsubnet\([\w.-]+, (\d+), (\d+)\)\}/,
    'amazon/$1#$2',
  );
  const ports =
    body.icmp_type === undefined
      ? range(body.from_port, body.to_port)
      : `type ${text(body.icmp_type)} code ${text(body.icmp_code)}`;
  return `acl ${nameIn(body.network_acl_id)} ${body.egress === true ? 'out' : 'in '} ${peer} protocol ${String(body.protocol)} ${ports}`;
}

function ruleLine(body: Body, direction: 'in ' | 'out'): string {
  const group =
    body.referenced_security_group_id === undefined ? undefined : `group ${nameIn(body.referenced_security_group_id)}`;
  const list = body.prefix_list_id === undefined ? undefined : `list ${nameIn(body.prefix_list_id)}`;
  const peer = group ?? list ?? String(body.cidr_ipv4 ?? body.cidr_ipv6);
  return `group ${nameIn(body.security_group_id)} ${direction} ${peer} ${String(body.ip_protocol)} ${range(body.from_port, body.to_port)}`;
}

function routeLine(body: Body): string {
  const way = Object.entries(body).find(([key]) =>
    /^(gateway|nat_gateway|egress_only_gateway|transit_gateway|vpc_peering_connection)_id$/.test(key),
  );
  const to = String(body.destination_cidr_block ?? body.destination_ipv6_cidr_block);
  return `route ${nameIn(body.route_table_id)} ${to} by ${way?.[0].replace(/_id$/, '') ?? 'nothing'}`;
}

/** Every filter and route in one line each, sorted: what a person would check by hand. */
export function filterLines({ resource }: { readonly resource: Resources }): string[] {
  const bodies = (type: string): Body[] => Object.values(resource[type] ?? {});
  return [
    ...bodies('aws_network_acl_rule').map(aclLine),
    ...bodies('aws_vpc_security_group_ingress_rule').map((body) => ruleLine(body, 'in ')),
    ...bodies('aws_vpc_security_group_egress_rule').map((body) => ruleLine(body, 'out')),
    ...bodies('aws_route').map(routeLine),
    ...bodies('aws_vpc_endpoint_route_table_association').map(
      (body) => `route ${nameIn(body.route_table_id)} to ${nameIn(body.vpc_endpoint_id)}`,
    ),
  ].sort();
}
