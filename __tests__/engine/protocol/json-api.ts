/** What stands in a document's `data`. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relationships?: Readonly<Record<string, unknown>>;
}

/** What a client sent in a document's `data`. */
export interface Sent {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relationships: Readonly<Record<string, { readonly data?: { readonly id?: string } | null } | undefined>>;
}

/** One answer of the server. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string | object;
}

/** An answer that says no, as JSON:API writes it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail = '',
  ) {
    super(`${String(status)} ${title}`);
  }

  get answer(): Answer {
    const error = { status: String(this.status), title: this.title, ...(this.detail === '' ? {} : { detail: this.detail }) };
    return { status: this.status, body: { errors: [error] } };
  }
}

/** As the real one says it: whether a thing isn't there or isn't to be seen is not told. */
export const notFound = (): Refusal => new Refusal(404, 'not found');
export const conflict = (detail: string): Refusal => new Refusal(409, 'conflict', detail);
export const invalid = (detail: string): Refusal => new Refusal(422, 'invalid attribute', detail);

export const one = (data: Resource, status = 200, included: readonly Resource[] = []): Answer => ({
  status,
  body: { data, ...(included.length === 0 ? {} : { included }) },
});

const PAGE = 20;

/** A page of a list; the query says which. */
export function page(all: readonly Resource[], query: URLSearchParams): Answer {
  const [number, size] = [Number(query.get('page[number]') ?? 1), Number(query.get('page[size]') ?? PAGE)];
  const total = Math.max(1, Math.ceil(all.length / size));
  const pagination = {
    'current-page': number,
    'page-size': size,
    'prev-page': number > 1 ? number - 1 : null,
    'next-page': number < total ? number + 1 : null,
    'total-pages': total,
    'total-count': all.length,
  };
  return { status: 200, body: { data: all.slice((number - 1) * size, number * size), meta: { pagination } } };
}

export const relation = (type: string, id: string | undefined): object => ({ data: id === undefined ? null : { id, type } });
export const relations = (type: string, ids: readonly string[]): object => ({ data: ids.map((id) => ({ id, type })) });

/** The document of a request. */
export function sentIn(body: Buffer, type: string): Sent {
  let data: { readonly type?: unknown; readonly attributes?: object; readonly relationships?: object } | undefined;
  try {
    data = (JSON.parse(body.toString('utf8')) as { readonly data?: typeof data }).data;
  } catch {
    throw new Refusal(400, 'JSON body is invalid');
  }
  if (data?.type !== type) throw invalid(`type must be ${type}`);
  return { attributes: {}, relationships: {}, ...data } as Sent;
}
