import { shown, SCENARIOS } from '../../policies/foreign/foreign';
import { CASES, committed, RULES } from '../../policies/rules/plan/plan-fixture';
import { byRego, byTypeScript } from './two-judges';

/** What Rego tells as unknown where TypeScript reads the document that the text will be of: docs/opa.md has it, too. */
const UNREAD: Readonly<Record<string, readonly string[]>> = {
  'foreign access': [
    'plan/administrators unknown aws_iam_policy.audit: only the apply tells whether it allows every action on every resource',
    'plan/public-data unknown aws_s3_bucket_policy.logs: only the apply tells whether its policy lets everybody in',
  ],
};

const fixtures = RULES.flatMap((rule) => CASES.map((which) => [`${rule}, ${which}`, committed(rule, which)] as const));
const foreign = SCENARIOS.map((scenario) => [`foreign ${scenario}`, shown(scenario)] as const);

describe('Rego and TypeScript say the same of', () => {
  const told = byRego(Object.fromEntries([...fixtures, ...foreign]));

  test.each([...fixtures, ...foreign])('%s', (name, plan) => {
    expect(told[name]).toEqual([...byTypeScript(plan), ...(UNREAD[name] ?? [])].sort());
  });
});
