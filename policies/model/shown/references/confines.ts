import type { Target } from '../../term';
import type { Planned, PlannedValues } from './document/planned';
import type { Resolver } from './resolver';
import type { Sources, Wanted } from './sources';

/** What lies in one VPC with everything that names it. */
const CONFINED = /(^|_)(subnet|security_group|route_table)$/;
/** Rules name groups of other VPCs, too, once something joins them. */
const RULES: readonly (string | undefined)[] = ['ingress', 'egress'];
const JOINS = /^aws_(vpc_peering_connection|ec2_transit_gateway|networkmanager_)/;
/** Brings a group into another VPC. */
const LENDS = 'aws_vpc_security_group_vpc_association';

const VPC: Wanted = { noun: 'vpc', argument: 'vpc_id', plural: false, beside: [], mixed: false };

/**
 * Tells where a set of ids can hold none that was written by hand. Subnets, groups and tables that are used together lie
 * in one VPC, or AWS refuses; and where the plan has yet to make that VPC, nobody can know the id of anything in it.
 */
export class Confines {
  private readonly isJoined: boolean;
  private readonly isLent: boolean;
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly document: string,
    private readonly planned: PlannedValues,
    private readonly resolver: Resolver,
  ) {
    const managed = planned.instances.filter(({ mode }) => mode === 'managed');
    this.isJoined = managed.some(({ type }) => JOINS.test(type));
    this.isLent = managed.some(({ type }) => type === LENDS);
  }

  /** Whether everything in this argument must be in a VPC that is still to be made. */
  holds({ targets, picked }: Sources, { noun }: Wanted, block: string | undefined): boolean {
    if (!CONFINED.test(noun) || this.isLent) return false;
    if (RULES.includes(block) && this.isJoined) return false;
    // Of those that are only picked from, the ones in a new VPC may be the ones left out.
    return picked === true
      ? targets.every((target) => this.isToBeMade(target))
      : targets.some((target) => this.isToBeMade(target));
  }

  private isToBeMade({ key }: Target): boolean {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const instance = this.find(key);
    const answer = instance !== undefined && this.liesInNew(instance);
    this.known.set(key, answer);
    return answer;
  }

  private liesInNew(instance: Planned): boolean {
    // Only a VPC that is still to be made has ids that aren't known.
    if (instance.type === 'aws_vpc') return true;
    const written = this.planned.configuration.module(instance.module).findResource(instance.name);
    if (written === undefined || instance.unknown.vpc_id !== true) return false;
    const scope = { module: instance.module, forEach: written.forEach };
    const { targets, other } = this.resolver.sourcesOf(written.expressions.vpc_id, scope, VPC);
    return other === undefined && targets.length > 0 && targets.every(({ key }) => this.find(key)?.type === 'aws_vpc');
  }

  private find(key: string): Planned | undefined {
    return this.planned.findInstance(key.slice(this.document.length + 1));
  }
}
