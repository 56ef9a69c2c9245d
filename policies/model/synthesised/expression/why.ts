import { asWritten } from '../../../../modules/core/input-error';
import { Unknown } from '../../term';

/** What the first word of an expression says of a value that the document doesn't hold. */
const WHYS: Readonly<Record<string, string>> = {
  var: 'it is set from outside',
  module: "it comes from a module, which isn't part of the document",
  each: 'it differs from one instance to the next',
  count: 'it differs from one instance to the next',
  path: 'it is known only where Terraform runs',
  terraform: 'it is known only where Terraform runs',
  self: 'it is known only where Terraform runs',
};

/** An expression, short enough to be quoted. */
export function quoted(source: string): string {
  return source.length > 120 ? `\${${source.slice(0, 117)}...}` : `\${${source}}`;
}

/** A value that only the one who runs Terraform knows, by the first word of the expression. */
export function notTold(root: string, source: string): Unknown {
  return new Unknown(`${WHYS[root] ?? 'known only after apply'}: ${quoted(source)}`);
}

/** An expression that isn't evaluated here: functions, conditionals, directives. */
export function notEvaluated(source: string): Unknown {
  return new Unknown(`the expression isn't evaluated: ${quoted(source)}`);
}

/** A template whose own form isn't understood. */
export function notRead(template: string): Unknown {
  return new Unknown(`the template isn't evaluated: ${asWritten(template)}`);
}
