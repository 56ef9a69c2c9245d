import type { Family } from '../../../../modules/core/cidr';
import type { IntentNetwork, IntentTier } from '../../../../modules/core/intent';
import {
  type AclEntry,
  type GroupRule,
  type Key,
  type Known,
  type NetworkFacts,
  type SecurityGroup,
  type Traffic,
  ALL_TRAFFIC,
} from '../../../model/network';
import { Unknown } from '../../../model/term';
import type { ResourceFact } from '../../../model/universe';
import { seen } from '../../filter/view';
import type { AddressSpace } from '../../region/address-space';
import type { Box } from '../../region/box';
import { packetsOf } from '../../region/protocols';
import { intersect, type Region, subtract } from '../../region/region';
import type { Span } from '../../region/spans';
import type { AclTerms } from './acl-terms';
import { ANY_CLIENT_PORT, type Coverage } from './coverage';
import { keyIn } from '../names/peer-ends';
import { identityOf, type Station } from '../names/stations';

/** A rule or entry that admits more than flows declare and the residue lists. */
export interface WideRule {
  readonly network: IntentNetwork;
  /** The group or tier that it decides for. */
  readonly part: string;
  readonly origin: ResourceFact;
  readonly direction: 'in' | 'out';
  readonly family: Family;
  /** What it admits beyond them, or may. */
  readonly region: Region;
  /** It surely does. `false`: what it admits isn't known. */
  readonly certain: boolean;
}

/** Holds every rule and entry against the flows by itself, whatever another filter on the way would close. */
export class WideRules {
  readonly found: WideRule[] = [];

  constructor(
    private readonly facts: NetworkFacts,
    private readonly coverage: Coverage,
    private readonly spaceOf: (family: Family) => AddressSpace,
  ) {}

  /** The rules of the group that a station carries. */
  addGroup({ network, name, ends }: Station, families: readonly Family[]): void {
    const [own] = ends;
    const group = own === undefined ? undefined : this.facts.groups.get(identityOf(own));
    if (group === undefined) return;
    for (const direction of ['in', 'out'] as const) {
      for (const rule of direction === 'in' ? group.ingress : group.egress) {
        for (const family of families) {
          const beyond = subtract(this.#admitted(rule, direction, family), this.#stated(group, rule, direction, family));
          this.#note(network, name, rule, direction, family, beyond);
        }
      }
    }
  }

  #admitted({ traffic, peer }: GroupRule, direction: 'in' | 'out', family: Family): Region {
    const space = this.spaceOf(family);
    return packetsSeen(traffic, peerSpans(peer, space, family), direction, family);
  }

  /** What flows declare for the group towards the rule's peer. */
  #stated({ key }: SecurityGroup, { peer }: GroupRule, direction: 'in' | 'out', family: Family): readonly Box[] {
    if (peer.kind === 'group') {
      const [other, ...more] = peer.group.choices;
      if (other === undefined || more.length > 0 || peer.group.open !== undefined) return [];
      return direction === 'in' ? this.coverage.between(other, key, family) : this.coverage.between(key, other, family);
    }
    return direction === 'in' ? this.coverage.inwards(key, family) : this.coverage.outwards(key, family);
  }

  /** The entries of every ACL that decides for a tier's subnets. */
  addAcls(network: IntentNetwork, { tier, subnets }: IntentTier, terms: AclTerms, family: Family): void {
    const found = subnets.flatMap((subnet) => this.facts.subnets.get(keyIn(network, subnet)) ?? []);
    for (const acl of new Set(found.flatMap((subnet) => subnet.acl.choices))) this.#addAcl(network, tier, acl, terms, family);
    for (const { origin, acl } of found) {
      const open = acl.open !== undefined || acl.choices.some((key) => this.#isOpen(key));
      if (!open) continue;
      for (const direction of ['in', 'out'] as const) {
        const region = subtract(packetsOf(ALL_TRAFFIC, ANY_CLIENT_PORT, family), terms[direction]);
        const certain = acl.open === undefined && acl.choices.every((key) => this.facts.acls.get(key)?.allowsAll === true);
        this.found.push({ network, part: tier, origin, direction, family, region, certain });
      }
    }
  }

  /** AWS's own default ACL, and one whose entries aren't all known. */
  #isOpen(acl: Key): boolean {
    const facts = this.facts.acls.get(acl);
    return facts === undefined || facts.allowsAll === true || facts.incomplete !== undefined;
  }

  #addAcl(network: IntentNetwork, tier: string, acl: Key, terms: AclTerms, family: Family): void {
    const facts = this.facts.acls.get(acl);
    const space = this.spaceOf(family);
    for (const direction of ['in', 'out'] as const) {
      for (const entry of facts?.[direction] ?? []) {
        const { action, traffic, block, family: own } = entry;
        if (action === 'deny' || (own !== family && !(own instanceof Unknown))) continue;
        const admitted = packetsSeen(traffic, space.setOf(block).maybe, direction, family);
        this.#note(network, tier, entry, direction, family, subtract(admitted, terms[direction]));
      }
    }
  }

  #note(
    network: IntentNetwork,
    part: string,
    rule: GroupRule | AclEntry,
    direction: 'in' | 'out',
    family: Family,
    region: Region,
  ): void {
    if (region.length === 0) return;
    this.found.push({ network, part, origin: rule.origin, direction, family, region, certain: isCertain(rule) });
  }
}

/** The packets that a rule is about: those that there are. */
function packetsSeen(traffic: Known<Traffic>, spans: readonly Span[], direction: 'in' | 'out', family: Family): Region {
  const boxes = seen(traffic instanceof Unknown ? ALL_TRAFFIC : traffic, spans, direction, 'opening', family);
  return intersect(packetsOf(ALL_TRAFFIC, ANY_CLIENT_PORT, family), boxes);
}

function isCertain(rule: GroupRule | AclEntry): boolean {
  if (!rule.certain || rule.traffic instanceof Unknown) return false;
  if ('block' in rule) return !(rule.block instanceof Unknown || rule.action instanceof Unknown);
  return rule.peer.kind !== 'block' || !(rule.peer.block instanceof Unknown);
}

function peerSpans(peer: GroupRule['peer'], space: AddressSpace, family: Family): readonly Span[] {
  switch (peer.kind) {
    case 'block':
      return peer.family === family || peer.family instanceof Unknown ? space.setOf(peer.block).maybe : [];
    case 'prefix-list':
      return space.setOfList(peer.list).maybe;
    case 'group':
      return space.all;
  }
}
