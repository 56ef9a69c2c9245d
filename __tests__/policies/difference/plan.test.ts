import { type Difference, planDifference } from '../../../policies/difference';
import { lines } from './differences';

const RESOURCE = { type: 'aws_thing', mode: 'managed', name: 'a', address: 'aws_thing.a' };

function ofPlan(plan: object): Difference {
  const root = JSON.parse(JSON.stringify({ format_version: '1.2', ...plan })) as never;
  return planDifference([{ name: 'dev', form: 'plan', root }], 'plan.json');
}

const ofChange = (change: object, beside: object = {}): Difference =>
  ofPlan({ resource_changes: [{ ...RESOURCE, ...beside, change }] });

const told = ({ changes: [change] }: Difference): unknown =>
  Object.fromEntries(change!.attributes.map(({ path, before, after }) => [path, [before, after]]));

describe('what a plan marks as sensitive is never shown', () => {
  const SECRETS = ['former-secret', 'new-secret'];

  it.each<[string, object]>([
    [
      'of an argument with a harmless name',
      {
        before: { note: SECRETS[0] },
        after: { note: SECRETS[1] },
        before_sensitive: { note: true },
        after_sensitive: { note: true },
      },
    ],
    [
      'in a block of a list',
      {
        before: { part: [{ note: SECRETS[0] }] },
        after: { part: [{ note: SECRETS[1] }] },
        before_sensitive: { part: [{ note: true }] },
        after_sensitive: { part: [{ note: true }] },
      },
    ],
    [
      'of a whole map',
      {
        before: { environment: { KEY: SECRETS[0] } },
        after: { environment: { KEY: SECRETS[1] } },
        before_sensitive: { environment: true },
        after_sensitive: { environment: true },
      },
    ],
    [
      'that is no longer marked after',
      { before: { note: SECRETS[0] }, after: { note: 'x' }, before_sensitive: { note: true }, after_sensitive: {} },
    ],
    [
      'of a policy, statement by statement',
      {
        before: { policy: `{"Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:*","Resource":"${SECRETS[0]!}"}]}` },
        after: { policy: `{"Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:*","Resource":"${SECRETS[1]!}"}]}` },
        before_sensitive: { policy: true },
        after_sensitive: { policy: true },
      },
    ],
  ])('%s', (_, change) => {
    const difference = ofChange({ actions: ['update'], ...change });
    const text = JSON.stringify(difference);

    expect(lines(difference)).toEqual(['changed aws_thing.a']);
    expect(text).toContain('"sensitive":true');
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('of an output', () => {
    const output = { actions: ['update'], before: SECRETS[0], after: SECRETS[1], before_sensitive: true, after_sensitive: true };
    const difference = ofPlan({ output_changes: { key: output } });

    expect(told(difference)).toEqual({ value: [{ sensitive: true }, { sensitive: true }] });
  });

  it('of an argument whose name says so, marked or not', () => {
    const difference = ofChange({ actions: ['update'], before: { password: SECRETS[0] }, after: { password: SECRETS[1] } });

    expect(told(difference)).toEqual({ password: [{ sensitive: true }, { sensitive: true }] });
  });
});

describe('what a plan does', () => {
  it.each<[string, object, object, string]>([
    ['forgets', { actions: ['forget'], before: { id: 'a' }, after: null }, {}, 'forgotten aws_thing.a'],
    [
      'imports',
      { actions: ['no-op'], before: { id: 'a' }, after: { id: 'a' }, importing: { id: 'a' } },
      {},
      'imported aws_thing.a',
    ],
    [
      'moves',
      { actions: ['no-op'], before: { id: 'a' }, after: { id: 'a' } },
      { previous_address: 'aws_thing.b' },
      'moved aws_thing.a from aws_thing.b',
    ],
    [
      'destroys what an earlier apply left behind',
      { actions: ['delete'], before: { id: 'a' }, after: null },
      { deposed: '0badcafe' },
      'removed aws_thing.a (deposed 0badcafe)',
    ],
  ])('%s', (_, change, beside, line) => {
    expect(lines(ofChange(change, beside))).toEqual([line]);
  });

  it('replaces what is tainted, and says so', () => {
    const difference = ofChange(
      { actions: ['delete', 'create'], before: { id: 'a' }, after: {}, after_unknown: { id: true } },
      { action_reason: 'replace_because_tainted' },
    );

    expect(difference.changes).toMatchObject([
      { action: 'replaced', rank: 'loss', why: 'it is tainted: an earlier apply failed half-way' },
    ]);
  });

  it('replaces by another argument, which stands there though only its new value is known', () => {
    const difference = ofChange({
      actions: ['create', 'delete'],
      before: { id: 'a', zone: 'x' },
      after: { zone: 'y' },
      after_unknown: { id: true },
      replace_paths: [['zone']],
    });

    expect(difference.changes).toMatchObject([{ action: 'replaced', forcedBy: ['zone'] }]);
    expect(told(difference)).toMatchObject({ zone: [{ value: 'x' }, { value: 'y' }] });
  });
});
