import { Cidr } from '../../core/cidr';
import { type Change, type Ledger, LedgerSession } from '../../core/ledger';
import {
  aclNumberKey,
  compileFlows,
  type CompiledNetwork,
  type NetworkAddresses,
  NetworkNames,
  type NetworkQuotas,
  type PhysicalNames,
  placeAclEntries,
  type RenameBook,
  type VpcPlan,
} from '../../network';
import { addressPoolOf } from './address-pool';
import type { LandingZoneInput, ResolvedNetwork } from '../configuration';
import { lifecycleOf, resolveNetworks } from '../configuration';
import { addressedTiers, onPremisesOf, renamesOf, viewOf } from './network-views';
import { type PeeringPlan, planPeerings } from './peering-plan';

/** Every network decided, and the ledger that holds its addresses. */
export interface NetworkPlans {
  /** All of them, the closed ones too, sorted by key. */
  readonly networks: readonly ResolvedNetwork[];
  /** The living and closing ones by key. */
  readonly plans: ReadonlyMap<string, VpcPlan>;
  readonly peerings: readonly PeeringPlan[];
  readonly flows: ReadonlyMap<string, CompiledNetwork>;
  readonly ledger: Ledger;
  readonly changes: readonly Change[];
}

function openSession(input: LandingZoneInput, ledger: Ledger, networks: readonly ResolvedNetwork[]): LedgerSession {
  const session = LedgerSession.open(ledger, addressPoolOf(input, networks));
  for (const network of networks) renameInLedger(session, network);
  for (const [name, { id }] of Object.entries(input.accounts)) session.account(name, id, lifecycleOf(input, name));
  return session;
}

function renameInLedger(session: LedgerSession, { key, account, region, name, formerly, tiers, ranges }: ResolvedNetwork): void {
  if (formerly !== undefined) session.rename({ kind: 'network', account, region, from: formerly, to: name });
  for (const [tier, { formerly: from }] of Object.entries(tiers)) {
    if (from !== undefined) session.rename({ kind: 'tier', network: key, from, to: tier });
  }
  for (const [tier, { groups = {} }] of Object.entries(tiers)) {
    for (const [to, group] of Object.entries(groups)) session.renameGroup({ tier: `${key}/${tier}`, from: group.formerly, to });
  }
  for (const [range, { formerly: from }] of Object.entries(ranges)) {
    if (from !== undefined) session.rename({ kind: 'range', network: key, from, to: range });
  }
}

type Blocks = Omit<NetworkAddresses, 'aclNumbers'> & { readonly natZones: readonly string[] };

function allotBlocks(session: LedgerSession, network: ResolvedNetwork): Blocks {
  const { key, cidr, vpcSize, lifecycle } = network;
  const vpc = session.vpc(key, { ...(cidr === undefined ? { size: vpcSize } : { cidr: Cidr.parse(cidr) }), lifecycle });
  const ranges = new Map(
    Object.entries(network.ranges).map(([name, range]) => [
      name,
      session.range(`${key}/${name}`, range.cidr === undefined ? { size: range.size } : { cidr: Cidr.parse(range.cidr) }),
    ]),
  );
  const natZones = session.natZones(key, network.nat, network.zones, network.natZone);
  const tiers = new Map(
    addressedTiers(network, natZones).map(({ tier, range, subnetSize, zones, ipv6 }) => {
      const within = range === undefined ? vpc : ranges.get(range);
      if (within === undefined) throw new Error(`${key} has no range ${String(range)}`);
      return [tier, session.subnets(`${key}/${tier}`, { within, subnetSize, zones, ipv6 })];
    }),
  );
  return { vpc, ranges, tiers, natZones };
}

function physicalNames(session: LedgerSession, key: string, groups: readonly string[]): PhysicalNames {
  const tier = (name: string): string => session.physicalName(`${key}/${name}`);
  const named = groups.filter((group) => group.includes('/')).map((group) => group.split('/') as [string, string]);
  const owners = [...new Set(named.map(([owner]) => owner))];
  const names = new Map(
    owners.flatMap((owner) => {
      const inner = session.groupNames(
        `${key}/${owner}`,
        named.filter(([of]) => of === owner).map(([, name]) => name),
      );
      return [...inner].map(([name, physical]): [string, string] => [`${owner}/${name}`, `${tier(owner)}/${physical}`]);
    }),
  );
  const group = (name: string): string => names.get(name) ?? (name.startsWith('endpoint:') ? name : tier(name));
  return { network: session.physicalName(key), tier, group };
}

