/** What is told once, for several that are alike. */
export interface Alike<T, M> {
  /** The one that is told. */
  readonly first: T;
  /** What each of them has for itself; that of the first is the first. */
  readonly members: readonly M[];
}

/**
 * Puts together what is alike, in the order in which it is first met, so that a hundred accounts of one kind are one. Of the others
 * only what they have for themselves is kept.
 */
export function groupAlike<T, M>(all: Iterable<T>, shapeOf: (one: T) => string, memberOf: (one: T) => M): readonly Alike<T, M>[] {
  const groups = new Map<string, { readonly first: T; readonly members: M[] }>();
  for (const one of all) {
    const shape = shapeOf(one);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, { first: one, members: [memberOf(one)] });
    else group.members.push(memberOf(one));
  }
  return [...groups.values()];
}
