import { stripVTControlCharacters } from 'node:util';

import type { Connection } from '../api/connection';
import { harmless } from '../../terminal/harmless';

const [START_OF_TEXT, END_OF_TEXT, NEWLINE] = [2, 3, 10];
const CHUNK = 65_536;
interface JsonLine {
  readonly '@message'?: unknown;
  readonly type?: unknown;
  readonly diagnostic?: { readonly detail?: unknown };
}

/** A line of a log as people read it: of a structured one the words, of a diagnostic its detail too. */
export function spoken(line: string): string[] {
  const plain = (text: string): string[] =>
    text.split('\n').map((part) => harmless(stripVTControlCharacters(part).replaceAll('\t', '  ')));
  if (!line.startsWith('{')) return plain(line);
  try {
    const { '@message': message, diagnostic } = JSON.parse(line) as JsonLine;
    if (typeof message !== 'string') return [];
    const detail = typeof diagnostic?.detail === 'string' && diagnostic.detail !== '' ? [diagnostic.detail] : [];
    return [message, ...detail].flatMap(plain);
  } catch {
    return plain(line);
  }
}

/** The words of a plan or an apply, read as they come. */
export class Log {
  #offset = 0;
  #rest = Buffer.alloc(0);

  /** @param url where it is read, "" where nobody tells it */
  constructor(
    private readonly connection: Connection,
    readonly url: string,
  ) {}

  /** What came since the last time; of a line that isn't whole yet nothing, unless it is the end. */
  async news(isEnd = false): Promise<string[]> {
    if (this.url === '') return [];
    for (;;) {
      const url = new URL(this.url);
      url.searchParams.set('limit', String(CHUNK));
      url.searchParams.set('offset', String(this.#offset));
      const part = await this.connection.read(url, 'the log');
      if (part.length === 0) break;
      this.#offset += part.length;
      this.#rest = Buffer.concat([this.#rest, part.filter((byte) => byte !== START_OF_TEXT && byte !== END_OF_TEXT)]);
    }
    const end = isEnd ? this.#rest.length : this.#rest.lastIndexOf(NEWLINE) + 1;
    const text = this.#rest.subarray(0, end).toString('utf8');
    this.#rest = this.#rest.subarray(end);
    return text === '' ? [] : text.replace(/\n$/, '').split('\n').flatMap(spoken);
  }
}
