import { type Check, notChecked, ok, problem, type Subject } from '../check';
import { parseVersion, satisfies } from '../version';

const NODE: Subject = { id: 'node', title: 'Node' };

/** The Node that runs this, against `engines` of package.json. */
export function nodeCheck(running: string, engines: string): Check {
  const version = parseVersion(running);
  const fits = version === undefined ? undefined : satisfies(version, engines);
  const found = running.replace(/^v/, '');
  if (fits === undefined) return notChecked(NODE, `${found}; package.json asks for "${engines}", which can't be compared`);
  if (fits) return ok(NODE, found);
  return problem(NODE, { found, expected: engines, remedy: `install Node ${engines.replace(/^>=\s*/, '')} or later` });
}
