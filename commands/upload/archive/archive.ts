import { readdirSync, readlinkSync } from 'node:fs';
import { isAbsolute, join, normalize, posix, relative, sep } from 'node:path';

import { create } from 'tar';

import { asWritten, InputError } from '../../../modules/core/input-error';
import { ignoredIn } from './ignored';

/** @throws InputError LZ-UPLOAD-10 */
function refuseWayOut(folder: string, path: string): void {
  const target = readlinkSync(join(folder, path));
  const end = relative(folder, normalize(join(folder, path, '..', target)));
  if (!isAbsolute(target) && end !== '..' && !end.startsWith(`..${sep}`)) return;
  throw InputError.of({
    subject: join(folder, path),
    problem: 'the link leads out of the stack, where the host has nothing',
    got: asWritten(target),
    remedy: 'put the file itself there, or name the link in .terraformignore',
    code: 'LZ-UPLOAD-10',
  });
}

/** The files of a stack that are uploaded, seen from its folder, in one order on every machine. */
export function filesOf(folder: string): string[] {
  const isIgnored = ignoredIn(folder);
  const walk = (path: string): string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const name = posix.join(path, entry.name);
      if (entry.isDirectory()) return walk(name);
      if (isIgnored(name)) return [];
      if (entry.isSymbolicLink()) refuseWayOut(folder, name);
      return [name];
    });
  return walk('').sort();
}

/**
 * The tar.gz of a stack: the same bytes for the same files, whoever packs them, whenever.
 * @param prefix the working directory of the workspace, which the host enters
 */
export async function archiveOf(folder: string, prefix: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  const options = { cwd: folder, gzip: { level: 9 }, portable: true, mtime: new Date(0), noDirRecurse: true, prefix };
  for await (const part of create(options, filesOf(folder))) parts.push(part);
  return Buffer.concat(parts);
}
