import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { attachedPolicies } from './attached';

const ID = 'identity/support-role';
const FIX = 'make a role with AWSSupportAccess, for those who handle incidents';

const placeOf = ({ accountId, stack }: ResourceFact): string => accountId ?? stack;

/** Wherever an account's identities are made, somebody may open a case with AWS. */
export const supportRole: Rule = {
  id: ID,
  summary: 'Somebody may open cases with AWS Support',
  judge: (universe) => {
    const attached = attachedPolicies(universe);
    const served = new Set(attached.flatMap(({ by, awsName }) => (awsName === 'AWSSupportAccess' ? [placeOf(by)] : [])));
    const open = new Map(attached.flatMap(({ by, awsName }) => (awsName instanceof Unknown ? [[placeOf(by), by] as const] : [])));
    const found = new Map<string, Finding>();
    for (const fact of factsOf(universe, 'aws_iam_account_password_policy', 'aws_iam_group')) {
      const place = placeOf(fact);
      if (served.has(place) || found.has(place)) continue;
      const maybe = open.get(place);
      const problem = 'its account has no role with AWSSupportAccess';
      found.set(
        place,
        maybe === undefined
          ? findingOn(ID, fact, problem, FIX)
          : findingOn(ID, fact, `${problem} for certain: what ${maybe.key} attaches isn't known`, FIX, 'unknown'),
      );
    }
    return [...found.values()];
  },
};
