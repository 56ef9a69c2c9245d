import fc from 'fast-check';

import type { JudgedFinding } from '../../../policies';
import { compare, parseBaseline, renderBaseline } from '../../../policies/baseline/baseline';
import { fingerprintOf } from '../../../policies/baseline/fingerprint';
import { refusalOf } from '../../refusal';
import { findingOf } from '../judged';

const LOGS = findingOf();
const DATA = findingOf({ address: 'aws_s3_bucket.data' });
const WHOLE = findingOf({ rule: 'terraform/declared-backend', problem: 'no backend' });
const PRINT = '0'.repeat(32);
const { address: _, ...BARE } = WHOLE;

const printsOf = (findings: readonly JudgedFinding[]): readonly string[] => findings.map(fingerprintOf).sort();

describe('a baseline', () => {
  it('is text: sorted, one finding a line, with rule and address for people', () => {
    expect(renderBaseline([LOGS, BARE, DATA])).toBe(
      [
        '# Findings that were there before, one a line, sorted: rule, address, fingerprint. plinth check --write-baseline',
        `storage/versioning aws_s3_bucket.data ${fingerprintOf(DATA)}`,
        `storage/versioning aws_s3_bucket.logs ${fingerprintOf(LOGS)}`,
        `terraform/declared-backend ${fingerprintOf(BARE)}`,
        '',
      ].join('\n'),
    );
  });

  it('is read back, a stack as a whole and an address with blanks included, whatever ends its lines', () => {
    const keyed = findingOf({ address: 'aws_s3_bucket.logs["a b"]' });
    const text = renderBaseline([BARE, keyed]);

    expect(parseBaseline(text.replaceAll('\n', '\r\n'), 'baseline')).toEqual([
      { rule: 'storage/versioning', address: 'aws_s3_bucket.logs["a b"]', fingerprint: fingerprintOf(keyed) },
      { rule: 'terraform/declared-backend', address: '', fingerprint: fingerprintOf(BARE) },
    ]);
  });

  it('of nothing knows nothing', () => {
    expect(parseBaseline(renderBaseline([]), 'baseline')).toEqual([]);
  });

  it('is refused with every line that is none', () => {
    const text = `# heading\nstorage/versioning ${'a'.repeat(31)}\n<<<<<<< HEAD\na/b ${'0'.repeat(32)}\n=======\n>>>>>>> main\n`;

    expect(refusalOf(() => parseBaseline(text, 'known.txt')).split('\n')).toEqual([
      `known.txt:2:1: this is no line of a baseline, got "storage/versioning ${'a'.repeat(31)}"; write the file anew, by plinth check --write-baseline [LZ-CHECK-9]`,
      'known.txt:3:1: a merge was not finished, got "<<<<<<< HEAD"; keep the lines of both sides [LZ-CHECK-9]',
      'known.txt:5:1: a merge was not finished, got "======="; keep the lines of both sides [LZ-CHECK-9]',
      'known.txt:6:1: a merge was not finished, got ">>>>>>> main"; keep the lines of both sides [LZ-CHECK-9]',
    ]);
  });

  it.each([` a/b ${PRINT}`, `a/b ${PRINT} x`, PRINT, 'a <<<<<<< b', '< a', '= a', '> a'])(
    'is refused with the line "%s"',
    (line) => {
      expect(refusalOf(() => parseBaseline(line, 'known.txt'))).toContain('known.txt:1:1: this is no line of a baseline');
    },
  );

  it('may have empty lines and lines of blanks', () => {
    expect(parseBaseline(`\n  \na/b ${PRINT}\n`, 'known.txt')).toEqual([{ rule: 'a/b', address: '', fingerprint: PRINT }]);
  });
});

describe('findings held against a baseline', () => {
  const baseline = parseBaseline(renderBaseline([LOGS, BARE]), 'baseline');

  it('are known, new or gone', () => {
    expect(compare([LOGS, DATA], baseline)).toEqual({
      fresh: [DATA],
      known: [LOGS],
      gone: [{ rule: 'terraform/declared-backend', address: '', fingerprint: fingerprintOf(BARE) }],
    });
  });

  it('of one kind in two stacks are two: a third one is new', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((stack) => findingOf({ stack }));
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are three');
    const both = parseBaseline(renderBaseline([one, two]), 'baseline');

    expect(compare([one, two], both)).toEqual({ fresh: [], known: [one, two], gone: [] });
    expect(compare([one, two, three], both)).toEqual({ fresh: [three], known: [one, two], gone: [] });
    expect(compare([three], both)).toMatchObject({ fresh: [], known: [three], gone: [{ address: 'aws_s3_bucket.logs' }] });
  });

  it('that are unknown now are new where they were violated before, and the other way round', () => {
    const unknown = findingOf({ verdict: 'unknown' });

    expect(compare([unknown], baseline).fresh).toEqual([unknown]);
    expect(compare([LOGS], parseBaseline(renderBaseline([unknown]), 'baseline')).fresh).toEqual([LOGS]);
  });

  // Whatever order they come in, a baseline knows exactly what it was written of.
  it('that it was written of are all known, in any order, and nothing is gone', () => {
    const finding = fc
      .record({
        stack: fc.constantFrom('a', 'b'),
        address: fc.constantFrom('x.a', 'x.b'),
        problem: fc.constantFrom('one', 'two'),
      })
      .map(findingOf);
    fc.assert(
      fc.property(fc.array(finding), fc.array(finding), (before, more) => {
        const written = parseBaseline(renderBaseline(before), 'baseline');
        expect(compare([...before].reverse(), written)).toMatchObject({ fresh: [], gone: [] });
        const { fresh, known: old, gone } = compare([...before, ...more], written);
        expect(printsOf(fresh)).toEqual(printsOf(more));
        expect(printsOf(old)).toEqual(printsOf(before));
        expect(gone).toEqual([]);
      }),
    );
  });
});
