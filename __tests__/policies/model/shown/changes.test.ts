import { changesOfPlan } from '../../../../policies/model/shown/changes';
import { readShown } from '../../../../policies/model/shown';
import type { Json } from '../../../../policies/model/universe';

const resource = (change: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  address: 'aws_vpc.main',
  type: 'aws_vpc',
  name: 'main',
  mode: 'managed',
  change,
  ...more,
});

const changes = (...resources: readonly Json[]): ReturnType<typeof changesOfPlan> =>
  changesOfPlan({ resource_changes: resources });

describe('the changes of a plan', () => {
  test('have what is there before, as terms', () => {
    const update = { actions: ['update'], before: { cidr_block: '10.0.0.0/16', tags: null }, after: {} };

    expect(changes(resource(update))).toEqual([
      {
        address: 'aws_vpc.main',
        type: 'aws_vpc',
        actions: ['update'],
        before: { cidr_block: '10.0.0.0/16', tags: null },
        isDeposed: false,
      },
    ]);
  });

  test('have nothing before what is made', () => {
    expect(changes(resource({ actions: ['create'], before: null, after: {} }))).toEqual([
      { address: 'aws_vpc.main', type: 'aws_vpc', actions: ['create'], isDeposed: false },
    ]);
  });

  test.each([['no-op'], ['read'], ['forget']])('leave out what %s leaves as it is', (action) => {
    expect(changes(resource({ actions: [action], before: {}, after: {} }))).toEqual([]);
  });

  test('keep what is made anew while the old one is forgotten', () => {
    expect(changes(resource({ actions: ['create', 'forget'], before: {}, after: {} }))).toMatchObject([
      { actions: ['create', 'forget'] },
    ]);
  });

  test('leave out what is only looked up', () => {
    expect(changes(resource({ actions: ['update'], before: {}, after: {} }, { mode: 'data' }))).toEqual([]);
  });

  test('tell an object that an earlier apply left behind', () => {
    expect(changes(resource({ actions: ['delete'], before: {}, after: null }, { deposed: '0a1b2c3d' }))).toMatchObject([
      { isDeposed: true },
    ]);
  });

  test('are none in a plan of nothing, and left out in a state', () => {
    expect(readShown('plan', { format_version: '1.2', planned_values: {}, resource_changes: [] }).changes).toEqual([]);
    expect(readShown('state', { format_version: '1.0', values: {} }).changes).toBeUndefined();
  });
});
