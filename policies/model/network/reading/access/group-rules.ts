import type { Term } from '../../../term';
import type { GroupPeer, GroupRule } from '../../filters';
import type { Key } from '../../known';
import type { PrefixLists } from '../addresses/prefix-lists';
import type { Section } from '../section';
import type { Sources } from '../sources';
import { groupTraffic, separateGroupTraffic } from './traffic';

/** A rule of whatever group it belongs to: a rule about itself names its group. */
export type RuleOf = (group: Key) => GroupRule;
type PeerOf = (group: Key) => GroupPeer;

/** Where a form of rule names its peers: in lists, or one. */
interface Names {
  readonly v4: string;
  readonly v6: string;
  readonly lists: string;
  readonly groups: string;
}

const INLINE: Names = { v4: 'cidr_blocks', v6: 'ipv6_cidr_blocks', lists: 'prefix_list_ids', groups: 'security_groups' };
const LEGACY: Names = { ...INLINE, groups: 'source_security_group_id' };
const SEPARATE: Names = {
  v4: 'cidr_ipv4',
  v6: 'cidr_ipv6',
  lists: 'prefix_list_id',
  groups: 'referenced_security_group_id',
};

/** Reads rules of security groups, in each of their three forms. A rule with several peers is several rules. */
export class GroupRules {
  constructor(
    private readonly sources: Sources,
    private readonly prefixLists: PrefixLists,
  ) {}

  /** A block inside the group. */
  inline(section: Section): readonly RuleOf[] {
    return this.rules(section, groupTraffic(section), this.peers(section, INLINE));
  }

  /** `aws_security_group_rule`. */
  legacy(section: Section): readonly RuleOf[] {
    return this.rules(section, groupTraffic(section), this.peers(section, LEGACY));
  }

  /** `aws_vpc_security_group_ingress_rule` and its sibling. */
  separate(section: Section): readonly RuleOf[] {
    return this.rules(section, separateGroupTraffic(section), this.peers(section, SEPARATE));
  }

  private rules(section: Section, traffic: GroupRule['traffic'], peers: readonly PeerOf[]): readonly RuleOf[] {
    const { origin } = section;
    const description = section.find('description');
    const stated = {
      origin,
      certain: origin.repeated === undefined,
      traffic,
      ...(typeof description === 'string' ? { description } : {}),
    };
    return peers.map((peer) => (group) => ({ ...stated, peer: peer(group) }));
  }

  private peers(section: Section, names: Names): readonly PeerOf[] {
    const each = (name: string, peer: (term: Term) => GroupPeer): readonly PeerOf[] => {
      const { items, rest } = section.values(name);
      return [...items, ...(rest === undefined ? [] : [rest])].map((term) => () => peer(term));
    };
    return [
      ...each(names.v4, (term) => ({ kind: 'block', family: 'v4', block: this.sources.blocks.read(section, names.v4, term) })),
      ...each(names.v6, (term) => ({ kind: 'block', family: 'v6', block: this.sources.blocks.read(section, names.v6, term) })),
      ...each(names.lists, (term) => ({ kind: 'prefix-list', list: this.prefixLists.read(section, names.lists, term) })),
      ...each(names.groups, (term) => ({ kind: 'group', group: section.named(names.groups, term) })),
      ...this.itself(section),
    ];
  }

  private itself(section: Section): readonly PeerOf[] {
    const self = section.flag('self', false);
    if (self === false) return [];
    const open = self === true ? {} : { open: self };
    return [(group) => ({ kind: 'group', group: { choices: [group], ...open } })];
  }
}
