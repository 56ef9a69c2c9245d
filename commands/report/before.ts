import type { Before, Universe } from '../../policies';
import { type Document, documentDifference, planDifference, readDocuments } from '../../policies/difference';

/** What `--against` names, read. */
export interface Former {
  readonly name: string;
  readonly documents: readonly Document[];
}

/**
 * What the report compares with: what `--against` names; a plan alone is what Terraform will do to what is there.
 * @throws InputError LZ-DIFF-3 what can't be compared
 */
export function beforeOf(path: string, former: Former | undefined, { stacks }: Universe): Before | undefined {
  if (former !== undefined) {
    return { name: former.name, difference: documentDifference(former.documents, readDocuments(path)) };
  }
  if (stacks.length === 0 || stacks.some(({ form }) => form !== 'plan')) return undefined;
  return { name: 'what is there, as Terraform plans it', difference: planDifference(readDocuments(path), path) };
}
