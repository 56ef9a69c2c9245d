import { addressText, spanOf } from '../addresses';
import type { Interface, PrefixList, PublicAccess, Subnet, Table, Vpc, World } from '../world';
import { MAIN_REGION } from '../world';
import { Blocks } from './alphabet';
import { Dice } from './dice';
import { groupNames, RandomFilters } from './random-filters';
import { RandomWays } from './random-ways';

function randomVpcs(dice: Dice): Vpc[] {
  return dice.times(1, 3, (place) => {
    const number = String(place);
    const secondary = dice.chance(0.3) ? [dice.pick([`10.${number}.1.0/28`, `100.64.${number}.0/28`])] : [];
    const sixth = dice.chance(0.6) ? [`2600:1f00:0:${number}00::/56`] : [];
    return {
      name: `vpc${number}`,
      region: place === 2 && dice.chance(0.5) ? 'eu-central-1' : MAIN_REGION,
      blocks: [`10.${number}.0.0/26`, ...secondary, ...sixth],
    };
  });
}

function randomSubnets(dice: Dice, vpc: Vpc): Subnet[] {
  const sixth = vpc.blocks.find((block) => spanOf(block).kind === 'v6');
  const secondary = vpc.blocks.find((block, place) => place > 0 && spanOf(block).kind === 'v4');
  return dice.times(1, 3, (place) => {
    const first = spanOf(vpc.blocks[0] ?? '').first + BigInt(16 * place);
    const ipv4 = secondary !== undefined && place === 2 ? secondary : `${addressText('v4', first)}/28`;
    const word = sixth?.replace('00::/56', `0${String(place)}::/64`);
    return {
      name: `${vpc.name}-subnet${String(place)}`,
      vpc: vpc.name,
      zone: `${vpc.region}${dice.pick(['a', 'b'])}`,
      ipv4,
      ...(word !== undefined && dice.chance(0.85) ? { ipv6: word } : {}),
      table: null,
      acl: null,
    };
  });
}

function randomLists(dice: Dice, blocks: Blocks): PrefixList[] {
  const own = dice.times(0, 2, (place): PrefixList => {
    const kind = dice.chance(0.7) ? 'v4' : 'v6';
    return { name: `list${String(place)}`, kind, blocks: [...new Set(dice.times(1, 3, () => blocks.pick(dice, kind)))] };
  });
  // Where its addresses are no document tells: the oracle knows.
  const s3: PrefixList = { name: 's3', kind: 'v4', service: 's3', blocks: ['52.218.0.0/17'] };
  return dice.chance(0.4) ? [...own, s3] : own;
}

function randomAccess(dice: Dice, vpcs: readonly Vpc[], subnets: readonly Subnet[]): PublicAccess {
  if (dice.chance(0.75)) return { mode: 'off', exclusions: [] };
  const mode = dice.pick(['block-ingress', 'block-bidirectional'] as const);
  const allowance = (): 'allow-bidirectional' | 'allow-egress' => dice.pick(['allow-bidirectional', 'allow-egress']);
  const home = vpcs.filter(({ region }) => region === MAIN_REGION);
  const inside = subnets.filter(({ vpc }) => home.some(({ name }) => name === vpc));
  return {
    mode,
    exclusions: [
      ...dice.some(home, 0.3).map(({ name }) => ({ name, of: 'vpc' as const, mode: allowance() })),
      ...dice.some(inside, 0.2).map(({ name }) => ({ name, of: 'subnet' as const, mode: allowance() })),
    ],
  };
}

function randomInterfaces(dice: Dice, vpcs: readonly Vpc[], subnets: readonly Subnet[]): Interface[] {
  return subnets.map((subnet) => {
    const groups = vpcs.filter(({ name }) => name === subnet.vpc).flatMap(groupNames);
    const [first = ''] = groups;
    const some = dice.some(groups, 0.5);
    const address = addressText('v4', spanOf(subnet.ipv4).first + BigInt(dice.int(4, 14)));
    return { name: `${subnet.name}-eni`, subnet: subnet.name, groups: some.length > 0 ? some : [first], address };
  });
}

/** A small network, the same for the same seed. */
export function randomWorld(seed: number): World {
  const dice = new Dice(seed);
  const vpcs = randomVpcs(dice);
  const bare = vpcs.flatMap((vpc) => randomSubnets(dice, vpc));
  const blocks = new Blocks(vpcs, bare);
  const lists = randomLists(dice, blocks);
  const filters = new RandomFilters(dice, blocks, lists);
  const ways = new RandomWays(dice, vpcs, bare, blocks);
  const joined = ways.ways();
  const tables = ways.tables(joined, lists);
  const acls = vpcs.flatMap((vpc) => filters.acls(vpc));
  const tableFor = (subnet: string, own: readonly Table[]): string | null => {
    const open = own.find(({ name }) => name.includes('public'));
    if (open && joined.nats.some((nat) => nat.subnet === subnet) && dice.chance(0.85)) return open.name;
    return dice.chance(0.75) ? dice.pick(own).name : null;
  };
  const subnets = bare.map((subnet) => {
    const own = tables.filter(({ vpc, name }) => vpc === subnet.vpc && !name.includes('main') && !name.includes('edge'));
    const filter = acls.filter(({ vpc, isDefault }) => vpc === subnet.vpc && !isDefault);
    return {
      ...subnet,
      table: tableFor(subnet.name, own),
      acl: filter.length > 0 && dice.chance(0.7) ? dice.pick(filter).name : null,
    };
  });
  const foreign = joined.peerings.length + joined.attachments.length > 0 ? vpcs : [];
  return {
    vpcs,
    subnets,
    acls,
    tables,
    lists,
    ...joined,
    groups: vpcs.flatMap((vpc) => filters.groups(vpc, foreign.filter((other) => other !== vpc).flatMap(groupNames))),
    interfaces: randomInterfaces(dice, vpcs, subnets),
    endpoints: ways.endpoints(lists, tables),
    publicAccess: randomAccess(dice, vpcs, subnets),
  };
}
