import type { ResourceFact } from '../../../../../../policies/model/universe';
import { computed, ref, resource, unknown } from '../../documents';
import { at, factsOf } from '../../facts-text';
import { hostText } from '../../host-text';

const IN_VPC = { vpc_id: ref('aws_vpc.main.id') };
const NETWORK = [
  resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' }),
  resource('aws_subnet.private', { ...IN_VPC, availability_zone: 'eu-west-1a' }),
  resource('aws_subnet.public', { ...IN_VPC, availability_zone: 'eu-west-1a', map_public_ip_on_launch: true }),
  resource('aws_subnet.dual', {
    ...IN_VPC,
    availability_zone: 'eu-west-1a',
    ipv6_cidr_block: '2a05:d018::/64',
    assign_ipv6_address_on_creation: true,
  }),
  resource('aws_security_group.web', IN_VPC),
  resource('aws_security_group.db', IN_VPC),
];
const DEFAULT = 'aws_vpc.main.default_security_group_id';
const PRIVATE = { subnet_id: ref('aws_subnet.private.id') };
const WEB = [ref('aws_security_group.web.id')];

function host(key: string, ...resources: readonly ResourceFact[]): string {
  return hostText(at(factsOf([...NETWORK, ...resources]).hosts, key));
}

function instance(body: ResourceFact['body']): ResourceFact {
  return resource('aws_instance.x', body);
}

function card(body: ResourceFact['body'] = {}, name = 'x'): ResourceFact {
  return resource(`aws_network_interface.${name}`, { ...PRIVATE, security_groups: WEB, ...body });
}

test.each<[string, ResourceFact['body'], string]>([
  ['the default group without one', PRIVATE, `in aws_subnet.private with ${DEFAULT}`],
  [
    'the default group where a plan does not know one',
    { ...PRIVATE, vpc_security_group_ids: computed() },
    `in aws_subnet.private with ${DEFAULT}`,
  ],
  ['its groups', { ...PRIVATE, vpc_security_group_ids: WEB }, 'in aws_subnet.private with aws_security_group.web'],
  ['groups that are not known', { ...PRIVATE, vpc_security_group_ids: unknown() }, 'in aws_subnet.private with ?'],
  ['one group that is not known', { ...PRIVATE, vpc_security_group_ids: [unknown()] }, 'in aws_subnet.private with …'],
  [
    'a public address from its subnet',
    { subnet_id: ref('aws_subnet.public.id'), vpc_security_group_ids: WEB },
    'in aws_subnet.public with aws_security_group.web, public',
  ],
  [
    'none where it says so',
    { subnet_id: ref('aws_subnet.public.id'), vpc_security_group_ids: WEB, associate_public_ip_address: false },
    'in aws_subnet.public with aws_security_group.web',
  ],
  [
    'one where it says so',
    { ...PRIVATE, vpc_security_group_ids: WEB, associate_public_ip_address: true },
    'in aws_subnet.private with aws_security_group.web, public',
  ],
  [
    'one that a state knows',
    { ...PRIVATE, vpc_security_group_ids: WEB, public_ip: '203.0.113.7' },
    'in aws_subnet.private with aws_security_group.web, public',
  ],
  [
    'an IPv6 address from its subnet',
    { subnet_id: ref('aws_subnet.dual.id'), vpc_security_group_ids: WEB },
    'in aws_subnet.dual with aws_security_group.web, ipv6',
  ],
  [
    'an IPv6 address of its own',
    { ...PRIVATE, vpc_security_group_ids: WEB, ipv6_address_count: 1 },
    'in aws_subnet.private with aws_security_group.web, ipv6',
  ],
  [
    'the address that it states',
    { ...PRIVATE, vpc_security_group_ids: WEB, private_ip: '10.0.0.5' },
    'in aws_subnet.private with aws_security_group.web at 10.0.0.5/32',
  ],
  [
    'one of two subnets, and with it a public address or none',
    { subnet_id: ref('aws_subnet.private.id', 'aws_subnet.public.id'), vpc_security_group_ids: WEB },
    'in aws_subnet.private or aws_subnet.public with aws_security_group.web, public?',
  ],
  ['a subnet that AWS chooses', { vpc_security_group_ids: WEB }, 'in ? with aws_security_group.web, public?, ipv6?'],
])('an instance has %s', (_what, body, text) => {
  expect(host('aws_instance.x', instance(body))).toBe(text);
});

