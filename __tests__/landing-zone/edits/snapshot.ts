import { renderPort } from '../../../modules/core/port';
import type { ResourceName } from '../../../modules/core/resource-name';
import type { NetworkPlans } from '../../../modules/landing-zone';
import type { VpcPlan } from '../../../modules/network';
import type { NetworkModel, TierModel, World } from './world';

/** What something was given. */
export interface Given {
  /** What must be the same for the value to be the same. */
  readonly under: string;
  /** CIDR, number or name in AWS. */
  readonly value: string;
  /** Terraform's name; a former one becomes a `moved` block. */
  readonly name: ResourceName;
}

/** By what it is, whatever it is called. */
export type Snapshot = ReadonlyMap<string, Given>;

/** What a network with a single NAT gateway calls it: the value is its zone, if nobody chose one; under are all zones. */
export const SINGLE_NAT = 'single-nat';

class Reader {
  readonly given = new Map<string, Given>();

  constructor(
    private readonly world: World,
    private readonly plan: VpcPlan,
  ) {}

  get #key(): string {
    return this.plan.names.key;
  }

  #modelOf(key: string): NetworkModel {
    return this.world.networks[key.split('/')[2]!]!;
  }

  #place(key: string): string {
    const [account, region] = key.split('/');
    return `${account!}/${region!}/${this.#modelOf(key).uid}`;
  }

  #tierId(key: string, tier: string): string {
    return `${this.#place(key)} ${this.#modelOf(key).tiers[tier]?.uid ?? tier}`;
  }

  #groupId(key: string, group: string): string {
    if (group.startsWith('endpoint:')) return `${this.#place(key)} ${group}`;
    const [tier = '', name] = group.split('/');
    return `${this.#tierId(key, tier)} ${name === undefined ? '' : this.#modelOf(key).tiers[tier]!.groups[name]!.uid}`;
  }

  #set(id: string, name: ResourceName, value: string, under = ''): void {
    this.given.set(`${id} of ${this.#place(this.#key)}`, { under, value, name });
  }

  read(): Snapshot {
    const { names, physical, addresses, natZones } = this.plan;
    this.#set('vpc', names.of('vpc'), `${addresses.vpc.toString()} ${physical.network}`);
    for (const [range, cidr] of addresses.ranges) {
      this.#set(`range ${this.#modelOf(this.#key).ranges[range]!.uid}`, names.of('range', names.range(range)), cidr.toString());
    }
    for (const zone of natZones) this.#set(`nat ${zone}`, names.of('nat', zone), '');
    const { nat, natZone, zones } = this.#modelOf(this.#key);
    if (nat === 'single' && natZone === undefined) {
      this.#set(SINGLE_NAT, names.of('nat'), natZones.join(), Object.keys(zones).join());
    }
    this.#readTiers();
    this.#readGroups();
    this.#readEntries();
    return this.given;
  }

  #under(tier: string): string {
    const { ranges, tiers } = this.#modelOf(this.#key);
    const { range, rev = '' }: Partial<TierModel> = tiers[tier] ?? {};
    return `${range === undefined ? '' : ranges[range]!.uid} ${rev}`;
  }

  #readTiers(): void {
    const { names, physical, addresses } = this.plan;
    for (const [tier, { subnets, ipv6 }] of addresses.tiers) {
      const id = this.#tierId(this.#key, tier);
      this.#set(`tier ${id}`, names.of(names.tier(tier)), physical.tier(tier));
      for (const [zone, cidr] of subnets) {
        this.#set(`subnet ${id} ${zone}`, names.of(names.tier(tier), zone), cidr.toString(), this.#under(tier));
      }
      for (const [zone, number] of ipv6) {
        this.#set(`ipv6 ${id} ${zone}`, names.of(names.tier(tier), zone), String(number), this.#under(tier));
      }
    }
  }

  #readGroups(): void {
    const { names, physical, flows } = this.plan;
    for (const group of flows.groups) {
      this.#set(`group ${this.#groupId(this.#key, group)}`, names.of(names.group(group)), physical.group(group));
    }
    for (const { group, direction, peer, port } of flows.rules) {
      const to =
        peer.kind === 'group'
          ? this.#groupId(peer.network, peer.group)
          : JSON.stringify(peer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      const id = `rule ${this.#groupId(this.#key, group)} ${direction} ${to} ${renderPort(port)}`;
      this.#set(id, names.of(names.group(group), direction, names.rulePeer(peer), renderPort(port)), '');
    }
  }

  #readEntries(): void {
    const { names, addresses, addressesOf, aclEntries } = this.plan;
    for (const { tier, direction, peer, port, block, key } of aclEntries) {
      const {
        blockNumbers = [],
        blocks = [],
        ipv6Blocks = [],
      } = (peer.kind === 'tier' ? addressesOf(peer.network).tiers.get(peer.tier) : undefined) ?? {};
      const place = blockNumbers.indexOf(block);
      if (peer.kind === 'tier' && place < 0) throw new Error(`${peer.tier} of ${peer.network} has no block ${block}`);
      const to =
        peer.kind === 'tier'
          ? `${this.#tierId(peer.network, peer.tier)} ${peer.family === 'v4' ? String(blocks[place]) : `v6 ${String(ipv6Blocks[place])}`}`
          : peer.kind === 'cidr'
            ? peer.cidr.toString()
            : `anywhere ${peer.family}`;
      const number = addresses.aclNumbers.get(`${tier} ${direction} ${key}`);
      const id = `acl ${this.#tierId(this.#key, tier)} ${direction} ${to} ${renderPort(port)}`;
      this.#set(id, names.of(names.tier(tier), direction, names.aclPeer(peer, block), renderPort(port)), String(number));
    }
  }
}

/** What every open network was given. */
export function snapshot({ plans }: NetworkPlans, world: World): Snapshot {
  return new Map([...plans.values()].flatMap((plan) => [...new Reader(world, plan).read()]));
}
