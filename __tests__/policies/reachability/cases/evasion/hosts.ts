import type { Case } from '../case';
import { database, instance, openGroup, ref, type Resources, service, subnet, together } from '../terraform';
import { street } from './exposed';

const SOURCE = 'evasion: hosts that are public by a detour';
const open = together(street, openGroup('open', 'main'), subnet('yard', 'main', '10.0.1.0/24', { zone: 'b' }));
const SSH = { verdict: 'proven', witness: { protocol: 6, dstPort: 22 } } as const;

/** A public instance in a subnet of a VPC that no document makes. */
function outside(name: string, within: { readonly vpc_id: string; readonly cidr_block: string }): Resources {
  const anywhere = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] };
  return {
    [`aws_subnet.${name}`]: { ...within, availability_zone: 'eu-west-1a' },
    [`aws_security_group.${name}`]: { vpc_id: within.vpc_id, ingress: [anywhere], egress: [anywhere] },
    ...instance(name, name, [name], { associate_public_ip_address: true }),
  };
}

/** What makes a host public, and what only looks as if it did. */
export const publicHosts: readonly Case[] = [
  {
    name: 'a subnet that gives public addresses makes public what does not say no',
    source: SOURCE,
    network: together(
      street,
      openGroup('open', 'main'),
      subnet('mapped', 'main', '10.0.1.0/24', { more: { map_public_ip_on_launch: true } }),
      instance('silent', 'mapped', ['open'], { associate_public_ip_address: undefined }),
      instance('refusing', 'mapped', ['open']),
      instance('elsewhere', 'house', ['open'], { associate_public_ip_address: undefined }),
    ),
    expect: [
      { ask: 'internet -> silent tcp/22', ...SSH },
      { ask: 'internet -> refusing tcp/22', verdict: 'unreachable', blocker: ['address', 'refusing', ''] },
      { ask: 'internet -> elsewhere tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'an elastic address makes an instance public whatever it says itself',
    source: SOURCE,
    network: together(open, instance('server', 'house', ['open']), instance('other', 'house', ['open']), {
      'aws_eip.server': { domain: 'vpc', instance: ref('aws_instance.server') },
    }),
    expect: [
      { ask: 'internet -> server tcp/22', ...SSH },
      { ask: 'internet -> other tcp/22', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a group that is attached to an interface afterwards opens it as one written at the instance does',
    source: SOURCE,
    network: together(open, {
      'aws_security_group.closed': { vpc_id: ref('aws_vpc.main') },
      ...instance('server', 'house', ['closed'], { associate_public_ip_address: true }),
      'aws_network_interface_sg_attachment.open': {
        security_group_id: ref('aws_security_group.open'),
        network_interface_id: ref('aws_instance.server', 'primary_network_interface_id'),
      },
    }),
    expect: [{ ask: 'internet -> server tcp/22', ...SSH }],
  },
  {
    name: 'a database is met from the internet where it is made public, and only there',
    source: SOURCE,
    network: together(
      open,
      database('exposed', ['house', 'yard'], ['open'], true),
      database('private', ['house', 'yard'], ['open']),
    ),
    expect: [
      { ask: 'internet -> exposed@house tcp/5432', verdict: 'proven' },
      { ask: 'internet -> private@house tcp/5432', verdict: 'unreachable' },
      { ask: 'exposed@house -> private@yard tcp/5432', verdict: 'proven' },
    ],
  },
  {
    name: 'a service with public addresses is met, one without is not',
    source: SOURCE,
    network: together(open, service('web', ['house'], ['open'], true), service('worker', ['house'], ['open'])),
    expect: [
      { ask: 'internet -> web tcp/443', verdict: 'proven' },
      { ask: 'internet -> worker tcp/443', verdict: 'unreachable' },
    ],
  },
  {
    name: 'a VPC outside of the documents may have an internet gateway there, and a default VPC has one',
    source: SOURCE,
    network: together(
      outside('found', { vpc_id: 'vpc-0f00d', cidr_block: '10.0.0.0/24' }),
      outside('given', { vpc_id: ref('aws_default_vpc.given'), cidr_block: '172.31.0.0/20' }),
      { 'aws_default_vpc.given': {} },
    ),
    expect: [
      { ask: 'internet -> found tcp/22', verdict: 'unknown', arrives: 'unknown' },
      { ask: 'internet -> given tcp/22', verdict: 'unknown', arrives: 'unknown' },
    ],
  },
];
