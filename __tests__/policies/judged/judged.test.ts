import { findingsIn, judgementOf, PLANS, ruleOf } from './judged';

const KINDS = /^(?:true|unknown|false): \S.{5,}/;
const FOUND_BY = 'found by ';

describe.each(PLANS)('the plan of the foreign %s', (plan) => {
  const { findings, checks } = judgementOf(plan);

  test('has the findings that a person has judged, and no other', () => {
    expect(findingsIn(plan)).toEqual(findings.map(({ finding, problem }) => ({ finding, problem })));
  });

  test('has a verdict on each finding, with a reason', () => {
    expect(findings.filter(({ verdict }) => !KINDS.test(verdict))).toEqual([]);
  });

  test('has no finding that is called unknown by a person and violated by its rule', () => {
    const bold = findings.filter(({ finding, verdict }) => finding.split(' ')[1] === 'violated' && !verdict.startsWith('true'));
    expect(bold).toEqual([]);
  });

  test('has each check that a finding is compared with among the failed ones of checkov', () => {
    const failed = new Set(checks.map(({ check }) => check));
    const missing = findings.filter(({ checkov }) => !/^no: \S.{10,}/.test(checkov) && !failed.has(checkov));
    expect(missing).toEqual([]);
  });

  test('has an answer to each failed check of checkov: the rule that finds it, too, or a reason', () => {
    const rules = new Set(findings.map(ruleOf));
    const unanswered = checks.filter(({ answer }) =>
      answer.startsWith(FOUND_BY)
        ? !rules.has(answer.slice(FOUND_BY.length))
        : !/^(?:no fault|not covered): \S.{10,}/.test(answer),
    );
    expect(unanswered).toEqual([]);
  });
});
