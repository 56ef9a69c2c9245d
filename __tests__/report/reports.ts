import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { reportCommand } from '../../commands/report';

/** A folder for what the tests of a file make, gone when they have ended. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'report-in-browser-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Makes the page of Terraform JSON as `plinth report` does. */
export function reportOn(path: string, out: string, ...args: readonly string[]): string {
  let [said, code] = ['', -1];
  const hear = (text: string): void => void (said += text);
  const terminal = { out: hear, err: hear, exit: (given: number): void => void (code = given) };
  reportCommand({ terminal, colours: false }).parse([path, '--out', out, ...args], { from: 'user' });
  if (code !== 0) throw new Error(`plinth report ${path} ends with ${String(code)}: ${said}`);
  return out;
}

/** Writes a document where `plinth report` finds it. */
export function written(folder: string, name: string, document: object): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(document));
  return file;
}
