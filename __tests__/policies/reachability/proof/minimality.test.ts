import type { Universe } from '../../../../policies';
import type { ResourceFact } from '../../../../policies/model/universe';
import { proofsOf } from '../../../../policies/rules/reachability/proven';
import { Reference } from '../mutations/reference';

const OPENINGS = [
  'aws_network_acl_rule',
  'aws_route',
  'aws_vpc_endpoint_route_table_association',
  'aws_vpc_security_group_egress_rule',
  'aws_vpc_security_group_ingress_rule',
];

/** What every network has, whatever its flows. */
const STANDING = /_icmp--3--4$|aws_route\.[\w-]+_(nat|public)_[abc]_to_internet-v4$/;
/** Where the endpoint is gone NAT carries the same packets, at another price. */
const RELIEVED_BY_NAT = '_to_endpoint--s3';

const reference = new Reference();
afterAll(() => {
  reference.clear();
});

function without({ stacks, ...rest }: Universe, gone: ResourceFact): Universe {
  return {
    ...rest,
    stacks: stacks.map((stack) => ({ ...stack, resources: stack.resources.filter(({ key }) => key !== gone.key) })),
  };
}

/** The flows that stop working when a resource alone is taken away, as `from → to port`. */
function broken(universe: Universe, gone: ResourceFact): string[] {
  return proofsOf(without(universe, gone))
    .flows.filter(({ works }) => !works)
    .map(({ flow: { network, from, to, port } }) => `${network}: ${from} → ${to} ${port}`);
}

describe.each([
  ['dev', { needed: 30, covered: 9 }],
  ['network', { needed: 20, covered: 3 }],
  ['prod', { needed: 37, covered: 9 }],
])('of the rules, entries and routes of %s, each taken away by itself', (account, counts) => {
  const universe = reference.universe();
  const proofs = proofsOf(universe);
  const own = universe.stacks
    .filter(({ name }) => name === `${account}-eu-west-1-network`)
    .flatMap(({ resources }) => resources.filter(({ type, mode }) => mode === 'managed' && OPENINGS.includes(type)));
  const keys = (facts: readonly ResourceFact[]): Set<string> => new Set(facts.map(({ key }) => key));
  const [needed, covered] = [keys(proofs.uses.needed), keys(proofs.uses.covered)];
  const those = (of: ReadonlySet<string>): ResourceFact[] => own.filter(({ key }) => of.has(key));

  it(`${String(counts.needed)} are called needed, ${String(counts.covered)} covered, and no other but what stands everywhere`, () => {
    expect({ needed: those(needed).length, covered: those(covered).length }).toEqual(counts);
    expect(proofs.uses.needless).toEqual([]);
    expect(own.filter(({ key }) => !needed.has(key) && !covered.has(key) && !STANDING.test(key)).map(({ key }) => key)).toEqual(
      [],
    );
  });

  it('each that is called needed breaks a flow, but the route to a gateway endpoint whose packets NAT then takes', () => {
    const harmless = those(needed).filter((fact) => broken(universe, fact).length === 0);

    expect(harmless.map(({ key }) => key)).toEqual(
      own.map(({ key }) => key).filter((key) => key.endsWith(RELIEVED_BY_NAT) && key.includes(':aws_vpc_endpoint_')),
    );
  });

  it('each that is called covered breaks none', () => {
    expect(those(covered).flatMap((fact) => broken(universe, fact))).toEqual([]);
  });

  it('those that stand everywhere are path MTU messages, which break no flow, and internet routes, which do', () => {
    const standing = own.filter(({ key }) => STANDING.test(key));
    const breaking = standing.filter((fact) => broken(universe, fact).length > 0);

    expect(standing.filter(({ key }) => needed.has(key) || covered.has(key))).toEqual([]);
    expect(breaking.map(({ key }) => key)).toEqual(standing.filter(({ type }) => type === 'aws_route').map(({ key }) => key));
  });
});