describe('elastic addresses', () => {
  const to = (argument: ResourceFact['body'], place = {}) => resource('aws_eip.x', { domain: 'vpc', ...argument }, place);
  const association = resource('aws_eip_association.x', {
    allocation_id: ref('aws_eip.x.id'),
    instance_id: ref('aws_instance.x.id'),
  });
  const base = 'in aws_subnet.private with aws_security_group.web';
  const plain = instance({ ...PRIVATE, vpc_security_group_ids: WEB });

  test.each<[string, readonly ResourceFact[], string]>([
    ['is not given any', [to({})], base],
    ['is given one', [to({ instance: ref('aws_instance.x.id') })], `${base}, public`],
    ['is given one by an association', [to({}), association], `${base}, public`],
    [
      'is given one by its interface',
      [to({ network_interface: ref('aws_instance.x.primary_network_interface_id') })],
      `${base}, public`,
    ],
    ['may be given one', [to({ instance: ref('aws_instance.x.id') }, { repeated: unknown() })], `${base}, public?`],
    ['may be given one that is for something unknown', [to({ instance: unknown() })], `${base}, public?`],
    ['is not given one of another Region', [to({ instance: unknown() }, { region: 'us-east-1' })], base],
  ])('an instance %s', (_what, resources, text) => {
    expect(host('aws_instance.x', plain, ...resources)).toBe(text);
  });

  test('an interface is given one', () => {
    expect(host('aws_network_interface.x', card(), to({ network_interface: ref('aws_network_interface.x.id') }))).toBe(
      `${base}, public`,
    );
  });
});

describe('interfaces', () => {
  const attachment = (interfaceId: string) =>
    resource('aws_network_interface_sg_attachment.x', {
      network_interface_id: ref(interfaceId),
      security_group_id: ref('aws_security_group.db.id'),
    });
  const both = 'in aws_subnet.private with aws_security_group.web and aws_security_group.db';
  const withCards = (...names: readonly string[]) =>
    instance({
      network_interface: names.map((name, n) => ({
        device_index: n,
        network_interface_id: ref(`aws_network_interface.${name}.id`),
      })),
    });

  test('have their groups, addresses, and what is attached', () => {
    expect(host('aws_network_interface.x', card({ private_ips: ['10.0.0.5', '10.0.0.6'] }))).toBe(
      'in aws_subnet.private with aws_security_group.web at 10.0.0.5/32 10.0.0.6/32',
    );
    expect(host('aws_network_interface.x', card({ security_groups: [] }))).toBe(`in aws_subnet.private with ${DEFAULT}`);
    expect(host('aws_network_interface.x', card(), attachment('aws_network_interface.x.id'))).toBe(both);
    expect(
      host(
        'aws_instance.x',
        instance({ ...PRIVATE, vpc_security_group_ids: WEB }),
        attachment('aws_instance.x.primary_network_interface_id'),
      ),
    ).toBe(both);
  });

  test('have groups that are not known where one may be attached', () => {
    const maybe = { ...attachment('aws_network_interface.x.id'), repeated: unknown() };

    expect(host('aws_network_interface.x', card(), maybe)).toBe('in aws_subnet.private with ?');
  });

  test('stand for the instance that starts with one', () => {
    expect(host('aws_instance.x', card(), withCards('x'))).toBe('in aws_subnet.private with aws_security_group.web');
  });

  test('of one instance with several have groups of their own', () => {
    const second = card({ subnet_id: ref('aws_subnet.public.id'), security_groups: [ref('aws_security_group.db.id')] }, 'y');

    expect(host('aws_instance.x', card(), second, withCards('x', 'y'))).toBe(
      'in aws_subnet.private and aws_subnet.public with ?',
    );
  });

  test('outside tell nothing', () => {
    expect(host('aws_instance.x', instance({ network_interface: [{ network_interface_id: 'eni-0aaa' }] }))).toBe(
      'in ? with ?, public?, ipv6?',
    );
  });
});

