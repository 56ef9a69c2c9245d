import { findNearest } from '../../../modules/core/text/did-you-mean';
import { firstFew } from '../../../modules/core/text/first-few';
import { asWritten, InputError } from '../../../modules/core/input-error';
import type { ResourceFact } from '../../model/universe';

const INSTANCE_KEYS = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;
/** More names than these help nobody. */
const MOST_NAMED = 4;

/** Resources by the addresses that people call them. */
export class Directory {
  readonly #names = new Map<string, ResourceFact[]>();

  constructor(facts: readonly ResourceFact[]) {
    for (const fact of facts) {
      const addresses = [fact.address, fact.address.replace(INSTANCE_KEYS, '')];
      for (const name of new Set([...addresses, ...addresses.map((each) => `${fact.stack}:${each}`)])) {
        const known = this.#names.get(name);
        if (known === undefined) this.#names.set(name, [fact]);
        else known.push(fact);
      }
    }
  }

  /**
   * The one resource that goes by an address; undefined where none does.
   * @throws InputError LZ-CAN-3 several do
   */
  find(name: string): ResourceFact | undefined {
    const found = this.#names.get(name) ?? [];
    const [only, ...others] = found;
    if (others.length === 0) return only;
    const fuller = found.map(({ key, address }) => (new Set(found.map(({ stack }) => stack)).size > 1 ? key : address));
    const quoted = fuller.map((each) => `"${each}"`);
    throw InputError.of({
      problem: `${String(found.length)} resources have this address`,
      got: asWritten(name),
      remedy: `write ${firstFew(quoted, MOST_NAMED, ' or ', ', or ')}`,
      code: 'LZ-CAN-3',
    });
  }

  /** The address that was probably meant. */
  findNearest(name: string): string | undefined {
    return findNearest(name, this.#names.keys());
  }
}
