import { asWritten } from '../../../modules/core/input-error';
import { findNearest } from '../../../modules/core/text/did-you-mean';
import { actionsNamed, similarActions } from '../../iam/services/actions';
import { policyRule } from './policy-rule';

/** Every action of a policy is one of AWS's: a misspelt one allows nothing, and denies nothing. */
export const knownActions = policyRule({
  id: 'policy/known-actions',
  summary: 'Every action that a policy names exists',
  *faultsOf({ statements }) {
    for (const statement of statements) {
      for (const text of statement.actions.items) {
        if (typeof text !== 'string') {
          const problem = 'an action is known only after apply';
          yield { statement, problem, fix: 'write actions as literals', verdict: 'unknown' };
        } else if (actionsNamed(text).length === 0) {
          const nearest = findNearest(text, similarActions(text));
          const fix = nearest === undefined ? 'take an action of the service authorization reference' : `write "${nearest}"`;
          yield { statement, problem: `AWS has no action ${asWritten(text)}`, fix };
        }
      }
    }
  },
});
