import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { asWritten, InputError, type ProblemList } from '../../../modules/core/input-error';
import type { JsonRecord } from '../json';
import { Unknown } from '../term';
import { findCloudBlock } from './cloud-block';
import { refuseHcl, unreadable } from './read-json';

/** A file that isn't JSON, as JSON would say it. */
export interface Settings {
  readonly file: string;
  readonly root: JsonRecord;
}

/** Files that make one document. */
export interface FoundDocument {
  readonly name: string;
  readonly files: readonly string[];
  /** What files in Terraform's own language say of it, where that is read. */
  readonly settings: readonly Settings[];
  /** Whether Terraform runs them as they are; else their content tells what they are. */
  readonly isTerraform: boolean;
  /** What belongs to it and isn't read. */
  readonly opaque: readonly Unknown[];
}

/** What lies at a path. */
export interface FoundDocuments {
  readonly documents: readonly FoundDocument[];
  /** The file with what the authors meant. @default - there is none */
  readonly intent?: string;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function nameOf(file: string): string {
  if (basename(file) === 'cdk.tf.json') return basename(dirname(resolve(file)));
  return basename(file).replace(/(?:\.tf)?\.json$/, '');
}

function findSettings(file: string): Settings[] {
  const root = file.endsWith('.tf') ? findCloudBlock(readFileSync(file, 'utf8')) : undefined;
  return root === undefined ? [] : [{ file, root }];
}

/** A folder that Terraform runs: all its files are one document. */
function findFolder(folder: string, entries: readonly string[], problems: ProblemList): FoundDocument | undefined {
  const files = entries.filter((entry) => entry.endsWith('.tf.json'));
  if (files.length === 0) return undefined;
  for (const file of files) {
    if (!/(?:^|_)override\.tf\.json$/.test(file)) continue;
    problems.add({
      subject: join(folder, file),
      problem: 'override files change what other files state, and are not followed',
      remedy: 'write the change where it belongs, or give a plan: terraform show -json',
      code: 'LZ-READ-13',
    });
  }
  const others = entries.filter((entry) => /\.(?:tf|tofu|tofu\.json)$/.test(entry));
  const settings = others.flatMap((entry) => findSettings(join(folder, entry)));
  const opaque = others
    .filter((entry) => !settings.some(({ file }) => file === join(folder, entry)))
    .map((entry) => new Unknown(`${entry} isn't read: its expressions only Terraform evaluates`));
  const name = basename(resolve(folder));
  return { name, files: files.map((file) => join(folder, file)), settings, isTerraform: true, opaque };
}

/** The folders in a folder that Terraform runs. */
function findFolders(folder: string, entries: readonly string[], problems: ProblemList): readonly FoundDocument[] {
  return entries.flatMap((entry) => {
    const path = join(folder, entry);
    if (entry.startsWith('.') || !isDirectory(path)) return [];
    const found = findFolder(path, readdirSync(path).sort(), problems);
    return found === undefined ? [] : [found];
  });
}

function findIn(folder: string, problems: ProblemList): FoundDocuments {
  const entries = readdirSync(folder).sort();
  const stacks = join(folder, 'stacks');
  if (entries.includes('stacks') && isDirectory(stacks)) {
    const documents = findFolders(stacks, readdirSync(stacks).sort(), problems);
    return { documents, ...(entries.includes('intent.json') ? { intent: join(folder, 'intent.json') } : {}) };
  }
  const own = findFolder(folder, entries, problems);
  if (own !== undefined) return { documents: [own] };
  const folders = findFolders(folder, entries, problems);
  if (folders.length > 0) return { documents: folders };
  const files = entries.filter((entry) => entry.endsWith('.json')).map((entry) => join(folder, entry));
  if (files.length > 0) {
    return {
      documents: files.map((file) => ({ name: nameOf(file), files: [file], settings: [], isTerraform: false, opaque: [] })),
    };
  }
  const hcl = entries.find((entry) => /\.(?:tf|tofu)$/.test(entry));
  if (hcl !== undefined) refuseHcl(join(folder, hcl));
  throw InputError.of({
    subject: folder,
    problem: 'there is nothing of Terraform in the directory',
    got: entries.length === 0 ? 'an empty directory' : asWritten(entries.slice(0, 5).join(', ')),
    remedy: 'name a directory with stacks/<name>/cdk.tf.json, or with files of terraform show -json',
    code: 'LZ-READ-11',
  });
}

/**
 * Finds the documents at a path: an output directory (`stacks/<name>/`), a directory of such folders, one folder, a
 * directory of plans and states, or a file.
 * @throws InputError LZ-READ-1 unreadable, LZ-READ-6 only HCL, LZ-READ-11 nothing there
 */
export function findDocuments(path: string, problems: ProblemList): FoundDocuments {
  try {
    if (statSync(path).isDirectory()) return findIn(path, problems);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw unreadable(path, error);
  }
  const isTerraform = path.endsWith('.tf.json');
  return { documents: [{ name: nameOf(path), files: [path], settings: [], isTerraform, opaque: [] }] };
}
