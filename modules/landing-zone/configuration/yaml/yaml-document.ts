import { Composer, type Document, isMap, Lexer, LineCounter, type ParsedNode, Parser, type YAMLError, type YAMLMap } from 'yaml';

import { asWritten, InputError, type Problem } from '../../../core/input-error';
import type { Position } from '../inspection/path';

/** The deepest place in a full configuration, a condition of an endpoint's policy, is at level 12. */
const DEEPEST = 64;
/** One slip can make every later line wrong; more than this helps nobody. */
const MOST_ERRORS = 20;

/** A file's only document, composed without errors. */
export interface YamlDocument {
  readonly root: YAMLMap;
  positionAt(offset: number): Position;
}

/**
 * Tokens of the whole file. The parser keeps a stack of its own, so it is safe at any depth; composing recurses, so the
 * depth is bounded before it starts.
 */
function tokensOf(
  text: string,
  file: string,
  lines: LineCounter,
): ReturnType<Parser['parse']> extends Generator<infer T> ? T[] : never {
  const parser = new Parser(lines.addNewLine);
  const tokens = [];
  // What follows the first newline isn't counted before the parser passes it, but the first line is.
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The lowest item of the stack is the document itself.
    if (parser.stack.length - 1 <= DEEPEST) continue;
    const { line, col } = lines.linePos(parser.offset - lexeme.length);
    throw InputError.of({
      subject: `${file}:${String(line)}:${String(col)}`,
      problem: `the file nests more than ${String(DEEPEST)} levels deep`,
      remedy: 'look for brackets that are never closed; a configuration needs 12 levels at most',
      code: 'LZ-CFG-5',
    });
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function syntaxProblem({ code, message }: YAMLError, position: Position, line: string): Omit<Problem, 'subject'> {
  const got = asWritten(line.trim());
  if (code === 'TAB_AS_INDENT' || /^\s*\t/.test(line)) {
    return { problem: 'a tab indents the line', got, remedy: 'indent with spaces', code: 'LZ-CFG-3' };
  }
  const remedy = `mend line ${String(position.line)}, or put texts with special characters in quotes`;
  return { problem: `the YAML can't be read: ${message.replace(/\.$/, '')}`, got, remedy, code: 'LZ-CFG-3' };
}

function throwSyntaxErrors(documents: readonly Document[], text: string, positionAt: YamlDocument['positionAt']): void {
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length === 0) return;
  const rows = text.split(/\r?\n/);
  const seen = new Set<number>();
  const problems = errors.slice(0, MOST_ERRORS).flatMap((error) => {
    const position = positionAt(error.pos[0]);
    // The parser follows up most errors with others on the same line, which say nothing new.
    if (seen.has(position.line)) return [];
    seen.add(position.line);
    const subject = `${position.file}:${String(position.line)}:${String(position.column)}`;
    return [{ subject, ...syntaxProblem(error, position, rows[position.line - 1] ?? '') }];
  });
  throw new InputError(problems);
}

function onlyMap(documents: readonly Document.Parsed[], file: string, positionAt: YamlDocument['positionAt']): YAMLMap {
  const [first, second] = documents;
  const refuse = (at: Position | undefined, problem: string, got: string | undefined, remedy: string): never => {
    const subject = at === undefined ? file : `${file}:${String(at.line)}:${String(at.column)}`;
    throw InputError.of({ subject, problem, got, remedy, code: 'LZ-CFG-4' });
  };
  const contents: ParsedNode | null = first?.contents ?? null;
  if (second !== undefined) {
    refuse(
      positionAt(second.range[0]),
      'the file holds several documents',
      `${String(documents.length)}, parted by "---"`,
      'keep one',
    );
  }
  if (isMap(contents)) return contents;
  const isEmpty = contents === null || ('value' in contents && contents.value === null);
  const remedy = 'begin with organization:, backend: and accounts:, as in the example of the README';
  if (isEmpty) return refuse(undefined, 'the file is empty', undefined, remedy);
  return refuse(
    positionAt(contents.range[0]),
    'the file is not a map of keys',
    'items' in contents ? 'a list' : 'a text',
    remedy,
  );
}

/**
 * Reads the YAML of a file.
 * @throws InputError LZ-CFG-3 syntax (all errors), LZ-CFG-4 not exactly one map, LZ-CFG-5 too deep
 */
export function readYaml(text: string, file: string): YamlDocument {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const tokens = tokensOf(text, file, lines);
  // Duplicates are found by our own walk: the library compares every key with every other one.
  const composer = new Composer({ schema: 'core', resolveKnownTags: false, uniqueKeys: false, prettyErrors: false });
  const documents = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  throwSyntaxErrors(documents, text, positionAt);
  return { root: onlyMap(documents, file, positionAt), positionAt };
}
