import type { OneOf, TransitRoute, TransitTable, Vpc } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { TransitCompiler } from '../../../../policies/reachability/filter/transit-routes';
import { AddressSpace } from '../../../../policies/reachability/region/address-space';
import { block, Facts, oneOf, resource } from '../facts';
import { fateAt, fateOf, hopsAt } from './turns';

const APPLY = new Unknown('known only after apply');
const NONE = 'no route: dropped';
const PROPAGATED = 'propagated route 10.1.0.0/16 to attachment at-a';
const UNTOLD = (why: string): string => `propagated route that isn't known (${why}) to attachment at-a or ${NONE}`;

const stated = (to: string, target: TransitRoute['target'], more: Partial<TransitRoute> = {}): TransitRoute => ({
  origin: resource('aws_ec2_transit_gateway_route.r'),
  certain: true,
  block: block(to),
  target,
  ...more,
});
const text = (to: string, where: string): string => `route ${to} to ${where} (aws_ec2_transit_gateway_route.r)`;

interface Situation {
  readonly routes?: readonly TransitRoute[];
  /** Whether the VPC's attachment surely propagates. */
  readonly certain?: boolean;
  readonly vpc?: Partial<Vpc>;
  readonly owner?: OneOf<string>;
  readonly table?: Partial<TransitTable>;
}

function compiled({ routes = [], certain = true, vpc = {}, owner = oneOf('a'), table = {} }: Situation) {
  const network = new Facts().vpc('a', ['10.1.0.0/16'], vpc).vpc('b', ['10.2.0.0/16']).transitAttachment('at-a', 'tgw', 'a', []);
  const { facts } = network;
  facts.transitAttachments.set('at-a', { ...facts.transitAttachments.get('at-a')!, vpc: owner });
  const space = new AddressSpace('v4', facts);
  const compiler = new TransitCompiler(space, facts);
  const whole: TransitTable = { key: 'rt', routes, propagated: [{ attachment: 'at-a', certain }], ...table };
  return { space, compiler, whole, turns: compiler.compile(whole) };
}

function fate(address: string, situation: Situation): readonly string[] {
  const { turns, space } = compiled(situation);
  return fateAt(turns, space, address);
}

describe('the table of a transit gateway', () => {
  it.each<[string, string, Situation, string]>([
    ['holds the blocks of VPCs that propagate', '10.1.1.1', {}, PROPAGATED],
    ['holds nothing else', '10.2.1.1', {}, NONE],
    ['prefers the longest prefix, be it propagated', '10.1.1.1', { routes: [stated('10.0.0.0/8', oneOf('at-b'))] }, PROPAGATED],
    [
      'prefers the longest prefix, be it static',
      '10.1.1.1',
      { routes: [stated('10.1.1.0/24', oneOf('at-b'))] },
      text('10.1.1.0/24', 'attachment at-b'),
    ],
    [
      'prefers static routes to propagated ones of the same length',
      '10.1.1.1',
      { routes: [stated('10.1.0.0/16', oneOf('at-b'))] },
      text('10.1.0.0/16', 'attachment at-b'),
    ],
    [
      'drops what a blackhole holds',
      '10.1.1.1',
      { routes: [stated('10.1.0.0/16', 'blackhole')] },
      text('10.1.0.0/16', 'blackhole'),
    ],
    [
      'leaves open which of two attachments a route leads to',
      '10.3.1.1',
      { routes: [stated('10.3.0.0/16', oneOf('at-b', 'at-c'))] },
      `${text('10.3.0.0/16', 'attachment at-b')} or ${text('10.3.0.0/16', 'attachment at-c')}`,
    ],
    [
      'leaves open what else it may lead to',
      '10.3.1.1',
      { routes: [stated('10.3.0.0/16', { choices: ['at-b'], open: APPLY })] },
      `${text('10.3.0.0/16', 'attachment at-b')} or not known: known only after apply`,
    ],
    [
      'leaves open whether a static route is there',
      '10.1.1.1',
      { routes: [stated('10.1.0.0/16', oneOf('at-b'), { certain: false })] },
      `${text('10.1.0.0/16', 'attachment at-b')} or ${PROPAGATED}`,
    ],
    [
      'leaves open what an unknown block holds',
      '10.1.1.1',
      { routes: [stated('10.1.0.0/16', oneOf('at-b'), { block: APPLY })] },
      `${text('an unknown block', 'attachment at-b')} or ${PROPAGATED}`,
    ],
    ['leaves open whether an attachment propagates', '10.1.1.1', { certain: false }, `${PROPAGATED} or ${NONE}`],
    [
      'leaves open what routes that may be missing do',
      '10.1.1.1',
      { table: { incomplete: APPLY } },
      `${PROPAGATED} or not known: known only after apply`,
    ],
    [
      'holds known blocks of a VPC that may have others',
      '10.1.1.1',
      { vpc: { incomplete: APPLY } },
      `${UNTOLD(APPLY.why).slice(0, -NONE.length)}${PROPAGATED}`,
    ],
    ['perhaps those others, if they are private', '192.168.1.1', { vpc: { incomplete: APPLY } }, UNTOLD(APPLY.why)],
    ['and no public ones, which are nobody’s VPC', '8.8.8.8', { vpc: { incomplete: APPLY } }, NONE],
    [
      'perhaps any private block where the attachment may be of one of two VPCs',
      '10.1.1.1',
      { owner: oneOf('a', 'b') },
      UNTOLD('the blocks behind an attachment'),
    ],
    [
      'perhaps any where it may be of another VPC than the named one',
      '10.1.1.1',
      { owner: { choices: ['a', 'b'], open: APPLY } },
      UNTOLD(APPLY.why),
    ],
    ['perhaps any where its VPC is not told', '10.1.1.1', { owner: { choices: [], open: APPLY } }, UNTOLD(APPLY.why)],
    ['perhaps any where no document has its VPC', '10.1.1.1', { owner: oneOf('c') }, UNTOLD('the blocks behind an attachment')],
    [
      'perhaps any where no document has the attachment',
      '10.1.1.1',
      { table: { propagated: [{ attachment: 'at-x', certain: true }] } },
      UNTOLD('the blocks behind an attachment').replace('at-a', 'at-x'),
    ],
  ])('%s (%s)', (_what, address, situation, wanted) => {
    expect(fate(address, situation)).toEqual([wanted]);
  });

  it('holds no addresses of AWS’s lists by a public block that a VPC propagates: that one is the VPC’s own', () => {
    const { turns, space } = compiled({ vpc: { blocks: [block('52.0.0.0/16')] } });
    const list = { key: 'com.amazonaws.eu-west-1.s3', family: 'v4', service: 's3', blocks: APPLY } as const;
    expect(fateOf(turns, space.setOfList(list).sure)).toEqual([NONE]);
  });

  it('says where packets go: to an attachment, or nowhere', () => {
    const { turns, space } = compiled({ routes: [stated('10.3.0.0/16', oneOf('at-b')), stated('10.4.0.0/16', 'blackhole')] });
    expect(['10.1.1.1', '10.3.1.1', '10.4.1.1'].map((address) => hopsAt(turns, space, address))).toEqual([
      [{ kind: 'attachment', key: 'at-a' }],
      [{ kind: 'attachment', key: 'at-b' }],
      [{ kind: 'blackhole' }],
    ]);
  });

  it('is cut once', () => {
    const { compiler, whole, turns } = compiled({});
    expect(compiler.compile(whole)).toBe(turns);
  });
});
