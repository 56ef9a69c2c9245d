import { randomBytes } from 'node:crypto';

import { type Answer, notFound } from './json-api';
import type { Call, Routes } from './router';

/** Something that is read or written by whoever knows its address: no token goes there. */
export interface HostedObject {
  readonly get?: () => Buffer | undefined;
  readonly put?: (body: Buffer) => void | Promise<void>;
}

const PATH = '/_archivist/v1/object';

/** The objects beside the API, which the real engine keeps on a host of their own. */
export class HostedObjects {
  readonly #objects = new Map<string, HostedObject>();

  constructor(private readonly origin: () => string) {}

  /** The address of an object; nobody guesses it. */
  host(object: HostedObject): string {
    const secret = randomBytes(24).toString('base64url');
    this.#objects.set(secret, object);
    return `${this.origin()}${PATH}/${secret}`;
  }

  get routes(): Routes {
    return {
      [`GET ${PATH}/:secret`]: (call) => this.#read(call),
      [`PUT ${PATH}/:secret`]: async ({ in: { secret = '' }, body }) => {
        const put = this.#objects.get(secret)?.put;
        if (put === undefined) throw notFound();
        await put(body);
        return { status: 200 };
      },
    };
  }

  #read({ in: { secret = '' }, query }: Call): Answer {
    const found = this.#objects.get(secret)?.get?.();
    if (found === undefined) throw notFound();
    const offset = Number(query.get('offset') ?? 0);
    const end = query.has('limit') ? offset + Number(query.get('limit')) : undefined;
    return { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: found.subarray(offset, end) };
  }
}
