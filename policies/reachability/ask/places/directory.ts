import { findNearest } from '../../../../modules/core/text/did-you-mean';
import { firstFew } from '../../../../modules/core/text/first-few';
import { asWritten, InputError } from '../../../../modules/core/input-error';
import type { NetworkFacts } from '../../../model/network';
import type { ResourceFact, Universe } from '../../../model/universe';
import type { Named } from './resource-place';

const INSTANCE_KEYS = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;
const LAST_KEY = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/;
/** More names than these help nobody. */
const MOST_NAMED = 4;

/** An address, and what it shares with other instances: without its own key, and without those of its modules either. */
function addressesOf(address: string): readonly string[] {
  return [address, address.replace(LAST_KEY, ''), address.replace(INSTANCE_KEYS, '')];
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return firstFew(quoted, MOST_NAMED, ' or ', ', or ');
}

/** The resources of the documents by the names that people call them. */
export class Directory {
  readonly #names = new Map<string, ResourceFact[]>();
  readonly #outside: ReadonlySet<string>;
  readonly #suggested: readonly string[];

  constructor({ stacks }: Universe, facts: NetworkFacts, tiers: readonly string[]) {
    for (const resource of stacks.flatMap(({ resources }) => resources)) {
      const { stack, address } = resource;
      const addresses = addressesOf(address);
      for (const name of new Set([...addresses, ...addresses.map((each) => `${stack}:${each}`)])) this.#add(name, resource);
    }
    const { subnets, groups, hosts, gatewayEndpoints, vpcs } = facts;
    const placed = [subnets, groups, hosts, gatewayEndpoints, vpcs].flatMap((things) => [...things.keys()]);
    this.#outside = new Set(placed.filter((key) => !this.#names.has(key)));
    const addresses = placed.flatMap((key) => this.#names.get(key)?.flatMap((resource) => [resource.address, key]) ?? []);
    this.#suggested = ['internet', ...tiers, ...new Set(addresses)];
  }

  #add(name: string, resource: ResourceFact): void {
    const known = this.#names.get(name);
    if (known === undefined) this.#names.set(name, [resource]);
    else known.push(resource);
  }

  /**
   * What goes by this name: one resource, or all instances of one block.
   * @throws InputError LZ-REACH-2 nothing does, LZ-REACH-3 resources of several stacks do
   */
  get(name: string): readonly Named[] {
    const found = this.#names.get(name);
    if (found === undefined) return this.#outside.has(name) ? [{ key: name }] : this.#refuse(name);
    const stacks = [...new Set(found.map(({ stack }) => stack))].sort();
    if (stacks.length > 1) {
      throw ambiguous(
        name,
        `${String(stacks.length)} stacks hold this address`,
        stacks.map((stack) => `${stack}:${name}`),
      );
    }
    return found;
  }

  #refuse(name: string): never {
    const nearest = findNearest(name, this.#suggested);
    const example = this.#suggested.find((each) => each.includes('aws_subnet.')) ?? 'aws_subnet.app';
    throw InputError.of({
      problem: 'nothing in the documents is called that',
      got: asWritten(name),
      remedy:
        nearest === undefined
          ? `write internet, an IP address, a block, or the address of something in a network, such as "${example}"`
          : `did you mean "${nearest}"?`,
      code: 'LZ-REACH-2',
    });
  }
}

/** A name that several things have. */
export function ambiguous(name: string, problem: string, fuller: readonly string[]): InputError {
  return InputError.of({ problem, got: asWritten(name), remedy: `write ${listed(fuller)}`, code: 'LZ-REACH-3' });
}
