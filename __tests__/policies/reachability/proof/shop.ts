import type { Intent, IntentClaim, IntentFlow, IntentNetwork, IntentTier } from '../../../../modules/core/intent';
import type { NetworkFacts } from '../../../../policies/model/network';
import { ClaimProofs } from '../../../../policies/reachability/proof/claims';
import { declaredFlows } from '../../../../policies/reachability/proof/names/declared-flows';
import { type Proofs, ProofRun } from '../../../../policies/reachability/proof/prove';
import { PeerEnds } from '../../../../policies/reachability/proof/names/peer-ends';
import { Prover } from '../../../../policies/reachability/prover';
import { ALL, entry, Facts, route, rule, tcp } from '../facts';

const tier = (name: string, kind: IntentTier['kind']): IntentTier => ({
  tier: name,
  kind,
  subnets: [`${name}_a`],
  acl: `${name}-acl`,
  groups: [{ name, address: name }],
});

/** A network with a public tier `web` and a private one `app`, in one zone. */
export const SHOP: IntentNetwork = {
  network: 'dev/eu-west-1/shop',
  stack: 's',
  vpc: 'vpc',
  dualStack: false,
  tiers: [tier('web', 'public'), tier('app', 'private')],
  endpoints: [],
  onPremises: [],
  peered: [],
};

export function flow(from: string, to: string, port: string, clientPorts = '1024-65535'): IntentFlow {
  return { network: SHOP.network, from, to, port, why: 'Because', clientPorts };
}

/** What the authors of the shop meant. */
export function intentOf(
  flows: readonly IntentFlow[],
  claims: readonly IntentClaim['claim'][] = [],
  network: Partial<IntentNetwork> = {},
): Intent {
  return {
    version: 1,
    organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'eu-west-1' },
    stacks: [],
    networks: [{ ...SHOP, ...network }],
    flows,
    residue: [],
    claims: claims.map((claim) => ({ network: SHOP.network, claim })),
    accessClaims: [],
    suppressions: [],
    quotas: { aclEntries: 20, groupRules: 60 },
  };
}

/** The ground of the shop, without a rule: ACLs of its own that let everything pass, and a gateway to the internet. */
export function shop(): Facts {
  const open = { in: [entry(100, 'allow', ALL, '0.0.0.0/0')], out: [entry(100, 'allow', ALL, '0.0.0.0/0')] };
  return new Facts()
    .vpc('s:vpc', ['10.0.0.0/16'])
    .internetGateway('s:igw', 's:vpc')
    .table('s:public', 's:vpc', [route('0.0.0.0/0', { kind: 'internet-gateway', key: 's:igw' })])
    .acl('s:web-acl', open)
    .acl('s:app-acl', open)
    .subnet('s:web_a', 's:vpc', '10.0.1.0/24', { table: { choices: ['s:public'] }, acl: { choices: ['s:web-acl'] } })
    .subnet('s:app_a', 's:vpc', '10.0.2.0/24', { acl: { choices: ['s:app-acl'] } });
}

/** Customers reach `web`, `web` reaches `app`: the groups as flows make them. */
export function tightGroups(facts: Facts): Facts {
  return facts
    .group('s:web', 's:vpc', { ingress: [rule(tcp(443), '0.0.0.0/0')], egress: [rule(tcp(8080), 's:app')] })
    .group('s:app', 's:vpc', { ingress: [rule(tcp(8080), 's:web')] });
}

export const TIGHT = [flow('internet', 'web', 'tcp/443'), flow('web', 'app', 'tcp/8080')];

export function provenOf(facts: Facts, intent: Intent): Proofs {
  return new ProofRun(intent, facts.facts, new Prover(facts.facts)).run();
}

/** Verdicts of claims alone, as `holds pairs`. */
export function claimsOf({ facts }: Facts, intent: Intent): string[] {
  const proofs = new ClaimProofs(new Prover(facts), facts, new PeerEnds(intent, facts)).all(intent);
  return proofs.map(({ holds, pairs }) => `${String(holds)} ${String(pairs)}`);
}

/** The flows of the shop with their ends. */
export function declared(facts: NetworkFacts, intent: Intent): ReturnType<typeof declaredFlows> {
  return declaredFlows(intent, new PeerEnds(intent, facts), facts);
}
