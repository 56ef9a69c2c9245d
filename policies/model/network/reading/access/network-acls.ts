import type { Family } from '../../../../../modules/core/cidr';
import { Cidr } from '../../../../../modules/core/cidr';
import { Unknown } from '../../../term';
import type { ResourceFact } from '../../../universe';
import type { Block } from '../../addresses';
import type { AclEntry, NetworkAcl } from '../../filters';
import type { Key, Known } from '../../known';
import { findContent } from '../content';
import { Placement } from '../placement';
import type { Section } from '../section';
import type { Sources } from '../sources';
import type { Adoptions } from '../vpc/adoptions';
import { aclTraffic } from './traffic';

/** AWS's own entries in the default ACL of a VPC. */
const DEFAULT_ENTRIES = [
  { number: 100, family: 'v4', cidr: Cidr.anyIpv4 },
  { number: 101, family: 'v6', cidr: Cidr.anyIpv6 },
] as const;
/** An ACL has each entry once: of several alike, each there is the same. */
const ONCE = { findSlot: findContent, merge: <T>([first]: readonly [T, ...T[]]): T => first };
const OUTSIDE = new Unknown('the ACL lies outside of the documents');

function actionOf(section: Section, argument: string): Known<'allow' | 'deny'> {
  const text = section.findText(argument);
  if (text instanceof Unknown) return text;
  const action = text?.toLowerCase();
  return action === 'allow' || action === 'deny' ? action : section.gap(argument, new Unknown('it neither allows nor denies'));
}

/** The network ACLs of the documents, with entries from whatever resource. */
export class NetworkAcls {
  private readonly incoming = new Placement<AclEntry>(ONCE);
  private readonly outgoing = new Placement<AclEntry>(ONCE);
  private readonly incomplete = new Map<Key, Unknown>();

  constructor(
    private readonly sources: Sources,
    private readonly adoptions: Adoptions,
  ) {
    for (const section of sources.of('aws_network_acl', 'aws_default_network_acl')) this.readInline(section);
    for (const section of sources.of('aws_network_acl_rule')) this.readSeparate(section);
  }

  private readInline(section: Section): void {
    const owner = { choices: [section.origin.key] };
    for (const [name, entries] of [
      ['ingress', this.incoming],
      ['egress', this.outgoing],
    ] as const) {
      const { items, rest } = section.sections(name);
      for (const item of items) {
        for (const entry of this.entries(item, 'rule_no', 'action')) entries.put(owner, () => entry);
      }
      if (rest !== undefined) this.incomplete.set(section.origin.key, rest);
    }
  }

  private readSeparate(section: Section): void {
    const acls = section.findNamed('network_acl_id');
    if (acls === undefined) return;
    const egress = section.flag('egress', false);
    const directions = egress instanceof Unknown ? [this.incoming, this.outgoing] : [egress ? this.outgoing : this.incoming];
    const entries = this.entries(section, 'rule_number', 'rule_action').map((entry) => ({
      ...entry,
      certain: entry.certain && directions.length === 1,
    }));
    for (const direction of directions) {
      for (const entry of entries) {
        direction.put(acls, (key) => ({ ...entry, certain: entry.certain && !this.isManagedInline(key, section.origin) }));
      }
    }
  }

  /**
   * Whether entries are written inside the ACL: the provider then takes out what others add, and which of them is there
   * depends on who ran last. A state shows what is there.
   */
  private isManagedInline(acl: Key, by: ResourceFact): boolean {
    const fact = this.sources.findFact(acl);
    if (fact === undefined || this.sources.isState(by)) return false;
    if (fact.type === 'aws_default_network_acl') return true;
    return [fact.body.ingress, fact.body.egress].some((written) => Array.isArray(written) && !this.sources.isState(fact));
  }

  private entries(section: Section, number: string, action: string): readonly AclEntry[] {
    const { origin } = section;
    const stated = {
      origin,
      certain: origin.repeated === undefined,
      number: section.findNumber(number) ?? section.gap(number, new Unknown('the number is not said')),
      action: actionOf(section, action),
      traffic: aclTraffic(section),
    };
    return this.peers(section).map((peer) => ({ ...stated, ...peer }));
  }

  private peers(section: Section): readonly { readonly family: Known<Family>; readonly block: Known<Block> }[] {
    const v4 = this.sources.blocks.find(section, 'cidr_block');
    const v6 = this.sources.blocks.find(section, 'ipv6_cidr_block');
    if (v4 === undefined && v6 === undefined) {
      const none = section.gap('cidr_block', new Unknown('the block is not said'));
      return [{ family: none, block: none }];
    }
    return [
      ...(v4 === undefined ? [] : [{ family: 'v4' as const, block: v4 }]),
      ...(v6 === undefined ? [] : [{ family: 'v6' as const, block: v6 }]),
    ];
  }

  private assemble(key: Key, origin: ResourceFact | undefined, why?: Unknown): NetworkAcl {
    const incoming = this.incoming.at(key, origin);
    const outgoing = this.outgoing.at(key, origin);
    const incomplete =
      why ?? this.incomplete.get(key) ?? incoming.incomplete ?? outgoing.incomplete ?? this.sources.findHidden(origin);
    return {
      key,
      ...(origin === undefined ? {} : { origin }),
      in: incoming.items,
      out: outgoing.items,
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  }

  /** AWS's own default ACL of a VPC: it lets everything pass, after what others wrote into it at lower numbers. */
  private default(key: Key, vpc: ResourceFact | undefined): NetworkAcl {
    if (vpc?.mode !== 'managed') return this.assemble(key, undefined, OUTSIDE);
    const { origin: _origin, ...acl } = this.assemble(key, vpc, this.adoptions.findDoubt('acl', vpc));
    if (acl.in.length + acl.out.length === 0) return acl.incomplete === undefined ? { ...acl, allowsAll: true } : acl;
    const everything = DEFAULT_ENTRIES.map(({ number, family, cidr }): AclEntry => {
      const passes = { action: 'allow', traffic: { protocol: 'all' }, block: { kind: 'literal', cidr } } as const;
      return { origin: vpc, certain: true, number, family, ...passes };
    });
    return { ...acl, in: [...acl.in, ...everything], out: [...acl.out, ...everything] };
  }

  /** Every ACL: those of the documents, the defaults of VPCs, and those outside that something names. */
  all(vpcs: Iterable<Key>, named: Iterable<Key>): ReadonlyMap<Key, NetworkAcl> {
    const acls = new Map<Key, NetworkAcl>();
    for (const { origin } of this.sources.of('aws_network_acl', 'aws_default_network_acl')) {
      acls.set(origin.key, this.assemble(origin.key, origin));
    }
    for (const vpc of vpcs) {
      const key = this.sources.identities.implicitOf(vpc, 'acl');
      if (!acls.has(key)) acls.set(key, this.default(key, this.sources.findFact(vpc)));
    }
    for (const key of [...named, ...this.incoming.owners(), ...this.outgoing.owners()]) {
      if (!acls.has(key)) acls.set(key, this.assemble(key, undefined, OUTSIDE));
    }
    return acls;
  }
}
