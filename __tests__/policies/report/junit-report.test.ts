import { junitReport, parseBaseline, renderBaseline, review, type Review } from '../../../policies';
import { entryOf, findingOf, packOf } from '../judged';
import { elementsOf, parsedXml } from './parsed-xml';
import { reviewed, SUPPRESSION, TODAY } from './reviewed';

interface Case {
  readonly name: string | null;
  readonly parts: Readonly<Record<string, string>>;
}

/** Suites and cases by a real parser, each case with what stands in it. */
function read(judged: Review): Readonly<Record<string, readonly Case[]>> {
  const suites = elementsOf(parsedXml(junitReport(judged)), 'testsuite');
  return Object.fromEntries(
    suites.map((suite) => [
      suite.getAttribute('name') ?? '',
      elementsOf(suite, 'testcase').map((each) => ({
        name: each.getAttribute('name'),
        parts: Object.fromEntries(
          ['failure', 'skipped', 'system-out'].flatMap((name) =>
            elementsOf(each, name).map((part) => [name, part.getAttribute('message') ?? part.textContent ?? '']),
          ),
        ),
      })),
    ]),
  );
}

const partsOf = (judged: Review, suite: string, name: string): Case['parts'] | undefined =>
  read(judged)[suite]?.find((each) => each.name === name)?.parts;

describe('a JUnit report', () => {
  it('has a suite for each stack with a case for each rule, and one for suppressions, with the counts', () => {
    const text = junitReport(reviewed());

    expect(text.split('\n').slice(0, 8)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="plinth structure" tests="8" failures="1" errors="0" skipped="0">',
      '  <testsuite name="dev" tests="6" failures="1" errors="0" skipped="0">',
      '    <testcase classname="dev" name="network/acl-quota"/>',
      '    <testcase classname="dev" name="terraform/declared-backend"/>',
      '    <testcase classname="dev" name="network/described-rules">',
      '      <failure type="violated" message="2 findings, the first: the rule has no description">error network/described-rules  dev:aws_vpc_security_group_ingress_rule.a',
      '    made by  dev/shop/a',
    ]);
    expect(Object.keys(read(reviewed()))).toEqual(['dev', 'suppressions']);
    expect(read(reviewed()).suppressions).toEqual([
      { name: 'suppressions/expired', parts: {} },
      { name: 'suppressions/unmatched', parts: {} },
    ]);
  });

  it('says both of a case where one finding stands and another is accepted', () => {
    expect(partsOf(reviewed({ suppressions: [SUPPRESSION] }), 'dev', 'network/described-rules')).toEqual({
      failure: 'the rule has no description',
      'system-out':
        'aws_vpc_security_group_ingress_rule.b: accepted by accepted.yaml:3:5 until 2026-12-31: Made by <others> & "theirs"',
    });
  });

  it('skips a case of which everything is accepted, with who, why and until when', () => {
    expect(
      partsOf(
        reviewed({ suppressions: [{ ...SUPPRESSION, scope: 'dev:*_rule.?'.replace('?', '*') }] }),
        'dev',
        'network/described-rules',
      ),
    ).toEqual({
      skipped: ['a', 'b']
        .map(
          (name) =>
            `aws_vpc_security_group_ingress_rule.${name}: accepted by accepted.yaml:3:5 until 2026-12-31: Made by <others> & "theirs"`,
        )
        .join('; '),
    });
  });

  it('fails for a suppression that accepts nothing', () => {
    expect(
      partsOf(reviewed({ suppressions: [{ ...SUPPRESSION, scope: 'x' }] }), 'suppressions', 'suppressions/unmatched'),
    ).toEqual({
      failure: 'the suppression of network/described-rules at "x" accepts nothing',
    });
  });

  it('tells warnings, and what the baseline has, without a failure', () => {
    const warning = review({ stacks: [] }, packOf([findingOf({ level: 'warning' })]), { today: TODAY });
    const known = reviewed({ baseline: parseBaseline(renderBaseline(reviewed().findings), 'b') });

    expect(partsOf(warning, 'dev', 'storage/versioning')?.['system-out']).toMatch(
      /^Told, and failing nothing:\n\nwarning storage/,
    );
    expect(partsOf(known, 'dev', 'network/described-rules')).toEqual({
      'system-out': expect.stringMatching(/^In the baseline:\n\nerror network/) as string,
    });
  });

  it('has a stack that is called "suppressions" beside the suite of suppressions', () => {
    const judged = review({ stacks: [] }, packOf([findingOf({ stack: 'suppressions' })], entryOf('a/b')), { today: TODAY });

    expect(junitReport(judged).match(/<testsuite name="suppressions"/g)).toHaveLength(2);
  });

  it('is well-formed with a problem of control characters', () => {
    const problem = String.fromCharCode(0x1b, 0, 0xd800);
    const judged = review({ stacks: [] }, packOf([findingOf({ problem })]), { today: TODAY });

    expect(partsOf(judged, 'dev', 'storage/versioning')).toEqual({ failure: '\\u{1b}\\u{0}\\u{d800}' });
  });
});
