import type { ProblemList } from '../../../modules/core/input-error';
import { isRecord } from '../json';
import type { Unknown } from '../term';
import type { ResourceFact, StackDocument } from '../universe';
import { type Draft, draftOf, type ResourceBlock, type Synthesised } from './draft';
import type { Instance } from './instances';
import { Parameters, type PlacedScope } from './parameters';
import { type Place, placeOf } from './provider';
import { Scope } from './scope';

const NOT_TOLD: Instance = { suffix: '', key: undefined, value: null };

/** A document on its way to facts. */
class Document implements PlacedScope {
  readonly scope: Scope;
  readonly #places = new Map<string, Place>();

  constructor(draft: Draft, parameters: () => Parameters) {
    this.scope = new Scope(draft, (_, block, instance, source) => parameters().read(this, block, instance, source));
  }

  placeOf(block: ResourceBlock, instance: Instance): Place {
    const provider = this.#providerPlace(block.provider);
    if (block.body.region === undefined) return provider;
    const region = this.scope.findArgument(block, instance, 'region');
    const { accountId } = provider;
    // Without an account two such objects could be two places, which they then count as.
    return { ...(accountId === undefined ? {} : { accountId }), ...(typeof region === 'string' ? { region } : {}) };
  }

  #providerPlace(name: string): Place {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = placeOf(this.scope.draft.providers.get(name) ?? {}, (json) => this.scope.settle(json));
    this.#places.set(name, place);
    return place;
  }

  facts(): StackDocument {
    const { name, terraform, blocks, opaque } = this.scope.draft;
    const resources: ResourceFact[] = [];
    for (const block of blocks.values()) {
      const instances = this.scope.instancesOf(block);
      if (instances.known === undefined) resources.push(this.#fact(block, instances.only ?? NOT_TOLD, instances.why));
      else for (const instance of instances.known) resources.push(this.#fact(block, instance));
    }
    return { name, form: 'synthesised', terraform, resources, ...(opaque.length === 0 ? {} : { opaque }) };
  }

  #fact(block: ResourceBlock, instance: Instance, repeated?: Unknown): ResourceFact {
    const { mode, type, address } = block;
    const note = block.body['//'];
    const metadata = isRecord(note) ? note.metadata : undefined;
    const path = isRecord(metadata) ? metadata.path : undefined;
    return {
      key: this.scope.keyOf(block, instance.suffix),
      stack: this.scope.draft.name,
      address: `${address}${instance.suffix}`,
      mode,
      type,
      body: this.scope.bodyOf(block, instance),
      ...this.placeOf(block, instance),
      ...(typeof path === 'string' ? { constructPath: path } : {}),
      ...(isRecord(note) && isRecord(note.plinth) && note.plinth.accepted !== undefined
        ? { accepted: note.plinth.accepted }
        : {}),
      ...(repeated === undefined ? {} : { repeated }),
    };
  }
}

/** Reads the Terraform JSON that synth writes, or a person: all documents together, since one reads what another writes. */
export function readSynthesised(given: readonly Synthesised[], problems: ProblemList): readonly StackDocument[] {
  let parameters: Parameters | undefined;
  const documents: Document[] = given.map(
    (each) => new Document(draftOf(each, problems), () => (parameters ??= new Parameters(documents))),
  );
  return documents.map((document, at) => ({ ...document.facts(), roots: (given[at]?.files ?? []).map(({ root }) => root) }));
}
