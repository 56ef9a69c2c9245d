import { Cidr } from '../../../../../modules/core/cidr';
import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { GroupPeer, GroupRule, SecurityGroup } from '../../filters';
import type { Key, OneOf } from '../../known';
import { findContent } from '../content';
import { anything } from '../one-of';
import { Placement } from '../placement';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { Adoptions } from '../vpc/adoptions';
import type { Vpcs } from '../vpc/vpcs';
import type { GroupRules, RuleOf } from './group-rules';

/** A group has each rule once: of several alike, each there is the same. */
const ONCE = { findSlot: findContent, merge: <T>([first]: readonly [T, ...T[]]): T => first };
const OUTSIDE = new Unknown('the group lies outside of the documents');
const GROUPS = ['aws_security_group', 'aws_default_security_group'];

/** The security groups of the documents, with rules from whatever resource. */
export class SecurityGroups {
  private readonly ingress = new Placement<GroupRule>(ONCE);
  private readonly egress = new Placement<GroupRule>(ONCE);
  private readonly incomplete = new Map<Key, Unknown>();
  private readonly elsewhere = new Map<Key, OneOf<Key>[]>();

  constructor(
    private readonly sources: Sources,
    private readonly rules: GroupRules,
    private readonly adoptions: Adoptions,
    private readonly vpcs: Vpcs,
  ) {
    for (const section of sources.of(...GROUPS)) this.readInline(section);
    for (const section of sources.of('aws_vpc_security_group_ingress_rule')) {
      this.place(section, this.ingress, rules.separate(section));
    }
    for (const section of sources.of('aws_vpc_security_group_egress_rule')) {
      this.place(section, this.egress, rules.separate(section));
    }
    for (const section of sources.of('aws_security_group_rule')) this.readLegacy(section);
    for (const section of sources.of('aws_vpc_security_group_vpc_association')) this.associate(section);
  }

  private readInline(section: Section): void {
    const { key } = section.origin;
    for (const [name, placed] of [
      ['ingress', this.ingress],
      ['egress', this.egress],
    ] as const) {
      const { items, rest } = section.sections(name);
      for (const rule of items.flatMap((item) => this.rules.inline(item))) placed.put({ choices: [key] }, rule);
      if (rest !== undefined) this.incomplete.set(key, rest);
    }
  }

  private readLegacy(section: Section): void {
    const rules = this.rules.legacy(section);
    const type = section.findText('type');
    if (type !== 'egress') this.place(section, this.ingress, rules, type === 'ingress');
    if (type !== 'ingress') this.place(section, this.egress, rules, type === 'egress');
  }

  private place(section: Section, placed: Placement<GroupRule>, rules: readonly RuleOf[], told = true): void {
    const groups = section.findNamed('security_group_id');
    if (groups === undefined) return;
    for (const rule of rules) {
      placed.put(groups, (key) => {
        const made = rule(key);
        return { ...made, certain: made.certain && told && !this.isManagedInline(key, section.origin) };
      });
    }
  }

  /**
   * Whether rules are written inside the group: the provider then takes out what others add, and which of them is there
   * depends on who ran last. A state shows what is there.
   */
  private isManagedInline(group: Key, by: ResourceFact): boolean {
    const fact = this.sources.findFact(group);
    if (fact === undefined || !GROUPS.includes(fact.type)) return false;
    if (this.sources.isState(fact) || this.sources.isState(by)) return false;
    return Array.isArray(fact.body.ingress) || Array.isArray(fact.body.egress);
  }

  private associate(section: Section): void {
    const groups = section.findNamed('security_group_id') ?? { choices: [] };
    const vpc = this.vpcs.of(section);
    for (const key of groups.choices) this.elsewhere.set(key, [...(this.elsewhere.get(key) ?? []), vpc]);
  }

  private vpcOf(section: Section): OneOf<Key> {
    const { key, type } = section.origin;
    return type === 'aws_default_security_group' ? this.adoptions.vpcOf(key) : this.vpcs.of(section);
  }

  private assemble(key: Key, vpc: OneOf<Key>, origin: ResourceFact | undefined, why?: Unknown): SecurityGroup {
    const ingress = this.ingress.at(key, origin);
    const egress = this.egress.at(key, origin);
    const incomplete =
      why ?? this.incomplete.get(key) ?? ingress.incomplete ?? egress.incomplete ?? this.sources.findHidden(origin);
    const alsoIn = this.elsewhere.get(key);
    return {
      key,
      ...(origin === undefined ? {} : { origin }),
      vpc,
      ...(alsoIn === undefined ? {} : { alsoIn }),
      ingress: ingress.items,
      egress: egress.items,
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  }

  /** AWS's own default group of a VPC: in from itself, out to everywhere. */
  private default(key: Key, vpcKey: Key): SecurityGroup {
    const vpc = this.sources.findFact(vpcKey);
    if (vpc?.mode !== 'managed') return this.assemble(key, { choices: [vpcKey] }, undefined, OUTSIDE);
    const made = this.assemble(key, { choices: [vpcKey] }, vpc, this.adoptions.findDoubt('group', vpc));
    const { origin: _origin, ...group } = made;
    if (group.incomplete !== undefined) return group;
    const rule = (peer: GroupPeer): GroupRule => ({ origin: vpc, certain: true, traffic: { protocol: 'all' }, peer });
    const everywhere = [Cidr.anyIpv4, Cidr.anyIpv6].map((cidr) => {
      return rule({ kind: 'block', family: cidr.family, block: { kind: 'literal', cidr } });
    });
    return {
      ...group,
      ingress: [...group.ingress, rule({ kind: 'group', group: { choices: [key] } })],
      egress: [...group.egress, ...everywhere],
    };
  }

  /** Every group: those of the documents, the defaults of VPCs, and those outside that something names. */
  all(vpcs: Iterable<Key>, named: Iterable<Key>): ReadonlyMap<Key, SecurityGroup> {
    const groups = new Map<Key, SecurityGroup>();
    for (const section of this.sources.of(...GROUPS)) {
      const { key } = section.origin;
      groups.set(key, this.assemble(key, this.vpcOf(section), section.origin));
    }
    for (const vpc of vpcs) {
      const key = this.sources.identities.implicitOf(vpc, 'group');
      if (!groups.has(key)) groups.set(key, this.default(key, vpc));
    }
    const outside = (keys: Iterable<Key>): void => {
      for (const key of keys) {
        if (!groups.has(key)) groups.set(key, this.assemble(key, anything(OUTSIDE), undefined, OUTSIDE));
      }
    };
    outside([...named, ...this.ingress.owners(), ...this.egress.owners()]);
    outside([...groups.values()].flatMap(peersOf));
    return groups;
  }
}

function peersOf({ ingress, egress }: SecurityGroup): readonly Key[] {
  return [...ingress, ...egress].flatMap(({ peer }) => (peer.kind === 'group' ? peer.group.choices : []));
}
