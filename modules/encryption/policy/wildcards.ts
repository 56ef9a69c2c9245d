import type { OneOrMore, Statement } from '../../core/policy/statement';

/** Whether a text fits a pattern of IAM: `*` stands for anything, `?` for one character. */
export function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** The same for ARNs: each of the six parts for itself, so that no star but the last one's reaches over a colon. */
export function fitsArn(pattern: string, arn: string): boolean {
  const [wanted, given] = [pattern, arn].map((text) => {
    const parts = text.split(':');
    return [...parts.slice(0, 5), parts.slice(5).join(':')];
  });
  return pattern.split(':').length >= 6 && wanted?.every((part, i) => fits(part, given?.[i] ?? '')) === true;
}

/** The same for actions, in which case doesn't count. */
export function fitsAction(pattern: string, action: string): boolean {
  return fits(pattern.toLowerCase(), action.toLowerCase());
}

/** Whether a statement is about an action: by Action, or by what NotAction leaves. */
export function coversAction({ Action, NotAction }: Pick<Statement, 'Action' | 'NotAction'>, action: string): boolean {
  const isNamed = (patterns: OneOrMore): boolean =>
    (typeof patterns === 'string' ? [patterns] : patterns).some((pattern) => fitsAction(pattern, action));
  if (Action !== undefined) return isNamed(Action);
  return NotAction !== undefined && !isNamed(NotAction);
}