function quotasOf({ quotas = {} }: LandingZoneInput): NetworkQuotas {
  return { aclEntries: quotas.aclEntries ?? 20, groupRules: quotas.groupRules ?? 60 };
}

/**
 * Decides every network: flows compiled, addresses from the ledger or newly allotted, names with their renames.
 * @throws InputError LZ-FLOW-n, LZ-LEDGER-n
 */
export function planNetworks(input: LandingZoneInput, before: Ledger): NetworkPlans {
  const networks = resolveNetworks(input);
  const open = networks.filter(({ lifecycle }) => lifecycle !== 'closed');
  const session = openSession(input, before, networks);
  const peerings = planPeerings(input, open, session);
  const onPremises = onPremisesOf(input);
  const flows = compileFlows(open.map((network) => viewOf(network, onPremises, peerings)));
  const renames = renamesOf(networks);
  // Closed networks keep their place until their entry goes: what is left of them is still being destroyed.
  const blocks = new Map(networks.map((network) => [network.key, allotBlocks(session, network)]));
  const blocksOf = (key: string): Blocks => {
    const found = blocks.get(key);
    if (found === undefined) throw new Error(`no addresses for ${key}`);
    return found;
  };
  const addresses = new Map<string, NetworkAddresses>();
  const plans = new Map(
    open.map((network): [string, VpcPlan] => {
      const compiled = flows.get(network.key);
      if (compiled === undefined) throw new Error(`no flows for ${network.key}`);
      const aclEntries = placeAclEntries(compiled.aclEntries, (key, tier) => blocksOf(key).tiers.get(tier)?.blockNumbers ?? []);
      const aclNumbers = new Map(
        aclEntries.map(({ tier, direction, key }) => [
          aclNumberKey(tier, direction, key),
          session.aclNumber(`${network.key}/${tier}`, direction, key),
        ]),
      );
      addresses.set(network.key, { ...blocksOf(network.key), aclNumbers });
      const physical = physicalNames(session, network.key, compiled.groups);
      return [
        network.key,
        planOf(input, network, {
          compiled,
          aclEntries,
          physical,
          renames,
          onPremises,
          natZones: blocksOf(network.key).natZones,
          addresses,
        }),
      ];
    }),
  );
  const { ledger, changes } = session.finish();
  return { networks, plans, peerings, flows, ledger, changes };
}

type Decided = Pick<VpcPlan, 'aclEntries' | 'physical' | 'onPremises' | 'natZones'> & {
  readonly compiled: CompiledNetwork;
  readonly renames: RenameBook;
  readonly addresses: ReadonlyMap<string, NetworkAddresses>;
};

function planOf(
  input: LandingZoneInput,
  network: ResolvedNetwork,
  { compiled, renames, addresses, ...decided }: Decided,
): VpcPlan {
  const { key, account, accountId, region, zones, ipv6, endpoints, flowLogs, dhcp, lifecycle } = network;
  const addressesOf = (other: string): NetworkAddresses => {
    const found = addresses.get(other);
    if (found === undefined) throw new Error(`no addresses for ${other}`);
    return found;
  };
  return {
    ...decided,
    names: new NetworkNames(key, renames),
    accountId,
    region,
    zones,
    dualStack: ipv6,
    tiers: new Map(
      Object.entries(network.tiers).map(([tier, { kind, range }]) => [tier, { kind, ...(range === undefined ? {} : { range }) }]),
    ),
    endpoints: new Map(Object.entries(endpoints)),
    flowLogs,
    ...(dhcp === undefined ? {} : { dhcp }),
    flows: compiled,
    addresses: addressesOf(key),
    addressesOf,
    quotas: quotasOf(input),
    parameterPath: `/lz/${account}/network/${decided.physical.network}`,
    closing: lifecycle === 'closing',
  };
}
