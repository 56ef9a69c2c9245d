import type { ResourceFact, StackDocument } from '../../model/universe';
import type { Action, Change, Doubt } from '../change';
import { isSecurity, rankOf } from '../rank';
import { compare } from '../values/compare';
import { concealed } from '../values/secret';
import { nodeOf, plain } from '../values/value';
import { doubtsOf, outputsOf } from './doubts';
import { type Fate, Fates, isBoth } from './fates';
import { type Intentions, intentionsOf, isForgotten, movesBetween } from './intentions';
import { type Names, type Pair, type Raws, type Written, writtenOf } from './pair';
import { Raw } from './raw';

function baseOf(address: string): string {
  return address.replace(/\[[^\]]*\]$/, '');
}

/** How resources of other stacks are called after, by what they were called. */
export type Renaming = (key: string) => string;

/** Compares how one stack is written in two documents. */
export class StackComparison {
  readonly #raws: Raws;
  readonly #intentions: Intentions;
  readonly #moves: ReadonlyMap<string, string>;
  readonly #names: Names;
  readonly #pairs = new Map<string, Pair>();
  readonly #written = new Map<Pair, Written>();

  constructor(
    private readonly before: StackDocument,
    private readonly after: StackDocument,
    elsewhere: Renaming,
  ) {
    this.#raws = { before: new Raw(before), after: new Raw(after) };
    this.#intentions = intentionsOf(after);
    this.#moves = movesBetween(before, after);
    this.#names = {
      before: (key) => {
        const address = own(key, before.name);
        return address === undefined ? elsewhere(key) : this.#movedKey(address);
      },
      after: (key) => stripped(key, after.name),
    };
    this.#pair();
    for (const pair of this.#pairs.values()) {
      if (isBoth(pair)) this.#written.set(pair, writtenOf(pair, this.#raws, this.#names));
    }
  }

  #movedKey(address: string): string {
    return this.#moves.get(address) ?? address;
  }

  #pair(): void {
    const former = new Map<string, ResourceFact>();
    for (const fact of this.before.resources) former.set(this.#movedKey(fact.address), fact);
    for (const after of this.after.resources) {
      const before = former.get(after.address);
      former.delete(after.address);
      const from = before !== undefined && before.address !== after.address ? { from: before.address } : {};
      this.#pairs.set(after.address, { address: after.address, ...from, ...(before === undefined ? {} : { before }), after });
    }
    for (const before of former.values()) this.#pairs.set(before.address, { address: before.address, before });
  }

  /** Why it isn't known whether something comes or goes. */
  #uncounted(pair: Pair): string | undefined {
    const base = baseOf(pair.address);
    const repeated = [...this.before.resources, ...this.after.resources].find(
      (fact) => fact.repeated !== undefined && baseOf(fact.address) === base,
    );
    return repeated === undefined ? undefined : `how many there are isn't known: ${repeated.repeated?.why ?? ''}`;
  }

  #single(pair: Pair, fact: ResourceFact, isNew: boolean): Change {
    const importedAs = isNew ? this.#intentions.imports.get(pair.address) : undefined;
    const repeated = fact.repeated !== undefined || fact.address.endsWith(']') ? this.#uncounted(pair) : undefined;
    const forgotten = !isNew && isForgotten(this.#intentions, pair.address);
    const known: Action = isNew ? (importedAs === undefined ? 'added' : 'imported') : forgotten ? 'forgotten' : 'removed';
    const action = repeated === undefined ? known : 'unknown';
    const why =
      repeated ??
      (importedAs === undefined
        ? undefined
        : 'what Terraform changes of it only a plan tells: the document knows nothing of what is there');
    const name = isNew ? this.#names.after : this.#names.before;
    const body = concealed(fact.type, nodeOf(fact.body, name));
    const attributes = isNew ? compare({}, body, '') : compare(body, {}, '');
    return {
      ...this.#change(pair, fact, action),
      attributes,
      ...(importedAs === undefined ? {} : { importedAs }),
      ...(why === undefined ? {} : { why }),
    };
  }

  #change({ address, from }: Pair, { type }: ResourceFact, action: Action): Omit<Change, 'attributes'> {
    const rank = rankOf(type, action);
    return {
      stack: this.after.name,
      address,
      type,
      action,
      rank,
      isSecurity: isSecurity(type),
      ...(from === undefined ? {} : { from }),
    };
  }

  #both(
    pair: Pair & { readonly after: ResourceFact },
    { action, attributes, forcedBy, whys }: Fate,
    written: Written,
  ): Change | undefined {
    const still = pair.from === undefined ? undefined : 'moved';
    const rewritten = written.rewritten.length > 0 ? 'rewritten' : undefined;
    const told = action === 'same' ? (still ?? rewritten) : action;
    if (told === undefined) return undefined;
    return {
      ...this.#change(pair, pair.after, told),
      attributes: [...attributes, ...written.rewritten],
      ...(forcedBy.length === 0 ? {} : { forcedBy }),
      ...(whys.length === 0 ? {} : { why: [...new Set(whys)].join('; ') }),
    };
  }

  #outputs(): readonly Change[] {
    const [was, will] = [outputsOf(this.#raws.before), outputsOf(this.#raws.after)];
    return [...new Set([...was.keys(), ...will.keys()])].flatMap((name): readonly Change[] => {
      const attributes = compare(plain(was.get(name)), plain(will.get(name)), 'value');
      const action = !was.has(name) ? 'added' : !will.has(name) ? 'removed' : 'changed';
      if (action === 'changed' && attributes.length === 0) return [];
      return [
        {
          stack: this.after.name,
          address: `output.${name}`,
          type: 'output',
          action,
          rank: 'rest',
          isSecurity: false,
          attributes,
        },
      ];
    });
  }

  changes(): readonly Change[] {
    const fates = new Fates(this.#pairs, this.#written, this.#raws, (key) => own(key, this.after.name));
    const resources = [...this.#pairs.values()].flatMap((pair): readonly Change[] => {
      const { before, after } = pair;
      if ((after ?? before)?.mode === 'data') return [];
      if (isBoth(pair)) return listed(this.#both(pair, fates.of(pair), this.#written.get(pair) ?? NOTHING));
      if (after !== undefined) return [this.#single(pair, after, true)];
      return before === undefined ? [] : [this.#single(pair, before, false)];
    });
    return [...resources, ...this.#outputs()];
  }

  doubts(): readonly Doubt[] {
    return doubtsOf(this.#raws).map((why) => ({ stack: this.after.name, why }));
  }
}

function listed(change: Change | undefined): readonly Change[] {
  return change === undefined ? [] : [change];
}

const NOTHING: Written = { attributes: [], rewritten: [], doubts: [] };

/** An address of a stack's own; of other stacks the whole key. */
function stripped(key: string, stack: string): string {
  return own(key, stack) ?? key;
}

function own(key: string, stack: string): string | undefined {
  return key.startsWith(`${stack}:`) ? key.slice(stack.length + 1) : undefined;
}
