/** What goes wrong with a request. `cut before` loses the request, `cut after` only the answer. */
export type Fault = 'cut before' | 'cut after' | 'too many' | 'server error';

interface Disturbance {
  readonly request: RegExp;
  readonly fault: Fault;
  left: number;
}

/** The faults that wait for the requests that they are meant for. */
export class Disturbances {
  readonly #waiting: Disturbance[] = [];

  /** Lets requests like `POST /api/v2/runs` go wrong, once unless told otherwise. */
  add(request: RegExp, fault: Fault, times = 1): void {
    this.#waiting.push({ request, fault, left: times });
  }

  take(request: string): Fault | undefined {
    const found = this.#waiting.find((each) => each.left > 0 && each.request.test(request));
    if (found !== undefined) found.left -= 1;
    return found?.fault;
  }
}
