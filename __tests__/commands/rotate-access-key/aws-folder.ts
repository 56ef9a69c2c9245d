import { mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SharedFiles } from '../../../commands/rotate-access-key/profile/shared-files';

/** A pair to put into a file. */
export interface Pair {
  readonly id: string;
  readonly secret: string;
}

export const OLD: Pair = { id: 'AKIAOLDOLDOLDOLDOLD1', secret: 'old/Secret+0000000000000000000000000/old' };
export const NEW: Pair = { id: 'AKIANEWNEWNEWNEWNEW2', secret: 'new+Secret/1111111111111111111111111+new' };

/** The plainest file. */
export const plain = ({ id, secret }: Pair): string =>
  `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;

/** A folder like ~/.aws, gone at the end of the test file. */
export class AwsFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'plinth-aws-')));
  readonly files: SharedFiles = { credentials: this.at('credentials'), config: this.at('config') };

  static readonly #all: AwsFolder[] = [];

  constructor(texts: { readonly credentials?: string | Buffer | undefined; readonly config?: string | Buffer | undefined } = {}) {
    AwsFolder.#all.push(this);
    if (texts.credentials !== undefined) writeFileSync(this.files.credentials, texts.credentials, { mode: 0o600 });
    if (texts.config !== undefined) writeFileSync(this.files.config, texts.config, { mode: 0o600 });
  }

  static removeAll(): void {
    for (const { path } of AwsFolder.#all) rmSync(path, { recursive: true, force: true });
  }

  at(name: string): string {
    return join(this.path, name);
  }

  text(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  /** Every file with its mode and bytes, links and folders by what they are: what may not differ when nothing was changed. */
  listing(): Readonly<Record<string, string>> {
    const entries = readdirSync(this.path, { withFileTypes: true }).map((entry): [string, string] => {
      if (entry.isSymbolicLink()) return [entry.name, `to ${readlinkSync(this.at(entry.name))}`];
      if (entry.isDirectory()) return [entry.name, 'a folder'];
      const mode = (statSync(this.at(entry.name)).mode & 0o777).toString(8);
      return [entry.name, `${mode} ${readFileSync(this.at(entry.name), 'latin1')}`];
    });
    return Object.fromEntries(entries);
  }
}
