import type { Agent, IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

/** One request; what it brings along is decided by whoever makes it. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** @default - nothing is sent */
  readonly body?: Buffer;
}

/** Its answer, whole. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** No answer came, or not all of it: whether the request did its work isn't known. */
export class ConnectionLost extends Error {
  constructor(
    /** `ECONNRESET`, or what else there is to say. */
    readonly reason: string,
    /** Whether another attempt might do better: a refused certificate stays refused. */
    readonly isPassing: boolean,
  ) {
    super(reason);
  }
}

const PASSING = /^(E(CONN(RESET|REFUSED|ABORTED)|PIPE|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH|NETDOWN)|NO_ANSWER)$/;

function lost(error: Error): ConnectionLost {
  const { code = '' } = error as NodeJS.ErrnoException;
  const text = code === '' ? error.message : `${code}: ${error.message}`;
  return new ConnectionLost(text, PASSING.test(code) || /socket (hang up|disconnected)/.test(error.message));
}

/**
 * Makes one request. The server's certificate is verified whatever NODE_TLS_REJECT_UNAUTHORIZED says.
 * @throws ConnectionLost
 */
export function exchange(
  { method, url, headers, body }: Request,
  agent: Agent,
  seconds: number,
  signal: AbortSignal,
): Promise<Reply> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(body.length) };
    const options = { method, agent, headers: { ...headers, ...length }, rejectUnauthorized: true };
    const call = request(url, options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', fail);
      answer.once('end', () => {
        done();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
      });
    });
    const overdue = setTimeout(() => {
      const text = `no answer within ${String(seconds)} s`;
      call.destroy(Object.assign(new Error(text), { code: 'NO_ANSWER' }));
    }, seconds * 1000);
    const interrupt = (): void => void call.destroy(new Error('interrupted'));
    signal.addEventListener('abort', interrupt);
    const done = (): void => {
      clearTimeout(overdue);
      signal.removeEventListener('abort', interrupt);
    };
    function fail(error: Error): void {
      done();
      reject(signal.aborted ? (signal.reason as Error) : lost(error));
    }
    call.once('error', fail);
    call.end(body);
  });
}
