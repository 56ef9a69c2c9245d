import { Vpc } from '../../../modules/network';
import { documentOf, testStack } from '../../test-stack';
import { filterLines } from '../synthesised';
import { BASE, type FlowCase, INSIDE_CASES } from './flow-cases';
import { OUTER_CASES } from './outer-flow-cases';

function linesOf({ flow, props }: Pick<FlowCase, 'props'> & { readonly flow?: FlowCase['flow'] }): string[] {
  const stack = testStack();
  new Vpc(stack, 'shop', { ...BASE, ...props, flows: flow === undefined ? [] : [{ ...flow, why: 'A reason' }] });
  return filterLines(documentOf(stack));
}

describe('a flow comes to exactly its group rules, ACL entries and routes', () => {
  it.each([...INSIDE_CASES, ...OUTER_CASES].map((row) => [row.line, row] as const))('%s', (_, row) => {
    const before = new Set(linesOf({ ...(row.props === undefined ? {} : { props: row.props }) }));

    expect(linesOf(row).filter((line) => !before.has(line))).toEqual(row.lines);
  });
});

describe('a network without flows', () => {
  it('passes path MTU messages through every ACL and nothing else, dual stack and NAT included', () => {
    const acl = linesOf({ props: { nat: 'single', ipv6: true } }).filter((line) => line.startsWith('acl'));

    expect(
      acl.filter((line) => !line.endsWith('protocol 1 type 3 code 4') && !line.endsWith('protocol 58 type 2 code 0')),
    ).toEqual([]);
    expect(acl).toHaveLength(14);
  });

  it('has no group rule at all', () => {
    expect(linesOf({}).filter((line) => line.startsWith('group'))).toEqual([]);
  });

  it('routes to the internet from its public tier and from the subnets of NAT only', () => {
    expect(linesOf({ props: { nat: 'single' } }).filter((line) => line.startsWith('route'))).toEqual([
      'route nat_a 0.0.0.0/0 by gateway',
      'route public_a 0.0.0.0/0 by gateway',
    ]);
  });
});
