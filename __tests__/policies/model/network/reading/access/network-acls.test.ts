import type { ResourceFact } from '../../../../../../policies/model/universe';
import { computed, ref, resource, unknown } from '../../documents';
import { at, entryText, factsOf, oneOfText } from '../../facts-text';

const VPC = resource('aws_vpc.main', { cidr_block: '10.0.0.0/16' });
const SUBNET = resource('aws_subnet.a', { vpc_id: ref('aws_vpc.main.id'), cidr_block: '10.0.0.0/24' });
const ACL = resource('aws_network_acl.web', { vpc_id: ref('aws_vpc.main.id') });
const DEFAULT = 'aws_vpc.main.default_network_acl_id';
const ENTRY = { protocol: 'tcp', from_port: 443, to_port: 443, cidr_block: '10.0.0.0/8' };

function rule(name: string, body: ResourceFact['body'], place = {}): ResourceFact {
  const base = { network_acl_id: ref('aws_network_acl.web.id'), rule_number: 100, rule_action: 'allow', ...ENTRY };
  return resource(`aws_network_acl_rule.${name}`, { ...base, ...body }, place);
}

function entries(resources: readonly ResourceFact[], key = 'aws_network_acl.web', form?: 'plan' | 'state') {
  const acl = at(factsOf([VPC, SUBNET, ...resources], form).acls, key);
  return { in: acl.in.map(entryText), out: acl.out.map(entryText), why: acl.incomplete?.why, allowsAll: acl.allowsAll };
}

test('an ACL without entries denies everything: nothing is missing', () => {
  expect(entries([ACL])).toEqual({ in: [], out: [], why: undefined, allowsAll: undefined });
});

test('an entry of its own resource is inbound unless it says egress', () => {
  const both = entries([ACL, rule('in', {}), rule('out', { egress: true, rule_action: 'deny', rule_number: 90 })]);

  expect(both.in).toEqual(['100 allow 6 443-443 v4 10.0.0.0/8']);
  expect(both.out).toEqual(['90 deny 6 443-443 v4 10.0.0.0/8']);
});

test('an entry whose direction is not known may be in both', () => {
  const both = entries([ACL, rule('some', { egress: unknown() })]);

  expect([both.in, both.out]).toEqual([['100 allow 6 443-443 v4 10.0.0.0/8 maybe'], ['100 allow 6 443-443 v4 10.0.0.0/8 maybe']]);
});

test.each<[string, ResourceFact['body'], string]>([
  ['IPv6', { cidr_block: null, ipv6_cidr_block: '::/0' }, '100 allow 6 443-443 v6 ::/0'],
  ['bits behind the mask', { cidr_block: '10.0.0.5/08' }, '100 allow 6 443-443 v4 10.0.0.0/8'],
  ['upper case', { rule_action: 'DENY' }, '100 deny 6 443-443 v4 10.0.0.0/8'],
  ['an unknown number', { rule_number: unknown() }, '? allow 6 443-443 v4 10.0.0.0/8'],
  ['an unknown action', { rule_action: unknown() }, '100 ? 6 443-443 v4 10.0.0.0/8'],
  ['an unknown block', { cidr_block: unknown() }, '100 allow 6 443-443 v4 ?'],
  ['no block', { cidr_block: '' }, '100 allow 6 443-443 ? ?'],
])('an entry with %s is read', (_what, body, text) => {
  expect(entries([ACL, rule('one', body)]).in).toEqual([text]);
});

test('an entry of which there may be none, one or several is no certain one', () => {
  expect(entries([ACL, rule('one', {}, { repeated: unknown() })]).in).toEqual(['100 allow 6 443-443 v4 10.0.0.0/8 maybe']);
});

test('entries inside the ACL count as well as those beside it', () => {
  const inline = { rule_no: 200, action: 'allow', ...ENTRY, ipv6_cidr_block: '', icmp_type: 0, icmp_code: 0 };
  const acl = resource('aws_network_acl.web', { vpc_id: ref('aws_vpc.main.id'), ingress: [inline], egress: inline });
  const { in: incoming, out } = entries([acl]);

  expect([incoming, out]).toEqual([['200 allow 6 443-443 v4 10.0.0.0/8'], ['200 allow 6 443-443 v4 10.0.0.0/8']]);
});

test('where entries are written inside, one beside them is taken out by the next run: it may be there or not', () => {
  const acl = resource('aws_network_acl.web', { vpc_id: ref('aws_vpc.main.id'), ingress: [] });

  expect(entries([acl, rule('one', {})]).in).toEqual(['100 allow 6 443-443 v4 10.0.0.0/8 maybe']);
  expect(entries([acl, rule('one', {})], 'aws_network_acl.web', 'state').in).toEqual(['100 allow 6 443-443 v4 10.0.0.0/8']);
});

test('entries that nobody wrote and a plan does not know yet are none; unknown ones may be any', () => {
  const planned = resource('aws_network_acl.web', { vpc_id: ref('aws_vpc.main.id'), ingress: computed() });
  const dynamic = resource('aws_network_acl.web', { vpc_id: ref('aws_vpc.main.id'), ingress: unknown('made by a loop') });

  expect(entries([planned, rule('one', {})], 'aws_network_acl.web', 'plan').in).toEqual(['100 allow 6 443-443 v4 10.0.0.0/8']);
  expect(entries([dynamic]).why).toBe('made by a loop');
});

