import type { Host, RunState } from '../api/host';
import { Log } from './log';
import { isOver, isPlanned, isApplying } from './status';

/** Who watches an upload. */
export interface Watch {
  /** Takes what is told once, as the states of a run. */
  readonly tell: (what: string) => void;
  /** Takes the lines of a log. @default - nobody reads them */
  readonly show?: (line: string) => void;
}

const LAST_LINES = 40;

/** Looks at a run until it is where it is to be, and tells what it sees. */
export class Follower {
  #told = '';
  readonly #logs = new Map<string, Log>();

  constructor(
    private readonly host: Host,
    private readonly watch: Watch,
    private readonly seen: (run: RunState) => void,
  ) {}

  /** Until the plan and what judges it are done. */
  untilPlanned(run: RunState): Promise<RunState> {
    return this.#until(run, isPlanned);
  }

  /** Until nothing happens to it any more. */
  untilOver(run: RunState): Promise<RunState> {
    return this.#until(run, isOver);
  }

  /** Where a failed run says why. */
  async lastWords(run: RunState): Promise<string[]> {
    for (const phase of ['applies', 'plans'] as const) {
      const url = await this.host.logUrl(phase, phase === 'plans' ? run.planId : run.applyId);
      const lines = await new Log(this.host.connection, url).news(true);
      if (lines.length > 0) return lines.slice(-LAST_LINES);
    }
    return [];
  }

  async #until(begun: RunState, isThere: (run: RunState) => boolean): Promise<RunState> {
    for (let run = begun; ; run = await this.host.run(run.id)) {
      this.seen(run);
      if (run.status !== this.#told) this.watch.tell(run.status.replaceAll('_', ' '));
      this.#told = run.status;
      await this.#show(run, isThere(run));
      if (isThere(run)) return run;
      await this.host.connection.poll();
    }
  }

  /** Shows what is new in the log of the phase that the run is in. */
  async #show(run: RunState, isEnd: boolean): Promise<void> {
    const { show } = this.watch;
    if (show === undefined) return;
    const [phase, id] = isApplying(run) ? (['applies', run.applyId] as const) : (['plans', run.planId] as const);
    let log = this.#logs.get(id);
    if (log === undefined || log.url === '') {
      log = new Log(this.host.connection, await this.host.logUrl(phase, id));
      this.#logs.set(id, log);
    }
    for (const line of await log.news(isEnd)) show(line);
  }
}
