import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { networkFactsOf } from '../../policies/model/network/reading';
import { readUniverse } from '../../policies';
import { Prover } from '../../policies/reachability/prover';
import type { End, Query } from '../../policies/reachability/query';
import { median } from './median';

const ENTRIES = 20;
const RULES = 100;
const ROUNDS = 41;
const MEGABYTE = 1_000_000;

/** A VPC of two subnets whose ACLs have 40 entries and whose groups have 200 rules, of which the last one counts. */
function pairOfSubnets(): object {
  const numbered = (count: number, make: (number: number) => readonly [string, object]): Record<string, object> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));
  const port = (number: number, count: number): object => {
    const last = number === count - 1;
    return { from_port: last ? 443 : 8000 + number, to_port: last ? 443 : 8000 + number };
  };
  const entry = (egress: boolean) => (number: number) => {
    const reply = number % 2 === 1;
    const ports = reply ? { from_port: 1024, to_port: 65535 } : port(number + 1, ENTRIES);
    const block = { cidr_block: `10.0.0.0/${String(16 + (number % 4))}`, protocol: 'tcp', rule_action: 'allow' };
    const name = `${egress ? 'out' : 'in'}-${String(number)}`;
    return [name, { network_acl_id: '${aws_network_acl.both.id}', egress, rule_number: number + 1, ...block, ...ports }] as const;
  };
  const rule = (number: number): readonly [string, object] => [
    `rule-${String(number)}`,
    {
      security_group_id: '${aws_security_group.both.id}',
      referenced_security_group_id: '${aws_security_group.both.id}',
      ip_protocol: 'tcp',
      ...port(number, RULES),
    },
  ];
  const subnet = (third: number): object => ({ vpc_id: '${aws_vpc.one.id}', cidr_block: `10.0.${String(third)}.0/24` });
  return {
    resource: {
      aws_vpc: { one: { cidr_block: '10.0.0.0/16' } },
      aws_subnet: { a: subnet(0), b: subnet(1) },
      aws_network_acl: {
        both: { vpc_id: '${aws_vpc.one.id}', subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
      },
      aws_network_acl_rule: { ...numbered(ENTRIES, entry(true)), ...numbered(ENTRIES, entry(false)) },
      aws_security_group: { both: { vpc_id: '${aws_vpc.one.id}' } },
      aws_vpc_security_group_ingress_rule: numbered(RULES, rule),
      aws_vpc_security_group_egress_rule: numbered(RULES, rule),
    },
  };
}

function milliseconds(work: () => void): number {
  const before = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - before) / 1e6;
}

/**
 * How long it takes to prove one pair through 40 ACL entries and 200 group rules with its explanation, nothing compiled
 * before; as a multiple of hashing a megabyte with SHA-256, in turns in one process.
 */
export function reachPairMultiple(): number {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-bench-pair-'));
  try {
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(pairOfSubnets()));
    const facts = networkFactsOf(readUniverse(folder));
    const key = (address: string): string =>
      [...facts.subnets.keys(), ...facts.groups.keys()].find((one) => one.endsWith(address)) ?? '';
    const end = (subnet: string): End => {
      const place = { kind: 'interface', name: subnet, subnet: key(`aws_subnet.${subnet}`) } as const;
      return { ...place, groups: [key('aws_security_group.both')], publicIpv4: false, ipv6: false };
    };
    const traffic = { protocol: 6, ports: { from: 443, to: 443 } } as const;
    const query: Query = { from: end('a'), to: end('b'), family: 'v4', traffic };
    const { verdict } = new Prover(facts).answer(query);
    if (verdict !== 'proven') throw new Error(`the pair is ${verdict}`);
    const megabyte = randomBytes(MEGABYTE);
    const ratios = Array.from({ length: ROUNDS }, () => {
      const proof = milliseconds(() => void new Prover(facts).answer(query));
      const hash = milliseconds(() => void createHash('sha256').update(megabyte).digest());
      return proof / hash;
    });
    return median(ratios);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
