import type { PrefixList, Route, RouteTable, RouteTarget, Vpc } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { lengthOf, RouteCompiler } from '../../../../policies/reachability/filter/routes';
import { AddressSpace } from '../../../../policies/reachability/region/address-space';
import { amazon, block, Facts, oneOf, route } from '../facts';
import { fateAt, fateOf, hopsAt } from './turns';

const APPLY = new Unknown('known only after apply');
const PEERING: RouteTarget = { kind: 'peering', key: 'pcx' };
const GATEWAY: RouteTarget = { kind: 'transit-gateway', key: 'tgw' };
const ENDPOINT: RouteTarget = { kind: 'gateway-endpoint', key: 'vpce' };
const LOCAL = 'local route 10.0.0.0/16';
const NONE = 'no route: dropped';
const toPeering = (what: string): string => `route ${what} to peering pcx (aws_route.r)`;
const toGateway = (what: string): string => `route ${what} to transit-gateway tgw (aws_route.r)`;

interface Situation {
  readonly routes: readonly Route[];
  readonly vpc?: Partial<Vpc>;
  readonly table?: Partial<RouteTable>;
  readonly family?: 'v4' | 'v6';
}

function compiled({ routes, vpc = {}, table = {}, family = 'v4' }: Situation) {
  const blocks = family === 'v4' ? ['10.0.0.0/16'] : [amazon('v')];
  const { facts } = new Facts().vpc('v', blocks, vpc).table('rt', 'v', routes, table);
  const space = new AddressSpace(family, facts);
  const compiler = new RouteCompiler(space, family);
  const [owner, own] = [facts.vpcs.get('v')!, facts.tables.get('rt')!];
  return { space, compiler, owner, own, turns: compiler.compile(own, owner) };
}

function fate(address: string, situation: Situation): readonly string[] {
  const { turns, space } = compiled(situation);
  return fateAt(turns, space, address);
}

const list = (key: string, ...blocks: PrefixList['blocks'] & readonly unknown[]): PrefixList => ({ key, family: 'v4', blocks });
const S3: PrefixList = { key: 'com.amazonaws.eu-west-1.s3', family: 'v4', service: 's3', blocks: APPLY };

describe('a route table: the longest prefix decides', () => {
  const wide = route('10.8.0.0/15', PEERING);
  const narrow = route('10.9.0.0/16', GATEWAY);

  it.each<[string, string, readonly Route[]]>([
    ['10.9.1.1', toGateway('10.9.0.0/16'), [wide, narrow]],
    ['10.9.1.1', toGateway('10.9.0.0/16'), [narrow, wide]],
    ['10.8.1.1', toPeering('10.8.0.0/15'), [wide, narrow]],
    ['10.7.1.1', NONE, [wide, narrow]],
    ['10.0.1.1', LOCAL, [route('10.0.0.0/8', PEERING)]],
    ['10.0.1.1', toPeering('10.0.1.0/24'), [route('10.0.1.0/24', PEERING)]],
    ['10.0.2.1', LOCAL, [route('10.0.1.0/24', { kind: 'blackhole' })]],
    ['10.0.1.1', 'route 10.0.1.0/24 to blackhole (aws_route.r)', [route('10.0.1.0/24', { kind: 'blackhole' })]],
  ])('what goes to %s takes: %s', (address, wanted, routes) => {
    expect(fate(address, { routes })).toEqual([wanted]);
  });

  it('of equal ones the local route wins, but against the one that stands in its place; prefix lists come last', () => {
    const own = route('10.0.0.0/16', PEERING);
    const replacing = { ...own, replacesLocal: true };
    const listed = route(list('pl', block('10.9.0.0/16'), block('10.0.0.0/16')), PEERING);
    expect(fate('10.0.1.1', { routes: [own] })).toEqual([LOCAL]);
    expect(fate('10.0.1.1', { routes: [replacing] })).toEqual([toPeering('10.0.0.0/16')]);
    expect(fate('10.0.1.1', { routes: [listed] })).toEqual([LOCAL]);
    expect(fate('10.9.1.1', { routes: [listed, narrow] })).toEqual([toGateway('10.9.0.0/16')]);
    expect(fate('10.9.1.1', { routes: [listed, wide] })).toEqual([toPeering('prefix list pl')]);
  });

  it('says where packets go: into the VPC, to the target, or nowhere', () => {
    const { turns, space } = compiled({ routes: [wide] });
    const hops = ['10.0.1.1', '10.8.1.1', '10.7.1.1'].map((address) => hopsAt(turns, space, address));
    expect(hops).toEqual([[{ kind: 'local' }], [PEERING], [{ kind: 'none' }]]);
  });

  it('without a route its packets go where the next one leads', () => {
    const { compiler, own, owner, space } = compiled({ routes: [wide, narrow] });
    expect(fateAt(compiler.without(narrow, own, owner), space, '10.9.1.1')).toEqual([toPeering('10.8.0.0/15')]);
  });

  it('over IPv6 Amazon’s block is a /56, and a part of it by 8 bits a /64', () => {
    const part = amazon('v', 8, 3);
    expect([lengthOf(amazon('v')), lengthOf(part), lengthOf(block('fd00::/8'))]).toEqual([56, 64, 8]);
    const { turns, space } = compiled({ family: 'v6', routes: [route(part, PEERING)] });
    expect(fateOf(turns, space.spansOf(part))).toEqual([toPeering('part 3 of 256 of the IPv6 block of v')]);
    expect(fateOf(turns, space.spansOf(amazon('v', 8, 4)))).toEqual(['local route the IPv6 block of v']);
  });
});

