import fc from 'fast-check';

import { type Flow, type FlowInput, flowsOverlap, parseFlow, renderFlow } from '../../../modules/core/flow';
import { lineOf } from '../line-of';

const BASE: FlowInput = { from: 'app', to: 'data', port: 'tcp/5432', why: 'Database' };
const one = (over: Partial<FlowInput>): Flow => parseFlow({ ...BASE, ...over }, 0)[0]!;
const refusal = (over: Partial<FlowInput>): string | undefined => lineOf(() => parseFlow({ ...BASE, ...over }, 0));

describe('a flow', () => {
  test('is one for each port, all with its place', () => {
    expect(parseFlow({ ...BASE, port: ['tcp/1', 'udp/2-3'] }, 7).map((flow) => [renderFlow(flow), flow.index])).toEqual([
      ['app → data tcp/1', 7],
      ['app → data udp/2-3', 7],
    ]);
  });

  test.each([
    [undefined, undefined],
    ['v4', ['v4']],
    ['v6', ['v6']],
    ['both', ['v4', 'v6']],
  ] as const)('of family %s has families %j', (family, families) => {
    expect(one(family === undefined ? {} : { family }).families).toEqual(families);
  });

  test('has client ports 1024-65535 unless it says otherwise', () => {
    expect([one({}).clientPorts, one({ clientPorts: '32768-60999' }).clientPorts]).toEqual([
      { from: 1024, to: 65535 },
      { from: 32768, to: 60999 },
    ]);
  });

  test('of port all is accepted with a reason', () => {
    expect(renderFlow(one({ port: 'all', accept: 'A cluster of one vendor' }))).toBe('app → data all');
  });

  test.each<readonly [string, Partial<FlowInput>, string]>([
    [
      'an endpoint that opens',
      { from: 'endpoint:s3' },
      'an endpoint never opens a connection, got "endpoint:s3 → data"; name it as the "to" of the flow [LZ-FLOW-2]',
    ],
    [
      'two ends outside',
      { from: 'internet', to: '10.0.0.0/8' },
      'neither end is a tier, got "internet → 10.0.0.0/8"; let one end be a tier of this network [LZ-FLOW-3]',
    ],
    [
      'icmp in family v6',
      { port: 'icmp/8', family: 'v6' },
      'icmp doesn\'t exist in family v6, got "icmp/8"; use icmpv6 or leave family out [LZ-FLOW-4]',
    ],
    [
      'icmpv6 in family v4',
      { port: 'icmpv6', family: 'v4' },
      'icmpv6 doesn\'t exist in family v4, got "icmpv6"; use icmp or leave family out [LZ-FLOW-4]',
    ],
    ['no ports', { port: [] }, 'the flow has no port, got []; name at least one [LZ-FLOW-5]'],
    [
      'port all',
      { port: 'all' },
      'port all opens everything, got "all"; name the ports, or add accept: with the reason [LZ-FLOW-6]',
    ],
    [
      'port all with an empty reason',
      { port: 'all', accept: ' ' },
      'port all opens everything, got "all"; name the ports, or add accept: with the reason [LZ-FLOW-6]',
    ],
    ['an empty why', { why: '' }, 'the reason is empty, got ""; say why this is open, in one sentence [LZ-TEXT-1]'],
    [
      'client ports backwards',
      { clientPorts: '2-1' },
      'the port range runs backwards, got "2-1"; write the lower port first: 1-2 [LZ-PORT-3]',
    ],
  ])('with %s is refused', (_, over, line) => {
    expect(refusal(over)).toBe(line);
  });
});

describe('two flows', () => {
  test.each<readonly [string, Partial<FlowInput>, boolean]>([
    ['of the same ends and port overlap, whatever their reasons', { why: 'Another' }, true],
    ['whose ports share one overlap', { port: 'tcp/5000-5432' }, true],
    ['whose ports lie side by side do not', { port: 'tcp/5000-5431' }, false],
    ['to a group and to the tier do not: no group is implied', { to: 'data/db' }, false],
    ['in the other direction do not', { from: 'data', to: 'app' }, false],
    ['of one family and of both overlap', { family: 'v6' }, true],
  ])('%s', (_, over, overlap) => {
    expect(flowsOverlap(one({}), one(over))).toBe(overlap);
  });

  test('of families v4 and v6 do not overlap', () => {
    expect(flowsOverlap(one({ family: 'v4' }), one({ family: 'v6' }))).toBe(false);
  });

  test('overlap in either order, and each with itself', () => {
    const flow = fc
      .record({
        from: fc.constantFrom('app', 'data', 'public/alb', 'internet'),
        to: fc.constantFrom('app', 'data', 'data/db'),
        port: fc.constantFrom('tcp/1', 'tcp/1-9', 'udp/1', 'icmp', 'icmp/8', 'icmpv6', 'proto/50'),
        why: fc.constantFrom('One', 'Two'),
      })
      .map((input) => parseFlow(input, 0)[0]!);
    fc.assert(
      fc.property(flow, flow, (a, b) => {
        expect([flowsOverlap(a, b), flowsOverlap(a, a)]).toEqual([flowsOverlap(b, a), true]);
      }),
    );
  });
});
