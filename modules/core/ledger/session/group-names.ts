import type { Draft } from './draft';

/** A rename of a named group as `formerly` says it: `tier` is account/region/network/tier. */
export interface GroupRename {
  readonly tier: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Writes down what AWS calls a renamed group, once: a line stays even on the way back to the first name, since nothing
 * else of a group stands in the ledger that would tell that the rename was done. A tier that is new renames nothing.
 */
export function renameGroup(draft: Draft, { tier, from, to }: GroupRename): void {
  const present = draft.find('name', `${tier}/${to}`);
  if (draft.group(`blocks ${tier}`).length === 0 || (present !== undefined && present.entry.state !== 'freed')) return;
  if (present !== undefined) draft.remove(present);
  const old = draft.find('name', `${tier}/${from}`);
  if (old === undefined) draft.add('name', `${tier}/${to}`, from);
  else draft.rekey(old, `${tier}/${to}`);
}

/**
 * What AWS calls the named groups of a tier: each by its name, or by the one it had first. A name that a renamed group
 * still bears gets a number, since a VPC has no two groups of one name, and AWS makes the new before it ends the old.
 */
export function groupNames(draft: Draft, tier: string, groups: readonly string[]): ReadonlyMap<string, string> {
  const recorded = draft.group(`names ${tier}`);
  const taken = new Set([...recorded.map(({ entry }) => entry.value), ...groups]);
  const borne = new Set(recorded.map(({ entry }) => entry.value));
  return new Map(
    groups.map((group) => {
      const known = draft.find('name', `${tier}/${group}`);
      if (known !== undefined) return [group, draft.ask(known).value];
      if (!borne.has(group)) return [group, group];
      let number = 2;
      while (taken.has(`${group}-${String(number)}`)) number++;
      return [group, draft.add('name', `${tier}/${group}`, `${group}-${String(number)}`).entry.value];
    }),
  );
}
