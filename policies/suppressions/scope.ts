import type { Finding } from '../rules/rule';

/**
 * Whether a scope names a place. `<stack>:<address>` is one resource, `<stack>` a stack with all that is in it, and `*`
 * stands for any number of characters: `*` alone is everywhere, `prod-*` every stack of prod, `*:aws_s3_bucket.logs` that
 * bucket in any stack, `dev:module.vpc.*` all of a module. Nothing else has a meaning of its own.
 */
export function isWithin(scope: string, { stack, address }: Pick<Finding, 'stack' | 'address'>): boolean {
  return isLike(scope, stack) || (address !== undefined && isLike(scope, `${stack}:${address}`));
}

/** Whether a text is like a pattern with stars; in one pass, whatever the pattern. */
function isLike(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  if (others.length === 0) return text === pattern;
  const last = others.pop() ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}