describe('a route table leaves open', () => {
  it.each<[string, string, Situation, string]>([
    [
      'which of two targets a route has',
      '10.9.1.1',
      { routes: [route('10.9.0.0/16', PEERING, GATEWAY)] },
      `${toPeering('10.9.0.0/16')} or ${toGateway('10.9.0.0/16')}`,
    ],
    [
      'what else a target may be',
      '10.9.1.1',
      { routes: [{ ...route('10.9.0.0/16', PEERING), target: { choices: [PEERING], open: APPLY } }] },
      `${toPeering('10.9.0.0/16')} or not known: known only after apply`,
    ],
    [
      'whether a route is there: else the next one decides',
      '10.9.1.1',
      { routes: [{ ...route('10.9.0.0/16', PEERING), certain: false }, route('10.0.0.0/8', GATEWAY)] },
      `${toPeering('10.9.0.0/16')} or ${toGateway('10.0.0.0/8')}`,
    ],
    [
      'what an unknown block holds, be it an address of the VPC',
      '10.0.1.1',
      { routes: [{ ...route('10.9.0.0/16', PEERING), destination: APPLY }] },
      `${toPeering('an unknown block')} or ${LOCAL}`,
    ],
    [
      'where one leads besides that only may be taken',
      '10.9.1.1',
      {
        routes: [
          { ...route('10.9.0.0/16', PEERING), certain: false, target: { choices: [PEERING], open: APPLY } },
          route('10.0.0.0/8', GATEWAY),
        ],
      },
      `${toPeering('10.9.0.0/16')} or ${toGateway('10.0.0.0/8')} or not known: known only after apply`,
    ],
    [
      'what a route that may be missing does to another’s packets',
      '10.9.1.1',
      { routes: [route('10.9.0.0/16', PEERING)], table: { incomplete: APPLY } },
      `${toPeering('10.9.0.0/16')} or not known: known only after apply`,
    ],
    [
      'what a route that may be missing does to packets without one',
      '10.9.1.1',
      { routes: [], table: { incomplete: APPLY } },
      `${NONE} or not known: known only after apply`,
    ],
    ['nothing of local routes, though others may be missing', '10.0.1.1', { routes: [], table: { incomplete: APPLY } }, LOCAL],
    [
      'whether a private address is of a block of the VPC that isn’t known',
      '192.168.1.1',
      { routes: [], vpc: { incomplete: APPLY } },
      `local route of a block that isn't known (known only after apply) or ${NONE}`,
    ],
    ['nothing of public ones then, which are nobody’s VPC', '8.8.8.8', { routes: [], vpc: { incomplete: APPLY } }, NONE],
    ['nothing of its known block then, to the end', '10.0.1.1', { routes: [route('10.0.0.0/8', PEERING)] }, LOCAL],
  ])('%s (%s)', (_what, address, situation, wanted) => {
    expect(fate(address, situation)).toEqual([wanted]);
  });
});

