import { isTermList, Unknown } from '../../model/term';
import type { Universe } from '../../model/universe';
import { findStated } from '../argument';
import { mayMeet } from '../companions';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'identity/root-access';
const FEATURES = 'aws_iam_organizations_features';
const FEATURE = 'RootCredentialsManagement';
const FIX = `make ${FEATURES} with enabled_features = ["${FEATURE}", "RootSessions"]`;

function judgeOrganization(universe: Universe): readonly Finding[] {
  return [...factsOf(universe, 'aws_organizations_organization')].flatMap((fact): readonly Finding[] => {
    const features = [...factsOf(universe, FEATURES)]
      .filter((other) => mayMeet({ ...fact, region: '' }, { ...other, region: '' }))
      .flatMap(({ body }) => {
        const stated = findStated(body.enabled_features);
        return isTermList(stated) ? stated : stated === undefined ? [] : [stated];
      });
    if (features.includes(FEATURE)) return [];
    const open = features.find((feature) => feature instanceof Unknown);
    if (open instanceof Unknown) {
      return [findingOn(ID, fact, `whether ${FEATURE} is on isn't known: ${open.why}`, FIX, 'unknown')];
    }
    return [findingOn(ID, fact, `root users of its accounts may have credentials: ${FEATURE} is off`, FIX)];
  });
}

/** No account's root user has a password or a key: the organisation takes them away, and signs in as root where it must. */
export const rootAccess: Rule = {
  id: ID,
  summary: "The organisation manages its accounts' root users",
  judge: judgeOrganization,
};
