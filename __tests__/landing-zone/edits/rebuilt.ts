import type { Synthesised } from './synthesis';

/** Attributes that the provider can't change in place, as far as they are literals here. */
const IDENTITY = [
  'availability_zone',
  'availability_zone_id',
  'cidr_block',
  'description',
  'destination_cidr_block',
  'destination_ipv6_cidr_block',
  'domain',
  'egress',
  'from_port',
  'icmp_code',
  'icmp_type',
  'log_destination_type',
  'name',
  'peer_owner_id',
  'protocol',
  'rule_action',
  'rule_number',
  'service_name',
  'to_port',
  'traffic_type',
  'vpc_endpoint_type',
] as const;

/** Those whose description, unlike that of others, changes in place. */
const REWORDED = /^aws_(vpc_security_group_(in|e)gress_rule|ssm_parameter)\./;

function follow(moves: ReadonlyMap<string, string>, address: string): string {
  const next = moves.get(address);
  return next === undefined ? address : follow(moves, next);
}

function identityOf(address: string, body: Readonly<Record<string, unknown>>): string {
  const keys = IDENTITY.filter((key) => key !== 'description' || !REWORDED.test(address));
  return JSON.stringify(keys.map((key) => body[key]));
}

/**
 * What Terraform would make anew though it lives on: an address whose identity changed, or a resource that vanished
 * while its equal appeared at another address.
 */
export function rebuilt(before: Synthesised | undefined, after: Synthesised): string[] {
  if (before === undefined) return [];
  const moved = (address: string): string => follow(after.moves, address);
  const text = (body: object): string => JSON.stringify(body).replaceAll(/\baws_\w+\.[\w-]+/g, moved);
  const now = new Map([...before.resources].map(([address, body]) => [moved(address), body]));
  const appeared = [...after.resources].filter(([address]) => !now.has(address));
  const newcomers = new Map(appeared.map(([address, body]) => [`${address.split('.')[0]!} ${text(body)}`, address]));
  return [...now].flatMap(([address, body]) => {
    const heir = after.resources.get(address);
    if (heir === undefined) {
      const equal = newcomers.get(`${address.split('.')[0]!} ${text(body)}`);
      return equal === undefined ? [] : [`${address} became ${equal}`];
    }
    const [was, is] = [identityOf(address, body), identityOf(address, heir)];
    return was === is ? [] : [`${address} changed from ${was} to ${is}`];
  });
}
