import { AmazonPart, isTermList, isTermMap, Reference, type Target, Template, type Term } from '../../model/term';

/** A value of another resource, where it is used. */
export interface Use {
  /** The argument, with its blocks: `ingress[0].security_groups`. */
  readonly path: string;
  readonly target: Target;
}

/** Every value of another resource in a value. */
export function usesIn(term: Term, path: string): readonly Use[] {
  if (term instanceof Reference) return term.targets.map((target) => ({ path, target }));
  if (term instanceof AmazonPart) return [{ path, target: term.vpc }];
  if (term instanceof Template) return term.parts.flatMap((part) => (part instanceof Reference ? usesIn(part, path) : []));
  if (isTermList(term)) {
    // A list of texts is one argument, and so is a list of blocks of which there is one.
    return term.flatMap((each, at) => usesIn(each, isTermMap(each) && term.length > 1 ? `${path}[${String(at)}]` : path));
  }
  if (!isTermMap(term)) return [];
  return Object.entries(term).flatMap(([name, inner]) => usesIn(inner, path === '' ? name : `${path}.${name}`));
}

/** Attributes that stay what they are for as long as the resource isn't made anew. */
const LASTING = /(?:^|_)(?:id|ids|arn|name|url|domain|zone)$/;

/** Whether an attribute stays what it is when its resource changes in place. */
export function isLasting(attribute: string): boolean {
  return LASTING.test(attribute.replace(/\[.*\]$/, ''));
}
