import ts from 'typescript';

const CODE = /\bLZ-[A-Z0-9]+-\d+\b/g;

/** The texts that a program can print: literals and the parts of templates, comments left out. */
function literalsOf(path: string, text: string): string[] {
  const literals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      literals.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022));
  return literals;
}

const codesIn = (text: string): string[] => text.match(CODE) ?? [];

/** Files by path. */
export type Texts = Readonly<Record<string, string>>;

/** What doesn't fit between the codes of the sources, their rows in docs/errors.md and the tests of their text. */
export function findCodeFaults(sources: Texts, page: string, tests: Texts): string[] {
  const literals = Object.entries(sources).flatMap(([path, text]) =>
    literalsOf(path, text).map((literal) => ({ path, literal })),
  );
  const composed = literals
    .filter(({ literal }) => /\bLZ-([A-Z0-9]+-?)?$/.test(literal))
    .map(({ path }) => `${path}: composes a code; write it whole`);
  const used = new Map(literals.flatMap(({ path, literal }) => codesIn(literal).map((code) => [code, path])));
  const told = Object.entries(sources).flatMap(([path, text]) => codesIn(text).map((code) => ({ code, path })));
  const ghosts = told
    .filter(({ code }) => !used.has(code))
    .map(({ code, path }) => `${code}: ${path} tells of it, no source uses it`);
  const rows = page.split('\n').flatMap((line) => /^\|\s*`?(LZ-[A-Z0-9]+-\d+)`?\s*\|/.exec(line)?.[1] ?? []);
  const asserted = new Set(
    Object.entries(tests).flatMap(([path, text]) =>
      literalsOf(path, text).flatMap((literal) => literal.match(/(?<=\[)LZ-[A-Z0-9]+-\d+(?=\])/g) ?? []),
    ),
  );
  return [
    ...composed,
    ...ghosts,
    ...[...used].flatMap(([code, path]) => [
      ...(rows.includes(code) ? [] : [`${code}: ${path} uses it, docs/errors.md has no row for it`]),
      ...(asserted.has(code) ? [] : [`${code}: ${path} uses it, no test has its text with [${code}]`]),
    ]),
    ...rows.filter((code) => !used.has(code)).map((code) => `${code}: docs/errors.md has a row for it, no source uses it`),
    ...rows.filter((code, n) => rows.indexOf(code) !== n).map((code) => `${code}: docs/errors.md has two rows for it`),
  ].sort();
}
