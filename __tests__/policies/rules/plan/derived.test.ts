import { readShown } from '../../../../policies/model/shown';
import { plan } from '../../../../policies/packs/areas/plan';
import { derivedPlan } from './derived-plan';
import { DERIVED } from './derivations';

describe('of a plan that differs in a few fields the rules say', () => {
  test.each(DERIVED)('%s', (_title, derivation, verdict) => {
    const universe = { stacks: [readShown('plan', derivedPlan(derivation))] };
    const found = plan.flatMap(({ rule }) => rule.judge(universe));

    expect(found.map(({ rule, verdict: said, address }) => [rule, said, address])).toEqual(
      verdict === 'silent' ? [] : [[`plan/${derivation.rule}`, verdict, derivation.address]],
    );
  });
});
