import type { Universe } from '../../../policies';
import { refuseUnknownRules, suppressionsOf } from '../../../policies/suppressions/stated-suppressions';
import { refusalOf } from '../../refusal';
import { universeOf } from '../universe';

const universe = (accepted: unknown): Universe =>
  universeOf({ 'aws_s3_bucket.logs': { '//': { metadata: { path: 'dev/logs' }, plinth: { accepted } } } });

describe('what code accepts', () => {
  it('has the resource as its scope, and the construct that states it', () => {
    expect(suppressionsOf(universe([{ rule: 'a/b', reason: 'Why', until: '2027-01-01', by: 'dev/shop' }]))).toEqual([
      { rule: 'a/b', scope: 'dev:aws_s3_bucket.logs', reason: 'Why', until: '2027-01-01', constructPath: 'dev/shop' },
    ]);
  });

  it('has no construct where what states it is no text', () => {
    expect(suppressionsOf(universe([{ rule: 'a/b', reason: 'Why', until: '2027-01-01', by: 7 }]))).toEqual([
      { rule: 'a/b', scope: 'dev:aws_s3_bucket.logs', reason: 'Why', until: '2027-01-01' },
    ]);
  });

  it('is nothing in what others write under //', () => {
    const foreign = ['text', { accepted: [] }, { plinth: 'text' }, null].map((note) =>
      suppressionsOf(universeOf({ 'aws_s3_bucket.logs': { '//': note } })),
    );

    expect(foreign).toEqual([[], [], [], []]);
  });

  it('is refused where a hand has spoilt it: else a day like 9999-99-99 would count for ever', () => {
    const refusals = refusalOf(() => suppressionsOf(universe([{ rule: 'a/b', reason: 'Why', until: '9999-99-99' }, 'text'])));

    expect(refusals.split('\n')).toEqual([
      'dev:aws_s3_bucket.logs, accepted in code: this is not a day of the calendar, got "9999-99-99"; write it as YYYY-MM-DD [LZ-CHECK-3]',
      'dev:aws_s3_bucket.logs, accepted in code: the rule must be a text, got null; write it in quotes [LZ-CHECK-2]',
      'dev:aws_s3_bucket.logs, accepted in code: the reason must be a text, got null; write it in quotes [LZ-CHECK-2]',
      'dev:aws_s3_bucket.logs, accepted in code: the until must be a text, got null; write it in quotes [LZ-CHECK-2]',
    ]);
  });
});

describe('a suppression of a rule that does not exist', () => {
  const stated = { rule: 'storage/versoning', scope: 'dev', reason: 'Why', until: '2027-01-01' };
  const known = new Set(['storage/versioning', 'network/flow-logs']);

  it('is refused at its line, with the rule that was meant', () => {
    const position = { file: 'landing-zone.yaml', line: 40, column: 5 };

    expect(
      refusalOf(() => {
        refuseUnknownRules([{ ...stated, position }], known);
      }),
    ).toBe(
      'landing-zone.yaml:40:5: a rule is suppressed that does not exist, got "storage/versoning"; did you mean "storage/versioning"? [LZ-CHECK-7]',
    );
  });

  it('is refused at its construct where it was stated in code', () => {
    expect(
      refusalOf(() => {
        refuseUnknownRules([{ ...stated, constructPath: 'dev/logs' }, stated], known);
      }).split('\n'),
    ).toEqual([
      'the code of dev/logs: a rule is suppressed that does not exist, got "storage/versoning"; did you mean "storage/versioning"? [LZ-CHECK-7]',
      'the code of the configuration: a rule is suppressed that does not exist, got "storage/versoning"; did you mean "storage/versioning"? [LZ-CHECK-7]',
    ]);
  });

  it('is the only one that is refused', () => {
    expect(() => {
      refuseUnknownRules([{ ...stated, rule: 'storage/versioning' }], known);
    }).not.toThrow();
  });

  it('is refused for what is held against suppressions, too: nothing accepts that', () => {
    expect(
      refusalOf(() => {
        refuseUnknownRules([{ ...stated, rule: 'suppressions/unmatched' }], known);
      }),
    ).toContain('[LZ-CHECK-7]');
  });
});
