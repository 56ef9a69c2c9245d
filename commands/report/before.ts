import type { Before, Universe } from '../../policies';
import { documentDifference, planDifference, readDocuments } from '../../policies/difference';

/**
 * What the report compares with: what `--against` names; a plan alone is what Terraform will do to what is there.
 * @throws InputError LZ-READ-1 to LZ-READ-13 what can't be read, LZ-DIFF-1 and LZ-DIFF-3 what can't be compared
 */
export function beforeOf(path: string, against: string | undefined, { stacks }: Universe): Before | undefined {
  if (against !== undefined) {
    return { name: against, difference: documentDifference(readDocuments(against), readDocuments(path)) };
  }
  if (stacks.length === 0 || stacks.some(({ form }) => form !== 'plan')) return undefined;
  return { name: 'what is there, as Terraform plans it', difference: planDifference(readDocuments(path), path) };
}
