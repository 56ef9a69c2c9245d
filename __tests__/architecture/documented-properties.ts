import ts from 'typescript';

/** A property of an exported interface or object type, and what its comment says. */
export interface DocumentedProperty {
  readonly file: string;
  /** `Owner.property`, nested ones with all their names. */
  readonly name: string;
  readonly optional: boolean;
  readonly numeric: boolean;
  /** The comment without its stars; empty where there is none. */
  readonly comment: string;
}

function commentOf(node: ts.Node, source: ts.SourceFile): string {
  const ranges = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  const docs = ranges.map(({ pos, end }) => source.text.slice(pos, end)).filter((text) => text.startsWith('/**'));
  const [last = ''] = docs.slice(-1);
  return last
    .replace(/^\/\*\*|\*\/$|^\s*\* ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function propertiesOf(node: ts.Node, owner: string, source: ts.SourceFile): DocumentedProperty[] {
  if (!ts.isPropertySignature(node)) {
    const found: DocumentedProperty[] = [];
    ts.forEachChild(node, (child) => void found.push(...propertiesOf(child, owner, source)));
    return found;
  }
  const name = `${owner}.${node.name.getText(source)}`;
  const optional = node.questionToken !== undefined;
  const own = {
    file: source.fileName,
    name,
    optional,
    numeric: node.type?.kind === ts.SyntaxKind.NumberKeyword,
    comment: commentOf(node, source),
  };
  return [own, ...(node.type === undefined ? [] : propertiesOf(node.type, name, source))];
}

/** The properties of everything a file exports by name, in its order. */
export function listProperties(file: string, text: string): DocumentedProperty[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) return [];
    const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    return exported ? propertiesOf(statement, statement.name.text, source) : [];
  });
}

/** What stands behind a tag, up to the next one; undefined without the tag. */
export function readTag(comment: string, tag: string): string | undefined {
  return new RegExp(`(?:^|\\s)@${tag}(?:\\s+(.*?))?(?=\\s@[a-z]+(?:\\s|$)|$)`).exec(comment)?.[1]?.trim();
}
