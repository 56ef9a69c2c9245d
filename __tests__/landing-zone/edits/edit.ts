import type { NetworkModel, TierModel, World } from './world';

/** One random edit: which, and numbers that choose among what there is. */
export interface Edit {
  readonly op: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Changes one place of the world, if there is one to change. */
export type Change = (world: World, edit: Edit, editor: Editor) => void;

export function chooseKey(record: object, n: number): string | undefined {
  const keys = Object.keys(record);
  return keys[n % Math.max(1, keys.length)];
}

export function remove(record: object, key: string): void {
  Reflect.deleteProperty(record, key);
}

/** Gives everything that an edit makes an identity that no other edit gives. */
export class Editor {
  #made = 0;

  constructor(readonly branch: string) {}

  fresh(): string {
    return `${this.branch}${String(this.#made++)}`;
  }

  tier(n: number): TierModel {
    const kind = (['public', 'private', 'isolated'] as const)[n % 3]!;
    return { uid: this.fresh(), rev: '', kind, groups: { svc: { uid: this.fresh() }, alb: { uid: this.fresh() } } };
  }

  network(n: number): NetworkModel {
    const zones: Record<string, true> = n % 2 === 0 ? { b: true, c: true } : { b: true };
    const tiers = { app: this.tier(1), data: this.tier(n) };
    return { uid: this.fresh(), zones, nat: 'none', ipv6: n % 4 === 0, ranges: {}, tiers, endpoints: {}, flows: {} };
  }
}

/** An edit of a network that there is. */
export function onNetwork(
  change: (network: NetworkModel, edit: Edit, editor: Editor, name: string, world: World) => void,
): Change {
  return (world, edit, editor) => {
    const name = chooseKey(world.networks, edit.a);
    if (name !== undefined) change(world.networks[name]!, edit, editor, name, world);
  };
}

/** An edit of a tier that there is. */
export function onTier(change: (tier: TierModel, edit: Edit, network: NetworkModel, name: string, world: World) => void): Change {
  return onNetwork((network, edit, _editor, _name, world) => {
    const name = chooseKey(network.tiers, edit.b);
    if (name !== undefined) change(network.tiers[name]!, edit, network, name, world);
  });
}
