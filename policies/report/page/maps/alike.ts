import { type NetworkView, shapeOf } from './view/network-view';

/** What a network has for itself among those with the same picture. */
export interface Member {
  readonly name: string;
  readonly place: string;
  readonly addresses: readonly string[];
  /** The addresses of each column with subnets, by its title. */
  readonly subnets: ReadonlyMap<string, readonly string[]>;
}

/** Networks that are drawn once. */
export interface Alike {
  /** The first of them: the one that is drawn. */
  readonly drawn: NetworkView;
  readonly members: readonly Member[];
}

function memberOf({ name, place, addresses, columns }: NetworkView): Member {
  const subnets = new Map<string, readonly string[]>();
  for (const { title, nodes } of columns) {
    const own = nodes.filter(({ kind }) => kind === 'subnet').flatMap((node) => node.addresses);
    if (own.length > 0) subnets.set(title, own);
  }
  return { name, place, addresses, subnets };
}

/** Networks by their pictures, so that a hundred accounts of one kind are one. */
export function groupAlike(views: Iterable<NetworkView>): readonly Alike[] {
  const groups = new Map<string, { readonly drawn: NetworkView; readonly members: Member[] }>();
  for (const view of views) {
    const shape = shapeOf(view);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, { drawn: view, members: [memberOf(view)] });
    else group.members.push(memberOf(view));
  }
  return [...groups.values()];
}
