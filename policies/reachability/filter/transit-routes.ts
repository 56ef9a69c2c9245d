import type { Block, Key, Known, NetworkFacts, OneOf, TransitTable, Vpc } from '../../model/network';
import { Unknown } from '../../model/term';
import type { AddressSpace } from '../region/address-space';
import { otherSpans } from '../region/spans';
import { blockText } from './address-text';
import { type Candidate, lengthOf, type Turn, turnsOf, UNKNOWN_LENGTH } from './routes';

/** Route tables of transit gateways, cut into turns. */
export class TransitCompiler {
  private readonly known = new Map<Key, readonly Turn[]>();

  constructor(
    private readonly space: AddressSpace,
    private readonly facts: NetworkFacts,
  ) {}

  /** The turns of a table; the hops are attachments. */
  compile(table: TransitTable): readonly Turn[] {
    let turns = this.known.get(table.key);
    if (turns === undefined) {
      turns = turnsOf([...this.stated(table), ...this.propagated(table)], this.space.all, table.incomplete);
      this.known.set(table.key, turns);
    }
    return turns;
  }

  private stated({ routes }: TransitTable): readonly Candidate[] {
    return routes.map(({ block, target, certain, origin }) => {
      const to = `route ${blockText(block)}`;
      const choices: Candidate['choices'] =
        target === 'blackhole'
          ? [{ hop: { kind: 'blackhole' }, text: () => `${to} to blackhole (${origin.address})` }]
          : target.choices.map((key) => ({
              hop: { kind: 'attachment', key },
              text: () => `${to} to attachment ${key} (${origin.address})`,
            }));
      const open = target === 'blackhole' ? undefined : target.open;
      return this.candidate(block, choices, { certain, first: true, ...(open === undefined ? {} : { open }) });
    });
  }

  private candidate(
    block: Known<Block>,
    choices: Candidate['choices'],
    more: Pick<Candidate, 'certain' | 'first' | 'open'>,
  ): Candidate {
    const length = block instanceof Unknown ? UNKNOWN_LENGTH : lengthOf(block);
    return { set: this.space.setOf(block), length, firm: false, choices, ...more };
  }

  private propagated({ propagated }: TransitTable): readonly Candidate[] {
    return propagated.flatMap(({ attachment, certain }) => {
      const vpc = this.vpcOf(this.facts.transitAttachments.get(attachment)?.vpc);
      const choices = (text: string): Candidate['choices'] => [
        { hop: { kind: 'attachment', key: attachment }, text: () => `propagated route ${text} to attachment ${attachment}` },
      ];
      const anywhere = (why: string): Candidate => ({
        set: { sure: [], maybe: otherSpans(this.space.all, this.space.public) },
        length: UNKNOWN_LENGTH,
        certain: false,
        first: false,
        firm: false,
        choices: choices(`that isn't known (${why})`),
      });
      if (vpc instanceof Unknown) return [anywhere(vpc.why)];
      const own = vpc.blocks.map((block) => {
        // A VPC's block holds its own addresses and nobody else's.
        const { sure } = this.space.setOf(block);
        return { ...this.candidate(block, choices(blockText(block)), { certain, first: false }), set: { sure, maybe: sure } };
      });
      return vpc.incomplete === undefined ? own : [...own, anywhere(vpc.incomplete.why)];
    });
  }

  private vpcOf(owner: OneOf<Key> | undefined): Vpc | Unknown {
    const [key] = owner?.choices ?? [];
    const vpc = key === undefined || owner?.choices.length !== 1 ? undefined : this.facts.vpcs.get(key);
    return vpc ?? owner?.open ?? new Unknown('the blocks behind an attachment');
  }
}
