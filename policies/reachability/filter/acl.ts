import type { Family } from '../../../modules/core/cidr';
import { type AclEntry, type NetworkAcl, ALL_TRAFFIC } from '../../model/network';
import { Unknown } from '../../model/term';
import { EVERYTHING } from '../region/box';
import type { AddressSpace } from '../region/address-space';
import { blockText } from './address-text';
import { DecisionList, type FilterRule } from './decision-list';
import type { Reading, Readings } from './readings';
import { trafficText } from './traffic-text';
import { seen, type View } from './view';

function numberText(number: AclEntry['number']): string {
  return number instanceof Unknown ? 'of unknown number' : `${number}`;
}

function textOf(entry: AclEntry, direction: 'in' | 'out'): string {
  const action = entry.action instanceof Unknown ? 'allow or deny' : entry.action;
  const maybe = entry.certain ? '' : 'perhaps ';
  const other = `${direction === 'in' ? 'from' : 'to'} ${blockText(entry.block)}`;
  return `entry ${numberText(entry.number)} ${maybe}${action} ${trafficText(entry.traffic)} ${other} (${entry.origin.address})`;
}

function doubtsOf(entry: AclEntry): readonly string[] {
  const unknown = [entry.number, entry.action, entry.traffic, entry.family, entry.block].filter(
    (value) => value instanceof Unknown,
  );
  const open = entry.certain ? [] : ['whether it belongs to this ACL'];
  return [...unknown.map(({ why }) => why), ...open].map((why) => `${entry.origin.address}: ${why}`);
}

/** Where an entry of unknown number stands: what it would open comes last in the strict reading, what it would close first. */
function rank(entry: AclEntry, allow: boolean, reading: Reading): number {
  if (!(entry.number instanceof Unknown)) return entry.number;
  return allow === (reading === 'lenient') ? -1 : Infinity;
}

/** Network ACLs of one family as lists of decisions. */
export class AclCompiler {
  constructor(
    private readonly space: AddressSpace,
    private readonly family: Family,
  ) {}

  /** What the ACL does to connections in one direction, seen in one view. */
  compile(acl: NetworkAcl, direction: 'in' | 'out', view: View): Readings {
    if (acl.allowsAll === true) {
      const list = new DecisionList([
        { boxes: [EVERYTHING], allow: true, text: () => "AWS's own default ACL allows everything" },
      ]);
      return { strict: list, lenient: list, doubts: [] };
    }
    const entries = acl[direction].filter(({ family }) => family instanceof Unknown || family === this.family);
    const strict = this.read(entries, acl, direction, view, 'strict');
    const doubts = entries.flatMap(doubtsOf);
    if (acl.incomplete !== undefined) doubts.push(`entries may be missing: ${acl.incomplete.why}`);
    const exact = doubts.length === 0 && entries.every(({ block }) => this.isExact(block));
    return { strict, lenient: exact ? strict : this.read(entries, acl, direction, view, 'lenient'), doubts };
  }

  private isExact(block: AclEntry['block']): boolean {
    const { sure, maybe } = this.space.setOf(block);
    return sure === maybe;
  }

  private read(
    entries: readonly AclEntry[],
    { incomplete }: NetworkAcl,
    direction: 'in' | 'out',
    view: View,
    reading: Reading,
  ): DecisionList {
    if (incomplete !== undefined) {
      const text = (): string => `entries may be missing: ${incomplete.why}`;
      return new DecisionList([{ boxes: [EVERYTHING], allow: reading === 'lenient', text }]);
    }
    const ranked = entries.flatMap((entry) => {
      const allow = entry.action instanceof Unknown ? reading === 'lenient' : entry.action === 'allow';
      const rule = this.rule(entry, allow, direction, view, reading);
      return rule === undefined ? [] : [{ rule, rank: rank(entry, allow, reading) }];
    });
    ranked.sort((a, b) => a.rank - b.rank);
    return new DecisionList(ranked.map(({ rule }) => rule));
  }

  private rule(entry: AclEntry, allow: boolean, direction: 'in' | 'out', view: View, reading: Reading): FilterRule | undefined {
    const wide = allow === (reading === 'lenient');
    const set = this.space.setOf(entry.block);
    // Wide: all that it may be about. Else only what it is surely about.
    if (!wide && (!entry.certain || entry.traffic instanceof Unknown || entry.family instanceof Unknown)) return undefined;
    const traffic = entry.traffic instanceof Unknown ? ALL_TRAFFIC : entry.traffic;
    const boxes = seen(traffic, wide ? set.maybe : set.sure, direction, view, this.family);
    return boxes.length === 0 ? undefined : { boxes, allow, origin: entry.origin, text: () => textOf(entry, direction) };
  }
}
