import { isTermList, isTermMap, Reference, type Term } from '../../../../policies/model/term';
import { argument, readScenario } from '../../foreign/foreign';

const ID = /^(vpc|subnet|rtb|acl|sg|igw|nat|eipalloc|tgw|tgw-attach|tgw-rtb|pcx|pl|eigw)-[0-9a-f]{8,}$/;

/** Ids that stand as texts though they are arguments. */
function idsIn(term: Term): string[] {
  if (term instanceof Reference) return [];
  if (typeof term === 'string') return ID.test(term) ? [term] : [];
  if (isTermList(term)) return term.flatMap(idsIn);
  return isTermMap(term) ? Object.values(term).flatMap(idsIn) : [];
}

const OWN = ['id', 'allocation_id'];
/** What AWS makes with VPCs and transit gateways, told by them and by what takes it over. */
const IMPLICIT = /^(default|main|association_default|propagation_default)_/;

test.each([
  ['inline', []],
  ['zones', []],
  ['joined', []],
  // The table that AWS made with the VPC: no resource took it over.
  ['legacy', ['aws_main_route_table_association.old original_route_table_id rtb', 'aws_route.offices route_table_id rtb']],
] as const)('%s: in its state the id of a resource is a reference to it, other ids are these: %j', (scenario, others) => {
  const texts = readScenario(scenario, 'state').resources.flatMap(({ address, type, body }) =>
    Object.entries(body)
      .filter(([name]) => name !== 'id' && !(type === 'aws_eip' && OWN.includes(name)) && !IMPLICIT.test(name))
      .flatMap(([name, term]) => idsIn(term).map((id) => `${address} ${name} ${id.replace(/-[0-9a-f]+$/, '')}`)),
  );
  expect(texts).toEqual(others);
});

test('inline: each rule names its own group, where the plan told both for both', () => {
  expect(argument(readScenario('inline', 'state'), 'aws_security_group.app', 'ingress')).toMatchObject([
    { from_port: 22, security_groups: ['-> aws_security_group.ops.id'] },
    { from_port: 8080, security_groups: ['-> aws_security_group.door.id'] },
  ]);
});

test('zones: the state tells which NAT gateway is whose, the neighbour of each', () => {
  const state = readScenario('zones', 'state');
  const routes = [0, 1, 2].map((index) =>
    argument(state, `module.vpc["shop"].aws_route.nat[${String(index)}]`, 'nat_gateway_id'),
  );
  expect(routes).toEqual([1, 2, 0].map((index) => `-> module.vpc["shop"].aws_nat_gateway.this[${String(index)}].id`));
});

test('zones: a group with its account before it is the group', () => {
  expect(
    argument(readScenario('zones', 'state'), 'aws_vpc_security_group_ingress_rule.bastion', 'referenced_security_group_id'),
  ).toBe('-> aws_security_group.bastion.id');
});

test('zones: what a plan tells is true of the state: the target is among the targets', () => {
  const [plan, state] = [readScenario('zones'), readScenario('zones', 'state')];
  const later = new Map(state.resources.map((fact) => [fact.key, fact.body]));
  const claims = plan.resources.flatMap(({ key, body }) =>
    Object.entries(body).flatMap(([name, term]) => (term instanceof Reference ? [{ key, name, term }] : [])),
  );
  const untrue = claims.filter(({ key, name, term }) => {
    const real = later.get(key)?.[name];
    const [target] = real instanceof Reference ? real.targets : [];
    return !term.targets.some((each) => each.key === target?.key);
  });
  expect(claims.length).toBe(81);
  expect(untrue).toEqual([]);
});

test('account and Region are those of the ARNs', () => {
  const { resources } = readScenario('inline', 'state');
  const vpc = resources.find(({ type }) => type === 'aws_vpc');
  expect([vpc?.accountId, vpc?.region]).toEqual(['123456789012', 'eu-west-1']);
});

test('inline: the default ACL is named by its VPC and by itself, with one id', () => {
  const state = readScenario('inline', 'state');
  const id = argument(state, 'aws_default_network_acl.shop', 'id');
  expect(argument(state, 'aws_vpc.shop', 'default_network_acl_id')).toBe(id);
  expect(argument(state, 'aws_default_network_acl.shop', 'default_network_acl_id')).toBe(id);
});
