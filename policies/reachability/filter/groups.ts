import type { Family } from '../../../modules/core/cidr';
import { type GroupRule, type Key, type Known, type SecurityGroup, type Traffic, ALL_TRAFFIC } from '../../model/network';
import { Unknown } from '../../model/term';
import type { AddressSpace, AddressSet } from '../region/address-space';
import { EVERYTHING } from '../region/box';
import { blockText, listText } from './address-text';
import { DecisionList, type FilterRule } from './decision-list';
import type { Readings } from './readings';
import { trafficText } from './traffic-text';
import { seen } from './view';

/** Whether it is so, as far as is known. */
export type Certainty = 'yes' | 'no' | 'unknown';

/** Both have to be. */
export function both(a: Certainty, b: Certainty): Certainty {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes';
}

/** The other end, as rules by group see it: whether it carries a group that they may match on this way. */
export type Carries = (group: Key) => Certainty;

/** What a rule admits in each reading. Empty: nothing. */
interface Admitted {
  readonly rule: GroupRule;
  readonly sure?: FilterRule;
  readonly maybe?: FilterRule;
  readonly doubts: readonly string[];
}

function peerText({ peer }: GroupRule): string {
  switch (peer.kind) {
    case 'block':
      return blockText(peer.block);
    case 'group':
      return `group ${peer.group.choices.join(' or ')}`;
    case 'prefix-list':
      return listText(peer.list);
  }
}

function textOf(rule: GroupRule, direction: 'in' | 'out'): string {
  const maybe = rule.certain ? 'allow' : 'perhaps allow';
  return `${maybe} ${trafficText(rule.traffic)} ${direction === 'in' ? 'from' : 'to'} ${peerText(rule)} (${rule.origin.address})`;
}

/** Rules of security groups of one family as lists of decisions. */
export class GroupCompiler {
  /** A rule admits the same packets whoever is at the other end; only whether it counts differs. */
  private readonly known = new Map<GroupRule, Admitted>();

  constructor(
    private readonly space: AddressSpace,
    private readonly family: Family,
  ) {}

  /** What all the groups together admit, from or to an end that carries these groups. */
  compile(groups: readonly SecurityGroup[], direction: 'in' | 'out', carries: Carries): Readings {
    const strict: FilterRule[] = [];
    const lenient: FilterRule[] = [];
    const doubts: string[] = [];
    for (const group of groups) {
      for (const rule of direction === 'in' ? group.ingress : group.egress) {
        const carried = carriedBy(rule, carries);
        if (carried === 'no') continue;
        const admitted = this.admitted(rule, direction, group.key);
        if (admitted.sure !== undefined && carried === 'yes') strict.push(admitted.sure);
        if (admitted.maybe !== undefined) lenient.push(admitted.maybe);
        doubts.push(...admitted.doubts);
        if (carried === 'unknown') doubts.push(`${rule.origin.address}: whether the other end carries ${peerText(rule)}`);
      }
      const { incomplete } = group;
      if (incomplete !== undefined) {
        doubts.push(`rules of ${group.key} may be missing: ${incomplete.why}`);
        lenient.push({
          boxes: [EVERYTHING],
          allow: true,
          owner: group.key,
          text: () => `rules of ${group.key} may be missing: ${incomplete.why}`,
        });
      }
    }
    const list = new DecisionList(strict);
    const same = lenient.length === strict.length && lenient.every((rule, place) => rule === strict[place]);
    return { strict: list, lenient: same ? list : new DecisionList(lenient), doubts };
  }

  private admitted(rule: GroupRule, direction: 'in' | 'out', owner: Key): Admitted {
    let admitted = this.known.get(rule);
    if (admitted === undefined) {
      admitted = this.admit(rule, direction, owner);
      this.known.set(rule, admitted);
    }
    return admitted;
  }

  private admit(rule: GroupRule, direction: 'in' | 'out', owner: Key): Admitted {
    const set = this.peerSet(rule);
    const make = (traffic: Traffic, spans: AddressSet['sure']): FilterRule | undefined => {
      const boxes = seen(traffic, spans, direction, 'opening', this.family);
      return boxes.length === 0
        ? undefined
        : { boxes, allow: true, origin: rule.origin, owner, text: () => textOf(rule, direction) };
    };
    const { traffic } = rule;
    const maybe = make(traffic instanceof Unknown ? ALL_TRAFFIC : traffic, set.maybe);
    const surely = rule.certain && !(traffic instanceof Unknown);
    const sure = !surely ? undefined : set.sure === set.maybe ? maybe : make(traffic, set.sure);
    const whys = [...reasons(traffic), ...reasons(set.why), ...(rule.certain ? [] : ['whether it belongs to the group'])];
    return {
      rule,
      ...(sure === undefined ? {} : { sure }),
      ...(maybe === undefined ? {} : { maybe }),
      doubts: maybe === undefined ? [] : whys.map((why) => `${rule.origin.address}: ${why}`),
    };
  }

  private peerSet({ peer }: GroupRule): AddressSet {
    switch (peer.kind) {
      case 'block':
        if (!(peer.family instanceof Unknown) && peer.family !== this.family) return { sure: [], maybe: [] };
        return this.space.setOf(peer.block);
      case 'group':
        return { sure: this.space.all, maybe: this.space.all };
      case 'prefix-list':
        return this.space.setOfList(peer.list);
    }
  }
}

function reasons(value: Known<unknown>): readonly string[] {
  return value instanceof Unknown ? [value.why] : [];
}

function carriedBy({ peer }: GroupRule, carries: Carries): Certainty {
  if (peer.kind !== 'group') return 'yes';
  const answers = peer.group.choices.map(carries);
  if (answers.length > 0 && answers.every((answer) => answer === 'yes') && peer.group.open === undefined) return 'yes';
  return peer.group.open === undefined && answers.every((answer) => answer === 'no') ? 'no' : 'unknown';
}
