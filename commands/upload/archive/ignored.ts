import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Rule {
  readonly pattern: RegExp;
  /** Whether it takes back what rules before it leave out. */
  readonly keeps: boolean;
}

/** What never belongs into an upload: Terraform's own folder, states, what git keeps. */
const ALWAYS = ['.terraform/', '.git/', '*.tfstate', '*.tfstate.*'];

function ruleOf(line: string): Rule {
  const keeps = line.startsWith('!');
  const text = keeps ? line.slice(1) : line;
  const path = text.replace(/\/$/, '');
  const source = path.replace(/^\//, '').replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (found) => {
    const meaning: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
    return meaning[found] ?? `\\${found}`;
  });
  // One with a slash inside is meant from the folder itself, any other at every depth.
  const start = path.includes('/') ? '^' : '^(?:.*/)?';
  return { pattern: new RegExp(`${start}${source}${text.endsWith('/') ? '/' : '(?:/|$)'}`), keeps };
}

const rulesIn = (text: string): Rule[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(ruleOf);

/**
 * Answers for paths of a folder whether they are left out: states and Terraform's own folder always, and what
 * .terraformignore says, whose last rule that fits counts.
 * @source Terraform documentation, .terraformignore
 */
export function ignoredIn(folder: string): (path: string) => boolean {
  const file = join(folder, '.terraformignore');
  const always = ALWAYS.map(ruleOf);
  const stated = existsSync(file) ? rulesIn(readFileSync(file, 'utf8')) : [];
  return (path) =>
    always.some(({ pattern }) => pattern.test(path)) || stated.findLast(({ pattern }) => pattern.test(path))?.keeps === false;
}
