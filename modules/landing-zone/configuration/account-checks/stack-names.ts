import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import { regionsOf } from '../network-uses';

/**
 * Stacks are `<account>-<region>-<layer>` and `<account>-global-<layer>`. A layer is one word, so two names are equal
 * only where two `<account>-<region>` are; Regions end in a digit, so none ends in "-global". What is left is a Region
 * that ends with another one: none does today, but the form of a Region alone would let it.
 */
export function checkStackNames(inspection: Inspection): void {
  const owners = new Map<string, string>();
  for (const account of inspection.names(['accounts'])) {
    if (account === 'global') {
      const problem = 'the name stands for what belongs to no Region in the names of stacks';
      inspection.refuse(
        ['accounts', account],
        { problem, got: asWritten(account), remedy: 'choose another', code: 'LZ-CFG-25' },
        'key',
      );
    }
    for (const region of new Set(regionsOf(inspection, account))) {
      const stem = `${account}-${region}`;
      const other = owners.get(stem);
      owners.set(stem, account);
      if (other === undefined) continue;
      const problem = `its stacks would be called ${stem}-…, like those of account "${other}"`;
      inspection.refuse(
        ['accounts', account],
        { problem, got: asWritten(account), remedy: 'choose another name', code: 'LZ-CFG-26' },
        'key',
      );
    }
  }
}
