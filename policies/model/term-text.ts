import { asWritten } from '../../modules/core/input-error';
import { AmazonPart, Reference, type Target, Template, type Term, Unknown } from './term';

function nameOf({ key, attribute }: Target): string {
  return `${key}.${attribute}`;
}

/** A value as people read it: literals as they are written, resources by their names, what isn't known by why. */
export function describeTerm(term: Term): string {
  if (term instanceof Reference) return term.targets.map(nameOf).join(' or ');
  if (term instanceof AmazonPart) {
    return `cidrsubnet(${nameOf(term.vpc)}, ${String(term.newBits)}, ${String(term.number)})`;
  }
  if (term instanceof Template) {
    return asWritten(term.parts.map((part) => (typeof part === 'string' ? part : `<${describeTerm(part)}>`)).join(''));
  }
  if (term instanceof Unknown) return `not known (${term.why})`;
  return asWritten(term);
}
