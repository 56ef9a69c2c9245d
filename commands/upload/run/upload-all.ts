import type { Agent } from 'node:http';

import { InputError, type Problem } from '../../../modules/core/input-error';
import { OperationError } from '../../../modules/core/operation-error';
import { type Outcome, outcomeOf } from '../../terminal/outcome';
import { Connection, type ConnectionOptions } from '../api/connection';
import { Host } from '../api/host';
import type { Patience } from '../api/patience';
import { type Flags, purposeOf } from '../request/flags';
import type { Target } from '../request/targets';
import type { Token } from '../api/token';
import { Ending } from './ending';
import type { Watch } from './follower';
import { resumingCommand, withResumption } from './resumption';
import { linesOf, type StackReport } from './stack-report';
import { isApplying } from './status';
import { uploadStack } from './upload-stack';

/** A stack with what opens its host. */
export interface OpenTarget {
  readonly target: Target;
  readonly token: Token;
}

/** What uploads have of the process that runs them. */
export interface Ground {
  readonly agent: Agent;
  readonly patience: Patience;
  /** Where signals come from. */
  readonly signals: NodeJS.EventEmitter;
  /** Who watches a stack. */
  readonly watchOf: (stack: string) => Watch;
}

/** Cancels a run that nobody waits for any more; one that is being applied is left, since half of it may be done. */
async function cancel(connection: ConnectionOptions, { target }: OpenTarget, id: string): Promise<boolean> {
  const host = new Host(new Connection({ ...connection, signal: AbortSignal.timeout(30_000) }), target.organization);
  const run = await host.run(id);
  if (!run.isCancelable || isApplying(run)) return false;
  await host.cancel(run);
  return true;
}

/** Uploads one stack; the failure says how to go on where a run does. */
async function uploadOne(open: OpenTarget, flags: Flags, ground: Ground, report: StackReport): Promise<void> {
  const { target, token } = open;
  const { message, planOut, run } = flags;
  const ending = new Ending(`stack ${target.stack}`, Number(flags.timeout), ground.signals);
  const connection = { host: target.host, token, agent: ground.agent, patience: ground.patience, signal: ending.signal };
  const stated = {
    ...(message === undefined ? {} : { message }),
    ...(planOut === undefined ? {} : { planOut }),
    ...(run === undefined ? {} : { run }),
  };
  try {
    const watch = ground.watchOf(target.stack);
    await uploadStack({ target, purpose: purposeOf(flags), connection, watch, ...stated }, report);
  } catch (error) {
    // Of a run that was named, whether it is there needn't have been told yet.
    const left = report.run ?? (ending.signal.aborted ? run : undefined);
    if (!(error instanceof OperationError) || left === undefined || error.problem.code === 'LZ-UPLOAD-31') throw error;
    if (flags.cancelOnInterrupt === true && ending.isInterrupted && (await cancel(connection, open, left))) {
      throw new OperationError({ ...error.problem, remedy: `run ${left} is canceled; ${error.problem.remedy}` });
    }
    throw withResumption(error, left, resumingCommand(target.named, left, flags));
  } finally {
    ending.release();
  }
}

function problemsOf(error: unknown): {
  readonly problems: readonly Problem[];
  readonly message: string;
  readonly exitCode: 2 | 3;
} {
  if (error instanceof InputError) return { problems: error.problems, message: error.message, exitCode: 2 };
  if (error instanceof OperationError) return { problems: [error.problem], message: error.message, exitCode: 3 };
  throw error;
}

/** Uploads stacks one after the other, up to the first that isn't good: those after it may need it. */
export async function uploadAll(stacks: readonly OpenTarget[], flags: Flags, ground: Ground): Promise<Outcome> {
  const reports: StackReport[] = [];
  const lines: string[] = [];
  const notRun = (): string[] => stacks.slice(reports.length).map(({ target }) => target.stack);
  const end = (exitCode: Outcome['exitCode'], more: object): Outcome => {
    const left = notRun();
    const ending = left.length === 0 ? [] : [`not uploaded: ${left.join(', ')}`];
    return {
      exitCode,
      lines: [...lines, ...ending],
      document: { ok: exitCode === 0, stacks: reports, notUploaded: left, ...more },
    };
  };
  for (const open of stacks) {
    const report: StackReport = { stack: open.target.stack, workspace: `${open.target.organization}/${open.target.workspace}` };
    reports.push(report);
    try {
      await uploadOne(open, flags, ground, report);
    } catch (error) {
      const { problems, message, exitCode } = problemsOf(error);
      lines.push(...message.split('\n'));
      return end(exitCode, { problems });
    }
    lines.push(...linesOf(report));
    if (report.isRefused === true) return end(1, {});
  }
  return end(0, {});
}

/** What became of a command line that can't be run. */
export function refusalOf(error: unknown): Outcome {
  const { problems, message, exitCode } = problemsOf(error);
  return outcomeOf(problems, message, exitCode);
}
