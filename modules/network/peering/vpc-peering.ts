import { Route } from '@cdktf/provider-aws/lib/route';
import { VpcPeeringConnection } from '@cdktf/provider-aws/lib/vpc-peering-connection';
import { VpcPeeringConnectionAccepterA } from '@cdktf/provider-aws/lib/vpc-peering-connection-accepter';
import { Construct } from 'constructs';

import { renderPort } from '../../core/port';
import { resourceName } from '../../core/resource-name';
import { define } from '../../terraform';
import { nameInFlows } from '../flows/flow-sink';
import { defineGroupRule } from '../access/security-group';
import type { PeeringSide } from './peering-side';

/** The two sides of a peering. */
export interface VpcPeeringProps {
  /** The side whose stack holds the peering. */
  readonly requester: PeeringSide;
  readonly accepter: PeeringSide;
}

function providerOf({ provider }: PeeringSide): { provider?: NonNullable<PeeringSide['provider']> } {
  return provider === undefined ? {} : { provider };
}

/**
 * A peering of two networks of one region, with everything on both sides that can't be before it is: routes to the
 * tiers that flows name and to no more (CIS 5.5), and the rules by which groups name each other. All of it stands in one
 * stack, since halves in two would wait for each other.
 */
export class VpcPeering extends Construct {
  readonly connection: VpcPeeringConnection;
  /** Accepts on the other side, where that is another account. */
  readonly accepter?: VpcPeeringConnectionAccepterA;

  constructor(scope: Construct, id: string, props: VpcPeeringProps) {
    super(scope, id);
    const { requester, accepter } = props;
    const names = requester.plan.names;
    const across = accepter.provider !== undefined;
    const tags = { Name: `${requester.plan.physical.network} - ${nameInFlows(accepter.plan.names.key)}` };
    const name = names.of('peering', accepter.plan.names.inFlows());
    this.connection = define(this, VpcPeeringConnection, name, {
      vpcId: requester.vpcId,
      peerVpcId: accepter.vpcId,
      ...(across ? { peerOwnerId: accepter.plan.accountId } : { autoAccept: true }),
      tags,
    });
    if (across) {
      this.accepter = define(this, VpcPeeringConnectionAccepterA, name, {
        vpcPeeringConnectionId: this.connection.id,
        autoAccept: true,
        tags,
        ...providerOf(accepter),
      });
    }
    for (const [side, other] of [
      [requester, accepter],
      [accepter, requester],
    ] as const) {
      this.#addRoutes(side, other, side === requester);
      this.#addRules(side, other, side === requester);
    }
  }

  get #active(): (VpcPeeringConnection | VpcPeeringConnectionAccepterA)[] {
    return [this.accepter ?? this.connection];
  }

  #addRoutes(side: PeeringSide, other: PeeringSide, own: boolean): void {
    const { names, flows, addresses } = side.plan;
    for (const need of flows.routes) {
      if (need.kind !== 'peering' || need.network !== other.plan.names.key) continue;
      for (const zone of addresses.tiers.get(need.tier)?.subnets.keys() ?? []) {
        const { blocks, blockNumbers } = other.plan.addresses.tiers.get(need.peerTier) ?? { blocks: [], blockNumbers: [] };
        for (const [index, block] of blocks.entries()) {
          const number = blockNumbers[index] ?? 1;
          const to = [zone, 'to', names.remoteTier(need.network, need.peerTier), ...(number === 1 ? [] : [String(number)])];
          const name = own ? names.of(names.tier(need.tier), ...to) : resourceName(names.remoteTier(names.key, need.tier), ...to);
          define(this, Route, name, {
            routeTableId: side.routeTableId(need.tier, zone),
            destinationCidrBlock: block.toString(),
            vpcPeeringConnectionId: this.connection.id,
            dependsOn: this.#active,
            ...providerOf(side),
          });
        }
      }
    }
  }

  #addRules(side: PeeringSide, other: PeeringSide, own: boolean): void {
    const { names, flows } = side.plan;
    const foreign = side.plan.accountId !== other.plan.accountId;
    for (const { group, direction, peer, port, why } of flows.peeringRules) {
      if (peer.kind !== 'group' || peer.network !== other.plan.names.key) continue;
      const parts = [direction === 'ingress' ? 'from' : 'to', names.rulePeer(peer), renderPort(port)];
      const id = other.groupId(peer.group);
      defineGroupRule(
        this,
        own ? names.of(names.group(group), ...parts) : resourceName(names.remoteGroup(names.key, group), ...parts),
        {
          securityGroupId: side.groupId(group),
          direction,
          peer: { kind: 'group-id', id: foreign ? `${other.plan.accountId}/${id}` : id, name: peer.group },
          port,
          why,
          dependsOn: this.#active,
          ...providerOf(side),
        },
      );
    }
  }
}
