import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Opens an archive and writes what it holds, one after the other: a plan file is one. */
const UNZIP = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    for name in archive.namelist():
        sys.stdout.buffer.write(archive.read(name))
`;

/** The content of a file; of a plan, what is packed in it. */
async function contentOf(file: string, python: string): Promise<Buffer> {
  const content = await readFile(file);
  if (content.subarray(0, 2).toString('latin1') !== 'PK') return content;
  const options = { encoding: 'buffer', maxBuffer: 1e8 } as const;
  const { stdout } = await run(python, ['-c', UNZIP, file], options);
  return stdout;
}

/** The files below a folder that hold one of the texts; providers aside. */
export async function filesWith(folder: string, texts: readonly string[], python: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/.terraform/'))
    .sort();
  const found: string[] = [];
  for (const file of files) {
    const content = await contentOf(file, python);
    if (texts.some((text) => content.includes(text))) found.push(relative(folder, file));
  }
  return found;
}
