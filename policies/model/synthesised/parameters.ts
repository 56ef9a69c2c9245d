import { type Term, Unknown } from '../term';
import { describeTerm } from '../term-text';
import type { ResourceBlock } from './draft';
import type { Instance } from './instances';
import type { Place } from './provider';
import type { Scope } from './scope';
import { quoted } from './expression/why';

/** A document whose providers tell where they work. */
export interface PlacedScope {
  readonly scope: Scope;
  placeOf(block: ResourceBlock, instance: Instance): Place;
}

interface Writer extends PlacedScope {
  readonly block: ResourceBlock;
  readonly instance: Instance;
  /** Whether it is there at all isn't known. */
  readonly unsure: boolean;
}

const NAMELESS: Instance = { suffix: '', key: undefined, value: null };

/** Whether two providers work in one account and Region; undefined where they don't tell. */
function isSamePlace(a: Place, b: Place): boolean | undefined {
  if (a === b) return true;
  const accounts = a.accountId === undefined || b.accountId === undefined ? undefined : a.accountId === b.accountId;
  const regions = a.region === undefined || b.region === undefined ? undefined : a.region === b.region;
  if (accounts === false || regions === false) return false;
  return accounts === true && regions === true ? true : undefined;
}

/**
 * The parameters that the documents write: what one stack reads there, another wrote. AWS refuses to write a name twice
 * unless `overwrite` says so; only then a writer whose name isn't known may stand behind any of them.
 */
export class Parameters {
  readonly #byName = new Map<string, Writer[]>();
  readonly #nameless: Writer[] = [];

  constructor(documents: readonly PlacedScope[]) {
    for (const document of documents) {
      for (const block of document.scope.draft.blocks.values()) {
        if (block.type === 'aws_ssm_parameter' && block.mode === 'managed') this.#add(document, block);
      }
    }
  }

  #add(document: PlacedScope, block: ResourceBlock): void {
    const { scope } = document;
    const instances = scope.instancesOf(block);
    const unsure = instances.known === undefined;
    for (const instance of instances.known ?? [instances.only ?? NAMELESS]) {
      const writer = { scope, placeOf: document.placeOf.bind(document), block, instance, unsure };
      const name = scope.findArgument(block, instance, 'name');
      const overwrite = scope.findArgument(block, instance, 'overwrite') ?? false;
      if (typeof name === 'string') this.#byName.set(name, [...(this.#byName.get(name) ?? []), writer]);
      else if (overwrite !== false) this.#nameless.push(writer);
    }
  }

  /** What a data source reads. */
  read(reader: PlacedScope, block: ResourceBlock, instance: Instance, source: string): Term {
    const name = reader.scope.findArgument(block, instance, 'name');
    if (typeof name !== 'string') {
      return new Unknown(`the name of the parameter is ${describeTerm(name ?? null)}: ${quoted(source)}`);
    }
    const place = reader.placeOf(block, instance);
    const same = (writer: Writer): boolean | undefined => isSamePlace(writer.placeOf(writer.block, writer.instance), place);
    const written = this.#byName.get(name) ?? [];
    const writers = [...written, ...this.#nameless].filter((writer) => same(writer) !== false);
    const [writer, ...others] = writers;
    if (writer === undefined) return new Unknown(`no stack here writes the parameter "${name}": ${quoted(source)}`);
    const { scope } = writer;
    const sure = others.length === 0 && !writer.unsure && written.includes(writer) && same(writer) === true;
    if (!sure) {
      const keys = writers.map((each) => each.scope.keyOf(each.block, each.instance.suffix)).join(', ');
      return new Unknown(`whether this is what the parameter "${name}" holds isn't sure: ${keys}`);
    }
    const value =
      scope.findArgument(writer.block, writer.instance, 'value') ??
      scope.findArgument(writer.block, writer.instance, 'insecure_value');
    const key = scope.keyOf(writer.block, writer.instance.suffix);
    return typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : (value ?? new Unknown(`${key} doesn't state what it holds`));
  }
}