describe("AWS's default ACL", () => {
  test('lets everything pass where nobody took it over', () => {
    expect(entries([], DEFAULT)).toEqual({ in: [], out: [], why: undefined, allowsAll: true });
  });

  test('lets everything pass after entries that others write into it', () => {
    const deny = rule('deny', { network_acl_id: ref(DEFAULT), rule_number: 50, rule_action: 'deny' });

    expect(entries([deny], DEFAULT)).toEqual({
      in: ['50 deny 6 443-443 v4 10.0.0.0/8', '100 allow all v4 0.0.0.0/0', '101 allow all v6 ::/0'],
      out: ['100 allow all v4 0.0.0.0/0', '101 allow all v6 ::/0'],
      why: undefined,
      allowsAll: undefined,
    });
  });

  const taken = { default_network_acl_id: ref(DEFAULT) };

  test('has its entries alone where a resource takes it over: none denies everything', () => {
    const facts = factsOf([VPC, SUBNET, resource('aws_default_network_acl.own', taken)]);

    expect([...facts.acls.keys()]).toEqual(['net:aws_default_network_acl.own']);
    expect(oneOfText(at(facts.subnets, 'aws_subnet.a').acl)).toBe('aws_default_network_acl.own');
    expect(entries([resource('aws_default_network_acl.own', taken)], 'aws_default_network_acl.own').in).toEqual([]);
  });

  test('keeps no entry beside those of the resource that takes it over: the next run takes it out', () => {
    const own = resource('aws_default_network_acl.own', taken);
    const beside = rule('one', { network_acl_id: ref('aws_default_network_acl.own.id') });

    expect(entries([own, beside], 'aws_default_network_acl.own').in).toEqual(['100 allow 6 443-443 v4 10.0.0.0/8 maybe']);
  });

  test('is in doubt where a resource takes over one of two', () => {
    const second = resource('aws_vpc.second', { cidr_block: '10.1.0.0/16' });
    const either = ref(DEFAULT, 'aws_vpc.second.default_network_acl_id');
    const { why, allowsAll } = entries(
      [second, resource('aws_default_network_acl.own', { default_network_acl_id: either })],
      DEFAULT,
    );

    expect(allowsAll).toBeUndefined();
    expect(why).toBe('net:aws_default_network_acl.own may take it over: whose it is is not said');
  });

  test('is in doubt where a switch decides whether it is taken over', () => {
    const own = resource('aws_default_network_acl.own', taken, { repeated: unknown('count is a variable') });

    expect(entries([own], DEFAULT).why).toBe('net:aws_default_network_acl.own may take it over: count is a variable');
  });
});

describe('which ACL filters at a subnet', () => {
  const association = resource('aws_network_acl_association.a', {
    network_acl_id: ref('aws_network_acl.web.id'),
    subnet_id: ref('aws_subnet.a.id'),
  });
  const listing = resource('aws_network_acl.web', { vpc_id: ref('aws_vpc.main.id'), subnet_ids: [ref('aws_subnet.a.id')] });
  const maybe = { ...association, repeated: unknown() };
  const EITHER = ref('aws_subnet.a.id', 'aws_subnet.b.id');
  const OTHER = resource('aws_network_acl.other', { vpc_id: ref('aws_vpc.main.id') });
  const SECOND = resource('aws_subnet.b', { vpc_id: ref('aws_vpc.main.id'), cidr_block: '10.0.1.0/24' });
  const other = resource('aws_network_acl_association.b', { network_acl_id: ref('aws_network_acl.other.id'), subnet_id: EITHER });
  const anywhere = { ...association, body: { ...association.body, subnet_id: unknown() } };

  test.each<[string, readonly ResourceFact[], string]>([
    ['the default one without an association', [ACL], DEFAULT],
    ['the one that is associated', [ACL, association], 'aws_network_acl.web'],
    ['the one that lists it', [listing], 'aws_network_acl.web'],
    ['either where the association may not be there', [ACL, maybe], `aws_network_acl.web or ${DEFAULT}`],
    ['either where it is for a subnet that is not known', [ACL, anywhere], `${DEFAULT} or aws_network_acl.web`],
    ['the associated one all the same', [ACL, association, anywhere], 'aws_network_acl.web'],
    // A second ACL is no fault: it takes the place of the first.
    [
      'the associated one, or another that may take its place',
      [ACL, OTHER, association, { ...other, repeated: unknown() }],
      'aws_network_acl.web or aws_network_acl.other',
    ],
    [
      'any of them where two are for one of two subnets',
      [ACL, OTHER, SECOND, { ...association, body: { ...association.body, subnet_id: EITHER } }, other],
      `aws_network_acl.web or aws_network_acl.other or ${DEFAULT}`,
    ],
  ])('%s', (_what, resources, acl) => {
    expect(oneOfText(at(factsOf([VPC, SUBNET, ...resources]).subnets, 'aws_subnet.a').acl)).toBe(acl);
  });
});

test('an entry for an ACL outside is read there, and others may be missing', () => {
  const outside = entries([rule('one', { network_acl_id: 'acl-0123456789abcdef0' })], 'acl-0123456789abcdef0');

  expect(outside.in).toEqual(['100 allow 6 443-443 v4 10.0.0.0/8']);
  expect(outside.why).toBe('the ACL lies outside of the documents');
});

test('an ACL by its id may be the own one whose id the document does not tell', () => {
  const outside = rule('one', { network_acl_id: 'acl-0123456789abcdef0' });

  expect(entries([ACL, outside]).in).toEqual(['100 allow 6 443-443 v4 10.0.0.0/8 maybe']);
});
