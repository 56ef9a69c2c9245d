import { countsText, parseBaseline, renderBaseline, renderNotices, renderReview, review } from '../../../policies';
import { findingOf, packOf } from '../judged';
import { reviewed, SUPPRESSION, TODAY } from './reviewed';

const nothing = { findings: [], accepted: [], known: [] };

describe('the counts', () => {
  it.each([
    [{}, '0 findings'],
    [{ findings: [findingOf()] }, '1 error'],
    [{ findings: [findingOf(), findingOf(), findingOf({ level: 'note' })] }, '2 errors, 1 note'],
    [{ findings: [findingOf({ level: 'warning' })], known: [findingOf()] }, '1 warning, 1 in the baseline'],
    [{ accepted: [{ finding: findingOf(), suppression: SUPPRESSION }] }, '0 findings, 1 accepted'],
  ])('of %j are %s', (review, text) => {
    expect(countsText({ ...nothing, ...review })).toBe(text);
  });
});

describe('the text of a review', () => {
  it('has each finding with how to accept it, then what is accepted, then the counts', () => {
    const judged = reviewed({ suppressions: [SUPPRESSION] });

    expect(renderReview(judged)).toBe(
      [
        'error network/described-rules  dev:aws_vpc_security_group_ingress_rule.a',
        '    made by  dev/shop/a',
        '    problem  the rule has no description',
        `    fix      ${judged.findings[0]?.fix ?? ''}`,
        '    accept   - { rule: network/described-rules, scope: "dev:aws_vpc_security_group_ingress_rule.a", reason: "", until: "" }',
        '',
        'accepted network/described-rules, until 2026-12-31: Made by <others> & "theirs"',
        '    by       accepted.yaml:3:5',
        '    dev:aws_vpc_security_group_ingress_rule.b',
        '',
        '6 rules held against 3 resources in 1 stack: 1 error, 1 accepted',
        '',
      ].join('\n'),
    );
  });

  it('of nothing is a line', () => {
    expect(renderReview(review({ stacks: [] }, packOf([]), { today: TODAY }))).toBe(
      '0 rules held against 0 resources in 0 stacks: 0 findings\n',
    );
  });

  it('says of a suppression that accepts nothing where it is written, and never how to accept that', () => {
    const text = renderReview(review({ stacks: [] }, packOf([]), { today: '2027-01-01', suppressions: [SUPPRESSION] }));

    expect(text.split('\n\n')[0]).toBe(
      [
        'error suppressions/expired',
        '    written  accepted.yaml:3:5',
        '    problem  the suppression of network/described-rules at "dev:*.b" ended on 2026-12-31, and it is 2027-01-01',
        '    fix      mend what it accepts, or state the reason anew with a later day',
      ].join('\n'),
    );
  });

  it('tells what is unknown as such', () => {
    const finding = findingOf({ verdict: 'unknown', problem: 'status is known only after apply' });

    expect(renderReview(review({ stacks: [] }, packOf([finding]), { today: TODAY }))).toContain(
      'error storage/versioning  dev:aws_s3_bucket.logs\n    unknown  status is known only after apply\n',
    );
  });

  it('names twelve places of one suppression, and counts the thirteenth', () => {
    const many = (count: number): string => {
      const findings = Array.from({ length: count }, (_, n) =>
        findingOf({ address: `aws_s3_bucket.b${String(n).padStart(2, '0')}` }),
      );
      const suppression = { ...SUPPRESSION, rule: 'storage/versioning', scope: '*' };
      return renderReview(review({ stacks: [] }, packOf(findings), { today: TODAY, suppressions: [suppression] }));
    };

    expect(many(12)).not.toContain('…');
    expect(many(13)).toContain('\n    dev:aws_s3_bucket.b11\n    … 1 more, which JSON lists\n');
  });

  it('tells what is gone from a baseline, so that it can shrink', () => {
    const judged = reviewed({ baseline: parseBaseline(renderBaseline([...reviewed().findings, findingOf()]), 'b') });

    expect(renderReview(judged)).toBe(
      [
        'gone from the baseline, which --write-baseline makes smaller:',
        '    storage/versioning aws_s3_bucket.logs',
        '',
        '6 rules held against 3 resources in 1 stack: 0 findings, 2 in the baseline',
        '',
      ].join('\n'),
    );
  });

  it('has the level in its colour where a terminal asks for it', () => {
    expect(renderReview(reviewed(), (level) => `<${level}>`)).toMatch(/^<error> network\/described-rules {2}dev:/);
  });
});

describe('what a good run tells besides', () => {
  it('is nothing where nothing is to be told', () => {
    expect(renderNotices({ findings: [], accepted: [], optOuts: [] })).toBe('');
  });

  it('is a line for each warning, what is accepted, and what safe defaults are given up', () => {
    expect(
      renderNotices({
        findings: [findingOf({ level: 'warning' }), findingOf({ level: 'note', address: 'aws_s3_bucket.b' })],
        accepted: [{ finding: findingOf(), suppression: SUPPRESSION }],
        optOuts: [
          { what: 'network shop: no flow logs', reason: 'A trial', position: { file: 'landing-zone.yaml', line: 7, column: 5 } },
        ],
      }),
    ).toBe(
      [
        '',
        'warning storage/versioning  dev:aws_s3_bucket.logs: nothing keeps old versions',
        'note storage/versioning  dev:aws_s3_bucket.b: nothing keeps old versions',
        '',
        'accepted network/described-rules, until 2026-12-31: Made by <others> & "theirs"',
        '    by       accepted.yaml:3:5',
        '    dev:aws_s3_bucket.logs',
        '',
        'given up, network shop: no flow logs: A trial',
        '    by       landing-zone.yaml:7:5',
        '',
      ].join('\n'),
    );
  });
});
