import { ProblemList } from '../../../modules/core/input-error';
import { isRecord, type JsonRecord, listOf } from '../../model/json';
import { blocksOf } from '../../model/synthesised/blocks';
import { providerNameOf } from '../../model/synthesised/provider';
import type { Json, ResourceFact, StackDocument } from '../../model/universe';

/** A document as it is written: what Terraform reads of it for itself doesn't stand in its facts. */
export class Raw {
  readonly #resources = new Map<string, JsonRecord>();
  readonly #providers = new Map<string, JsonRecord>();

  constructor(readonly stack: StackDocument) {
    for (const root of stack.roots ?? []) {
      for (const [kind, prefix] of [['resource', ''] as const, ['data', 'data.'] as const]) {
        for (const { labels, body } of this.blocks(root, kind, 2)) this.#resources.set(`${prefix}${labels.join('.')}`, body);
      }
      for (const { labels, body } of this.blocks(root, 'provider', 1)) {
        const [name = ''] = labels;
        this.#providers.set(typeof body.alias === 'string' ? `${name}.${body.alias}` : name, body);
      }
    }
  }

  /** The blocks of one kind. The document was read already: what was wrong with it was said then. */
  private blocks(root: JsonRecord, kind: string, labels: number): ReturnType<typeof blocksOf> {
    return blocksOf(root, kind, labels, this.stack.name, new ProblemList());
  }

  get providers(): ReadonlyMap<string, JsonRecord> {
    return this.#providers;
  }

  /** The block of a resource, or of the resource of which it is an instance. */
  of({ address }: Pick<ResourceFact, 'address'>): JsonRecord {
    return this.#resources.get(address.replace(/\[.*\]$/s, '')) ?? {};
  }

  /** The tags that a resource's provider gives to all that take any. */
  defaultTagsOf(fact: ResourceFact): Json {
    const provider = this.#providers.get(providerNameOf(fact.type, this.of(fact).provider)) ?? {};
    const [block] = listOf(provider.default_tags);
    return isRecord(block) ? (block.tags ?? {}) : {};
  }

  /** Blocks of a kind that has no labels, or one: outputs, modules, locals. */
  entries(kind: string): ReadonlyMap<string, Json> {
    const roots = (this.stack.roots ?? []).flatMap((root) => listOf(root[kind]).filter(isRecord));
    return new Map(roots.flatMap((block) => Object.entries(block)).filter(([name]) => name !== '//'));
  }
}
