import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readShown } from '../../../../policies/model/shown';
import { plan } from '../../../../policies/packs/areas/plan';
import { linesOf } from '../rule-fixture';
import { committed, FOLDER, RULES } from './plan-fixture';

const rules = plan.map(({ rule }) => [rule.id.replace('plan/', ''), rule] as const);

describe('what only the apply tells', () => {
  test.each(rules)('%s says of it what unknown.txt says', (name, rule) => {
    const universe = { stacks: [readShown('plan', committed(name, 'unknown'))] };
    const expected = readFileSync(join(FOLDER, name, 'unknown.txt'), 'utf8')
      .trim()
      .split('\n');

    expect(linesOf(rule, universe)).toEqual(expected);
  });

  test('every rule has such a plan', () => {
    expect(RULES).toEqual(rules.map(([name]) => name));
  });
});

describe('a state', () => {
  test.each(rules)('does nothing that %s could judge', (name, rule) => {
    const { planned_values: values } = committed(name, 'violating') as { readonly planned_values: never };
    const state = readShown('state', { format_version: '1.0', values });

    expect(state.changes).toBeUndefined();
    expect(rule.judge({ stacks: [state] })).toEqual([]);
  });
});

describe('a rule judges no other than its own', () => {
  test.each(rules)('%s finds nothing in the plans of others', (name, rule) => {
    const others = RULES.filter((other) => other !== name).map((other) => readShown(other, committed(other, 'violating')));

    expect(linesOf(rule, { stacks: others })).toEqual([]);
  });
});
