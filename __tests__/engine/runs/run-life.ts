import { join } from 'node:path';

import type { HostedObjects } from '../protocol/hosted-objects';
import type { Phase } from './executor';
import { hasMandatoryFailure } from './policy';
import { type Decision, type Run, statusOf, type World, type Workspace } from './world';

const TURN_MS = 20;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, TURN_MS));

/** The run was canceled in this moment. */
class Canceled extends Error {}

/** Leads runs through their life: one of a workspace at a time, unless they only plan. */
export class RunLife {
  #isOver = false;
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly world: World,
    private readonly hosted: HostedObjects,
  ) {}

  begin(run: Run, workspace: Workspace): void {
    const life = run.planOnly ? this.#turn(run, workspace) : workspace.queue.then(() => this.#turn(run, workspace));
    if (!run.planOnly) workspace.queue = life;
    this.#running.add(life);
    void life.finally(() => this.#running.delete(life));
  }

  /** Cancels everything and waits for its end. */
  async stop(): Promise<void> {
    this.#isOver = true;
    for (const run of this.world.runs.values()) {
      run.cancellation.abort();
      run.decide?.('cancel');
    }
    await Promise.all(this.#running);
  }

  async #turn(run: Run, workspace: Workspace): Promise<void> {
    try {
      await this.#wait(run, workspace);
      if (!run.planOnly) Object.assign(workspace, { lock: { by: 'run', run: run.id }, currentRun: run.id });
      await this.#live(run, workspace);
    } catch (error) {
      // A failure of the engine itself ends the run as it would there, with the reason in its log.
      if (!(error instanceof Canceled)) run.plan.log.write(`engine: ${String(error)}\n`);
      become(run, error instanceof Canceled ? 'canceled' : 'errored');
    } finally {
      for (const phase of [run.plan, run.apply]) {
        phase.log.end();
        if (['pending', 'running'].includes(phase.status)) {
          phase.status = statusOf(run) === 'canceled' ? 'canceled' : 'unreachable';
        }
      }
      if (workspace.lock?.by === 'run' && workspace.lock.run === run.id) {
        Object.assign(workspace, { lock: undefined, currentRun: undefined });
      }
    }
  }

  async #wait(run: Run, workspace: Workspace): Promise<void> {
    while (!this.world.isQueueOpen || (!run.planOnly && workspace.lock !== undefined)) {
      if (this.#isOver || run.cancellation.signal.aborted) throw new Canceled();
      await pause();
    }
    throwIfCanceled(run);
  }

  async #live(run: Run, workspace: Workspace): Promise<void> {
    become(run, 'plan_queued');
    await pause();
    const result = await this.#plan(run, workspace);
    if (!result.good) {
      become(run, 'errored');
      return;
    }
    become(run, 'planned');
    if (!(await judge(run))) {
      become(run, 'errored');
      return;
    }
    if (run.planOnly || !result.hasChanges) {
      become(run, 'planned_and_finished');
      return;
    }
    const decision = run.autoApply ? 'apply' : await decided(run);
    if (decision !== 'apply') {
      become(run, decision === 'cancel' ? 'canceled' : 'discarded');
      return;
    }
    become(run, 'confirmed');
    become(run, 'apply_queued');
    await this.#apply(run, workspace);
  }

  async #plan(run: Run, workspace: Workspace): Promise<{ readonly good: boolean; readonly hasChanges: boolean }> {
    const { archive } = this.world.configurationVersions.get(run.configurationVersion) ?? {};
    if (archive === undefined) throw new Error('there is no configuration');
    become(run, 'planning');
    run.plan.status = 'running';
    const state = this.world.currentState(workspace.id)?.state;
    const result = await this.world.executor.plan({
      ...this.#phase(run, workspace, run.plan),
      configuration: archive,
      options: run.options,
      variables: [...workspace.variables, ...run.variables],
      ...(state === undefined ? {} : { state }),
    });
    run.plan.log.end();
    throwIfCanceled(run);
    run.plan.result = result;
    run.plan.status = result.good ? 'finished' : 'errored';
    return result;
  }

  async #apply(run: Run, workspace: Workspace): Promise<void> {
    throwIfCanceled(run);
    become(run, 'applying');
    run.apply.status = 'running';
    const { good, state } = await this.world.executor.apply(this.#phase(run, workspace, run.apply));
    if (state !== undefined) {
      const url = this.hosted.host({ get: () => state });
      this.world.keepState(workspace.id, state, { state: url, json: url });
    }
    run.apply.log.end();
    run.apply.status = good ? 'finished' : 'errored';
    become(run, good ? 'applied' : 'errored');
  }

  #phase(run: Run, { workingDirectory }: Workspace, { log }: Run['plan' | 'apply']): Phase {
    const folder = join(this.world.directory, 'runs', run.id);
    return { folder, workingDirectory, signal: run.cancellation.signal, say: (text) => log.write(text) };
  }
}

function become(run: Run, status: string): void {
  run.statuses.push(status);
}

function throwIfCanceled({ cancellation }: Run): void {
  if (cancellation.signal.aborted) throw new Canceled();
}

/** Whether the policies let the run go on. */
async function judge(run: Run): Promise<boolean> {
  let good = true;
  for (const stage of run.stages) {
    become(run, 'post_plan_running');
    await pause();
    const failed = hasMandatoryFailure(stage.outcomes);
    stage.status = failed ? 'failed' : 'passed';
    good &&= !failed;
    if (good) become(run, 'post_plan_completed');
  }
  return good;
}

function decided(run: Run): Promise<Decision> {
  throwIfCanceled(run);
  return new Promise((resolve) => {
    run.decide = (decision) => {
      run.decide = undefined;
      resolve(decision);
    };
  });
}