describe('launch templates', () => {
  const template = (body: ResourceFact['body']) => resource('aws_launch_template.x', body);
  const FROM = { launch_template: [{ id: ref('aws_launch_template.x.id'), version: '$Latest' }] };
  const scaling = (body: ResourceFact['body'] = FROM) =>
    resource('aws_autoscaling_group.x', {
      vpc_zone_identifier: [ref('aws_subnet.private.id'), ref('aws_subnet.public.id')],
      ...body,
    });
  const mixed = { launch_template_specification: [{ launch_template_name: ref('aws_launch_template.x.name') }] };

  test.each<[string, readonly ResourceFact[], string]>([
    [
      'its groups',
      [template({ vpc_security_group_ids: WEB }), scaling()],
      'in aws_subnet.private and aws_subnet.public with aws_security_group.web, public?',
    ],
    [
      'the groups and addresses of its interface',
      [template({ network_interfaces: [{ security_groups: WEB, associate_public_ip_address: 'true' }] }), scaling()],
      'in aws_subnet.private and aws_subnet.public with aws_security_group.web, public',
    ],
    [
      'IPv6 addresses of its interface',
      [template({ network_interfaces: [{ security_groups: WEB, ipv6_address_count: 1 }] }), scaling()],
      'in aws_subnet.private and aws_subnet.public with aws_security_group.web, public?, ipv6',
    ],
    ['the default group', [template({}), scaling()], `in aws_subnet.private and aws_subnet.public with ${DEFAULT}, public?`],
    [
      'its groups by a policy of mixed instances',
      [template({ vpc_security_group_ids: WEB }), scaling({ mixed_instances_policy: [{ launch_template: [mixed] }] })],
      'in aws_subnet.private and aws_subnet.public with aws_security_group.web, public?',
    ],
    [
      'no groups that are known where instances differ',
      [
        template({ vpc_security_group_ids: WEB }),
        scaling({ mixed_instances_policy: [{ launch_template: [{ ...mixed, override: [mixed] }] }] }),
      ],
      'in aws_subnet.private and aws_subnet.public with ?, public?, ipv6?',
    ],
    [
      'no groups that are known from outside',
      [scaling({ launch_template: [{ id: 'lt-0aaa' }] })],
      'in aws_subnet.private and aws_subnet.public with ?, public?, ipv6?',
    ],
    [
      'the groups of a launch configuration',
      [
        resource('aws_launch_configuration.x', { security_groups: WEB }),
        scaling({ launch_configuration: ref('aws_launch_configuration.x.name') }),
      ],
      'in aws_subnet.private and aws_subnet.public with aws_security_group.web, public?',
    ],
  ])('give a group of instances %s', (_what, resources, text) => {
    expect(host('aws_autoscaling_group.x', ...resources)).toBe(text);
  });

  test('stand nowhere by themselves', () => {
    expect(host('aws_launch_template.x', template({ vpc_security_group_ids: WEB }))).toBe(
      'in nothing with aws_security_group.web',
    );
  });

  test('give an instance what it does not say itself', () => {
    const full = template({ network_interfaces: [{ subnet_id: ref('aws_subnet.public.id'), security_groups: WEB }] });

    expect(host('aws_instance.x', full, instance(FROM))).toBe('in aws_subnet.public with aws_security_group.web, public');
    expect(
      host('aws_instance.x', full, instance({ ...FROM, ...PRIVATE, vpc_security_group_ids: [ref('aws_security_group.db.id')] })),
    ).toBe('in aws_subnet.private with aws_security_group.db');
  });
});
