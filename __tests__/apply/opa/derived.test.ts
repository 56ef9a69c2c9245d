import { derivedPlan } from '../../policies/rules/plan/derived-plan';
import { DERIVED } from '../../policies/rules/plan/derivations';
import { byRego, byTypeScript } from './two-judges';

const verdictOf = (line: string): string => line.split(' ')[1] ?? '';

describe('both judges say of a plan that differs in a few fields', () => {
  const told = byRego(Object.fromEntries(DERIVED.map(([title, derivation]) => [title, derivedPlan(derivation)])));

  test.each(DERIVED)('%s', (title, derivation, verdict) => {
    const lines = byTypeScript(derivedPlan(derivation));

    expect(told[title]).toEqual(lines);
    expect(lines.map(verdictOf)).toEqual(verdict === 'silent' ? [] : [verdict]);
  });
});
