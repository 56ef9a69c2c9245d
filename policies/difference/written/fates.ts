import type { Action, AttributeChange } from '../change';
import { isKnown, outcomeOf } from '../replacement/outcome';
import { isReordered } from '../values/compare';
import { AFTER_APPLY } from '../values/value';
import type { Both, Pair, Raws, Written } from './pair';
import { isLasting, type Use, usesIn } from './references';
import { triggersOf } from './triggers';

/** What becomes of a resource, and why. */
export interface Fate {
  readonly action: Action | 'same';
  readonly attributes: readonly AttributeChange[];
  readonly forcedBy: readonly string[];
  readonly whys: readonly string[];
}

/** Follows changes from resource to resource: what is made anew has another id, and whoever names it changes too. */
export class Fates {
  readonly #fates = new Map<Pair, Fate>();
  readonly #users = new Map<string, Both[]>();

  constructor(
    private readonly pairs: ReadonlyMap<string, Pair>,
    private readonly written: ReadonlyMap<Pair, Written>,
    private readonly raws: Raws,
    private readonly addressOf: (key: string) => string | undefined,
  ) {
    const open: Both[] = [];
    for (const pair of pairs.values()) {
      if (!isBoth(pair)) continue;
      open.push(pair);
      for (const address of this.#named(pair)) this.#users.set(address, [...(this.#users.get(address) ?? []), pair]);
    }
    // A resource is looked at again whenever one that it names has changed.
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const was = this.#fates.get(pair);
      const fate = this.#fateOf(pair);
      this.#fates.set(pair, fate);
      if (was?.action !== fate.action && fate.action !== 'same') open.push(...(this.#users.get(pair.address) ?? []));
    }
  }

  /** What becomes of a resource that is in both documents. */
  of(pair: Both): Fate {
    return this.#fates.get(pair) ?? { action: 'same', attributes: [], forcedBy: [], whys: [] };
  }

  #uses({ after }: Both): readonly Use[] {
    return usesIn(after.body, '');
  }

  #named(pair: Both): ReadonlySet<string> {
    const used = this.#uses(pair).flatMap(({ target }) => this.addressOf(target.key) ?? []);
    const raw = this.raws.after.of(pair.after);
    return new Set([...used, ...triggersOf(raw).map(({ address }) => address), ...dependenciesOf(raw.depends_on)]);
  }

  /** Whether an attribute of another resource will be another one; undefined where nobody knows. */
  #turns(address: string, attribute: string): boolean | undefined {
    const pair = this.pairs.get(address);
    if (pair === undefined) return false;
    if (!isBoth(pair)) return pair.after !== undefined;
    const { action, attributes } = this.of(pair);
    if (action === 'replaced') return true;
    if (action === 'unknown') return undefined;
    if (action !== 'changed' || isLasting(attribute)) return false;
    return attributes.some(({ path }) => path === attribute) ? true : undefined;
  }

  #fateOf(pair: Both): Fate {
    const { attributes, doubts } = this.written.get(pair) ?? { attributes: [], doubts: [] };
    const whys = [...doubts];
    const all = [...attributes];
    for (const { path, target } of this.#uses(pair)) {
      const address = this.addressOf(target.key);
      if (address === undefined || all.some((change) => change.path === path)) continue;
      const turns = this.#turns(address, target.attribute);
      const expression = `${address}.${target.attribute}`;
      if (turns === true) all.push({ path, before: { expression }, after: AFTER_APPLY });
      if (turns === undefined) whys.push(`${path} follows ${expression}, which may become another one`);
    }
    return pair.after.mode === 'data' ? this.#readAnew(pair, all, whys) : this.#judged(pair, all, whys);
  }

  /** A data source is read by the apply where it depends on what changes, and then nobody knows what it says. */
  #readAnew({ after }: Both, attributes: readonly AttributeChange[], whys: readonly string[]): Fate {
    const late = dependenciesOf(this.raws.after.of(after).depends_on).some((address) => {
      const pair = this.pairs.get(address);
      return pair !== undefined && (!isBoth(pair) || !['same', 'rewritten', 'moved'].includes(this.of(pair).action));
    });
    const action = late || attributes.length > 0 || whys.length > 0 ? 'unknown' : 'same';
    return { action, attributes, forcedBy: [], whys };
  }

  #judged({ after }: Both, attributes: readonly AttributeChange[], doubts: readonly string[]): Fate {
    const whys = [...doubts];
    const forcedBy: string[] = [];
    let updates = false;
    for (const change of attributes) {
      const outcome = outcomeOf(after.type, change);
      if (outcome === 'replaces') forcedBy.push(change.path);
      if (outcome === 'updates') updates = true;
      const same = change.statements?.length === 0;
      if (outcome === undefined) whys.push(unknownBy(after.type, change));
      else if (same) whys.push(`${change.path} says the same in other words, of which the provider may take no notice`);
      else if (isReordered(change)) whys.push(`${change.path} has another order, of which Terraform takes no notice in a set`);
    }
    for (const { address, attribute } of triggersOf(this.raws.after.of(after))) {
      const turns = attribute === undefined ? this.#acts(address) : this.#turns(address, attribute);
      if (turns === true) forcedBy.push('lifecycle.replace_triggered_by');
      if (turns === undefined) whys.push(`lifecycle.replace_triggered_by names ${address}, which may change`);
    }
    const unsure = whys.length > 0;
    const action = forcedBy.length > 0 && !unsure ? 'replaced' : unsure ? 'unknown' : updates ? 'changed' : 'same';
    const kept = action === 'same' && attributes.length > 0;
    return { action: kept ? 'rewritten' : action, attributes, forcedBy, whys };
  }

  /** Whether anything becomes of a resource. */
  #acts(address: string): boolean | undefined {
    const pair = this.pairs.get(address);
    if (pair === undefined) return false;
    if (!isBoth(pair)) return pair.after !== undefined;
    const { action } = this.of(pair);
    return action === 'unknown' ? undefined : action === 'changed' || action === 'replaced';
  }
}

function unknownBy(type: string, { path }: AttributeChange): string {
  return isKnown(type) ? `the table doesn't know what ${path} of ${type} does` : `the table doesn't know ${type}`;
}

function dependenciesOf(json: unknown): readonly string[] {
  return Array.isArray(json) ? json.filter((each) => typeof each === 'string') : [];
}

/** Whether a resource is in both documents. */
export function isBoth(pair: Pair): pair is Both {
  return pair.before !== undefined && pair.after !== undefined;
}
