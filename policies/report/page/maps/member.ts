import type { NetworkView } from './view/network-view';

/** What a network has for itself among those with the same picture. */
export interface Member {
  readonly name: string;
  readonly place: string;
  readonly addresses: readonly string[];
  /** The addresses of each column with subnets, by its title. */
  readonly subnets: ReadonlyMap<string, readonly string[]>;
}

/** What is kept of a network that is drawn as another one is. */
export function memberOf({ name, place, addresses, columns }: NetworkView): Member {
  const subnets = new Map<string, readonly string[]>();
  for (const { title, nodes } of columns) {
    const own = nodes.filter(({ kind }) => kind === 'subnet').flatMap((node) => node.addresses);
    if (own.length > 0) subnets.set(title, own);
  }
  return { name, place, addresses, subnets };
}
