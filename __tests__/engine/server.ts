import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { ServerCertificate } from './certificate-authority';
import { Disturbances, type Fault } from './protocol/disturbance';
import { type Answer, Refusal } from './protocol/json-api';
import type { Router } from './protocol/router';

/** A request that came, as tests look at it. */
export interface SeenRequest {
  /** `GET /api/v2/ping`. */
  readonly request: string;
  /** Whether it brought a token, to a place that needs one or not. */
  readonly hadToken: boolean;
}

const JSON_API = 'application/vnd.api+json';
const HEADERS = {
  'TFP-API-Version': '2.6',
  'TFP-AppName': 'HCP Terraform',
  'X-RateLimit-Limit': '30',
  'Cache-Control': 'no-store',
};
const FAULTS: Readonly<Record<Exclude<Fault, `cut ${string}`>, Answer>> = {
  'too many': {
    status: 429,
    headers: { 'Retry-After': '0', 'X-RateLimit-Reset': '0.05' },
    body: { errors: [{ status: '429', title: 'Too many requests' }] },
  },
  'server error': { status: 503, body: { errors: [{ status: '503', title: 'service unavailable' }] } },
};

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function payload({ body, headers = {} }: Answer): { readonly bytes: Buffer; readonly headers: Record<string, string> } {
  if (body === undefined || Buffer.isBuffer(body) || typeof body === 'string') {
    return { bytes: Buffer.from(body ?? ''), headers: { ...HEADERS, ...headers } };
  }
  return { bytes: Buffer.from(JSON.stringify(body)), headers: { ...HEADERS, 'Content-Type': JSON_API, ...headers } };
}

/** The engine's ear: TLS, the token, content types, and what goes wrong on the way. */
export class EngineServer {
  readonly seen: SeenRequest[] = [];
  readonly disturbances = new Disturbances();
  readonly #server: Server;

  constructor(
    certificate: Pick<ServerCertificate, 'key' | 'cert'>,
    private readonly token: string,
    private readonly router: Router,
  ) {
    this.#server = createServer(certificate, (message, response) => {
      this.#serve(message, response).catch(() => message.socket.destroy());
    });
    this.#server.on('tlsClientError', (_error, socket) => socket.destroy());
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? '/', 'https://engine');
    const request = `${message.method ?? ''} ${url.pathname}`;
    this.seen.push({ request, hadToken: message.headers.authorization !== undefined });
    const body = await bodyOf(message);
    const fault = this.disturbances.take(request);
    if (fault === 'cut before') return void message.socket.destroy();
    const answer = fault === undefined || fault === 'cut after' ? await this.#answer(message, url, body) : FAULTS[fault];
    if (fault === 'cut after') return void message.socket.destroy();
    const { bytes, headers } = payload(answer);
    response.writeHead(answer.status, headers).end(bytes);
  }

  async #answer(message: IncomingMessage, url: URL, body: Buffer): Promise<Answer> {
    try {
      const { method = '', headers } = message;
      if (url.pathname.startsWith('/api/')) {
        if (headers.authorization !== `Bearer ${this.token}`) throw new Refusal(401, 'unauthorized');
        const isJson = headers['content-type']?.startsWith(JSON_API) === true;
        if (body.length > 0 && !isJson) throw new Refusal(415, 'unsupported media type');
      }
      return await this.router.answer({ method, path: url.pathname, query: url.searchParams, body });
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      return new Refusal(500, 'internal server error', String(error)).answer;
    }
  }
}
