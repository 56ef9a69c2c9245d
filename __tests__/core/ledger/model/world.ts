/** A configuration, as far as the ledger sees it. Plain objects, so that two branches of it can be merged key by key. */
export interface World {
  accounts: Record<string, AccountModel>;
}

export type LifecycleModel = 'living' | 'closing' | 'closed';

export interface AccountModel {
  id: string;
  lifecycle: LifecycleModel;
  /** By region/name. */
  networks: Record<string, NetworkModel>;
}

export interface NetworkModel {
  /** What it is, whatever it is called. */
  uid: string;
  /** Changes when AWS has to make another VPC of it. */
  rev: string;
  lifecycle: LifecycleModel;
  cidr?: string;
  ipv6: boolean;
  formerly?: string;
  ranges: Record<string, RangeModel>;
  tiers: Record<string, TierModel>;
}

export interface RangeModel {
  uid: string;
  rev: string;
  formerly?: string;
}

export interface TierModel {
  uid: string;
  rev: string;
  size: number;
  range?: string;
  formerly?: string;
  zones: Record<string, true>;
  /** By an id of their own. */
  acl: Record<string, AclModel>;
}

export interface AclModel {
  direction: 'in' | 'out';
  /** A tier of the same network, account/network/tier, or something that no rename reaches. */
  peer: string;
  port: string;
}

/** One random edit: what, and numbers that choose among what there is. */
export interface Edit {
  readonly op: number;
  readonly a: number;
  readonly b: number;
}

export function chooseKey(record: object, n: number): string | undefined {
  const keys = Object.keys(record);
  return keys[n % Math.max(1, keys.length)];
}

export function remove(record: object, key: string): void {
  Reflect.deleteProperty(record, key);
}

/** Every network with where it is. */
export function networksOf(
  world: World,
): { account: string; place: string; region: string; name: string; network: NetworkModel }[] {
  return Object.entries(world.accounts).flatMap(([account, { networks }]) =>
    Object.entries(networks).map(([place, network]) => {
      const [region = '', name = ''] = place.split('/');
      return { account, place, region, name, network };
    }),
  );
}