describe('a route to a prefix list of one’s own', () => {
  const at = '10.9.1.1';

  it('is one to each of its blocks, and none in the table of the other family', () => {
    const both = route(list('pl', block('10.9.0.0/16'), block('10.8.0.0/16')), PEERING);
    expect([fate('10.8.1.1', { routes: [both] }), fate(at, { routes: [both] })]).toEqual(
      Array.from({ length: 2 }, () => [toPeering('prefix list pl')]),
    );
    const other = route({ key: 'pl6', family: 'v6', blocks: [block('::/0')] }, PEERING);
    expect(fate(at, { routes: [other] })).toEqual([NONE]);
  });

  it('is in doubt where another list holds the same block and leads apart, whichever is first', () => {
    const one = route(list('one', block('10.9.0.0/16')), PEERING);
    const apart = route(list('two', block('10.9.0.0/16')), GATEWAY);
    const alike = route(list('two', block('10.9.0.0/16')), PEERING);
    const either = [toPeering('prefix list one'), toGateway('prefix list two')];
    expect(fate(at, { routes: [one, apart] })).toEqual([`${either.join(' or ')} or ${NONE}`]);
    expect(fate(at, { routes: [apart, one] })).toEqual([`${either.toReversed().join(' or ')} or ${NONE}`]);
    expect(fate(at, { routes: [one, alike] })).toEqual([toPeering('prefix list one')]);
    expect(fate(at, { routes: [one, alike, apart] })).toEqual([
      `${toPeering('prefix list one')} or ${toPeering('prefix list two')} or ${toGateway('prefix list two')} or ${NONE}`,
    ]);
  });

  it('is no rival of a static route, of an unknown block or of a list whose blocks nobody knows', () => {
    const one = route(list('one', block('10.9.0.0/16')), PEERING);
    const rivals = [
      { ...one, destination: block('10.9.0.0/17'), target: oneOf(GATEWAY) },
      { ...one, certain: false, destination: APPLY, target: oneOf(GATEWAY) },
      { ...one, destination: { ...list('two'), blocks: APPLY }, target: oneOf(GATEWAY) },
    ];
    expect(rivals.map((rival) => fate('10.9.200.1', { routes: [rival, one] }))).toEqual([
      [toPeering('prefix list one')],
      [`${toGateway('an unknown block')} or ${toPeering('prefix list one')}`],
      [`${toGateway('prefix list two')} or ${toPeering('prefix list one')}`],
    ]);
  });

  it('may hold any address by a block that isn’t known, and surely those that are', () => {
    const some = route(list('pl', APPLY, block('10.9.0.0/16')), PEERING);
    expect(fate('10.8.1.1', { routes: [some] })).toEqual([`${toPeering('prefix list pl')} or ${NONE}`]);
    expect(fate(at, { routes: [some] })).toEqual([`${toPeering('prefix list pl')} or ${toPeering('prefix list pl')}`]);
  });

  it('may be narrower than any other by a block that isn’t known', () => {
    const some = route(list('pl', APPLY), PEERING);
    const routes = [route('10.9.1.0/24', GATEWAY), some];
    expect(fate(at, { routes })).toEqual([`${toPeering('prefix list pl')} or ${toGateway('10.9.1.0/24')}`]);
  });

  it('is not surely the narrowest where nobody knows its blocks: not even for the addresses of the list itself', () => {
    const unknown: PrefixList = { key: 'pl', family: 'v4', blocks: APPLY };
    const { turns, space } = compiled({ routes: [route(unknown, PEERING), route('0.0.0.0/0', GATEWAY)] });
    const either = `${toPeering('prefix list pl')} or ${toGateway('0.0.0.0/0')}`;
    expect(fateOf(turns, space.setOfList(unknown).sure)).toEqual([either]);
  });
});

describe('a route to a prefix list that AWS keeps', () => {
  const endpoint = (what: string): string => `route prefix list ${what} to gateway-endpoint vpce (aws_route.r)`;
  const toS3 = (more: readonly Route[], vpc: Partial<Vpc> = {}): readonly string[] => {
    const { turns, space } = compiled({ routes: [...more, route(S3, ENDPOINT)], vpc });
    return fateOf(turns, space.setOfList(S3).sure);
  };

  it('is narrower than 0.0.0.0/0, and perhaps than a public block; a private one holds none of its addresses', () => {
    expect(toS3([route('0.0.0.0/0', PEERING)])).toEqual([endpoint(S3.key)]);
    expect(toS3([route('10.0.0.0/8', PEERING)])).toEqual([endpoint(S3.key)]);
    expect(toS3([route('52.0.0.0/8', PEERING)])).toEqual([`${toPeering('52.0.0.0/8')} or ${endpoint(S3.key)}`]);
  });

  it('is what its addresses take though the VPC has a public block: that one is its own', () => {
    expect(toS3([], { blocks: [block('52.0.0.0/16')] })).toEqual([endpoint(S3.key)]);
  });

  it('is over IPv6 narrower than 2000::/3, and perhaps than 2600::/12', () => {
    const v6: PrefixList = { ...S3, family: 'v6' };
    const taken = (to: string): readonly string[] => {
      const { turns, space } = compiled({ family: 'v6', routes: [route(to, PEERING), route(v6, ENDPOINT)] });
      return fateOf(turns, space.setOfList(v6).sure);
    };
    expect([taken('2000::/3'), taken('2600::/12')]).toEqual([
      [endpoint(S3.key)],
      [`${toPeering('2600::/12')} or ${endpoint(S3.key)}`],
    ]);
  });

  it('is one perhaps where its family isn’t known, whatever blocks it is said to have', () => {
    const unsure: PrefixList = { key: 'pl', family: APPLY, blocks: [block('10.9.0.0/16')] };
    expect(fate('10.9.1.1', { routes: [route(unsure, PEERING)] })).toEqual([`${toPeering('prefix list pl')} or ${NONE}`]);
  });
});

it('a table is cut once', () => {
  const { compiler, own, owner, turns } = compiled({ routes: [route('10.9.0.0/16', PEERING)] });
  expect(compiler.compile(own, owner)).toBe(turns);
});
