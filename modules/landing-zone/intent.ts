import { basename } from 'node:path';

import { renderPeer } from '../core/flow';
import type {
  Intent,
  IntentAccessClaim,
  IntentClaim,
  IntentFlow,
  IntentOptOut,
  IntentResidue,
  IntentStack,
  SourcePosition,
} from '../core/intent';
import { renderPort } from '../core/port';
import { renderAclPeer } from '../network';
import type { AccessInput, LandingZoneInput, PositionOf, ResolvedNetwork } from './configuration';
import { intentNetworks } from './networks/intent-networks';
import type { NetworkPlans } from './networks/network-plans';

/** The file by its name alone: output holds no path of the machine that made it. */
function located(position: SourcePosition | undefined): { position?: SourcePosition } {
  return position === undefined ? {} : { position: { ...position, file: basename(position.file) } };
}

function flowsOf({ key, name, flows }: ResolvedNetwork, positionOf: PositionOf): IntentFlow[] {
  return flows.map(({ from, to, port, why, families, clientPorts, index }) => ({
    network: key,
    from: renderPeer(from),
    to: renderPeer(to),
    port: renderPort(port),
    why,
    clientPorts: `${String(clientPorts.from)}-${String(clientPorts.to)}`,
    ...(families === undefined ? {} : { families }),
    ...located(positionOf(['networks', name, 'flows', index])),
  }));
}

function claimsOf({ key, name, claims }: ResolvedNetwork, positionOf: PositionOf): IntentClaim[] {
  return claims.map(({ index, ...claim }) => ({
    network: key,
    claim,
    ...located(positionOf(['networks', name, 'claims', index])),
  }));
}

function asList(texts: string | readonly string[]): readonly string[] {
  return typeof texts === 'string' ? [texts] : texts;
}

/** An organisation that is being ended claims nothing of access: its logs have to be deleted by somebody. */
function accessClaimsOf({ claims = [], lifecycle = 'living' }: LandingZoneInput, positionOf: PositionOf): IntentAccessClaim[] {
  if (lifecycle !== 'living') return [];
  return claims.map((claim, index) => {
    const [kind, access]: ['allowed' | 'denied', AccessInput] =
      'allowed' in claim ? ['allowed', claim.allowed] : ['denied', claim.denied];
    const { principal, action, resource, context = {}, withoutContext = [] } = access;
    return {
      kind,
      principal,
      actions: asList(action),
      resource,
      context: Object.fromEntries(Object.entries(context).map(([key, value]) => [key, asList(value)])),
      withoutContext,
      ...located(positionOf(['claims', index])),
    };
  });
}

function residueOf(plans: NetworkPlans): IntentResidue[] {
  return [...plans.flows.values()].flatMap(({ aclEntries }) =>
    aclEntries
      .filter(({ residue }) => residue)
      .map(({ network, tier, direction, peer, port, flows }) => ({
        network,
        tier,
        direction,
        peer: renderAclPeer(peer, network),
        port: renderPort(port),
        flows: [...flows].sort(),
      })),
  );
}

/** Safe defaults that the configuration gives up, each with its `accept`. */
function optOutsOf({ networks = {} }: LandingZoneInput, positionOf: PositionOf): IntentOptOut[] {
  return Object.entries(networks).flatMap(([name, { flowLogs, flows = [] }]) => [
    ...(flowLogs?.accept === undefined
      ? []
      : [
          {
            what: `network ${name}: no flow logs`,
            reason: flowLogs.accept,
            ...located(positionOf(['networks', name, 'flowLogs', 'accept'])),
          },
        ]),
    ...flows.flatMap(({ from, to, accept }, index) =>
      accept === undefined
        ? []
        : [
            {
              what: `network ${name}: every port from ${from} to ${to}`,
              reason: accept,
              ...located(positionOf(['networks', name, 'flows', index])),
            },
          ],
    ),
  ]);
}

/** What the configuration means, for the policies. */
export function intentOf(
  input: LandingZoneInput,
  plans: NetworkPlans,
  stacks: readonly IntentStack[],
  positionOf: PositionOf,
): Intent {
  const { name, managementAccount, homeRegion } = input.organization;
  const optOuts = optOutsOf(input, positionOf);
  const open = plans.networks.filter(({ lifecycle }) => lifecycle !== 'closed');
  return {
    version: 1,
    organization: { name, managementAccount, homeRegion },
    stacks: [...stacks].sort((a, b) => (a.name < b.name ? -1 : 1)),
    networks: intentNetworks(plans),
    flows: open.flatMap((network) => flowsOf(network, positionOf)),
    residue: residueOf(plans),
    claims: open.flatMap((network) => claimsOf(network, positionOf)),
    accessClaims: accessClaimsOf(input, positionOf),
    suppressions: (input.suppressions ?? []).map((each, index) => ({
      ...each,
      ...located(positionOf(['suppressions', index])),
    })),
    ...(optOuts.length === 0 ? {} : { optOuts }),
    quotas: { aclEntries: input.quotas?.aclEntries ?? 20, groupRules: input.quotas?.groupRules ?? 60 },
  };
}
