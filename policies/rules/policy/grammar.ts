import { identityFactsOf } from '../../model/identity/reading';
import { Unknown } from '../../model/term';
import { findingOn, type Rule } from '../rule';

const ID = 'policy/grammar';
const FIX = 'write it as the grammar of IAM policies has it';

/** Every policy is one by IAM's grammar. Others are refused at apply, or mean something else than they seem to. */
export const grammar: Rule = {
  id: ID,
  summary: 'Every policy is one by the grammar of IAM',
  judge: (universe) =>
    identityFactsOf(universe).policies.flatMap(({ fact, argument, policy }) =>
      policy instanceof Unknown ? [] : policy.faults.map((fault) => findingOn(ID, fact, `${argument}: ${fault}`, FIX)),
    ),
};
