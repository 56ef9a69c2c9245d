/** What stands in the `data` of an answer, read without trust in its form. */
export class Resource {
  readonly #attributes: Readonly<Record<string, unknown>>;
  readonly #relationships: Readonly<Record<string, unknown>>;

  constructor(
    readonly id: string,
    attributes: unknown,
    relationships: unknown,
  ) {
    this.#attributes = mapOf(attributes);
    this.#relationships = mapOf(relationships);
  }

  /** The text of an attribute, "" where there is none. */
  text(name: string): string {
    const value = this.#attributes[name];
    return typeof value === 'string' ? value : '';
  }

  number(name: string): number {
    const value = this.#attributes[name];
    return typeof value === 'number' ? value : 0;
  }

  is(name: string): boolean {
    return this.#attributes[name] === true;
  }

  /** An attribute of an attribute. */
  within(name: string): Resource {
    return new Resource(this.id, this.#attributes[name], {});
  }

  /** The entries of a list. */
  list(name: string): Resource[] {
    const value = this.#attributes[name];
    return Array.isArray(value) ? value.map((each) => new Resource(this.id, each, {})) : [];
  }

  /** The id of what it relates to, "" where there is nothing. */
  related(name: string): string {
    const { id } = mapOf(mapOf(this.#relationships[name]).data);
    return typeof id === 'string' ? id : '';
  }
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function resourceOf(value: unknown): Resource {
  const { id, attributes, relationships } = mapOf(value);
  return new Resource(typeof id === 'string' ? id : '', attributes, relationships);
}

/** A page of a list, or one resource as a page of one. */
export interface Page {
  readonly resources: readonly Resource[];
  /** The number of the next page. @default - this is the last one */
  readonly next?: number;
}

/** Reads a document; undefined where it is none. */
export function pageIn(body: Buffer): Page | undefined {
  let document: unknown;
  try {
    document = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const { data, meta } = mapOf(document);
  if (typeof data !== 'object' || data === null) return undefined;
  const next = mapOf(mapOf(meta).pagination)['next-page'];
  const resources = (Array.isArray(data) ? data : [data]).map(resourceOf);
  return { resources, ...(typeof next === 'number' ? { next } : {}) };
}

/** The words in which a document says no, "" where it has none. */
export function reasonIn(body: Buffer): string {
  try {
    const { errors } = mapOf(JSON.parse(body.toString('utf8')));
    const texts = (Array.isArray(errors) ? errors : []).map((each: unknown) => {
      const { title, detail } = mapOf(each);
      return typeof detail === 'string' && detail !== '' ? detail : String(title);
    });
    return texts.join('; ');
  } catch {
    return '';
  }
}
