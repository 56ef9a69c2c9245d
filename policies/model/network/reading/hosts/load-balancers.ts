import { Unknown } from '../../../term';
import type { Host } from '../../hosts';
import type { Known } from '../../known';
import type { Section } from '../section';
import type { Interfaces } from './interfaces';

/** Address types with IPv6, and whether they keep public IPv4. */
const ADDRESS_TYPES: Readonly<Record<string, { readonly ipv6: boolean; readonly publicIpv4: boolean }>> = {
  ipv4: { ipv6: false, publicIpv4: true },
  dualstack: { ipv6: true, publicIpv4: true },
  'dualstack-without-public-ipv4': { ipv6: true, publicIpv4: false },
};

function subnetsOf(section: Section, interfaces: Interfaces): Host['subnets'] {
  if (section.has('subnets')) return interfaces.listed(section, 'subnets');
  const { items, rest } = section.sections('subnet_mapping');
  const named = items.flatMap((mapping) => mapping.findNamed('subnet_id') ?? []);
  return rest ?? named.map((one) => interfaces.subnets.known(one));
}

/** A network or gateway load balancer made without groups has none, and never gets one. */
function groupsOf(section: Section, interfaces: Interfaces, subnets: Host['subnets']): Host['groups'] {
  const type = section.text('load_balancer_type', 'application');
  const { items, rest } = section.list('security_groups');
  if (items.length > 0 || rest !== undefined || type === 'application') {
    return interfaces.groups(section, 'security_groups', subnets);
  }
  return type instanceof Unknown ? type : 'none';
}

function not(flag: Known<boolean>): Known<boolean> {
  return flag instanceof Unknown ? flag : !flag;
}

/** Load balancers of every kind: an interface in each of their subnets. */
export function loadBalancers(interfaces: Interfaces): readonly Host[] {
  const { sources } = interfaces;
  const modern = sources.of('aws_lb', 'aws_alb').map((section): Host => {
    const { origin } = section;
    const subnets = subnetsOf(section, interfaces);
    const text = section.text('ip_address_type', 'ipv4');
    const type = text instanceof Unknown ? undefined : ADDRESS_TYPES[text];
    const odd = text instanceof Unknown ? text : new Unknown(`${text} is no type of addresses`);
    const facing = not(section.flag('internal', section.find('load_balancer_type') === 'gateway'));
    return {
      key: origin.key,
      kind: 'load-balancer',
      origin,
      subnets,
      groups: groupsOf(section, interfaces, subnets),
      publicIpv4: facing === true && type?.publicIpv4 !== true ? (type?.publicIpv4 ?? odd) : facing,
      ipv6: type?.ipv6 ?? odd,
    };
  });
  const classic = sources.of('aws_elb').map((section): Host => {
    const { origin } = section;
    const subnets = interfaces.listed(section, 'subnets');
    const groups = interfaces.groups(section, 'security_groups', subnets);
    const publicIpv4 = not(section.flag('internal', false));
    return { key: origin.key, kind: 'load-balancer', origin, subnets, groups, publicIpv4, ipv6: false };
  });
  return [...modern, ...classic];
}
