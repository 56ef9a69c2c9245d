import { Cidr } from '../../core/cidr';
import { NAT_TIER, type NetworkRenames, type NetworkView, type OnPremises, type RenameBook } from '../../network';
import type { LandingZoneInput, ResolvedNetwork } from '../configuration';
import type { PeeringPlan } from './peering-plan';

/** Networks outside AWS, by name. */
export function onPremisesOf({ onPremises = {} }: LandingZoneInput): ReadonlyMap<string, OnPremises> {
  return new Map(
    Object.entries(onPremises).map(([name, { cidrs, gateway }]) => [
      name,
      { gateway, cidrs: cidrs.map((text) => Cidr.parse(text)) },
    ]),
  );
}

function peersOf(network: ResolvedNetwork, peerings: readonly PeeringPlan[]): ReadonlyMap<string, string> {
  const keys = peerings.flatMap(({ requester, accepter }) =>
    requester === network.key ? [accepter] : accepter === network.key ? [requester] : [],
  );
  return new Map(
    keys.map((key) => {
      const [account = '', , name = ''] = key.split('/');
      return [`${account}/${name}`, key];
    }),
  );
}

/** A network as the flow compiler sees it. */
export function viewOf(
  network: ResolvedNetwork,
  onPremises: ReadonlyMap<string, OnPremises>,
  peerings: readonly PeeringPlan[],
): NetworkView {
  return {
    key: network.key,
    dualStack: network.ipv6,
    nat: network.nat,
    tiers: new Map(Object.entries(network.tiers).map(([tier, { kind }]) => [tier, kind])),
    endpoints: new Map(Object.entries(network.endpoints)),
    onPremises,
    peered: peersOf(network, peerings),
    flows: network.flows,
  };
}

function formerNames(entries: readonly (readonly [string, { readonly formerly?: string }])[]): Record<string, string> {
  return Object.fromEntries(entries.flatMap(([name, { formerly }]) => (formerly === undefined ? [] : [[name, formerly]])));
}

/** The former names of every network. */
export function renamesOf(networks: readonly ResolvedNetwork[]): RenameBook {
  return new Map(
    networks.map((network): [string, NetworkRenames] => {
      const groups = Object.entries(network.tiers).flatMap(([tier, { groups: named = {} }]) =>
        Object.entries(named).map(([group, { formerly }]): [string, string] => [`${tier}/${group}`, formerly]),
      );
      return [
        network.key,
        {
          ...(network.formerly === undefined ? {} : { network: network.formerly }),
          tiers: formerNames(Object.entries(network.tiers)),
          groups: Object.fromEntries(groups),
          ranges: formerNames(Object.entries(network.ranges)),
        },
      ];
    }),
  );
}

/** The tiers that get addresses: those of the configuration and the reserved one of NAT. */
export function addressedTiers(
  network: ResolvedNetwork,
  natZones: readonly string[],
): readonly { tier: string; range?: string; subnetSize: number; zones: readonly string[]; ipv6: boolean }[] {
  const own = Object.entries(network.tiers).map(([tier, { range, subnetSize }]) => ({
    tier,
    subnetSize,
    zones: network.zones,
    ipv6: network.ipv6,
    ...(range === undefined ? {} : { range }),
  }));
  // A /28 holds more addresses than a NAT gateway ever takes; it is AWS's smallest subnet.
  return natZones.length === 0 ? own : [...own, { tier: NAT_TIER, subnetSize: 28, zones: natZones, ipv6: false }];
}
