import { Unknown } from '../../term';
import type { ResourceFact, StackDocument, Universe } from '../../universe';
import type { Key } from '../known';
import { Blocks } from './addresses/blocks';
import { Gaps } from './gaps';
import { Identities } from './identities';
import { Section } from './section';

/** The documents as the readers of each kind of thing use them. */
export class Sources {
  readonly gaps = new Gaps();
  readonly identities: Identities;
  readonly blocks: Blocks;
  private readonly managed = new Map<string, Section[]>();
  private readonly lookedUp = new Map<string, Section[]>();
  private readonly states: ReadonlySet<string>;
  /** What belongs to a document and can't be seen, by its stack. */
  private readonly hidden = new Map<string, Unknown>();

  constructor({ stacks }: Universe) {
    // By key: in which order documents list their resources changes nothing.
    const facts = stacks.flatMap(({ resources }: StackDocument) => resources).sort(({ key: a }, { key: b }) => (a < b ? -1 : 1));
    this.identities = new Identities(facts);
    this.blocks = new Blocks(this.identities);
    this.states = new Set(stacks.filter(({ form }) => form === 'state').map(({ name }) => name));
    for (const { name, opaque = [] } of stacks) {
      const [first] = opaque;
      if (first !== undefined) this.hidden.set(name, first);
      for (const why of opaque) this.gaps.noteDocument(name, why);
    }
    for (const fact of facts) {
      const kinds = fact.mode === 'data' ? this.lookedUp : this.managed;
      const sections = kinds.get(fact.type) ?? [];
      sections.push(new Section(fact, this));
      kinds.set(fact.type, sections);
    }
  }

  /** The resources of these types. */
  of(...types: readonly string[]): readonly Section[] {
    return types.flatMap((type) => this.managed.get(type) ?? []);
  }

  /** The data sources of these types. */
  data(...types: readonly string[]): readonly Section[] {
    return types.flatMap((type) => this.lookedUp.get(type) ?? []);
  }

  findFact(key: Key): ResourceFact | undefined {
    return this.identities.findFact(key);
  }

  /** Why a document's part that can't be seen may add something to a resource: a module is handed what it adds to. */
  findHidden(fact: ResourceFact | undefined): Unknown | undefined {
    return fact === undefined ? undefined : this.hidden.get(fact.stack);
  }

  /** Why parts of some document can't be seen: it may look up what others make, so no VPC is safe from it. */
  findUnseen(): Unknown | undefined {
    const [first] = this.hidden;
    return first === undefined ? undefined : new Unknown(`${first[0]}: ${first[1].why}`);
  }

  /** Whether it stands in a state, where providers write into a resource what others add to it. */
  isState({ stack }: ResourceFact): boolean {
    return this.states.has(stack);
  }
}
