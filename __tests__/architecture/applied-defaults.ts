import ts from 'typescript';

/** A default as the code applies it: its text where it is a literal, undefined where it has to be run to be known. */
export interface AppliedDefault {
  readonly property: string;
  readonly value: string | undefined;
}

/** Constants by name, for defaults that are named. */
export type Constants = ReadonlyMap<string, ts.Expression>;

/** The constants that a file sets at its top. */
export function listConstants(file: string, text: string): Map<string, ts.Expression> {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const declared = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return new Map(
    declared.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined ? [[name.text, initializer]] : [],
    ),
  );
}

/** `DEFAULT_QUOTAS.aclEntries` */
function partOf(node: ts.PropertyAccessExpression, constants: Constants): ts.Expression | undefined {
  let whole = ts.isIdentifier(node.expression) ? constants.get(node.expression.text) : undefined;
  while (whole !== undefined && (ts.isAsExpression(whole) || ts.isSatisfiesExpression(whole))) whole = whole.expression;
  if (whole === undefined || !ts.isObjectLiteralExpression(whole)) return undefined;
  const part = whole.properties.find(({ name }) => name?.getText() === node.name.text);
  return part !== undefined && ts.isPropertyAssignment(part) ? part.initializer : undefined;
}

function literal(node: ts.Expression, constants: Constants): string | undefined {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return literal(node.expression, constants);
  }
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return node.getText();
  if (ts.isObjectLiteralExpression(node) && node.properties.length === 0) return '{}';
  if (ts.isArrayLiteralExpression(node)) {
    const parts = node.elements.map((element) => literal(element, constants));
    return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
  }
  const constant = ts.isIdentifier(node)
    ? constants.get(node.text)
    : ts.isPropertyAccessExpression(node)
      ? partOf(node, constants)
      : undefined;
  return constant === undefined || constant === node ? undefined : literal(constant, constants);
}

/** The name that an expression ends in; of `a.nat ?? b.nat` the last one. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return nameOf(node.right);
  return ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : undefined;
}

const isUndefined = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'undefined';

/** `{ nat = 'none' }`, and a parameter's `nat = 'none'` */
function destructured(node: ts.Node, constants: Constants): AppliedDefault[] {
  if ((!ts.isBindingElement(node) && !ts.isParameter(node)) || node.initializer === undefined) return [];
  const name = ts.isBindingElement(node) ? (node.propertyName ?? node.name) : node.name;
  return [{ property: name.getText(), value: literal(node.initializer, constants) }];
}

/** `props.nat ?? 'none'`, and a flag's `props.ipv6 === true` or `props.ipv6 !== false` */
function compared(node: ts.Node, constants: Constants): AppliedDefault[] {
  if (!ts.isBinaryExpression(node)) return [];
  const property = nameOf(node.left);
  if (property === undefined) return [];
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.QuestionQuestionToken) return [{ property, value: literal(node.right, constants) }];
  const right = node.right.kind;
  const off = kind === ts.SyntaxKind.EqualsEqualsEqualsToken && right === ts.SyntaxKind.TrueKeyword;
  const on = kind === ts.SyntaxKind.ExclamationEqualsEqualsToken && right === ts.SyntaxKind.FalseKeyword;
  return off ? [{ property, value: 'false' }] : on ? [{ property, value: 'true' }] : [];
}

/** `props.nat === undefined ? 'none' : …` */
function chosen(node: ts.Node, constants: Constants): AppliedDefault[] {
  if (!ts.isConditionalExpression(node) || !ts.isBinaryExpression(node.condition) || !isUndefined(node.condition.right)) {
    return [];
  }
  const property = nameOf(node.condition.left);
  const absent = node.condition.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ? node.whenTrue : node.whenFalse;
  // Passing nothing on is no default.
  if (property === undefined || isUndefined(absent) || ts.isObjectLiteralExpression(absent)) return [];
  return [{ property, value: literal(absent, constants) }];
}

/** Every place of a file that fills in for what is left out. */
export function listDefaults(file: string, text: string, constants: Constants): AppliedDefault[] {
  const found: AppliedDefault[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...destructured(node, constants), ...compared(node, constants), ...chosen(node, constants));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  return found;
}
