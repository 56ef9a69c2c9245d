import type { ApplyResult, Executor, PlanResult } from './executor';

/** What a run without Terraform says and comes to. */
export interface Script extends Partial<PlanResult> {
  /** @default "Plan: 1 to add, 0 to change, 0 to destroy." */
  readonly says?: string;
  /** @default true */
  readonly applies?: boolean;
  /** How long the plan takes; a cancellation ends it. @default 0 @unit milliseconds */
  readonly planMs?: number;
}

const CREATION = { resource_changes: [{ change: { actions: ['create'] } }] };

/** Stands in for Terraform where only the way to it is looked at. */
export class ScriptedExecutor implements Executor {
  /** What the next runs come to. */
  script: Script = {};

  async plan({ say, signal }: { say: (text: string) => void; signal: AbortSignal }): Promise<PlanResult> {
    const { good = true, hasChanges = true, says, json = CREATION, planMs = 0 } = this.script;
    say(`${says ?? 'Plan: 1 to add, 0 to change, 0 to destroy.'}\n`);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, planMs);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    return good ? { good, hasChanges, json } : { good, hasChanges: false };
  }

  apply({ say }: { say: (text: string) => void }): Promise<ApplyResult> {
    const good = this.script.applies ?? true;
    say(good ? 'Apply complete! Resources: 1 added, 0 changed, 0 destroyed.\n' : 'Error: the bucket is taken\n');
    return Promise.resolve({ good });
  }
}
