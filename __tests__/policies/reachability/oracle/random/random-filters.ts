import type { Kind } from '../addresses';
import { TCP } from '../header';
import type { Acl, Entry, Group, PrefixList, Rule, Vpc } from '../world';
import { type Blocks, randomKinds } from './alphabet';
import type { Dice } from './dice';

/** What an ACL without a thought for NAT lets back in. */
const REPLY_PORTS = [
  [1024, 32767],
  [32768, 60999],
] as const;

/** Random filters between random blocks. */
export class RandomFilters {
  constructor(
    private readonly dice: Dice,
    private readonly blocks: Blocks,
    private readonly lists: readonly PrefixList[],
  ) {}

  private kind(): Kind {
    return this.dice.chance(0.6) ? 'v4' : 'v6';
  }

  private entry(number: number, egress: boolean): Entry {
    const { dice } = this;
    const kind = this.kind();
    return {
      egress,
      number,
      action: dice.chance(0.6) ? 'allow' : 'deny',
      block: this.blocks.pick(dice, kind),
      ...randomKinds(dice, kind),
    };
  }

  /** Mostly open at the end, with allows and denies before. */
  private entries(egress: boolean): Entry[] {
    const { dice } = this;
    const numbers = new Set(dice.times(0, 5, () => dice.int(1, 40)));
    const random = [...numbers].map((number) => this.entry(number, egress));
    const last = (number: number, block: string): Entry[] => {
      if (dice.chance(0.2)) return [];
      const kinds = dice.chance(0.75) ? { protocol: -1 } : { protocol: TCP, ports: dice.pick(REPLY_PORTS) };
      return [{ egress, number, action: 'allow', block, ...kinds }];
    };
    return dice.shuffled([...random, ...last(100, '0.0.0.0/0'), ...last(101, '::/0')]);
  }

  acls(vpc: Vpc): Acl[] {
    const { dice } = this;
    const named = dice.times(0, 2, (place) => ({ name: `${vpc.name}-acl${String(place)}`, isDefault: false }));
    const all = dice.chance(0.4) ? [{ name: `${vpc.name}-default-acl`, isDefault: true }, ...named] : named;
    return all.map((acl) => ({ ...acl, vpc: vpc.name, entries: [...this.entries(true), ...this.entries(false)] }));
  }

  private rule(egress: boolean, groups: readonly string[]): Rule {
    const { dice } = this;
    const roll = dice.next();
    if (roll < 0.3) {
      const peer = dice.chance(0.3) ? ({ self: true } as const) : { group: dice.pick(groups) };
      const kinds = randomKinds(dice, 'v4');
      // Which of both families' messages such a rule is about the laws leave open.
      return { egress, peer, ...(kinds.icmp ? { protocol: -1 } : kinds) };
    }
    if (roll < 0.42 && this.lists.length > 0) {
      const list = dice.pick(this.lists);
      return { egress, peer: { list: list.name }, ...randomKinds(dice, list.kind) };
    }
    const kind = this.kind();
    return { egress, peer: { block: this.blocks.pick(dice, kind) }, ...randomKinds(dice, kind) };
  }

  private rules(egress: boolean, groups: readonly string[]): Rule[] {
    const { dice } = this;
    const open = (block: string): Rule[] => (dice.chance(0.35) ? [{ egress, protocol: -1, peer: { block } }] : []);
    return [...dice.times(0, 3, () => this.rule(egress, groups)), ...open('0.0.0.0/0'), ...open('::/0')];
  }

  /** `foreign`: groups of VPCs that rules may name across. */
  groups(vpc: Vpc, foreign: readonly string[]): Group[] {
    const names = groupNames(vpc);
    const peers = [...names, ...foreign];
    return names.map((name) => ({ name, vpc: vpc.name, rules: [...this.rules(true, peers), ...this.rules(false, peers)] }));
  }
}

/** What the groups of a VPC are called. */
export function groupNames(vpc: Vpc): readonly string[] {
  return [0, 1].map((place) => `${vpc.name}-group${String(place)}`);
}
