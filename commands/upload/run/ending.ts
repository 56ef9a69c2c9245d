import { OperationError } from '../../../modules/core/operation-error';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The reason for which a wait ended before what it waits for: LZ-UPLOAD-32 the time, LZ-UPLOAD-33 a signal. */
export class Ending {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;

  /** @param signals where signals come from */
  constructor(
    subject: string,
    minutes: number,
    private readonly signals: NodeJS.EventEmitter = process,
  ) {
    this.#timer = setTimeout(() => {
      const remedy = 'give it more by --timeout, or see what holds it up';
      const problem = `it took longer than ${String(minutes)} min`;
      this.#abort.abort(new OperationError({ subject, problem, remedy, code: 'LZ-UPLOAD-32' }));
    }, minutes * 60_000);
    for (const signal of SIGNALS) signals.on(signal, this.#interrupt);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Whether somebody wants it to end, and not the clock. */
  get isInterrupted(): boolean {
    const reason: unknown = this.#abort.signal.reason;
    return reason instanceof OperationError && reason.problem.code === 'LZ-UPLOAD-33';
  }

  /** Listens and waits no more. */
  release(): void {
    clearTimeout(this.#timer);
    for (const signal of SIGNALS) this.signals.off(signal, this.#interrupt);
  }

  readonly #interrupt = (got: string): void => {
    const [problem, remedy] = ['it was interrupted', 'run it again'];
    this.#abort.abort(new OperationError({ subject: 'upload', problem, got, remedy, code: 'LZ-UPLOAD-33' }));
  };
}
