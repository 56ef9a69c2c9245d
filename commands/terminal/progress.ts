/** Nobody wants to hear of what is over at once. */
const PATIENCE_MS = 2000;
/** A terminal is no film. */
const PACE_MS = 200;

/** One line on a terminal that says how far a long run is, and goes away at its end. */
export class Progress {
  readonly #begun: number;
  #shown: number | undefined;

  /**
   * @param write where the line goes; undefined where nobody watches
   * @param now the clock, in milliseconds
   */
  constructor(
    private readonly write: ((text: string) => void) | undefined,
    private readonly now: () => number,
  ) {
    this.#begun = now();
  }

  tell(text: string): void {
    const time = this.now();
    if (this.write === undefined || time - this.#begun < PATIENCE_MS) return;
    if (this.#shown !== undefined && time - this.#shown < PACE_MS) return;
    this.#shown = time;
    this.write(`\r\u001b[K${text}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown !== undefined) this.write?.('\r\u001b[K');
    this.#shown = undefined;
  }
}
