import { basename, dirname } from 'node:path/posix';

/** A file as far as its shape goes. */
export interface ShapedFile {
  readonly path: string;
  readonly lines: number;
}

const MOST_LINES = 300;
/** Tests mirror the sources, and some nouns take more than one. */
const MOST_FILES = { sources: 12, tests: 24 };
const NAMED_AFTER_NOTHING = /^(utils?|helpers?|types?|constants?|common|misc|shared|lib)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function nameFaults(path: string): string[] {
  const python = path.endsWith('.py');
  const parts = path.replace(/(\.test|\.d)?\.(ts|mjs|py)$/, '').split('/');
  return parts.flatMap((part) => {
    if (NAMED_AFTER_NOTHING.test(part)) return [`${path}: "${part}" names no noun; name it after what it defines`];
    const written = python ? part.replaceAll('_', '-').replace(/^-*|-*$/g, '') : part;
    return part === '__tests__' || KEBAB.test(written) ? [] : [`${path}: "${part}" is not in kebab-case`];
  });
}

/** What is too large or badly named, one line each, sorted. */
export function findShapeFaults(files: readonly ShapedFile[]): string[] {
  const long = files
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: ${String(lines)} lines, at most ${String(MOST_LINES)}`);
  const folders = new Map<string, number>();
  for (const { path } of files) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  const full = [...folders].flatMap(([folder, count]) => {
    const most = folder.startsWith('__tests__') ? MOST_FILES.tests : MOST_FILES.sources;
    return count > most ? [`${folder}: ${String(count)} files, at most ${String(most)}`] : [];
  });
  const named = files.filter(({ path }) => basename(path) !== 'index.ts').flatMap(({ path }) => nameFaults(path));
  return [...new Set([...long, ...full, ...named])].sort();
}
