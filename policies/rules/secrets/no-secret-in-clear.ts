import { factsByKey } from '../../model/arns';
import type { StackDocument, Universe } from '../../model/universe';
import type { Finding, Rule } from '../rule';
import { findSecrets } from './search/find-secrets';
import type { Found } from './search/known-forms';
import { type Passage, visitPassages } from './search/passages';
import { isPasswordArgument } from './password-arguments';

const ID = 'secrets/no-secret-in-clear';
const FIX = 'take it out, revoke it, and hand it over by a write-only argument or a secret store that is read where it is used';

/** What may be shown of a secret, so that its owner knows it again. @unit characters */
const SHOWN = 2;

function shown({ name, secret }: Found): string {
  return `${name}, ${String(secret.length)} characters that begin with ${JSON.stringify(secret.slice(0, SHOWN))}`;
}

/** Whether another rule asks for the argument: passwords and parameters have no good value at all. */
function isOthers({ address, path }: Passage): boolean {
  const type = address.replace(/^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*/, '').split('.')[0] ?? '';
  return isPasswordArgument(type, path);
}

/** Finds secrets, once for each text: stacks of an organisation repeat each other. */
class Finder {
  readonly #known = new Map<string, Map<string, readonly Found[]>>();

  find(passage: Passage): readonly Found[] {
    const { name, text, beside } = passage;
    if (beside !== undefined) return beside;
    const found = this.#find(name, text);
    return found.length > 0 && isOthers(passage) ? this.#find('', text) : found;
  }

  #find(name: string, text: string): readonly Found[] {
    let byText = this.#known.get(name);
    if (byText === undefined) {
      byText = new Map();
      this.#known.set(name, byText);
    }
    let found = byText.get(text);
    if (found === undefined) {
      found = findSecrets(name, text);
      byText.set(text, found);
    }
    return found;
  }
}

function findingsOf(stack: StackDocument, universe: Universe, finder: Finder): readonly Finding[] {
  const told = new Set<string>();
  const findings: Finding[] = [];
  visitPassages(stack, (passage) => {
    for (const found of finder.find(passage)) {
      const { address, path } = passage;
      if (told.has(`${address} ${found.secret}`)) continue;
      told.add(`${address} ${found.secret}`);
      const problem = `${path} holds in clear: ${shown(found)}`;
      const constructPath = factsByKey(universe).get(`${stack.name}:${address}`)?.constructPath;
      const made = constructPath === undefined ? {} : { constructPath };
      findings.push({ rule: ID, verdict: 'violated', stack: stack.name, address, problem, fix: FIX, ...made });
    }
  });
  return findings;
}

/** Who reads the code, the plan or the state reads no secret. */
export const noSecretInClear: Rule = {
  id: ID,
  summary: 'No secret stands in clear',
  judge: (universe) => {
    const finder = new Finder();
    return universe.stacks.flatMap((stack) => findingsOf(stack, universe, finder));
  },
};
