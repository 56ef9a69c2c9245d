import { Cidr } from '../../../../modules/core/cidr';
import type { Host, NetworkFacts, Range, Traffic } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import type { End, Query } from '../../../../policies/reachability/query';

import { STACK } from './terraform';

/**
 * An end as cases write it: `internet`; a block, for addresses outside; `subnet:web`, for its routes and ACL alone;
 * `web`, a host's name without its type; `alb@web_b`, that host's interface in one of its subnets; `s3`, where the network
 * has an endpoint for it.
 */
export function endOf(facts: NetworkFacts, text: string): End {
  if (text === 'internet') return { kind: 'internet' };
  if (text.includes('/')) return { kind: 'outside', name: text, block: { kind: 'literal', cidr: Cidr.parse(text) } };
  if (text.startsWith('subnet:')) return subnetEnd(facts, text, `${STACK}:aws_subnet.${text.slice('subnet:'.length)}`);
  const endpoint = facts.gatewayEndpoints.get(`${STACK}:aws_vpc_endpoint.${text}`);
  if (endpoint !== undefined) return { kind: 'service', name: text, list: endpoint.list.key };
  return hostEnd(facts, text);
}

function subnetEnd(facts: NetworkFacts, name: string, subnet: string): End {
  const found = facts.subnets.get(subnet);
  if (found === undefined) throw new Error(`the case has no ${name}`);
  const { mapsPublicIpv4, ipv6 } = found;
  return { kind: 'interface', name, subnet, groups: 'open', publicIpv4: flag(mapsPublicIpv4), ipv6: ipv6 !== undefined };
}

function flag(value: boolean | Unknown): boolean | 'unknown' {
  return value instanceof Unknown ? 'unknown' : value;
}

function certain(kind: string, { choices, open }: { readonly choices: readonly string[]; readonly open?: Unknown }): string {
  const [only] = choices;
  if (only === undefined || choices.length > 1 || open !== undefined) throw new Error(`the ${kind} isn't certain`);
  return only;
}

function hostEnd(facts: NetworkFacts, text: string): End {
  const [name = '', subnetName] = text.split('@');
  const host = [...facts.hosts.values()].find(({ key, subnets }) => {
    // A launch template is called like what it launches, and stands nowhere.
    return key.split('.').at(-1) === name && (subnets instanceof Unknown || subnets.length > 0);
  });
  if (host === undefined) throw new Error(`the case has no host ${name}`);
  if (host.subnets instanceof Unknown) throw new Error(`the subnets of ${name} aren't known: ${host.subnets.why}`);
  const subnets = host.subnets.map((one) => certain(`subnet of ${name}`, one));
  const subnet = subnetName === undefined ? subnets[0] : subnets.find((key) => key === `${STACK}:aws_subnet.${subnetName}`);
  if (subnet === undefined) throw new Error(`${name} has no such subnet: ${text}`);
  return {
    kind: 'interface',
    name,
    subnet,
    groups: groupsOf(host),
    ...(host.addresses === undefined ? {} : { addresses: host.addresses }),
    publicIpv4: flag(host.publicIpv4),
    ipv6: flag(host.ipv6),
  };
}

function groupsOf({ groups }: Host): readonly string[] | 'open' | 'unknown' {
  if (groups === 'none') return 'open';
  if (groups instanceof Unknown) return 'unknown';
  const sure = groups.flatMap(({ choices, open }) => (choices.length === 1 && open === undefined ? choices : []));
  return sure.length === groups.length ? sure : 'unknown';
}

function rangeOf(text: string): Range {
  const [from = '', to = from] = text.split('-');
  return { from: Number(from), to: Number(to) };
}

const PROTOCOLS: Readonly<Record<string, 1 | 6 | 17 | 58>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 };

/** `tcp/443`, `udp/1-1024`, `icmp/3/4`, `icmp`, `all`, `proto/50`. */
export function trafficOf(text: string): Traffic {
  const [name = '', first, second] = text.split('/');
  if (name === 'all') return { protocol: 'all' };
  const protocol = PROTOCOLS[name];
  if (protocol === undefined) return { protocol: 'other', number: Number(first) };
  if (protocol === 6 || protocol === 17) return { protocol, ports: rangeOf(first ?? '0-65535') };
  return {
    protocol,
    ...(first === undefined ? {} : { type: Number(first) }),
    ...(second === undefined ? {} : { code: Number(second) }),
  };
}

/** The question that a case asks. */
export function queryOf(facts: NetworkFacts, ask: string): Query {
  const match = /^(\S+) -> (\S+) (\S+)(?: from (\d+-\d+))?( v6)?$/.exec(ask);
  if (match === null) throw new Error(`no question: ${ask}`);
  const [, from = '', to = '', what = '', clients, v6] = match;
  return {
    from: endOf(facts, from),
    to: endOf(facts, to),
    family: v6 === undefined ? 'v4' : 'v6',
    traffic: trafficOf(what),
    ...(clients === undefined ? {} : { clientPorts: rangeOf(clients) }),
  };
}
