import { isTermMap, Template, type Term, Unknown } from '../term';
import { describeTerm } from '../term-text';
import type { Policy } from './policy';
import { JsonFault, readJsonText } from './policy-json';
import { NotTold, policyOf } from './policy-reader';

/** A policy of which nothing can be read, and why. */
function unreadable(fault: string): Policy {
  return { version: '2012-10-17', statements: [], faults: [fault] };
}

function findDocument(term: Term): Term | JsonFault {
  if (typeof term !== 'string' && !(term instanceof Template)) return term;
  return readJsonText(term);
}

/**
 * The policy that an argument holds: JSON text, with values in it that only apply tells, or an object. Unknown where such a
 * value decides over more than a text, where the text as a whole is another resource's, and where there is none. What isn't
 * as IAM's grammar has it is told in `faults`.
 */
export function readPolicy(term: Term | undefined): Policy | Unknown {
  if (term === undefined || term === null) return new Unknown('it has no text');
  const document = findDocument(term);
  if (document instanceof JsonFault) return unreadable(document.fault);
  if (document instanceof Unknown) return document;
  if (!isTermMap(document) && typeof document === 'object' && document !== null && !Array.isArray(document)) {
    return new Unknown(`known only after apply: ${describeTerm(document)}`);
  }
  try {
    const policy = policyOf(document);
    return typeof term === 'string' ? { ...policy, source: term } : policy;
  } catch (error) {
    if (error instanceof NotTold) return error.unknown;
    throw error;
  }
}
