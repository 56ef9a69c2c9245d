import { findingsDocument, parseBaseline, renderBaseline } from '../../../policies';
import { reviewed, SUPPRESSION } from './reviewed';

const FINGERPRINT = expect.stringMatching(/^[0-9a-f]{32}$/) as string;

describe('findings.json', () => {
  it('has what stands, what is accepted with by whom, why and until when, and the counts', () => {
    const judged = reviewed({ suppressions: [SUPPRESSION] });

    expect(findingsDocument(judged)).toEqual({
      version: 1,
      pack: 'structure',
      stacks: 1,
      resources: 3,
      rules: 6,
      failing: 1,
      counts: { error: 1, warning: 0, note: 0 },
      findings: [
        {
          level: 'error',
          rule: 'network/described-rules',
          verdict: 'violated',
          stack: 'dev',
          address: 'aws_vpc_security_group_ingress_rule.a',
          constructPath: 'dev/shop/a',
          problem: 'the rule has no description',
          fix: judged.findings[0]?.fix,
          fingerprint: FINGERPRINT,
        },
      ],
      accepted: [
        {
          level: 'error',
          rule: 'network/described-rules',
          verdict: 'violated',
          stack: 'dev',
          address: 'aws_vpc_security_group_ingress_rule.b',
          problem: 'the rule has no description',
          fix: judged.findings[0]?.fix,
          fingerprint: FINGERPRINT,
          suppression: {
            scope: 'dev:*.b',
            reason: 'Made by <others> & "theirs"',
            until: '2026-12-31',
            by: 'accepted.yaml:3:5',
          },
        },
      ],
      optOuts: [],
      baseline: { known: [], gone: [] },
    });
  });

  it('has what the baseline knows in its own list, and fails on nothing then', () => {
    const document = findingsDocument(reviewed({ baseline: parseBaseline(renderBaseline(reviewed().findings), 'b') }));

    expect(document).toMatchObject({
      failing: 0,
      findings: [],
      baseline: {
        known: [{ address: 'aws_vpc_security_group_ingress_rule.a' }, { address: 'aws_vpc_security_group_ingress_rule.b' }],
      },
    });
  });

  it('has a suppression that accepts nothing without a stack, at its line', () => {
    const { findings } = findingsDocument(reviewed({ suppressions: [{ ...SUPPRESSION, scope: 'x' }] })) as {
      findings: readonly object[];
    };

    expect(findings[0]).toEqual({
      level: 'error',
      rule: 'suppressions/unmatched',
      verdict: 'violated',
      position: { file: 'accepted.yaml', line: 3, column: 5 },
      problem: 'the suppression of network/described-rules at "x" accepts nothing',
      fix: 'take it away, or mend its rule or scope',
      fingerprint: FINGERPRINT,
    });
  });
});
