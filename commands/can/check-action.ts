import { findNearest } from '../../modules/core/text/did-you-mean';
import { asWritten, type ProblemList } from '../../modules/core/input-error';
import { actionsNamed, similarActions } from '../../policies/iam/services/actions';
import { fitsArnForm } from '../../policies/iam/services/arn-form';
import type { PolicyText } from '../../policies/model/policy/policy';

const ACTION = /^[a-z0-9-]+:[A-Za-z0-9]+$/;
/** More forms than these help nobody. */
const MOST_FORMS = 3;

/** Tells what isn't one action, or none that AWS has: nobody is allowed a misspelt one, which says nothing. */
export function checkAction(action: string, problems: ProblemList): boolean {
  const subject = '--action';
  if (!ACTION.test(action)) {
    const remedy = action.includes('*') ? 'ask about one action, like s3:GetObject' : 'write it like s3:GetObject';
    problems.add({ subject, problem: 'this is not an action', got: asWritten(action), remedy, code: 'LZ-CAN-6' });
    return false;
  }
  if (actionsNamed(action).length > 0) return true;
  const nearest = findNearest(action, similarActions(action));
  const remedy = nearest === undefined ? 'write one that AWS has, like s3:GetObject' : `did you mean "${nearest}"?`;
  problems.add({ subject, problem: 'AWS has no such action', got: asWritten(action), remedy, code: 'LZ-CAN-12' });
  return false;
}

/** Tells where an action can't be about a resource: any answer would mislead then. */
export function checkResource(action: string, written: string, resource: PolicyText, problems: ProblemList): void {
  const named = actionsNamed(action);
  const [known] = named === 'everything' ? [] : named;
  if (known === undefined) return;
  const subject = '--resource';
  const forms = known.resourceTypes.map(({ arn }) => arn);
  if (forms.length === 0) {
    if (resource === '*') return;
    const problem = `${known.name} is about no resource`;
    problems.add({ subject, problem, got: asWritten(written), remedy: 'write *', code: 'LZ-CAN-13' });
    return;
  }
  if (resource !== '*' && forms.some((form) => fitsArnForm(resource, form))) return;
  const more = forms.length > MOST_FORMS ? ', …' : '';
  const remedy = `write an address or ARN of the form ${forms.slice(0, MOST_FORMS).join(' or ')}${more}`;
  const problem = `${known.name} is about another kind of resource`;
  problems.add({ subject, problem, got: asWritten(written), remedy, code: 'LZ-CAN-14' });
}
