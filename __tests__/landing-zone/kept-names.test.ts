import { formerNamesOf } from '../../modules/core/resource-name';
import { Ledger } from '../../modules/core/ledger';
import { type LandingZoneInput, type NetworkPlans, planNetworks } from '../../modules/landing-zone';
import type { VpcPlan } from '../../modules/network';
import { refusalOf } from '../refusal';

interface Wish {
  readonly name?: string;
  readonly formerly?: string;
  readonly tier?: { readonly name: string; readonly formerly?: string };
  readonly groups?: readonly string[];
  readonly renamed?: Readonly<Record<string, { readonly formerly: string }>>;
  readonly zones?: readonly string[];
}

function organisation(wish: Wish): LandingZoneInput {
  const { name = 'shop', tier = { name: 'public' }, groups = ['alb'], renamed = {}, zones = ['a'] } = wish;
  const flows = groups.map((group) => ({
    from: 'internet',
    to: `${tier.name}/${group}`,
    port: 'tcp/443',
    why: 'Customers come',
  }));
  const within = { from: tier.name, to: tier.name, port: 'tcp/5432', why: 'Members replicate' };
  const former = (formerly: string | undefined): { formerly?: string } => (formerly === undefined ? {} : { formerly });
  return {
    organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'us-east-1', regions: ['us-east-1'] },
    backend: { kind: 'local' },
    networks: {
      [name]: {
        ...former(wish.formerly),
        zones,
        tiers: { [tier.name]: { ...former(tier.formerly), kind: 'public', groups: renamed } },
        flows: [...flows, within],
      },
    },
    accounts: { dev: { id: '222222222222', unit: 'workloads', network: name } },
  };
}

function after(...wishes: readonly Wish[]): NetworkPlans {
  return wishes.reduce<NetworkPlans | undefined>(
    (before, wish) => planNetworks(organisation(wish), before?.ledger ?? Ledger.empty),
    undefined,
  )!;
}

function plan({ plans }: NetworkPlans): VpcPlan {
  return [...plans.values()][0]!;
}

const groupNames = (...wishes: readonly Wish[]): string[] => {
  const { flows, physical } = plan(after(...wishes));
  return flows.groups.map((group) => physical.group(group));
};

const renamed: Wish = { groups: ['lb'], renamed: { lb: { formerly: 'alb' } } };

describe('a group that was renamed by formerly', () => {
  it('keeps its name in AWS, also when formerly is forgotten', () => {
    expect(groupNames({}, renamed)).toEqual(['public', 'public/alb']);
    expect(groupNames({}, renamed, { groups: ['lb'] })).toEqual(['public', 'public/alb']);
  });

  it('keeps its name through a chain of renames, and through one back', () => {
    const again: Wish = { groups: ['front'], renamed: { front: { formerly: 'lb' } } };
    const back: Wish = { groups: ['alb'], renamed: { alb: { formerly: 'lb' } } };
    expect(groupNames({}, renamed, again, { groups: ['front'] })).toEqual(['public', 'public/alb']);
    expect(groupNames({}, renamed, back, back, { groups: ['alb'] })).toEqual(['public', 'public/alb']);
  });

  it('keeps its name when its tier is renamed too', () => {
    const tier: Wish = { ...renamed, tier: { name: 'edge', formerly: 'public' } };
    expect(groupNames({}, renamed, tier, { groups: ['lb'], tier: { name: 'edge' } })).toEqual(['public', 'public/alb']);
  });

  it('leaves its old name to nobody: a newcomer of that name gets a number', () => {
    expect(groupNames({}, renamed, { groups: ['lb', 'alb'] })).toEqual(['public', 'public/alb-2', 'public/alb']);
  });

  it('is written down once: formerly may stay', () => {
    expect(after({}, renamed, renamed).changes).toEqual([]);
  });

  it('refuses to become one that is there, and a newcomer of its old name while formerly stands', () => {
    expect(refusalOf(() => after({ groups: ['alb', 'lb'] }, renamed))).toBe(
      'group dev/us-east-1/shop/public/lb: "alb" and "lb" are both in the ledger, so neither can become the other, got formerly: "alb"; remove formerly, or end one of the two first [LZ-LEDGER-17]',
    );
    expect(refusalOf(() => after({}, { ...renamed, groups: ['lb', 'alb'] }))).toBe(
      'group dev/us-east-1/shop/public/alb: the name is the former one of "lb", got "alb"; choose another name, or remove formerly from "lb" once its rename is applied [LZ-LEDGER-17]',
    );
  });
});

describe('a tier of two blocks', () => {
  it('keeps the number of the second when all zones of the first are gone', () => {
    const [five, last] = [['a', 'b', 'c', 'd', 'e'], ['e']];
    const entries = (plans: NetworkPlans) =>
      plan(plans)
        .aclEntries.filter(({ peer, port }) => peer.kind === 'tier' && port.protocol === 'tcp' && port.ports.from === 5432)
        .map(({ direction, key }) => {
          const number = plan(plans).addresses.aclNumbers.get(`public ${direction} ${key}`);
          return `${direction} ${key} ${String(number)}`;
        });
    expect(entries(after({ zones: five }))).toEqual([
      'in public tcp/5432 1040',
      'in public tcp/5432#2 1050',
      'out public tcp/5432 1040',
      'out public tcp/5432#2 1050',
    ]);
    expect(entries(after({ zones: five }, { zones: last }))).toEqual(['in public tcp/5432#2 1050', 'out public tcp/5432#2 1050']);
  });
});

describe('several things renamed before one formerly is forgotten', () => {
  it('are moved from every name that the state may have, the first one in front', () => {
    const tier = { name: 'edge', formerly: 'public' };
    const { names } = plan(after({}, { tier }, { tier, name: 'store', formerly: 'shop' }));
    expect(formerNamesOf(names.of(names.tier('edge'), 'a'))).toEqual(['shop_public_a', 'shop_edge_a', 'store_public_a']);
  });
});
