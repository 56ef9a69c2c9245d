import { judge, structure } from '../../policies';
import { readShown } from '../../policies/model/shown';
import type { Json, StackDocument } from '../../policies/model/universe';
import { documentsOf } from './universe';

type Bodies = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** The ids that a state has for what the documents below refer to. */
const IDS: Readonly<Record<string, string>> = {
  '${aws_network_acl.app.id}': 'acl-0123456789abcdef0',
  '${aws_security_group.app.id}': 'sg-0123456789abcdef0',
  '${aws_vpc.shop.id}': 'vpc-0123456789abcdef0',
};

const owners: Bodies = {
  'aws_network_acl.app': { id: 'acl-0123456789abcdef0' },
  'aws_security_group.app': { id: 'sg-0123456789abcdef0' },
  'aws_vpc.shop': { id: 'vpc-0123456789abcdef0', cidr_block: '10.0.0.0/16' },
};

function resource(address: string, values: Json): Readonly<Record<string, Json>> {
  const [type = '', name = ''] = address.split('.');
  return {
    address,
    mode: 'managed',
    type,
    name,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    schema_version: 6,
    values,
  };
}

function isReference(value: Json | undefined): value is string {
  return typeof value === 'string' && value in IDS;
}

/** As cdk.tf.json. */
function synthesised(bodies: Bodies): StackDocument | undefined {
  const blocks: Record<string, Record<string, Json>> = {};
  for (const [address, { id: _, ...body }] of Object.entries({ ...owners, ...bodies })) {
    const [type = '', name = ''] = address.split('.');
    blocks[type] = { ...blocks[type], [name]: body };
  }
  return documentsOf({ dev: { terraform: { backend: { s3: {} } }, resource: blocks } })[0];
}

/** As a plan of what isn't there yet: a reference isn't in the values, but in the configuration. */
function planned(bodies: Bodies): StackDocument {
  const all = Object.entries({ ...owners, ...bodies }).map(([address, { id: _, ...body }]) => ({ address, body }));
  const expression = (value: Json): Json =>
    isReference(value) ? { references: [value.slice(2, -1), value.slice(2, -4)] } : { constant_value: value };
  const told = (body: Bodies[string]): Readonly<Record<string, Json>> =>
    Object.fromEntries(Object.entries(body).filter(([, value]) => !isReference(value)));
  return readShown('dev', {
    format_version: '1.2',
    planned_values: { root_module: { resources: all.map(({ address, body }) => resource(address, told(body))) } },
    resource_changes: all.map(({ address, body }) => {
      const [type = '', name = ''] = address.split('.');
      // The provider fills in what nobody wrote.
      const open: Record<string, Json> = { id: true, ipv6_cidr_block: true };
      for (const [key, value] of Object.entries(body)) if (isReference(value)) open[key] = true;
      const change = { actions: ['create'], before: null, after: told(body), after_unknown: open };
      return { address, mode: 'managed', type, name, change };
    }),
    configuration: {
      root_module: {
        resources: all.map(({ address, body }) => {
          const [type = '', name = ''] = address.split('.');
          const expressions = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, expression(value)]));
          return { address, mode: 'managed', type, name, provider_config_key: 'aws', expressions };
        }),
      },
    },
  });
}

/** As a state: every argument is there, empty or null where nobody set it. */
function applied(bodies: Bodies): StackDocument {
  const empty: Record<string, Json> = {
    cidr_block: null,
    ipv6_cidr_block: '',
    cidr_ipv4: null,
    cidr_ipv6: null,
    description: '',
  };
  return readShown('dev', {
    format_version: '1.0',
    values: {
      root_module: {
        resources: Object.entries({ ...owners, ...bodies }).map(([address, body]) =>
          resource(address, {
            ...empty,
            ...Object.fromEntries(Object.entries(body).map(([k, v]) => [k, isReference(v) ? (IDS[v] ?? v) : v])),
          }),
        ),
      },
    },
  });
}

const FORMS = [synthesised, planned, applied];

/** What the rules say of a network in one form. */
function findings(form: (typeof FORMS)[number], bodies: Bodies): readonly string[] {
  const document = form(bodies);
  return judge({ stacks: document === undefined ? [] : [document] }, structure).findings.map(
    ({ verdict, rule, address = '', problem }) => `${verdict} ${rule} ${address}: ${problem}`,
  );
}

const entries = (count: number): Bodies =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `aws_network_acl_rule.r${String(n + 1).padStart(2, '0')}`,
      { network_acl_id: '${aws_network_acl.app.id}', egress: false, rule_number: n + 1, cidr_block: '10.0.0.0/8' },
    ]),
  );
const rules = (count: number): Bodies =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `aws_vpc_security_group_ingress_rule.r${String(n + 1).padStart(2, '0')}`,
      { security_group_id: '${aws_security_group.app.id}', cidr_ipv4: '10.0.0.0/8', description: 'Why' },
    ]),
  );
const subnet = (cidr_block: string): Bodies[string] => ({ vpc_id: '${aws_vpc.shop.id}', cidr_block });

describe.each(FORMS.map((form) => [form.name, form] as const))('rules over what is %s', (_, form) => {
  it('take 19 entries of an ACL, and find the 20th', () => {
    expect(findings(form, entries(19))).toEqual([]);
    expect(findings(form, entries(20))).toEqual([
      'violated network/acl-quota aws_network_acl_rule.r20: 20 entries and the default deny are more than the quota of 20',
    ]);
  });

  it('take 60 rules of a group, and find the 61st', () => {
    expect(findings(form, rules(60))).toEqual([]);
    expect(findings(form, rules(61))).toEqual([
      'violated network/group-rule-quota aws_vpc_security_group_ingress_rule.r61: 61 rules are more than the quota of 60 per direction and family',
    ]);
  });

  it('find a rule without a description', () => {
    const { description: _, ...bare } = rules(1)['aws_vpc_security_group_ingress_rule.r01'] ?? {};

    expect(findings(form, { 'aws_vpc_security_group_ingress_rule.r1': bare })).toEqual([
      'violated network/described-rules aws_vpc_security_group_ingress_rule.r1: the rule has no description',
    ]);
  });

  it('take neighbouring subnets, and find those that overlap', () => {
    expect(findings(form, { 'aws_subnet.a': subnet('10.0.0.0/25'), 'aws_subnet.b': subnet('10.0.0.128/25') })).toEqual([]);
    expect(findings(form, { 'aws_subnet.a': subnet('10.0.0.0/24'), 'aws_subnet.b': subnet('10.0.0.128/25') })).toEqual([
      'violated network/disjoint-subnets aws_subnet.b: 10.0.0.128/25 overlaps aws_subnet.a at 10.0.0.0/24',
    ]);
  });

  it('find an address that is not canonical', () => {
    expect(findings(form, { 'aws_subnet.a': subnet('10.0.0.1/24') })).toEqual([
      'violated network/literal-addresses aws_subnet.a: cidr_block "10.0.0.1/24": the address has bits set behind its mask',
    ]);
  });
});
