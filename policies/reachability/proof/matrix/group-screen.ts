import type { GroupRule, Key, NetworkFacts, OneOf, Route, RouteTarget, Subnet } from '../../../model/network';
import type { End } from '../../query';
import { HandingOn } from './handing-on';

type Carried = Extract<End, { kind: 'interface' }>['groups'];

/** What lies behind these isn't judged where they lead to one of our own interfaces: it may come back with other addresses. */
const ELSEWHERE: readonly RouteTarget['kind'][] = ['middlebox', 'edge'];
/** Routes for addresses of the VPC itself lead aside but by these. */
const WITHIN: readonly RouteTarget['kind'][] = ['local', 'blackhole', 'gateway-endpoint'];

/**
 * Tells pairs of ends apart between which the groups alone let nothing through: nearly all of them, and asking the
 * prover costs a thousand times as much.
 *
 * Law: where the screen says no, nothing arrives, but at Amazon's own link-local addresses, which no group filters.
 */
export class GroupScreen {
  readonly #handingOn: HandingOn;

  constructor(private readonly facts: NetworkFacts) {
    this.#handingOn = new HandingOn(facts);
  }

  /** Whether some rule of either end may be about the other. */
  mayPass(from: End, to: End): boolean {
    if (this.#isUnseen(from) || this.#isUnseen(to)) return true;
    return this.#admits(from, 'egress', to) && (this.#admits(to, 'ingress', from) || this.#mayTurnAside(from, to));
  }

  #admits(end: End, direction: 'egress' | 'ingress', other: End): boolean {
    if (end.kind !== 'interface' || typeof end.groups === 'string') return true;
    const carried = other.kind === 'interface' ? other.groups : [];
    return end.groups.some((key) => {
      const group = this.facts.groups.get(key);
      if (group === undefined || group.incomplete !== undefined) return true;
      return group[direction].some((rule) => mayBeAbout(rule, carried));
    });
  }

  /** Rules, routes and gateways may stand where nobody sees them. */
  #isUnseen(end: End): boolean {
    if (end.kind !== 'interface') return false;
    const vpcs = this.facts.subnets.get(end.subnet)?.vpc.choices ?? [];
    return vpcs.some((key) => this.facts.vpcs.get(key)?.unseen !== undefined);
  }

  /** Whether the sender's table may lead the packet somewhere from where it comes as another one. */
  #mayTurnAside(from: End, to: End): boolean {
    if (from.kind !== 'interface' || to.kind !== 'interface') return false;
    const [source, target] = [this.facts.subnets.get(from.subnet), this.facts.subnets.get(to.subnet)];
    if (source === undefined || target === undefined || source === target) return false;
    const { choices, open } = source.table;
    if (open !== undefined || choices.length === 0) return true;
    return choices.some((key) => {
      const table = this.facts.tables.get(key);
      if (table === undefined || table.incomplete !== undefined) return true;
      return table.routes.some((route) => this.#leadsAside(route, source, target));
    });
  }

  #leadsAside({ destination, target: { choices, open } }: Route, source: Subnet, target: Subnet): boolean {
    const own = choicesInBoth(source.vpc, target.vpc);
    const isAside = (hop: RouteTarget): boolean => {
      if (own.length > 0) return !WITHIN.includes(hop.kind);
      return ELSEWHERE.includes(hop.kind) || (hop.kind === 'transit-gateway' && this.#handingOn.mayHandOn(hop.key));
    };
    if (open === undefined && !choices.some(isAside)) return false;
    if (!('kind' in destination) || destination.kind !== 'literal') return true;
    const { cidr } = destination;
    const blocks = own.flatMap((key) => this.facts.vpcs.get(key)?.blocks ?? []);
    // The local route wins against a wider one.
    if (own.length > 0 && !blocks.some((block) => block.kind === 'literal' && block.cidr.covers(cidr))) return false;
    const theirs = cidr.family === 'v4' ? target.ipv4 : target.ipv6;
    return theirs !== undefined && (!('kind' in theirs) || theirs.kind !== 'literal' || theirs.cidr.overlaps(cidr));
  }
}

function choicesInBoth(a: OneOf<Key>, b: OneOf<Key>): readonly Key[] {
  return a.choices.filter((key) => b.choices.includes(key));
}

function mayBeAbout({ peer }: GroupRule, carried: Carried): boolean {
  if (peer.kind !== 'group' || typeof carried === 'string' || peer.group.open !== undefined) return true;
  return peer.group.choices.some((key: Key) => carried.includes(key));
}
