import { asWritten, InputError } from '../../input-error';
import type { Draft, Slot } from './draft';

/** A rename of a named group as `formerly` says it: `tier` is account/region/network/tier. */
export interface GroupRename {
  readonly tier: string;
  readonly from: string;
  readonly to: string;
}

function isAlive(slot: Slot | undefined): boolean {
  return slot !== undefined && slot.entry.state !== 'freed';
}

/**
 * Carries what AWS calls a group over to its new name. Nothing happens when that was done before.
 * @throws InputError LZ-LEDGER-17 when both names are in use
 */
export function renameGroup(draft: Draft, { tier, from, to }: GroupRename): void {
  const [old, present] = [draft.find('name', `${tier}/${from}`), draft.find('name', `${tier}/${to}`)];
  if (old === undefined || (isAlive(present) && !isAlive(old))) return;
  if (isAlive(present)) {
    const problem = `"${from}" and "${to}" are both in the ledger, so neither can become the other`;
    const remedy = 'remove formerly, or end one of the two first';
    throw InputError.of({
      subject: `group ${tier}/${to}`,
      problem,
      got: `formerly: ${asWritten(from)}`,
      remedy,
      code: 'LZ-LEDGER-17',
    });
  }
  if (present !== undefined) draft.retire(present);
  draft.rekey(old, `${tier}/${to}`);
}

/**
 * What AWS calls the named groups of a tier: each by the name that it had first. One that a renamed group still bears
 * gets a number, since a VPC has no two groups of one name, and AWS makes the new before it ends the old.
 */
export function groupNames(draft: Draft, tier: string, groups: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(draft.group(`names ${tier}`).map(({ entry }) => entry.value));
  const free = (group: string): string => {
    let name = group;
    for (let number = 2; taken.has(name) || (name !== group && groups.includes(name)); number++) {
      name = `${group}-${String(number)}`;
    }
    return name;
  };
  return new Map(
    groups.map((group) => {
      const known = draft.find('name', `${tier}/${group}`);
      const entry = known === undefined ? draft.add('name', `${tier}/${group}`, free(group)).entry : draft.ask(known);
      taken.add(entry.value);
      return [group, entry.value];
    }),
  );
}
