import { type Answer, notFound } from './json-api';

/** A request on its way. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  /** What the parts of the path that begin with a colon stand for. */
  readonly in: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;

/** `GET /runs/:run` and what answers it. */
export type Routes = Readonly<Record<string, Handler>>;

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handler: Handler;
}

/** Finds who answers a request. */
export class Router {
  readonly #routes: readonly Route[];

  constructor(...tables: readonly Routes[]) {
    this.#routes = tables.flatMap(Object.entries<Handler>).map(([key, handler]) => {
      const [method = '', path = ''] = key.split(' ');
      return { method, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`), handler };
    });
  }

  answer(call: Omit<Call, 'in'>): Answer | Promise<Answer> {
    for (const { method, pattern, handler } of this.#routes) {
      const found = method === call.method ? pattern.exec(call.path) : null;
      if (found !== null) return handler({ ...call, in: { ...found.groups } });
    }
    throw notFound();
  }
}
