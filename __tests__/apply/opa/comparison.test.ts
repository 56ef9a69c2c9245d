import { shown, SCENARIOS } from '../../policies/foreign/foreign';
import { CASES, committed, RULES } from '../../policies/rules/plan/plan-fixture';
import { byRego, byTypeScript } from './two-judges';

const fixtures = RULES.flatMap((rule) => CASES.map((which) => [`${rule}, ${which}`, committed(rule, which)] as const));
const foreign = SCENARIOS.map((scenario) => [`foreign ${scenario}`, shown(scenario)] as const);

describe('Rego and TypeScript say the same of', () => {
  const told = byRego(Object.fromEntries([...fixtures, ...foreign]));

  test.each([...fixtures, ...foreign])('%s', (name, plan) => {
    expect(told[name]).toEqual(byTypeScript(plan));
  });
});
