import { tmpdir } from 'node:os';

import { App, TerraformStack } from 'cdktf';

import { Ledger } from '../../modules/core/ledger';
import { defineLandingZone, type LandingZone, type LandingZoneInput } from '../../modules/landing-zone';

type Stage = 'living' | 'closing' | 'closed';

interface World {
  readonly spoke?: Stage;
  readonly hub?: Stage;
  readonly peered?: boolean;
}

/** Two accounts with a network each, of which the spoke's holds the peering. */
function organisation({ spoke = 'living', hub = 'living', peered = true }: World): LandingZoneInput {
  const talks = peered && spoke !== 'closed' && hub !== 'closed';
  const flow = { from: 'app', to: 'hub/shared/services', port: 'tcp/3128', why: 'Packages are fetched through the proxy' };
  return {
    organization: { name: 'acme', managementAccount: '111111111111', homeRegion: 'eu-west-1', regions: ['eu-west-1'] },
    backend: { kind: 'local' },
    networks: {
      shared: { zones: ['a'], tiers: { services: { kind: 'isolated' } } },
      shop: { zones: ['a'], tiers: { app: { kind: 'isolated' } }, flows: talks ? [flow] : [] },
    },
    peerings: peered ? [{ between: ['spoke/shop', 'hub/shared'], why: 'The shop uses the proxy' }] : [],
    accounts: {
      management: { id: '111111111111', unit: 'management' },
      hub: { id: '222222222222', unit: 'infrastructure', network: 'shared', lifecycle: hub },
      spoke: { id: '333333333333', unit: 'workloads', network: 'shop', lifecycle: spoke },
    },
  };
}

interface Composed extends LandingZone {
  readonly stacks: ReadonlyMap<string, { readonly provider: { readonly aws: readonly { readonly alias?: string }[] } }>;
}

function compose(input: LandingZoneInput, ledger: Ledger): Composed {
  const app = new App({ outdir: tmpdir(), stackTraces: false });
  const zone = defineLandingZone(app, input, ledger);
  const made = app.node.children.filter((child) => child instanceof TerraformStack);
  const stacks = made.map((stack) => [stack.node.id, stack.toTerraform()]) as [string, never][];
  return { ...zone, stacks: new Map(stacks) };
}

function after(...worlds: readonly World[]): Composed {
  return worlds.reduce<Composed | undefined>(
    (before, world) => compose(organisation(world), before?.ledger ?? Ledger.empty),
    undefined,
  )!;
}

const aliases = ({ stacks }: Composed, stack: string): (string | undefined)[] | undefined =>
  stacks
    .get(stack)
    ?.provider.aws.map(({ alias }) => alias)
    .filter((alias) => alias !== undefined);

const SPOKE = 'spoke-eu-west-1-network';
const HUB = 'hub-eu-west-1-network';

describe('what a peering left in the other account can be destroyed', () => {
  it('while the peering stands, by the provider of the other account', () => {
    expect(aliases(after({}), SPOKE)).toEqual(['hub_eu-west-1']);
    expect(after({}).ledger.find('peering spoke/eu-west-1/shop to hub/shared')?.value).toBe('222222222222');
  });

  it('after the peering was removed from the configuration, until its tombstone is pruned', () => {
    const removed = after({}, { peered: false });
    expect(aliases(removed, SPOKE)).toEqual(['hub_eu-west-1']);
    expect(aliases(compose(organisation({ peered: false }), removed.ledger.prune()), SPOKE)).toEqual([]);
  });

  it('after the other network was closed', () => {
    expect(aliases(after({}, { hub: 'closing' }, { hub: 'closed' }), SPOKE)).toEqual(['hub_eu-west-1']);
  });

  it('after its own network was closed', () => {
    expect(aliases(after({}, { spoke: 'closing' }, { spoke: 'closed' }), SPOKE)).toEqual(['hub_eu-west-1']);
  });

  it('never by a provider that no peering ever needed', () => {
    expect(aliases(after({ peered: false }), SPOKE)).toEqual([]);
    expect(aliases(after({}), HUB)).toEqual([]);
  });
});

describe('stacks of closed networks are applied', () => {
  it('after the living ones that let them go', () => {
    expect(after({}, { hub: 'closing' }, { hub: 'closed' }).order.waves).toEqual([[SPOKE], [HUB]]);
    expect(after({}, { spoke: 'closing' }, { spoke: 'closed' }).order.waves).toEqual([[HUB], [SPOKE]]);
  });

  it('the one that holds the peering first, where both are closed', () => {
    const [closing, closed] = [
      { hub: 'closing', spoke: 'closing' },
      { hub: 'closed', spoke: 'closed' },
    ] as const;
    expect(after({}, closing, closed).order.waves).toEqual([[SPOKE], [HUB]]);
  });
});

describe('the two networks of one account', () => {
  const oneAccount = (name: string, formerly?: string): LandingZoneInput => ({
    ...organisation({}),
    networks: {
      core: { zones: ['a'], tiers: { services: { kind: 'isolated' } } },
      [name]: { zones: ['a'], tiers: { app: { kind: 'isolated' } }, ...(formerly === undefined ? {} : { formerly }) },
    },
    peerings: [{ between: ['hub/core', `hub/${name}`], why: 'The two work together' }],
    accounts: { hub: { id: '222222222222', unit: 'infrastructure', networks: { core: {}, [name]: {} } } },
  });
  const connections = ({ stacks }: Composed): string[] => {
    const { resource } = stacks.get(HUB) as unknown as { resource: Record<string, object> };
    return Object.keys(resource.aws_vpc_peering_connection ?? {});
  };

  it('keep the side that requests when one is renamed to stand before the other', () => {
    const first = compose(oneAccount('shop'), Ledger.empty);
    const renamed = compose(oneAccount('alpha', 'shop'), first.ledger);
    const forgotten = compose(oneAccount('alpha'), renamed.ledger);
    expect([first, renamed, forgotten].map(connections)).toEqual([
      ['shop_peering_hub--core'],
      ['alpha_peering_hub--core'],
      ['alpha_peering_hub--core'],
    ]);
  });
});
