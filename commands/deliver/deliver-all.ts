import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { OperationError } from '../../modules/core/operation-error';
import { type Outcome } from '../terminal/outcome';
import { accessEnvironment } from './access-files';
import { withPrivateFolder } from './private-folder';
import { selectStacks } from './request';
import { deliverStack, linesOf, type StackReport, type Verb } from './stack-delivery';
import { Foreground, StackTerraform } from './terraform';
import { tokenOf } from './token';

/** The command line as it was written. */
export interface Flags {
  readonly out: string;
  readonly tokenFile?: string;
  readonly plans?: string;
  readonly allowLoss?: true;
  readonly json?: true;
}

/** What a delivery has of the process that runs it. */
export interface Ground {
  readonly env: NodeJS.ProcessEnv;
  /** Where signals come from. */
  readonly signals: NodeJS.EventEmitter;
  /** Called with what was done. */
  readonly tell: (line: string) => void;
}

/** @throws OperationError LZ-DELIVER-10 */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const got = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const remedy = 'choose another place by --plans';
    throw new OperationError({
      subject: folder,
      problem: "the folder of plans can't be made",
      got,
      remedy,
      code: 'LZ-DELIVER-10',
    });
  }
}

function outcome(
  reports: readonly StackReport[],
  leftOut: readonly string[],
  notRun: readonly string[],
  error?: OperationError,
): Outcome {
  const bad = reports.some(({ result }) => result === 'refused' || result === 'drifted');
  const exitCode = error === undefined ? (bad ? 1 : 0) : 3;
  const refused = reports.some(({ result }) => result === 'refused');
  const list = (words: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${words}: ${names.join(', ')}`];
  return {
    exitCode,
    lines: [
      ...reports.filter(({ result }) => result !== 'failed').flatMap(linesOf),
      ...(error === undefined ? [] : error.message.split('\n')),
      ...(refused ? ['what is lost is applied with --allow-loss only'] : []),
      ...list('not run', notRun),
      ...list('left to an administrator', leftOut),
    ],
    document: {
      ok: exitCode === 0,
      stacks: reports,
      notRun,
      leftOut,
      ...(error === undefined ? {} : { problems: [error.problem] }),
    },
  };
}

/** Terraform's words where a stack reads what another one makes. */
const NOT_YET_THERE = "couldn't find resource";

/** What became of a stack that failed: where others are to be applied first, its plan has to wait for them. */
function failure(stack: string, verb: Verb, error: unknown, before: readonly StackReport[]): StackReport {
  const waitsFor = before.filter(({ result }) => result === 'planned' || result === 'waiting').map((report) => report.stack);
  const waits =
    verb === 'plan' && error instanceof OperationError && error.message.includes(NOT_YET_THERE) && waitsFor.length > 0;
  return waits ? { stack, result: 'waiting', waitsFor } : { stack, result: 'failed' };
}

/**
 * Works on stacks one after the other, up to the first that fails or may not be applied: those after it may need it.
 * @throws InputError everything that is wrong with the command line
 */
export function deliverAll(verb: Verb, named: readonly string[], flags: Flags, ground: Ground): Promise<Outcome> {
  return withPrivateFolder(async (folder) => {
    const { stacks, leftOut } = selectStacks(flags.out, named);
    const token = tokenOf(flags.tokenFile, folder, ground.env);
    const plans = resolve(flags.plans ?? 'plans');
    const phase = verb === 'apply' ? 'apply' : 'plan';
    const reports: StackReport[] = [];
    const notRun = (): string[] => stacks.slice(reports.length).map(({ name }) => name);
    const foreground = new Foreground(ground.signals);
    try {
      if (verb !== 'drift') makeFolder(plans);
      for (const stack of stacks) {
        const env = accessEnvironment({ stack, phase, tokenFile: token.file, folder }, ground.env);
        const terraform = new StackTerraform(stack, foreground, env, token.renew);
        const work = { stack: stack.name, terraform, plans, allowLoss: flags.allowLoss === true };
        ground.tell(`${stack.name}: ${verb}`);
        const report = await deliverStack(verb, work, folder).catch((error: unknown) => {
          const failed = failure(stack.name, verb, error, reports);
          if (failed.result === 'waiting') return failed;
          reports.push(failed);
          throw error;
        });
        reports.push(report);
        if (report.result === 'refused') break;
      }
      return outcome(reports, leftOut, notRun());
    } catch (error) {
      if (error instanceof OperationError) return outcome(reports, leftOut, notRun(), error);
      throw error;
    } finally {
      foreground.release();
    }
  });
}
