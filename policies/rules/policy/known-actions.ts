import { asWritten } from '../../../modules/core/input-error';
import { findNearest } from '../../../modules/core/text/did-you-mean';
import { firstFew } from '../../../modules/core/text/first-few';
import { actionsNamed, similarActions } from '../../iam/services/actions';
import { policyRule } from './policy-rule';

const REFERENCE = 'take an action of the service authorization reference';
/** So many patterns are told by name. */
const NAMED = 3;

/** Every action of a policy is one of AWS's: a misspelt one allows nothing, and denies nothing. */
export const knownActions = policyRule({
  id: 'policy/known-actions',
  summary: 'Every action that a policy names exists',
  *faultsOf({ statements }) {
    const patterns: string[] = [];
    for (const statement of statements) {
      for (const text of statement.actions.items) {
        if (typeof text !== 'string') {
          const problem = 'an action is known only after apply';
          yield { statement, problem, fix: 'write actions as literals', verdict: 'unknown' };
        } else if (actionsNamed(text).length === 0) {
          // Whoever writes View* behind each of a hundred services has one fault.
          if (/[*?]/.test(text)) {
            patterns.push(text);
            continue;
          }
          const nearest = findNearest(text, similarActions(text));
          const fix = nearest === undefined ? REFERENCE : `write "${nearest}"`;
          yield { statement, problem: `AWS has no action ${asWritten(text)}`, fix };
        }
      }
    }
    if (patterns.length > 0) {
      yield {
        problem: `AWS has no action that ${firstFew(patterns.map(asWritten), NAMED, ', ', ' or ')} matches`,
        fix: REFERENCE,
      };
    }
  },
});
