import { factsByKey } from '../../model/arns';
import type { StackDocument, Universe } from '../../model/universe';
import type { Finding, Rule } from '../rule';
import { findSecrets } from './search/find-secrets';
import type { Found } from './search/known-forms';
import { type Passage, passagesOf } from './search/passages';
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

function findingsOf(stack: StackDocument, universe: Universe): readonly Finding[] {
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const passage of passagesOf(stack)) {
    if (passage.text === '' && passage.beside === undefined) continue;
    const others = isOthers(passage);
    for (const found of passage.beside ?? findSecrets(others ? '' : passage.name, passage.text)) {
      const { address, path } = passage;
      const problem = `${path} holds in clear: ${shown(found)}`;
      if (told.has(`${address} ${found.secret}`)) continue;
      told.add(`${address} ${found.secret}`);
      const constructPath = factsByKey(universe).get(`${stack.name}:${address}`)?.constructPath;
      const made = constructPath === undefined ? {} : { constructPath };
      findings.push({ rule: ID, verdict: 'violated', stack: stack.name, address, problem, fix: FIX, ...made });
    }
  }
  return findings;
}

/** Who reads the code, the plan or the state reads no secret. */
export const noSecretInClear: Rule = {
  id: ID,
  summary: 'No secret stands in clear',
  judge: (universe) => universe.stacks.flatMap((stack) => findingsOf(stack, universe)),
};
