import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../documents';
import { at, blockText, factsOf, knownText } from '../../facts-text';

function list(body: ResourceFact['body'] = {}): ResourceFact {
  return resource('aws_ec2_managed_prefix_list.own', { name: 'own', address_family: 'IPv4', max_entries: 5, ...body });
}

function entry(name: string, body: ResourceFact['body'], place = {}): ResourceFact {
  const base = { prefix_list_id: ref('aws_ec2_managed_prefix_list.own.id') };
  return resource(`aws_ec2_managed_prefix_list_entry.${name}`, { ...base, ...body }, place);
}

function blocks(...resources: readonly ResourceFact[]): string {
  return knownText(at(factsOf(resources).prefixLists, 'aws_ec2_managed_prefix_list.own').blocks, (all) =>
    all.map(blockText).join(' '),
  );
}

test.each<[string, readonly ResourceFact[], string]>([
  ['no entries', [list()], ''],
  [
    'entries of its own',
    [list({ entry: [{ cidr: '10.0.0.0/8' }, { cidr: '192.168.0.1/16', description: 'office' }] })],
    '10.0.0.0/8 192.168.0.0/16',
  ],
  [
    'entries beside it',
    [list({ entry: [{ cidr: '10.0.0.0/8' }] }), entry('a', { cidr: '172.16.0.0/12' })],
    '10.0.0.0/8 172.16.0.0/12',
  ],
  ['an entry that is not known', [list(), entry('a', { cidr: unknown() })], '?'],
  [
    'an entry that may not be there',
    [list({ entry: [{ cidr: '10.0.0.0/8' }] }), entry('a', { cidr: '0.0.0.0/0' }, { repeated: unknown() })],
    '10.0.0.0/8 ?',
  ],
  ['entries that are not known', [list({ entry: unknown() })], '?'],
])('a list with %s holds them', (_what, resources, text) => {
  expect(blocks(...resources)).toBe(text);
});

test.each([
  ['IPv4', 'v4'],
  ['IPv6', 'v6'],
  ['IPv5', '?'],
])('the family %s is %s', (written, family) => {
  expect(knownText(at(factsOf([list({ address_family: written })]).prefixLists, 'aws_ec2_managed_prefix_list.own').family)).toBe(
    family,
  );
});

test('a list by an id from outside holds nothing that is known, and may be of any service', () => {
  const route = resource('aws_route.one', {
    route_table_id: 'rtb-0aaa',
    destination_prefix_list_id: 'pl-0aaa',
    gateway_id: 'igw-0aaa',
  });
  const outside = at(factsOf([route]).prefixLists, 'pl-0aaa');

  expect([knownText(outside.family), knownText(outside.blocks), outside.service]).toEqual(['?', '?', undefined]);
});
