import type { Configuration } from '../configuration';
import type { Edit } from '../edit';

const BRAVO = 'bravo-us-east-1-network';
const ZULU = 'zulu-us-east-1-network';

function renamePeers({ networks: { shop } }: Configuration, from: RegExp, to: string): void {
  shop!.flows = shop!.flows!.map((flow) => ({ ...flow, from: flow.from.replace(from, to), to: flow.to.replace(from, to) }));
}

export function renameTier(zone: Configuration): void {
  const { shop } = zone.networks;
  const { app, ...others } = shop!.tiers;
  shop!.tiers = { ...others, backend: { ...app!, formerly: 'app' } };
  shop!.endpoints!.ssm!.tier = 'backend';
  renamePeers(zone, /^app$/, 'backend');
}

function renameGroup(zone: Configuration): void {
  zone.networks.shop!.tiers.public!.groups = { lb: { formerly: 'alb' } };
  renamePeers(zone, /\/alb$/, '/lb');
}

function renameHub(zone: Configuration): void {
  const { hub, ...others } = zone.networks;
  zone.networks = { ...others, core: { ...hub!, formerly: 'hub' } };
  zone.accounts.bravo!.networks = { core: {} };
  zone.peerings = [{ between: ['zulu/shop', 'bravo/core'], why: 'The shop uses the proxy of the hub' }];
  renamePeers(zone, /^bravo\/hub\//, 'bravo/core/');
}

function renameShop(zone: Configuration): void {
  const { shop, ...others } = zone.networks;
  zone.networks = { ...others, store: { ...shop!, formerly: 'shop' } };
  zone.accounts.zulu!.networks = { store: {} };
  zone.peerings = [{ between: ['bravo/hub', 'zulu/store'], why: 'The shop uses the proxy of the hub' }];
}

/** AWS's own names stay; what changes in place is tags that show the name. */
export const renameEdits: readonly Edit[] = [
  {
    title: 'rename a tier by formerly',
    steps: [renameTier],
    stacks: [BRAVO, ZULU],
    effect: {
      moved: { 'bravo aws_network_acl_rule.*_zulu--shop--backend_*': 2, 'zulu aws_*backend*': 60 },
      changed: {
        'zulu aws_subnet.shop_backend_*': 3,
        'zulu aws_route_table.shop_backend_*': 3,
        'zulu aws_network_acl.shop_backend': 1,
      },
    },
  },
  {
    title: 'rename a group by formerly',
    steps: [renameGroup],
    stacks: [ZULU],
    effect: { moved: { 'zulu aws_*public--lb*': 5 } },
  },
  {
    title: 'rename the network that others are peered with by formerly',
    steps: [renameHub],
    stacks: [BRAVO, ZULU],
    effect: {
      moved: { 'bravo aws_*.core_*': 27, 'zulu aws_*bravo--core*': 11 },
      changed: { 'zulu aws_vpc_peering_connection*.shop_peering_bravo--core': 2 },
    },
  },
  {
    title: 'rename the network that holds the peering by formerly',
    steps: [renameShop],
    stacks: [BRAVO, ZULU],
    effect: { moved: { 'bravo aws_network_acl_rule.*_zulu--store--app_*': 2, 'zulu aws_*': 147 } },
  },
];
