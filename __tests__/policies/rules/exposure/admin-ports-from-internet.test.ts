import * as fc from 'fast-check';

import { readShown } from '../../../../policies/model/shown';
import { Reference } from '../../../../policies/model/term';
import type { ResourceFact, Universe } from '../../../../policies/model/universe';
import { adminPortsFromInternet } from '../../../../policies/rules/exposure/admin-ports-from-internet';
import { server, street } from '../../reachability/cases/evasion/exposed';
import { autoScalingOf, SIBLINGS, stateOf } from './documents';
import {
  group,
  groupRule,
  openGroup,
  publicInstance,
  subnet,
  table,
  together,
  universeOf,
} from '../../reachability/cases/terraform';
import { documentsOf } from '../../universe';
import { linesOf } from '../rule-fixture';

/** Blocks that are public as a whole, or not at all: so counting their addresses is arithmetic. */
const PUBLIC = ['1.0.0.0/9', '1.128.0.0/9', '2.0.0.0/8', '3.0.0.0/10', '3.64.0.0/10', '3.128.0.0/9', '192.0.2.0/24'];
const PRIVATE = ['10.0.0.0/8', '192.168.0.0/16', '172.16.0.0/12'];

const anyRule = fc.record({
  block: fc.constantFrom(...PUBLIC, ...PRIVATE),
  protocol: fc.constantFrom('tcp', 'tcp', 'udp', 'all', 'icmp', '50'),
  from: fc.constantFrom(1, 20, 22, 23, 3389, 3390),
  length: fc.constantFrom(0, 1, 3, 3400),
  inGroup: fc.boolean(),
});
type AnyRule = typeof anyRule extends fc.Arbitrary<infer T> ? T : never;

function lineOf({ block, protocol, from, length }: AnyRule): string {
  const ports = protocol === 'tcp' || protocol === 'udp' ? `/${String(from)}-${String(from + length)}` : '';
  return `in ${protocol}${ports} ${block}`;
}

/** Without sets of packets: which blocks each port has, and how many addresses they hold. No two public blocks overlap. */
function isOpenByArithmetic(rules: readonly AnyRule[]): boolean {
  const ports = ['tcp', 'udp'].flatMap((protocol) => [22, 3389].map((port) => ({ protocol, port })));
  return ports.some(({ protocol, port }) => {
    const matching = rules.filter((rule) => {
      if (rule.protocol === 'all') return true;
      return rule.protocol === protocol && rule.from <= port && port <= rule.from + rule.length;
    });
    const blocks = new Set(matching.map(({ block }) => block).filter((block) => PUBLIC.includes(block)));
    const count = [...blocks].reduce((sum, block) => sum + 2 ** (32 - Number(block.split('/')[1])), 0);
    return count >= 2 ** 24;
  });
}

