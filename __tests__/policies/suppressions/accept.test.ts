import fc from 'fast-check';

import { accept } from '../../../policies/suppressions/accept';
import type { Suppression } from '../../../policies/suppressions/suppression';
import { entryOf, findingOf, packOf } from '../judged';

const TODAY = '2026-11-29';
const LINE = { file: 'landing-zone.yaml', line: 40, column: 5 };

function suppression(change: Partial<Suppression> = {}): Suppression {
  return {
    rule: 'storage/versioning',
    scope: 'dev',
    reason: 'Logs are written once',
    until: '2027-01-31',
    position: LINE,
    ...change,
  };
}

const finding = findingOf();
const pack = packOf([finding]);

describe('a suppression', () => {
  it('accepts what it names', () => {
    const accepting = suppression();

    expect(accept([finding], [accepting], pack, TODAY)).toEqual({
      standing: [],
      accepted: [{ finding, suppression: accepting }],
      faults: [],
    });
  });

  it('counts on its last day, 2026-11-29', () => {
    expect(accept([finding], [suppression({ until: TODAY })], pack, TODAY)).toMatchObject({ standing: [], faults: [] });
  });

  it('no longer counts on the day after, 2026-11-30: the finding stands, and the suppression is told with its line', () => {
    expect(accept([finding], [suppression({ until: TODAY })], pack, '2026-11-30')).toEqual({
      standing: [finding],
      accepted: [],
      faults: [
        {
          rule: 'suppressions/expired',
          level: 'error',
          verdict: 'violated',
          stack: '',
          position: LINE,
          problem: 'the suppression of storage/versioning at "dev" ended on 2026-11-29, and it is 2026-11-30',
          fix: 'mend what it accepts, or state the reason anew with a later day',
        },
      ],
    });
  });

  it('that accepts nothing is told with its line', () => {
    expect(accept([], [suppression()], pack, TODAY)).toEqual({
      standing: [],
      accepted: [],
      faults: [
        {
          rule: 'suppressions/unmatched',
          level: 'error',
          verdict: 'violated',
          stack: '',
          position: LINE,
          problem: 'the suppression of storage/versioning at "dev" accepts nothing',
          fix: 'take it away, or mend its rule or scope',
        },
      ],
    });
  });

  it('of another rule, or another place, accepts nothing', () => {
    const others = [suppression({ rule: 'storage/encryption' }), suppression({ scope: 'prod' })];
    const held = packOf([finding], entryOf('storage/encryption'));
    const { standing, faults } = accept([finding], others, held, TODAY);

    expect(standing).toEqual([finding]);
    expect(faults.map(({ rule }) => rule)).toEqual(['suppressions/unmatched', 'suppressions/unmatched']);
  });

  it('of a rule that the pack does not hold is neither of use nor told', () => {
    expect(accept([], [suppression({ rule: 'storage/encryption' })], pack, TODAY).faults).toEqual([]);
  });

  it('accepts warnings and what is unknown, too', () => {
    const findings = [findingOf({ level: 'warning' }), findingOf({ verdict: 'unknown' })];

    expect(accept(findings, [suppression()], pack, TODAY).standing).toEqual([]);
  });

  it('beside another that accepts the same is of use: the first is the one that is told', () => {
    const [first, second] = [suppression({ reason: 'One' }), suppression({ scope: '*', reason: 'Two' })];
    const { accepted, faults } = accept([finding], [first, second], pack, TODAY);

    expect({ by: accepted.map((each) => each.suppression), faults }).toEqual({ by: [first], faults: [] });
  });

  it('in code counts for its construct: of use on one of two resources, it is not told for the other', () => {
    const { position: _, ...coded } = suppression({ constructPath: 'dev/shop' });
    const on = (scope: string): Suppression => ({ ...coded, scope });

    expect(accept([finding], [on('dev:aws_s3_bucket.logs'), on('dev:aws_s3_bucket.other')], pack, TODAY).faults).toEqual([]);
    expect(accept([], [on('dev:aws_s3_bucket.logs'), on('dev:aws_s3_bucket.other')], pack, TODAY).faults).toHaveLength(1);
  });

  it('in code that is over is told once, with its construct', () => {
    const { position: _, ...coded } = suppression({ constructPath: 'dev/shop', until: '2026-11-28' });
    const over = ['dev:aws_s3_bucket.logs', 'dev:aws_s3_bucket.other'].map((scope) => ({ ...coded, scope }));
    const { faults } = accept([], over, pack, TODAY);

    expect(faults.map(({ rule, constructPath, position }) => ({ rule, constructPath, position }))).toEqual([
      { rule: 'suppressions/expired', constructPath: 'dev/shop', position: undefined },
    ]);
  });

  it.each([
    ['construct', { constructPath: 'dev/till' }],
    ['reason', { reason: 'Another' }],
    ['day', { until: '2027-02-01' }],
  ])('in code of another %s is another one', (_what, change) => {
    const { position: _, ...coded } = suppression({ constructPath: 'dev/shop' });

    expect(accept([], [coded, { ...coded, ...change }], pack, TODAY).faults).toHaveLength(2);
  });

  // Whatever is suppressed, no finding is lost and none is made up.
  it('leaves every finding either standing or accepted', () => {
    const place = fc.record({ stack: fc.constantFrom('dev', 'prod'), address: fc.constantFrom('a.x', 'a.y') });
    const scope = fc.constantFrom('dev', '*', 'prod:a.x', 'dev:*', 'nowhere');
    const until = fc.constantFrom('2026-11-28', TODAY, '2027-01-01');
    fc.assert(
      fc.property(fc.array(place), fc.array(fc.record({ scope, until })), (places, stated) => {
        const findings = places.map((each) => findingOf(each));
        const { standing, accepted } = accept(findings, stated.map(suppression), pack, TODAY);
        expect(new Set([...standing, ...accepted.map((each) => each.finding)])).toEqual(new Set(findings));
        expect(standing.length + accepted.length).toBe(findings.length);
        expect(accepted.every((each) => each.suppression.until >= TODAY)).toBe(true);
      }),
    );
  });
});
