import { type IncomingMessage, type ServerResponse, createServer, request, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

import type { Certificate } from './certificate';

/** A call of AWS on its way to the emulator. */
export interface PassingCall {
  /** `CreateAccessKey`. */
  readonly action: string;
  /** Which of its kind in this forwarder's life, from 1. */
  readonly nth: number;
  /** Which of all, from 1. */
  readonly position: number;
}

/** What becomes of a call. */
export interface Disturbance {
  /** Whether the emulator gets it. */
  readonly reaches: boolean;
  /** What the caller gets in place of the answer; undefined cuts the connection. */
  readonly answer: Answer | 'as it is' | 'none' | undefined;
  /** Called between the two. */
  readonly meanwhile?: () => void;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Says what becomes of each call. */
export type Script = (call: PassingCall) => Disturbance | undefined;

const PASS: Disturbance = { reaches: true, answer: 'as it is' };

function bodyOf(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    message.setEncoding('utf8').on('data', (part: string) => (text += part));
    message.once('end', () => resolve(text)).once('error', reject);
  });
}

/**
 * An HTTPS proxy between the command and the emulator that can lose, delay and falsify single calls. It ends TLS with a
 * certificate of its own, so that the host that was signed is the one that the emulator sees.
 */
export class Forwarder {
  /** What passed, in order. */
  readonly actions: string[] = [];
  /** The same with whose key signed it, whether with the token of a session, and what it said. */
  readonly calls: { readonly by: string; readonly inSession: boolean; readonly parameters: URLSearchParams }[] = [];
  /** The hosts that were asked for, with their ports. */
  readonly hosts: string[] = [];
  /** The secrets that CreateAccessKey gave out. */
  readonly secrets: string[] = [];
  script: Script = () => undefined;
  readonly #emulatorPort: number;
  readonly #proxy: Server;
  readonly #sockets = new Set<Socket>();
  #busy = 0;

  private constructor(emulatorPort: number, certificate: Certificate) {
    this.#emulatorPort = emulatorPort;
    const handle = (call: IncomingMessage, answer: ServerResponse): void => {
      this.#busy += 1;
      this.#handle(call, answer)
        .catch(() => call.destroy())
        .finally(() => (this.#busy -= 1));
    };
    const secure = createSecureServer(certificate, handle);
    this.#proxy = createServer(handle);
    this.#proxy.on('connect', (call: IncomingMessage, socket: Socket) => {
      this.hosts.push(call.url ?? '');
      socket.on('error', () => socket.destroy());
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      secure.emit('connection', socket);
    });
    secure.on('tlsClientError', (_error, socket) => socket.destroy());
  }

  static async start(emulatorPort: number, certificate: Certificate): Promise<Forwarder> {
    const forwarder = new Forwarder(emulatorPort, certificate);
    await new Promise<void>((resolve) => forwarder.#proxy.listen(0, '127.0.0.1', resolve));
    return forwarder;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#proxy.address() as AddressInfo).port)}`;
  }

  /** Waits until the emulator has answered whatever is on its way. */
  async idle(): Promise<void> {
    while (this.#busy > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.idle();
    this.#proxy.closeAllConnections();
    await new Promise((resolve) => this.#proxy.close(resolve));
  }

  async #handle(call: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(call);
    const parameters = new URLSearchParams(body);
    const action = parameters.get('Action') ?? '';
    this.actions.push(action);
    const by = /Credential=(\w+)\//.exec(call.headers.authorization ?? '')?.[1] ?? '';
    this.calls.push({ by, inSession: call.headers['x-amz-security-token'] !== undefined, parameters });
    const nth = this.actions.filter((it) => it === action).length;
    const { reaches, answer, meanwhile } = this.script({ action, nth, position: this.actions.length }) ?? PASS;
    const real = reaches ? await this.#forward(call, body) : undefined;
    meanwhile?.();
    if (answer === 'none') return;
    const given = answer === 'as it is' ? real : answer;
    if (given === undefined) {
      call.destroy();
      return;
    }
    response.writeHead(given.status, { 'Content-Type': 'text/xml', Connection: 'close' }).end(given.body);
  }

  #forward(call: IncomingMessage, body: string): Promise<Answer> {
    const host = call.headers.host?.includes('amazonaws') === true ? call.headers.host : hostOf(call);
    const headers = { ...call.headers, host };
    return new Promise((resolve, reject) => {
      const passed = request(
        { host: '127.0.0.1', port: this.#emulatorPort, method: 'POST', path: `http://${host}/`, headers, agent: false },
        (answer) => {
          bodyOf(answer).then((text) => {
            this.secrets.push(...[...text.matchAll(/<SecretAccessKey>([^<]*)</g)].map(([, secret]) => secret!));
            resolve({ status: answer.statusCode ?? 0, body: text });
          }, reject);
        },
      );
      passed.once('error', reject).end(body);
    });
  }
}

/** The host of a call that came by AWS_ENDPOINT_URL: the service stands in what was signed. */
function hostOf({ headers }: IncomingMessage): string {
  const service = /Credential=[^/]+\/\d+\/[\w-]+\/(\w+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
  return `${service}.amazonaws.com`;
}
