import { Cidr } from '../../../../modules/core/cidr';
import { type Change, type Ledger, LedgerSession } from '../../../../modules/core/ledger';
import { type NetworkModel, networksOf, type TierModel, type World } from './world';

export const ADDRESSES = { pool: Cidr.parse('10.0.0.0/13'), reserved: [Cidr.parse('10.0.32.0/19')] };

/** What something was given, and what must be the same for it to be given that again. */
export interface Given {
  readonly under: string;
  readonly value: string;
}
export type Snapshot = ReadonlyMap<string, Given>;

function askTier(
  session: LedgerSession,
  path: string,
  tier: TierModel,
  network: NetworkModel,
  within: Cidr,
  peers: ReadonlySet<string>,
  given: Map<string, Given>,
): void {
  const under = `${network.rev} ${tier.range === undefined ? '' : network.ranges[tier.range]!.rev} ${tier.rev}`;
  const { subnets, ipv6, blocks } = session.subnets(path, {
    within,
    subnetSize: tier.size,
    zones: Object.keys(tier.zones),
    ipv6: network.ipv6,
  });
  for (const [zone, cidr] of subnets) {
    given.set(`subnet ${tier.uid} ${zone}`, { under, value: cidr.toString() });
    if (!blocks.some((block) => block.covers(cidr) && within.covers(block))) throw new Error(`${path}/${zone} is in no block`);
  }
  for (const [zone, number] of ipv6) given.set(`ipv6 ${tier.uid} ${zone}`, { under, value: String(number) });
  for (const [id, { direction, peer, port }] of Object.entries(tier.acl)) {
    if (peer !== 'anywhere' && !peer.includes('.') && !peers.has(peer) && !(peer in network.tiers)) continue;
    given.set(`acl ${id}`, { under: '', value: String(session.aclNumber(path, direction, `${peer} ${port}`)) });
  }
  given.set(`name ${tier.uid}`, { under: '', value: session.physicalName(path) });
}

function renameAll(session: LedgerSession, world: World): void {
  for (const { account, region, name, network } of networksOf(world)) {
    if (network.formerly !== undefined) session.rename({ kind: 'network', account, region, from: network.formerly, to: name });
    const path = `${account}/${region}/${name}`;
    for (const [kind, record] of [
      ['tier', network.tiers],
      ['range', network.ranges],
    ] as const) {
      for (const [to, { formerly: from }] of Object.entries(record)) {
        if (from !== undefined) session.rename({ kind, network: path, from, to });
      }
    }
  }
}

/** One synth of the world. */
export function synth(ledger: Ledger, world: World): { ledger: Ledger; changes: readonly Change[]; given: Snapshot } {
  const session = LedgerSession.open(ledger, ADDRESSES);
  const given = new Map<string, Given>();
  renameAll(session, world);
  for (const [name, { id, lifecycle }] of Object.entries(world.accounts)) session.account(name, id, lifecycle);
  const networks = networksOf(world);
  const peers = new Set(
    networks.flatMap(({ account, name, network }) => Object.keys(network.tiers).map((tier) => `${account}/${name}/${tier}`)),
  );
  for (const { account, place, network } of networks) {
    const key = `${account}/${place}`;
    const { lifecycle } = network;
    const own = session.vpc(
      key,
      network.cidr === undefined ? { size: 20, lifecycle } : { cidr: Cidr.parse(network.cidr), lifecycle },
    );
    given.set(`vpc ${network.uid}`, { under: network.rev, value: own.toString() });
    given.set(`name ${network.uid}`, { under: '', value: session.physicalName(key) });
    const ranges = new Map<string | undefined, Cidr>([[undefined, own]]);
    for (const [name, range] of Object.entries(network.ranges)) {
      const cidr = session.range(`${key}/${name}`, { size: 22 });
      ranges.set(name, cidr);
      given.set(`range ${range.uid}`, { under: '', value: cidr.toString() });
    }
    for (const [name, tier] of Object.entries(network.tiers)) {
      askTier(session, `${key}/${name}`, tier, network, ranges.get(tier.range)!, peers, given);
    }
  }
  return { ...session.finish(), given };
}
