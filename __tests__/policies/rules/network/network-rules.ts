import type { Rule } from '../../../../policies';
import type { Universe } from '../../../../policies/model/universe';
import { type Document, documentsOf, universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';

export const ref = (address: string, attribute = 'id'): string => `\${${address}.${attribute}}`;

/** What a rule says of these resources, in one stack. */
export function found(rule: Rule, resources: Readonly<Record<string, object>>): readonly string[] {
  return linesOf(rule, universeOf(resources));
}

/** What a rule says of stacks that stand side by side. */
export function foundIn(rule: Rule, documents: Readonly<Record<string, Document>>): readonly string[] {
  return linesOf(rule, { stacks: documentsOf(documents) } satisfies Universe);
}
