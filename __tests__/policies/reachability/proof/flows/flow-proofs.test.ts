import { FlowProofs } from '../../../../../policies/reachability/proof/flows/flow-proofs';
import { Prover } from '../../../../../policies/reachability/prover';
import { ALL, entry, type Facts, resource, rule, tcp } from '../../facts';
import { declared, flow, intentOf, shop, tightGroups } from '../shop';

/** What is proven of the flow from `web` to `app`: verdict, what is lost, and what its rules are there for. */
function proven({ facts }: Facts, clientPorts?: string): object {
  const proofs = new FlowProofs(new Prover(facts));
  const found = declared(facts, intentOf([flow('web', 'app', 'tcp/8080', clientPorts)])).map((one) => proofs.prove(one));
  return {
    proofs: found.map(({ works, pairs, answer }) => ({ works, pairs, verdict: answer?.verdict, lost: answer?.lostPorts })),
    broken: [...proofs.broken],
  };
}

const ALLOW = [entry(100, 'allow', ALL, '0.0.0.0/0')];
const repliesTo = (from: number, to: number): Facts =>
  tightGroups(shop()).acl('s:app-acl', { in: ALLOW, out: [entry(100, 'allow', tcp(from, to), '10.0.1.0/24')] });

describe('a flow', () => {
  it('works where replies reach all client ports, 1024-65535', () => {
    expect(proven(repliesTo(1024, 65535))).toEqual({
      proofs: [{ works: true, pairs: 1, verdict: undefined, lost: undefined }],
      broken: [],
    });
  });

  it('is partial where replies reach those of Linux only, and names the lost ones', () => {
    expect(proven(repliesTo(32768, 60999))).toEqual({
      proofs: [{ works: false, pairs: 1, verdict: 'partial', lost: ['tcp client 1024-32767, 61000-65535'] }],
      broken: ['s'],
    });
  });

  it('works with the same ACL where its clients open from 32768-60999', () => {
    expect(proven(repliesTo(32768, 60999), '32768-60999')).toMatchObject({ proofs: [{ works: true }], broken: [] });
  });

  it('is partial where one client port is lost, 1024', () => {
    expect(proven(repliesTo(1025, 65535))).toMatchObject({ proofs: [{ verdict: 'partial', lost: ['tcp client 1024'] }] });
  });

  it('is unreachable where the group of its target admits another group', () => {
    const facts = repliesTo(1024, 65535).group('s:app', 's:vpc', { ingress: [rule(tcp(8080), 's:other')] });

    expect(proven(facts)).toMatchObject({ proofs: [{ verdict: 'unreachable' }], broken: ['s'] });
  });
});

describe('a rule', () => {
  const usesOf = ({ facts }: Facts): object => {
    const proofs = new FlowProofs(new Prover(facts));
    for (const one of declared(facts, intentOf([flow('web', 'app', 'tcp/8080')]))) proofs.prove(one);
    return Object.fromEntries(proofs.uses);
  };
  const named = (name: string, from: number, to: number): ReturnType<typeof rule> => ({
    ...rule(tcp(from, to), 's:web'),
    origin: resource(`aws_vpc_security_group_ingress_rule.${name}`),
  });
  const admitting = (...rules: readonly ReturnType<typeof rule>[]): Facts =>
    tightGroups(shop()).group('s:app', 's:vpc', { ingress: rules });

  it('is needed where nothing else admits the packets', () => {
    expect(usesOf(admitting(named('one', 8080, 8080)))).toMatchObject({ 's:aws_vpc_security_group_ingress_rule.one': 'needed' });
  });

  it('is covered where a wider one admits them too, and so is the wider one', () => {
    expect(usesOf(admitting(named('narrow', 8080, 8080), named('wide', 8000, 9000)))).toMatchObject({
      's:aws_vpc_security_group_ingress_rule.narrow': 'covered',
      's:aws_vpc_security_group_ingress_rule.wide': 'covered',
    });
  });

  it('is for nothing where it admits none of them', () => {
    expect(usesOf(admitting(named('one', 8080, 8080), named('other', 8081, 8081)))).not.toHaveProperty([
      's:aws_vpc_security_group_ingress_rule.other',
    ]);
  });
});
