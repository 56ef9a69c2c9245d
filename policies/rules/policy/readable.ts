import { identityFactsOf } from '../../model/identity/reading';
import { Unknown } from '../../model/term';
import { findingOn, type Rule } from '../rule';

const ID = 'policy/readable';
const FIX = 'write its statements so that only ARNs in them wait for apply';

/** Every policy is told before apply: whoever judges sees what will run. */
export const readable: Rule = {
  id: ID,
  summary: 'The statements of every policy are told before apply',
  judge: (universe) =>
    identityFactsOf(universe).policies.flatMap(({ fact, argument, policy }) =>
      policy instanceof Unknown ? [findingOn(ID, fact, `${argument} can't be read: ${policy.why}`, FIX)] : [],
    ),
};
