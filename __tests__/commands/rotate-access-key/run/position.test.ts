import { type Facts, type Position, positionOf, stepsFrom } from '../../../../commands/rotate-access-key/run/position';
import { refusalOf } from '../../../refusal';

const T = '2026-05-01T12:00:00.000Z';
const at = (offsetSeconds: number): Date => new Date(Date.parse(T) + offsetSeconds * 1000);
const key = (id: string, createdAt: Date | undefined = at(0), active = true) => ({ id, createdAt, active });
const journal = { user: 'alice', account: '1', profile: 'default', oldKey: 'OLD', keysBefore: ['OLD'], startedAt: T };
const FACTS: Facts = {
  user: 'alice',
  account: '1',
  profile: 'default',
  journalPath: 'journal',
  profileKey: 'OLD',
  journal: undefined,
  keys: [key('OLD')],
};

const ALL = ['announce', 'create', 'write', 'prove', 'disable', 'delete', 'close'];

const TABLE: readonly (readonly [what: string, facts: Partial<Facts>, position: Position])[] = [
  ['nothing under way', {}, { at: 'start' }],
  ['a journal, and no new key', { journal }, { at: 'start' }],
  ['a journal of a new key that is deleted by now', { journal: { ...journal, newKey: 'NEW' } }, { at: 'start' }],
  [
    'a journal, and a key that nobody kept',
    { journal, keys: [key('OLD'), key('NEW')] },
    { at: 'orphaned', orphan: 'NEW', ours: false },
  ],
  [
    'a journal that names the key that nobody kept, however old it is',
    { journal: { ...journal, newKey: 'NEW' }, keys: [key('OLD'), key('NEW', at(-1e6))] },
    { at: 'orphaned', orphan: 'NEW', ours: true },
  ],
  [
    'the new key in the profile',
    { journal: { ...journal, newKey: 'NEW' }, profileKey: 'NEW', keys: [key('OLD'), key('NEW')] },
    { at: 'written', oldKey: 'OLD' },
  ],
  [
    'the new key in the profile, and the old one inactive',
    { journal: { ...journal, newKey: 'NEW' }, profileKey: 'NEW', keys: [key('OLD', at(0), false), key('NEW')] },
    { at: 'written', oldKey: 'OLD' },
  ],
  [
    'the new key in the profile, and the old one gone',
    { journal: { ...journal, newKey: 'NEW' }, profileKey: 'NEW', keys: [key('NEW')] },
    { at: 'written', oldKey: 'OLD' },
  ],
];

test.each(TABLE)('%s', (_what, facts, position) => {
  expect(positionOf({ ...FACTS, ...facts })).toEqual(position);
});

test.each([
  [15 * 60, { at: 'orphaned', orphan: 'NEW', ours: false }],
  [-15 * 60, { at: 'orphaned', orphan: 'NEW', ours: false }],
])('a key made %d s from the journal may be its own', (seconds, position) => {
  expect(positionOf({ ...FACTS, journal, keys: [key('OLD'), key('NEW', at(seconds))] })).toEqual(position);
});

test.each([15 * 60 + 1, -15 * 60 - 1, undefined])('a key made %p s from the journal is somebody else’s', (seconds) => {
  const createdAt = seconds === undefined ? undefined : at(seconds);
  const keys = [key('OLD'), { id: 'NEW', createdAt, active: true }];
  expect(refusalOf(() => positionOf({ ...FACTS, journal, keys }))).toContain('has two keys, and no room for a new one');
});

describe('the steps', () => {
  test('from the start are the whole rotation', () => {
    expect(stepsFrom({ at: 'start' }, true)).toEqual(ALL);
  });

  test('from a key that nobody kept begin with its deletion', () => {
    expect(stepsFrom({ at: 'orphaned', orphan: 'NEW', ours: true }, true)).toEqual(['discard', ...ALL]);
  });

  test('from a written profile begin with the proof', () => {
    expect(stepsFrom({ at: 'written', oldKey: 'OLD' }, true)).toEqual(['prove', 'disable', 'delete', 'close']);
  });

  test('with --no-delete stop after disabling', () => {
    expect(stepsFrom({ at: 'start' }, false)).toEqual(ALL.filter((step) => step !== 'delete'));
  });
});
