import type { Agent } from 'node:http';

import { OperationError } from '../../../modules/core/operation-error';
import { type Page, pageIn } from './document';
import { ConnectionLost, exchange, type Reply, type Request } from './exchange';
import { failureOfConnection, failureOfReply, PassingFailure } from './failure';
import { type Patience, pauseAfter, sleep } from './patience';
import type { Token } from './token';

/** What a connection to a host needs. */
export interface ConnectionOptions {
  /** With its port, if that isn't 443. */
  readonly host: string;
  readonly token: Token;
  readonly agent: Agent;
  readonly patience: Patience;
  /** Ends whatever is under way. */
  readonly signal: AbortSignal;
}

const JSON_API = 'application/vnd.api+json';

/** Speaks to the API of one host: again where that is safe, and never with the token to another address. */
export class Connection {
  readonly #options: ConnectionOptions;
  #base: URL | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get host(): string {
    return this.#options.host;
  }

  /** Waits between two looks. */
  poll(): Promise<void> {
    return sleep(this.#options.patience.pollSeconds, this.#options.signal);
  }

  /** One resource or a page of a list. @throws OperationError */
  get(path: string, what = path): Promise<Page> {
    return this.#repeated(async () => this.#pageOf(what, await this.#call('GET', path, what)));
  }

  /** Every resource of a list. @throws OperationError */
  async all(path: string): Promise<Page['resources']> {
    let page = await this.get(`${path}?page[size]=100`);
    const all = [...page.resources];
    while (page.next !== undefined) {
      page = await this.get(`${path}?page[size]=100&page[number]=${String(page.next)}`);
      all.push(...page.resources);
    }
    return all;
  }

  /**
   * Makes something. After an answer that got lost it is looked for first, since it may be there.
   * @param found answers what there is, undefined where there is nothing; left out where a second one does no harm
   * @throws OperationError
   */
  post(path: string, data: object, what: string, found?: () => Promise<Page | undefined>): Promise<Page> {
    const body = Buffer.from(JSON.stringify({ data }));
    return this.#repeated(async () => this.#pageOf(what, await this.#call('POST', path, what, body)), found);
  }

  /** Tells something to happen; `done` says whether it has. @throws OperationError */
  async act(path: string, what: string, done: () => Promise<boolean>): Promise<void> {
    await this.#repeated<unknown>(
      () => this.#call('POST', path, what),
      async () => ((await done()) ? true : undefined),
    );
  }

  /** Where an answer of the API leads, undefined where there is nothing yet. @throws OperationError */
  redirectOf(path: string, what: string): Promise<URL | Buffer | undefined> {
    return this.#repeated(async () => {
      const { status, headers, body } = await this.#call('GET', path, what);
      if (status === 204) return undefined;
      return headers.location === undefined ? body : this.#objectAt(headers.location);
    });
  }

  /** Reads what lies beside the API, without the token. @throws OperationError */
  read(address: string | URL, what: string): Promise<Buffer> {
    const url = this.#objectAt(String(address));
    return this.#repeated(async () => (await this.#send({ method: 'GET', url, headers: {} }, what)).body);
  }

  /** Puts something beside the API, without the token; `done` says whether it is there. @throws OperationError */
  async put(address: string, body: Buffer, what: string, done: () => Promise<boolean>): Promise<void> {
    const headers = { 'Content-Type': 'application/octet-stream' };
    await this.#repeated<unknown>(
      () => this.#send({ method: 'PUT', url: this.#objectAt(address), headers, body }, what),
      async () => ((await done()) ? true : undefined),
    );
  }

  async #call(method: 'GET' | 'POST', path: string, what: string, body?: Buffer): Promise<Reply> {
    this.#base ??= await this.#discover();
    const headers = { Authorization: `Bearer ${this.#options.token.reveal()}`, Accept: JSON_API, 'Content-Type': JSON_API };
    return this.#send({ method, url: new URL(path, this.#base), headers, ...(body === undefined ? {} : { body }) }, what);
  }

  async #send(request: Request, what: string): Promise<Reply> {
    const { host, agent, patience, signal } = this.#options;
    let reply: Reply;
    try {
      reply = await exchange(request, agent, patience.callSeconds, signal);
    } catch (error) {
      throw error instanceof ConnectionLost ? failureOfConnection(request.url.host, error) : error;
    }
    const failure = failureOfReply(host, what, reply);
    if (failure !== undefined) throw failure;
    return reply;
  }

  /** @source Terraform documentation, Remote Service Discovery */
  async #discover(): Promise<URL> {
    const { host } = this.#options;
    const url = new URL(`https://${host}/.well-known/terraform.json`);
    const { body } = await this.#send({ method: 'GET', url, headers: { Accept: 'application/json' } }, host);
    const stated = servicesIn(body)['tfe.v2'];
    const base = typeof stated === 'string' ? new URL(stated.replace(/\/?$/, '/'), url) : undefined;
    // The token is this host's.
    if (base?.host === url.host && base.protocol === 'https:') return base;
    throw this.#stranger(host);
  }

  #pageOf(what: string, { body }: Reply): Page {
    const page = pageIn(body);
    if (page === undefined) throw this.#stranger(what);
    return page;
  }

  #objectAt(address: string): URL {
    const base = this.#base?.href;
    const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
    if (url?.protocol === 'https:') return url;
    throw this.#stranger(this.#options.host);
  }

  #stranger(subject: string): OperationError {
    const problem = `${this.#options.host} doesn't answer as HCP Terraform does`;
    const remedy = 'name the host of an HCP Terraform, a Terraform Enterprise or an engine that speaks their API';
    return new OperationError({ subject, problem, remedy, code: 'LZ-UPLOAD-26' });
  }

  async #repeated<T>(work: () => Promise<T>, found?: () => Promise<T | undefined>): Promise<T> {
    const { patience, signal } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof PassingFailure) || attempt === patience.attempts) throw error;
        await sleep(pauseAfter(attempt, error.askedSeconds, patience), signal);
        const there = error.mayHaveWorked ? await found?.() : undefined;
        if (there !== undefined) return there;
      }
    }
  }
}

function servicesIn(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body.toString('utf8'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
