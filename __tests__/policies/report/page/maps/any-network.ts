import * as fc from 'fast-check';

import type {
  ColumnView,
  FlowView,
  LaneView,
  NetworkView,
  NodeView,
} from '../../../../../policies/report/page/maps/view/network-view';

const HOSTILE = ['<b>"&', 'WWWW@@@@%%%%', '\u200b\u202e', '家家家家', '😀👩‍👩‍👧', 'e\u0301\u0301\u0301', '\u{12031}\ufdfd', ' ', ''];

/** What names, whys and addresses may be. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...HOSTILE),
  fc.stringMatching(/^[a-zA-Z0-9 _./-]{0,60}$/),
);

const VERDICTS: readonly FlowView['verdict'][] = ['proven', 'partial', 'unknown', 'unreachable', 'not judged'];
const TIERS = ['nat', 'public', 'private', 'isolated', 'unknown'] as const;

function anyNode(kind: NodeView['kind'], zones: readonly string[]): fc.Arbitrary<NodeView> {
  return fc.record(
    {
      kind: fc.constant(kind),
      name: anyText,
      addresses: fc.array(anyText, { maxLength: 5 }),
      notes: fc.array(anyText, { maxLength: 2 }),
      ...(kind === 'subnet' ? { zone: fc.constantFrom(...zones) } : {}),
      address: anyText,
      leadsTo: fc.array(anyText, { maxLength: 2 }),
    },
    { requiredKeys: ['kind', 'addresses', 'notes', 'address', 'leadsTo', ...(kind === 'subnet' ? (['zone'] as const) : [])] },
  );
}

function anyColumn(kind: ColumnView['kind'], nodes: fc.Arbitrary<NodeView>, place: string): fc.Arbitrary<ColumnView> {
  const lanes = fc
    .array(fc.record({ name: anyText, isShared: fc.boolean() }), { maxLength: 3 })
    .map((made) => made.map((lane, at): LaneView => ({ ...lane, id: `${place} ${at}` })));
  return fc.record({ kind: fc.constant(kind), title: anyText, nodes: fc.array(nodes, { maxLength: 12, size: 'max' }), lanes });
}

function anyColumns(zones: readonly string[]): fc.Arbitrary<readonly ColumnView[]> {
  const list = (kind: 'internet' | 'gateways' | 'endpoints' | 'elsewhere'): fc.Arbitrary<readonly ColumnView[]> => {
    const node = kind === 'gateways' ? 'gateway' : kind === 'endpoints' ? 'endpoint' : 'elsewhere';
    return fc.array(anyColumn(kind, anyNode(node, zones), kind), { maxLength: 1 });
  };
  const tiers = fc
    .integer({ min: 1, max: 6 })
    .chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, at) =>
          fc.constantFrom(...TIERS).chain((kind) => anyColumn(kind, anyNode('subnet', zones), `tier ${at}`)),
        ),
      ),
    );
  return fc.tuple(list('internet'), list('gateways'), tiers, list('endpoints'), list('elsewhere')).map((parts) => parts.flat());
}

function anyFlows(columns: readonly ColumnView[]): fc.Arbitrary<readonly FlowView[]> {
  const lanes = columns.flatMap(({ lanes: own }) => own.map(({ id }) => id));
  if (lanes.length === 0) return fc.constant([]);
  const lane = fc.constantFrom(...lanes);
  const stop = fc.record({ lane, names: fc.array(anyText, { minLength: 1, maxLength: 4 }) });
  const flow = fc.record({
    from: stop,
    to: stop,
    ports: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    why: anyText,
    verdict: fc.constantFrom(...VERDICTS),
    families: anyText,
    via: fc.array(lane, { maxLength: 2 }),
  });
  return fc.oneof({ weight: 9, arbitrary: fc.array(flow, { maxLength: 14 }) }, fc.array(flow, { minLength: 39, maxLength: 42 }));
}

/** Networks of 1 to 6 tiers in 1 to 4 zones, with up to 14 flows and sometimes more than a picture shows. */
export const anyNetwork: fc.Arbitrary<NetworkView> = fc
  .uniqueArray(fc.oneof(fc.constantFrom('a', 'b', 'c'), anyText), { minLength: 1, maxLength: 4 })
  .chain((zones) =>
    anyColumns(zones).chain((columns) =>
      fc.record({
        name: anyText,
        place: anyText,
        addresses: fc.array(anyText, { maxLength: 3 }),
        zones: fc.constant(zones),
        columns: fc.constant(columns),
        flows: anyFlows(columns),
        doubts: fc.constant([]),
      }),
    ),
  );
