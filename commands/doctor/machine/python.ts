import { type Check, ok, problem, type Subject } from '../check';
import { parseVersion, satisfies } from '../version';
import { type Answer, type Ask, firstLine } from './program';

const PYTHON: Subject = { id: 'python', title: 'Python' };
const OPENSSL: Subject = { id: 'openssl', title: 'openssl' };
const RANGE = '>= 3.10';
const REMEDY = 'install Python 3.10 or later with its venv module (Debian: python3-venv); only the emulator needs it';

function failing(answer: Answer): string {
  if (answer.kind === 'missing') return 'not on the PATH';
  return answer.kind === 'failed' ? answer.reason : firstLine(answer);
}

/** Python with venv and pip's bootstrap: what the emulator's environment is made with. */
export async function pythonCheck(ask: Ask): Promise<Check> {
  const answer = await ask('python3', '-c', 'import platform, venv, ensurepip; print(platform.python_version())');
  if (answer.kind !== 'answered' || answer.exitCode !== 0) {
    const named = /No module named '?(\w+)/.exec(answer.kind === 'answered' ? answer.stderr : '')?.[1];
    const found = named === undefined ? failing(answer) : `it lacks the module ${named}`;
    return problem(PYTHON, { found, expected: `${RANGE} with venv`, remedy: REMEDY });
  }
  const found = answer.stdout.trim();
  const version = parseVersion(found.replace(/(\d)[a-z].*$/, '$1'));
  if (version !== undefined && satisfies(version, RANGE) === true) return ok(PYTHON, found);
  return problem(PYTHON, { found, expected: RANGE, remedy: REMEDY });
}

/** The program that makes the emulator's certificates. */
export async function opensslCheck(ask: Ask): Promise<Check> {
  const answer = await ask('openssl', 'version');
  if (answer.kind === 'answered' && answer.exitCode === 0) return ok(OPENSSL, firstLine(answer).replace(/ \(Library.*/, ''));
  const remedy = 'install openssl and put it on the PATH; only the emulator needs it';
  return problem(OPENSSL, { found: failing(answer), remedy });
}
