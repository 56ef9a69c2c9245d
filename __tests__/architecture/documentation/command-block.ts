import { spawnSync } from 'node:child_process';

import { readSource, ROOT } from '../source-tree';
import type { Block } from './block';
import type { DocumentedCommand } from './documented-commands';

interface Step {
  readonly command: string;
  /** What the document shows it to print; undefined where it shows nothing. */
  readonly output: string | undefined;
}

/** bash: every line is a command. console: those behind `$ `, with their output below. */
function stepsOf({ language, text }: Block): Step[] {
  const joined = text.replace(/\\\n\s*/g, '');
  if (language === 'bash') {
    const lines = joined.split('\n').map((line) => line.replace(/(^|\s)#.*$/, '').trim());
    return lines.filter((line) => line !== '').map((command) => ({ command, output: undefined }));
  }
  return joined
    .split(/^\$ /m)
    .slice(1)
    .map((part) => ({ command: part.slice(0, part.indexOf('\n')).trim(), output: part.slice(part.indexOf('\n') + 1).trim() }));
}

/** `…` stands for anything: alone on its line for any lines, within one for any text of that line. */
function matches(shown: string, printed: string): boolean {
  const escaped = shown.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = escaped.replace(/^\s*…\s*$/gm, '[^]*?').replaceAll('…', '.*?');
  return new RegExp(`^${pattern}$`).test(printed);
}

function runFaults({ command, output }: Step, run: string, status: number, at: string): string[] {
  // CI=true: a document's command never changes the ledger.
  const env = { ...process.env, CI: 'true', NO_COLOR: '1' };
  const result = spawnSync('bash', ['-c', `${run} 2>&1`], { cwd: ROOT, encoding: 'utf8', env, timeout: 120_000 });
  const printed = result.stdout.trim().replace(/[ \t]+$/gm, '');
  if (result.status !== status) {
    return [`${at}: "${command}" ends with ${String(result.status)} instead of ${String(status)}:\n${printed}`];
  }
  return output === undefined || matches(output, printed) ? [] : [`${at}: "${command}" prints something else:\n${printed}`];
}

function stepFaults(step: Step, commands: readonly DocumentedCommand[], status: number, at: string): string[] {
  const known = commands.find(({ pattern }) => pattern.test(step.command));
  if (known === undefined) return [`${at}: nothing proves "${step.command}"; add it to documented-commands.ts`];
  if ('run' in known) return runFaults(step, step.command.replace(known.pattern, known.run), status, at);
  const { file, title } = known.proof;
  // A title with an apostrophe may be quoted either way: the text between is what counts.
  const found = readSource(file).includes(title);
  if (!found) return [`${at}: "${step.command}" is to be proved by "${title}", which ${file} doesn't have`];
  return step.output === undefined ? [] : [`${at}: "${step.command}" shows an output that nobody compares; run it`];
}

/** What doesn't hold in a block of commands. The last one ends with the exit code of the fence: `console exit=1`. */
export function commandFaults(block: Block, commands: readonly DocumentedCommand[]): string[] {
  const steps = stepsOf(block);
  if (steps.length === 0) return [`${block.at}: the block has no command`];
  const last = Number(block.attributes.exit ?? '0');
  return steps.flatMap((step, n) => stepFaults(step, commands, n === steps.length - 1 ? last : 0, block.at));
}
