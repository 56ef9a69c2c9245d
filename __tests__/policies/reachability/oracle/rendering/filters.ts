import { kindOf } from '../addresses';
import { ICMP, ICMPV6, TCP, UDP } from '../header';
import { type Acl, type Entry, Hole, type Kinds, type May, type Rule, type World } from '../world';
import { type Author, type Fields, Ref, type Style, type Value } from './made';

const PROTOCOLS: ReadonlyMap<number, readonly string[]> = new Map([
  [-1, ['-1', 'all']],
  [TCP, ['tcp', '6']],
  [UDP, ['udp', '17']],
  [ICMP, ['icmp', '1']],
  [ICMPV6, ['icmpv6', '58']],
]);

/** Names and numbers in turn; `all` only where the provider takes it. */
function protocolText(protocol: number, turn: number, all: boolean): string {
  const [first, second] = PROTOCOLS.get(protocol) ?? [String(protocol), String(protocol)];
  return turn % 2 === 0 || (protocol === -1 && !all) ? (first ?? '') : (second ?? '');
}

function value(given: May<string | number>): Value {
  return given;
}

function kindOfBlock(block: May<string>): 'v4' | 'v6' {
  return kindOf(block instanceof Hole ? (block.choices[0] ?? '') : block);
}

/** `from_port` and `to_port`, which are type and code of ICMP. */
function portArgs(kinds: Kinds, always: boolean): Fields {
  if (kinds.ports) return { from_port: value(kinds.ports[0]), to_port: value(kinds.ports[1]) };
  if (kinds.icmp) return { from_port: kinds.icmp[0], to_port: kinds.icmp[1] };
  return always ? { from_port: 0, to_port: 0 } : {};
}

export function groupAddress(name: string): string {
  return `aws_security_group.${name}`;
}

/** Writes security groups and ACLs. */
export class FilterAuthor {
  constructor(
    private readonly world: World,
    private readonly author: Author,
    private readonly style: Style,
    private readonly listOf: (name: string) => Ref,
    private readonly aliasOf: (vpc: string) => string | undefined,
  ) {}

  private separatePeer(rule: Rule, group: string): Fields {
    const { peer } = rule;
    if ('block' in peer) return { [kindOfBlock(peer.block) === 'v4' ? 'cidr_ipv4' : 'cidr_ipv6']: value(peer.block) };
    if ('list' in peer) return { prefix_list_id: this.listOf(peer.list) };
    return { referenced_security_group_id: new Ref(groupAddress('group' in peer ? peer.group : group), 'id') };
  }

  private listedPeer(rule: Rule): Fields {
    const { peer } = rule;
    if ('block' in peer) {
      return { [kindOfBlock(peer.block) === 'v4' ? 'cidr_blocks' : 'ipv6_cidr_blocks']: [value(peer.block)] };
    }
    return 'list' in peer ? { prefix_list_ids: [this.listOf(peer.list)] } : {};
  }

  private legacyPeer(rule: Rule): Fields {
    const { peer } = rule;
    if ('self' in peer) return { self: true };
    return 'group' in peer ? { source_security_group_id: new Ref(groupAddress(peer.group), 'id') } : this.listedPeer(rule);
  }

  private inlinePeer(rule: Rule): Fields {
    const { peer } = rule;
    const named = 'group' in peer ? { security_groups: [new Ref(groupAddress(peer.group), 'id')] } : {};
    const none = { cidr_blocks: null, ipv6_cidr_blocks: null, prefix_list_ids: null, security_groups: null };
    return { ...none, ...this.listedPeer(rule), ...named, self: 'self' in peer, description: null };
  }

  private inlineRules(rules: readonly Rule[], egress: boolean): Value {
    return rules
      .filter((rule) => rule.egress === egress)
      .map((rule, turn) => ({
        protocol: protocolText(rule.protocol, turn, true),
        ...portArgs(rule, true),
        ...this.inlinePeer(rule),
      }));
  }

  groups(): void {
    for (const { name, vpc, rules } of this.world.groups) {
      const alias = this.aliasOf(vpc);
      const inline =
        this.style.rules === 'inline' ? { ingress: this.inlineRules(rules, false), egress: this.inlineRules(rules, true) } : {};
      this.author.add('aws_security_group', name, { name, vpc_id: new Ref(`aws_vpc.${vpc}`, 'id'), ...inline }, alias);
      if (this.style.rules === 'inline') continue;
      rules.forEach((rule, turn) => {
        this.rule(rule, name, turn, alias);
      });
    }
  }

