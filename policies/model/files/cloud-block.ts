import type { JsonRecord } from '../json';
import type { Json } from '../universe';

/** One word of the language after the other: a comment, a name, a text, a sign. */
const WORD = /\s*(?:(?<comment>(?:#|\/\/)[^\n]*)|(?<name>[A-Za-z_][\w-]*)|(?<text>"(?:[^"\\\n]|\\.)*")|(?<sign>[{}=]))/y;

function wordsOf(source: string): readonly string[] | undefined {
  const words: string[] = [];
  const text = source.trimEnd();
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const { groups } = WORD.exec(text) ?? {};
    if (groups === undefined) return undefined;
    const word = groups.name ?? groups.text ?? groups.sign;
    if (word !== undefined) words.push(word);
  }
  return words;
}

/** A text without a template in it: what `${` comes to only Terraform knows. */
function literalOf(word: string | undefined): string | undefined {
  if (word?.startsWith('"') !== true || /(?<!\$)\$\{|(?<!%)%\{/.test(word)) return undefined;
  try {
    return (JSON.parse(word) as string).replace(/[$%](?=[$%]\{)/g, '');
  } catch {
    return undefined;
  }
}

/** The entries up to the closing brace, which is taken too; undefined where there is anything but texts and blocks of them. */
function takeBody(words: string[]): JsonRecord | undefined {
  const body: Record<string, Json> = {};
  for (let name = words.shift(); name !== '}'; name = words.shift()) {
    if (name === undefined || !/^[A-Za-z_]/.test(name) || Object.hasOwn(body, name)) return undefined;
    const sign = words.shift();
    const value = sign === '=' ? literalOf(words.shift()) : sign === '{' ? takeBody(words) : undefined;
    if (value === undefined) return undefined;
    body[name] = value;
  }
  return body;
}

/**
 * A file in Terraform's own language that says nothing but in which workspace the state lies, as JSON would say it:
 * engines look for that in *.tf. Undefined is any other file.
 */
export function findCloudBlock(source: string): JsonRecord | undefined {
  const words = wordsOf(source);
  if (words === undefined) return undefined;
  const rest = [...words, '}'];
  const root = takeBody(rest);
  if (root === undefined || rest.length > 0 || Object.keys(root).join() !== 'terraform') return undefined;
  const { terraform } = root;
  return typeof terraform === 'object' && terraform !== null && Object.keys(terraform).join() === 'cloud' ? root : undefined;
}
