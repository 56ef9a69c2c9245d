import { adopted } from '../../../policies/report/review';
import { parseBaseline, renderBaseline, review, structure } from '../../../policies';
import { entryOf, findingOf, packOf } from '../judged';
import { refusalOf } from '../../refusal';
import { reviewed, SUPPRESSION, TODAY, UNIVERSE } from './reviewed';

const places = (findings: readonly { readonly address?: string; readonly rule: string }[]): readonly string[] =>
  findings.map(({ rule, address = '' }) => `${rule} ${address}`);

const A = 'network/described-rules aws_vpc_security_group_ingress_rule.a';
const B = 'network/described-rules aws_vpc_security_group_ingress_rule.b';

describe('a review', () => {
  it('has each finding with the level of its rule, sorted by place, and counts those that fail', () => {
    const { findings, failing, stacks, resources, rules, stackNames } = reviewed();

    expect({ places: places(findings), failing, stacks, resources, rules, stackNames }).toEqual({
      places: [A, B],
      failing: 2,
      stacks: 1,
      resources: 3,
      rules: 6,
      stackNames: ['dev'],
    });
    expect(findings.map(({ level }) => level)).toEqual(['error', 'error']);
  });

  it.each([
    ['error', 'violated', 1],
    ['error', 'unknown', 1],
    ['warning', 'violated', 0],
    ['warning', 'unknown', 0],
    ['note', 'violated', 0],
  ] as const)('an %s that is %s fails the run %d times', (level, verdict, failing) => {
    const { findings, failing: counted } = review({ stacks: [] }, packOf([findingOf({ level, verdict })]), { today: TODAY });

    expect([findings.length, counted]).toEqual([1, failing]);
  });

  it('takes out what is accepted, and says by whom', () => {
    const { findings, accepted, failing } = reviewed({ suppressions: [SUPPRESSION] });

    expect([places(findings), places(accepted.map(({ finding }) => finding)), failing]).toEqual([[A], [B], 1]);
    expect(accepted[0]?.suppression).toBe(SUPPRESSION);
  });

  it('fails on a suppression whose day is over and on one that accepts nothing, and tells them first', () => {
    const suppressions = [
      { ...SUPPRESSION, until: '2026-11-28' },
      { ...SUPPRESSION, scope: 'prod' },
    ];
    const { findings, failing } = reviewed({ suppressions });

    expect(places(findings)).toEqual(['suppressions/expired ', 'suppressions/unmatched ', A, B]);
    expect(failing).toBe(4);
  });

  it('of a trial of another lifecycle says nothing of suppressions: what they accept may not be there', () => {
    expect(places(reviewed({ suppressions: [{ ...SUPPRESSION, scope: 'prod' }], isTrial: true }).findings)).toEqual([A, B]);
  });

  it('takes the suppressions of intent.json, too', () => {
    const intent = { suppressions: [SUPPRESSION], quotas: { aclEntries: 20, groupRules: 60 } } as unknown as NonNullable<
      typeof UNIVERSE.intent
    >;

    expect(places(review({ ...UNIVERSE, intent }, structure, { today: TODAY }).findings)).toEqual([A]);
  });

  it('has the safe defaults that intent.json says are given up', () => {
    const optOuts = [{ what: 'network shop: no flow logs', reason: 'A trial' }];
    const intent = { suppressions: [], optOuts, quotas: { aclEntries: 20, groupRules: 60 } };
    const judged = review({ ...UNIVERSE, intent: intent as unknown as NonNullable<typeof UNIVERSE.intent> }, structure, {
      today: TODAY,
    });

    expect([judged.optOuts, reviewed().optOuts]).toEqual([optOuts, []]);
  });

  it('refuses a suppression of a rule that no pack has', () => {
    expect(refusalOf(() => reviewed({ suppressions: [{ ...SUPPRESSION, rule: 'network/describe-rules' }] }))).toBe(
      'accepted.yaml:3:5: a rule is suppressed that does not exist, got "network/describe-rules"; did you mean "network/described-rules"? [LZ-CHECK-7]',
    );
  });

  it('with a baseline fails on what is new only, and tells what is gone', () => {
    const before = parseBaseline(renderBaseline([...reviewed().findings.slice(1), findingOf()]), 'baseline');
    const { findings, known, gone, failing } = reviewed({ baseline: before });

    expect([places(findings), places(known), places(gone), failing]).toEqual([
      [A],
      [B],
      ['storage/versioning aws_s3_bucket.logs'],
      1,
    ]);
  });

  it('that is adopted knows everything that stands, but what is wrong with suppressions', () => {
    const { findings, known, failing } = adopted(reviewed({ suppressions: [{ ...SUPPRESSION, scope: 'prod' }] }));

    expect([places(findings), places(known), failing]).toEqual([['suppressions/unmatched '], [A, B], 1]);
  });

  it('is the same whatever the order of the rules', () => {
    const reversed = { ...structure, entries: [...structure.entries].reverse() };

    expect(review(UNIVERSE, reversed, { today: TODAY }).findings).toEqual(reviewed().findings);
  });

  it('tells each rule before it is held', () => {
    const told: string[] = [];
    const pack = packOf([], entryOf('a/one'), entryOf('a/two'));
    review({ stacks: [] }, pack, {
      today: TODAY,
      onRule: (id, number, of) => told.push(`${id} ${String(number)}/${String(of)}`),
    });

    expect(told).toEqual(['a/one 1/2', 'a/two 2/2']);
  });
});
