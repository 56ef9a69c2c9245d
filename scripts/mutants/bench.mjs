/** Runs tests against mutants in a thread that is given up where it doesn't come back. */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** As in Stryker: a mutant that is met so many times more often than before is in a loop, on a busy machine too. */
const LOOPS = 100;
/** Milliseconds for a loop that doesn't meet its mutant. Ten times what the tests took comes on top. */
const PATIENCE = 30_000;
const resourceLimits = { maxOldGenerationSizeMb: 2048 };

export class Bench {
  #workerData;
  #worker;

  constructor(sources, root) {
    const setup = ['__tests__/fixed-seed.ts', '__tests__/unshrunk.ts'].map((path) => join(root, path));
    this.#workerData = { sources, setup };
  }

  /** How long the tests of a file take, and which mutants they meet. */
  async measure(file) {
    const measured = await this.#ask({ file }, 1_000_000);
    if (measured === undefined) throw new Error(`the tests of ${file} don't end`);
    return measured;
  }

  async fateOf(mutant, trials) {
    if (trials.length === 0) return 'not met';
    const limited = trials.map(({ file, places, hits }) => ({ file, places, hitLimit: hits * LOOPS }));
    const takes = trials.reduce((sum, trial) => sum + trial.takes, 0);
    return (await this.#ask({ mutant, trials: limited }, PATIENCE + Math.ceil(10 * takes))) ?? 'endless';
  }

  async close() {
    await this.#worker?.terminate();
  }

  /** Undefined: the thread took too long, or all memory. */
  async #ask(question, patience) {
    this.#worker ??= new Worker(new URL('trial.mjs', import.meta.url), { workerData: this.#workerData, resourceLimits });
    const worker = this.#worker;
    const signal = AbortSignal.timeout(patience);
    worker.postMessage(question);
    try {
      const [{ value, failed }] = await once(worker, 'message', { signal });
      if (failed === undefined) return value;
      throw new Error(failed);
    } catch (error) {
      await this.close();
      this.#worker = undefined;
      if (signal.aborted || error.code === 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
      throw error;
    }
  }
}
