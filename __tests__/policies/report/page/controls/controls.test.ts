import { STANDARDS } from '../../../../../policies/controls/catalogue';
import type { Standard } from '../../../../../policies/controls/control';
import { structure } from '../../../../../policies';
import { controlsDocument } from '../../../../../policies/report/controls-document';
import { landingZone, readUniverse } from '../../../../../policies';
import { review } from '../../../../../policies/report/review';
import { planFile } from '../../../judged/judged';
import { universeOf } from '../../../universe';
import { rowsOf, textOf } from '../access/chapter';
import { chapterOf, lineOf, TODAY } from './chapter';

const CIS_5 = 'CIS AWS Foundations Benchmark 5.0';
const FSBP = 'AWS Foundational Security Best Practices';
const SUMMARY = 'How each catalogue stands';

const key = (rotation: unknown): ReturnType<typeof universeOf> =>
  universeOf({ 'aws_kms_key.k': { enable_key_rotation: rotation, description: 'For the archive' } });

describe('a line of a catalogue', () => {
  it.each([
    [true, 'encryption/key-rotation: held, nothing found; plan/keys: held, nothing found; aws_kms_key: made', 'holds'],
    [false, 'encryption/key-rotation: held, 1 violated; plan/keys: held, nothing found; aws_kms_key: made', 'broken'],
    ['${var.rotate}', 'encryption/key-rotation: held, 1 unknown; plan/keys: held, nothing found; aws_kms_key: made', 'unknown'],
  ])('of keys that rotate, with enable_key_rotation %j, has as evidence "%s": %s', (rotation, evidence, status) => {
    expect(lineOf(chapterOf(key(rotation)), CIS_5, '3.6')).toEqual([
      '3.6',
      'Keys rotate',
      'generated, refused',
      evidence,
      status,
    ]);
  });

  it('whose finding is accepted says so', () => {
    const suppressions = [{ rule: 'encryption/key-rotation', scope: '*', reason: 'Imported', until: '2027-01-01' }];

    expect(lineOf(chapterOf(key(false), landingZone, { suppressions }), CIS_5, '3.6')?.slice(3)).toEqual([
      'encryption/key-rotation: held, 1 accepted; plan/keys: held, nothing found; aws_kms_key: made',
      'accepted',
    ]);
  });

  it('of rules that were not held says so', () => {
    expect(lineOf(chapterOf(key(true), structure), FSBP, 'KMS.1')?.slice(3)).toEqual([
      'encryption/no-decrypt-on-all-keys: not held',
      'not answered',
    ]);
  });

  it('of resources that nobody makes says so, and what is open', () => {
    expect(lineOf(chapterOf(key(true)), CIS_5, '1.9')).toEqual([
      '1.9',
      'Users with a password have MFA',
      'generated, account only',
      'aws_iam_policy: not made; aws_iam_group_policy_attachment: not made; open: that a given user has enrolled only the account shows',
      'not made',
    ]);
  });

  it('that only people see to is manual, and one that only the account shows is said so', () => {
    const markup = chapterOf(key(true));

    expect(lineOf(markup, CIS_5, '2.1.2')?.[2]).toBe('manual');
    expect(lineOf(markup, CIS_5, '1.4')).toEqual([
      '1.4',
      'The root user has MFA',
      'account only',
      'open: shown by the account only',
      'not answered',
    ]);
  });
});

describe('the chapter on controls', () => {
  it('counts before it lists, and both agree', () => {
    const markup = chapterOf(key(false));
    const counted = rowsOf(markup, SUMMARY).map(([title, , ...counts]) => [title, ...counts]);
    const listed = Object.values(STANDARDS).map((title) => {
      const rows = rowsOf(markup, `The controls of ${title}`);
      const count = (status: string): string => String(rows.filter((row) => row[4] === status).length);
      return [title, ...['holds', 'not answered', 'not made', 'accepted', 'unknown', 'broken'].map(count), String(rows.length)];
    });

    expect(counted).toEqual(listed);
    expect(counted.find(([title]) => title === CIS_5)?.slice(-2)).toEqual(['1', '63']);
  });

  it('says the counts of a bar in words', () => {
    const markup = chapterOf(key(false));
    const [, holds, , , , , broken] =
      rowsOf(markup, SUMMARY)
        .find(([title]) => title === CIS_5)
        ?.slice(1) ?? [];

    expect(markup).toMatch(new RegExp(`<title>${CIS_5}: ${String(holds)} holds, .*, ${String(broken)} broken</title>`));
  });

  it('says that what holds holds in the documents', () => {
    expect(textOf(chapterOf(key(true)))).toContain(
      'holds nothing in the documents breaks it: its rules were held and found nothing, or what it asks for is made. That an account is so only the account shows.',
    );
  });

  it.each([
    ['a plan of somebody else', readUniverse(planFile('platform'))],
    ['keys', key(false)],
    ['nothing', { stacks: [] }],
  ])('gives every control of %s the status that controls.json has', (_name, universe) => {
    const markup = chapterOf(universe);
    const { controls } = controlsDocument(universe, review(universe, landingZone, { today: TODAY })) as {
      controls: { title: string; status: string; ids: Partial<Record<Standard, string[]>> }[];
    };
    const worst = ['broken', 'unknown', 'accepted', 'not made', 'not answered', 'holds'];

    for (const [standard, title] of Object.entries(STANDARDS)) {
      const told = rowsOf(markup, `The controls of ${title}`).map(([id, , , , status]) => [id, status]);
      const expected = told.map(([id = '']) => {
        const named = controls.filter(({ ids }) => ids[standard as Standard]?.includes(id) === true);
        return [id, worst.find((status) => named.some((control) => control.status === status))];
      });

      expect(told).toEqual(expected);
      expect(new Set(told.map(([id]) => id))).toEqual(new Set(controls.flatMap(({ ids }) => ids[standard as Standard] ?? [])));
    }
  });
});
