import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Construct } from 'constructs';

import { type NamePart, resourceName } from '../../core/resource-name';
import { define } from '../../terraform';
import { NetworkParameters } from '../vpc/output-parameters';
import type { VpcNetwork } from '../vpc/vpc-network';
import type { VpcPlan } from '../vpc/vpc-plan';

/** One of two peered networks, wherever its stack stands: ids of what the peering has to touch. */
export interface PeeringSide {
  readonly plan: VpcPlan;
  /** The provider that writes there. @default - the stack's */
  readonly provider?: AwsProvider;
  readonly vpcId: string;
  routeTableId(tier: string, zone: string): string;
  groupId(group: string): string;
}

/** A side in the stack that holds the peering. */
export class LocalSide implements PeeringSide {
  constructor(private readonly network: VpcNetwork) {}

  get plan(): VpcPlan {
    return this.network.plan;
  }

  get vpcId(): string {
    return this.network.resource.id;
  }

  routeTableId(tier: string, zone: string): string {
    const place = this.network.tiers.get(tier)?.zones.get(zone);
    if (place === undefined) throw new Error(`${this.plan.names.key} has no subnet ${tier}/${zone}`);
    return place.routeTable.id;
  }

  groupId(group: string): string {
    return this.network.groups.get(group).id;
  }
}

/** A side in another stack: ids come from the parameters that it left, read in its own account. */
export class RemoteSide extends Construct implements PeeringSide {
  readonly #read = new Map<string, string>();

  constructor(
    scope: Construct,
    id: string,
    readonly plan: VpcPlan,
    readonly provider: AwsProvider,
  ) {
    super(scope, id);
  }

  get vpcId(): string {
    return this.#parameter(NetworkParameters.vpcId(this.#path), 'vpc_id');
  }

  routeTableId(tier: string, zone: string): string {
    const { names, physical } = this.plan;
    return this.#parameter(
      NetworkParameters.routeTableId(this.#path, physical.tier(tier), zone),
      'route_table_id',
      names.remoteTier(names.key, tier),
      zone,
    );
  }

  groupId(group: string): string {
    const { names, physical } = this.plan;
    return this.#parameter(
      NetworkParameters.groupId(this.#path, physical.group(group)),
      'group_id',
      names.remoteGroup(names.key, group),
    );
  }

  get #path(): string {
    const path = this.plan.parameterPath;
    if (path === undefined) throw new Error(`${this.plan.names.key} leaves no parameters, so nothing can be peered with it`);
    return path;
  }

  #parameter(name: string, ...parts: readonly NamePart[]): string {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const data = define(this, DataAwsSsmParameter, resourceName(this.plan.names.inFlows(), ...parts), {
      name,
      provider: this.provider,
    });
    // Ids are no secrets, and a sensitive value would blacken every plan that it touches.
    const value = data.insecureValue;
    this.#read.set(name, value);
    return value;
  }
}