  private rule(rule: Rule, group: string, turn: number, alias: string | undefined): void {
    const owner = { security_group_id: new Ref(groupAddress(group), 'id') };
    const name = `${group}-${String(turn)}`;
    const direction = rule.egress ? 'egress' : 'ingress';
    if (this.style.rules === 'legacy') {
      const traffic = { protocol: protocolText(rule.protocol, turn, true), ...portArgs(rule, true) };
      const args = { type: direction, ...owner, ...traffic, ...this.legacyPeer(rule) };
      this.author.add('aws_security_group_rule', name, args, alias);
      return;
    }
    const traffic = { ip_protocol: protocolText(rule.protocol, turn, false), ...portArgs(rule, false) };
    const args = { ...owner, ...traffic, ...this.separatePeer(rule, group) };
    this.author.add(`aws_vpc_security_group_${direction}_rule`, name, args, alias);
  }

  private entryTraffic(entry: Entry, turn: number): Fields {
    const ports = entry.ports ? { from_port: value(entry.ports[0]), to_port: value(entry.ports[1]) } : {};
    const messages = entry.icmp ? { icmp_type: entry.icmp[0], icmp_code: entry.icmp[1] } : {};
    return { protocol: protocolText(entry.protocol, turn, true), ...ports, ...messages };
  }

  private entryBlock({ block }: Entry): Fields {
    return { [kindOfBlock(block) === 'v4' ? 'cidr_block' : 'ipv6_cidr_block']: value(block) };
  }

  private inlineEntries(entries: readonly Entry[], egress: boolean): Value {
    const none = { cidr_block: null, ipv6_cidr_block: null, icmp_type: null, icmp_code: null, from_port: 0, to_port: 0 };
    return entries
      .filter((entry) => entry.egress === egress)
      .map((entry, turn) => ({
        ...none,
        action: value(entry.action),
        rule_no: value(entry.number),
        ...this.entryTraffic(entry, turn),
        ...this.entryBlock(entry),
      }));
  }

  private entry(entry: Entry, acl: string, turn: number, alias: string | undefined): void {
    const args = {
      network_acl_id: new Ref(`aws_network_acl.${acl}`, 'id'),
      egress: entry.egress,
      rule_number: value(entry.number),
      rule_action: value(entry.action),
      ...this.entryTraffic(entry, turn),
      ...this.entryBlock(entry),
    };
    this.author.add('aws_network_acl_rule', `${acl}-${String(turn)}`, args, alias);
  }

  private associate(acl: Acl, alias: string | undefined): Fields {
    const sure = this.world.subnets.filter((subnet) => subnet.acl === acl.name);
    if (this.style.entries === 'inline') return { subnet_ids: sure.map(({ name }) => new Ref(`aws_subnet.${name}`, 'id')) };
    for (const { name } of sure) {
      const args = {
        network_acl_id: new Ref(`aws_network_acl.${acl.name}`, 'id'),
        subnet_id: new Ref(`aws_subnet.${name}`, 'id'),
      };
      this.author.add('aws_network_acl_association', name, args, alias);
    }
    return {};
  }

  /** Associations that don't tell the ACL. */
  private associateUntold(): void {
    for (const { name, vpc, acl } of this.world.subnets) {
      if (!(acl instanceof Hole)) continue;
      const args = { network_acl_id: acl, subnet_id: new Ref(`aws_subnet.${name}`, 'id') };
      this.author.add('aws_network_acl_association', name, args, this.aliasOf(vpc));
    }
  }

  acls(): void {
    this.associateUntold();
    for (const acl of this.world.acls) {
      const alias = this.aliasOf(acl.vpc);
      const vpc = `aws_vpc.${acl.vpc}`;
      const inline = { ingress: this.inlineEntries(acl.entries, false), egress: this.inlineEntries(acl.entries, true) };
      if (acl.isDefault) {
        const args = { default_network_acl_id: new Ref(vpc, 'default_network_acl_id'), ...inline };
        this.author.add('aws_default_network_acl', acl.name, args, alias);
        continue;
      }
      const associated = this.associate(acl, alias);
      const own = this.style.entries === 'inline' ? inline : {};
      this.author.add('aws_network_acl', acl.name, { vpc_id: new Ref(vpc, 'id'), ...own, ...associated }, alias);
      if (this.style.entries === 'inline') continue;
      acl.entries.forEach((entry, turn) => {
        this.entry(entry, acl.name, turn, alias);
      });
    }
  }
}
