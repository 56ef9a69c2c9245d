import { escalationText } from '../../iam/escalation/escalation-text';
import { findingOn, type Rule } from '../rule';
import { accessProofsOf } from './proven';

const ID = 'access/escalation';
const FIX = 'narrow what the first call is allowed on, or set a permissions boundary';

/** Nobody who wasn't given all rights can come by them. */
export const escalation: Rule = {
  id: ID,
  summary: 'No user, role or group comes by rights that it was not given',
  judge: (universe) =>
    accessProofsOf(universe).escalations.map((found) => {
      const { actor, certain, chain } = found;
      const { decisions } = chain[0];
      const decided = decisions.find(({ decision }) => certain || decision.decision === 'unknown') ?? decisions[0];
      const finding = findingOn(
        ID,
        actor.principal.fact,
        `${actor.name === actor.key ? '' : `${actor.name} `}comes by all rights: ${escalationText(found)}`,
        FIX,
        certain ? 'violated' : 'unknown',
      );
      return decided === undefined ? finding : { ...finding, witness: decided.decision.why };
    }),
};