describe('exposure/admin-ports-from-internet', () => {
  it('finds a server exactly where the blocks of its rules, counted by hand, come to a /8 at one of the ports', () => {
    let open = 0;
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 12 }), (rules) => {
        const rulesOf = (inGroup: boolean): string[] => [
          ...new Set(rules.filter((rule) => rule.inGroup === inGroup).map(lineOf)),
        ];
        const network = together(
          street,
          group('one', 'main', rulesOf(true)),
          group('two', 'main', rulesOf(false)),
          server(['one', 'two']),
        );
        const lines = linesOf(adminPortsFromInternet, universeOf(network));
        const expected = isOpenByArithmetic(rules);
        open += Number(expected);

        expect(lines.length > 0).toBe(expected);
        expect(lines.filter((line) => !line.startsWith('violated '))).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(open).toBeGreaterThan(20);
  });

  it('names a rule once however many reach their hosts by it', () => {
    const hosts = ['a', 'b', 'c', 'd'].map((name) => publicInstance(name, 'house', ['ssh']));
    const network = together(street, group('ssh', 'main', ['in tcp/22 0.0.0.0/0']), ...hosts);

    expect(linesOf(adminPortsFromInternet, universeOf(network))).toEqual([
      'violated aws_vpc_security_group_ingress_rule.ssh_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.a, aws_instance.b and 2 more',
    ]);
  });

  it('sees a rule of a sibling stack, for a host of another one', () => {
    expect(linesOf(adminPortsFromInternet, { stacks: documentsOf(SIBLINGS) })).toEqual([
      'violated aws_vpc_security_group_ingress_rule.ssh: lets the internet (0.0.0.0/0) reach tcp/22 of app:aws_instance.web',
    ]);
  });

  it('sees what a group of instances gets from its template', () => {
    expect(linesOf(adminPortsFromInternet, universeOf(autoScalingOf('0.0.0.0/0')))).toEqual([
      'violated aws_vpc_security_group_ingress_rule.ssh_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_autoscaling_group.web',
    ]);
    expect(linesOf(adminPortsFromInternet, universeOf(autoScalingOf('192.0.2.0/24')))).toEqual([]);
  });

  it('can not tell where what starts from a launch template will stand', () => {
    const { 'aws_autoscaling_group.web': _, ...template } = autoScalingOf('0.0.0.0/0');

    expect(linesOf(adminPortsFromInternet, universeOf(template))).toEqual([
      'unknown aws_vpc_security_group_ingress_rule.ssh_0: may let the internet (0.0.0.0/0) reach tcp/22 of what carries aws_security_group.ssh: the documents start it in no subnet',
    ]);
  });

  it('reads a state, where ids stand for references', () => {
    const state = readShown('live', stateOf('0.0.0.0/0'));

    expect(linesOf(adminPortsFromInternet, { stacks: [state] })).toEqual([
      'violated aws_security_group_rule.ssh: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.web',
    ]);
    expect(linesOf(adminPortsFromInternet, { stacks: [readShown('live', stateOf('192.0.2.0/24'))] })).toEqual([]);
  });

  describe('of a server in one of two subnets, and the document does not say in which', () => {
    /** Both subnets have these tables; `main` leads to the internet. */
    const among = (other: 'main' | 'private'): Universe => {
      const where = other === 'main' ? {} : { table: 'private' };
      const network = together(
        street,
        table('private', 'main'),
        subnet('inner', 'main', '10.0.1.0/24', where),
        group('ssh', 'main', ['in tcp/22 0.0.0.0/0']),
        publicInstance('server', 'house', ['ssh']),
      );
      const { stacks } = universeOf(network);
      const either = new Reference([
        { key: 'net:aws_subnet.house', attribute: 'id' },
        { key: 'net:aws_subnet.inner', attribute: 'id' },
      ]);
      const moved = (fact: ResourceFact): ResourceFact =>
        fact.type === 'aws_instance' ? { ...fact, body: { ...fact.body, subnet_id: either } } : fact;
      return { stacks: stacks.map((stack) => ({ ...stack, resources: stack.resources.map(moved) })) };
    };

    it('finds it where both are reached', () => {
      expect(linesOf(adminPortsFromInternet, among('main'))).toEqual([
        'violated aws_vpc_security_group_ingress_rule.ssh_0: lets the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server',
      ]);
    });

    it('can not tell where one is', () => {
      expect(linesOf(adminPortsFromInternet, among('private'))).toEqual([
        'unknown aws_vpc_security_group_ingress_rule.ssh_0: may let the internet (0.0.0.0/0) reach tcp/22 of aws_instance.server: in which subnet it stands',
      ]);
    });
  });

  it('is not misled by a rule of a group that the host does not carry', () => {
    const network = together(street, openGroup('open', 'main'), group('own', 'main', []), server(['own']));

    expect(linesOf(adminPortsFromInternet, universeOf(network)).map((line) => line.replace(/ reach .* of /, ' … '))).toEqual([
      'unknown aws_vpc_security_group_ingress_rule.open_0: may let the internet (0.0.0.0/0) … what carries aws_security_group.open in aws_subnet.house: whether it has a public IPv4 address',
      'violated aws_vpc_security_group_ingress_rule.open_1: lets the internet (::/0) … what carries aws_security_group.open in aws_subnet.house',
    ]);
  });

  it('finds one rule that opens for two ports once, with both', () => {
    const network = together(street, group('ssh', 'main', []), groupRule('ssh', 'in tcp/22-3389 0.0.0.0/0', 7), server(['ssh']));

    expect(linesOf(adminPortsFromInternet, universeOf(network))).toEqual([
      'violated aws_vpc_security_group_ingress_rule.ssh_7: lets the internet (0.0.0.0/0) reach tcp/22, tcp/3389 of aws_instance.server',
    ]);
  });
});
