import fc from 'fast-check';

import type { AclEntry, NetworkAcl } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { Prover } from '../../../../policies/reachability/prover';
import { covers, equals } from '../../../../policies/reachability/region/region';
import { ALL, entry, Facts, host, oneOf, route, rule, tcp } from '../facts';
import { ask } from './questions';

const UNKNOWN = new Unknown('known only after apply');

function network(acl: Partial<NetworkAcl>): Facts {
  return new Facts()
    .vpc('v', ['10.0.0.0/16'])
    .subnet('a', 'v', '10.0.1.0/24')
    .subnet('b', 'v', '10.0.2.0/24', { acl: oneOf('acl') })
    .acl('acl', { out: [entry(1, 'allow', ALL, '0.0.0.0/0')], ...acl });
}

function said(facts: Facts): string {
  const { verdict, arrives } = ask(facts, { from: host('a'), to: host('b') });
  return `${verdict}, arrives ${arrives}`;
}

const allow = entry(100, 'allow', tcp(443), '0.0.0.0/0');
const deny = entry(50, 'deny', tcp(443), '0.0.0.0/0');

describe('what is not known of an ACL', () => {
  it.each([
    ['an allow whose block is unknown', [{ ...allow, block: UNKNOWN }], 'unknown, arrives unknown'],
    ['an allow whose number is unknown, before nothing', [{ ...allow, number: UNKNOWN }], 'proven, arrives some'],
    ['an allow whose number is unknown, beside a deny', [{ ...allow, number: UNKNOWN }, deny], 'unknown, arrives unknown'],
    ['a deny whose traffic is unknown', [{ ...deny, traffic: UNKNOWN }, allow], 'unknown, arrives unknown'],
    ['a deny behind the allow', [{ ...deny, number: 200, block: UNKNOWN }, allow], 'proven, arrives some'],
    ['an entry that may be another ACL’s', [{ ...allow, certain: false }], 'unknown, arrives unknown'],
    ['an entry that allows or denies', [{ ...allow, action: UNKNOWN }], 'unknown, arrives unknown'],
    ['an unknown block of another port', [{ ...allow, traffic: tcp(80), block: UNKNOWN }], 'unreachable, arrives none'],
  ] as const)('%s', (_title, entries, wanted) => {
    expect(said(network({ in: entries }))).toBe(wanted);
  });

  it('is named with its reason', () => {
    const { why } = ask(network({ in: [{ ...allow, block: UNKNOWN }] }), { from: host('a'), to: host('b') });
    expect(why).toBe("It can't be told; network-acl-in acl: not known: aws_network_acl_rule.n100: known only after apply.");
  });

  it('leaves everything open where entries may be missing', () => {
    expect(said(network({ in: [allow], incomplete: UNKNOWN }))).toBe('unknown, arrives unknown');
  });

  it('is no matter where both ACLs that it may be agree', () => {
    const facts = network({ in: [allow] }).acl('other', { allowsAll: true });
    const either = { acl: oneOf('acl', 'other') };
    facts.subnet('b', 'v', '10.0.2.0/24', either);
    expect(said(facts)).toBe('proven, arrives some');
    facts.acl('other', {});
    expect(said(facts)).toBe('unknown, arrives unknown');
  });
});

describe('what is not known elsewhere', () => {
  it('a rule by group is open to a subnet that stands for its routes and ACLs alone', () => {
    const facts = network({ in: [allow] }).group('g', 'v', { ingress: [rule(tcp(443), 'clients')] });
    const { verdict } = ask(facts, { from: host('a'), to: host('b', ['g']) });
    expect([verdict, ask(facts, { from: host('a', ['other']), to: host('b', ['g']) }).verdict]).toEqual([
      'unknown',
      'unreachable',
    ]);
  });

  it('a middlebox on the way leaves it open', () => {
    const facts = network({ in: [allow] }).table('v-main', 'v', [route('10.0.2.0/24', { kind: 'middlebox', key: 'eni' })]);
    expect(said(facts)).toBe('unknown, arrives unknown');
  });

  it('an unknown subnet block is proven where all of its VPC is, and never partial', () => {
    const facts = network({ in: [allow] }).subnet('b', 'v', undefined, { ipv4: UNKNOWN, acl: oneOf('acl') });
    expect(said(facts)).toBe('proven, arrives some');
    facts.acl('acl', { in: [entry(1, 'allow', ALL, '10.0.0.0/24')], out: [entry(1, 'allow', ALL, '0.0.0.0/0')] });
    expect(said(facts.subnet('a', 'v', undefined, { ipv4: UNKNOWN }))).toBe('unknown, arrives unknown');
  });
});

describe('the two readings', () => {
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | Unknown> =>
    fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(UNKNOWN) });
  const anEntry: fc.Arbitrary<AclEntry> = fc
    .record({
      number: maybe(fc.integer({ min: 1, max: 9 })),
      action: maybe(fc.constantFrom('allow' as const, 'deny' as const)),
      traffic: maybe(fc.constantFrom(ALL, tcp(443), tcp(1, 2000), tcp(1024, 65535))),
      where: fc.constantFrom('0.0.0.0/0', '10.0.1.0/24', '10.0.1.0/25', '10.0.0.0/16'),
      certain: fc.boolean(),
    })
    .map(({ where, ...rest }) => ({ ...entry(1, 'allow', ALL, where), ...rest }));
  const entries = fc.array(anEntry, { maxLength: 5 });

  it('nothing passes the strict one that does not pass the lenient one, and they are one where nothing is unknown', () => {
    fc.assert(
      fc.property(entries, entries, (into, out) => {
        const prover = new Prover(network({ in: into, out }).facts);
        const { strict, lenient } = prover.bothReadings(host('a'), host('b'), 'v4');
        expect(covers(lenient.works, strict.works) && covers(lenient.arrives, strict.arrives)).toBe(true);
        const alone = prover.connections(host('a'), host('b'), 'v4', 'lenient');
        expect(equals(lenient.works, alone.works)).toBe(true);
      }),
    );
  });

  it('a deny more never lets more pass', () => {
    fc.assert(
      fc.property(entries, anEntry, fc.constantFrom('strict' as const, 'lenient' as const), (into, one, reading) => {
        const works = (list: readonly AclEntry[]) =>
          new Prover(network({ in: list }).facts).connections(host('a'), host('b'), 'v4', reading).works;
        expect(covers(works(into), works([...into, { ...one, action: 'deny' }]))).toBe(true);
      }),
    );
  });
});
