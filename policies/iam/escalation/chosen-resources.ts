import { fillIn } from '../../model/arns';
import { Unknown } from '../../model/term';
import type { AskedResource } from '../gather';
import type { Actor } from '../inquiry/members';
import { actionsNamed } from '../services/actions';
import { filledForm } from '../services/arn-form';
import type { Step } from './kinds';

const CHOSEN = new Unknown('whoever makes it chooses its name');

/** Resources that somebody makes in the own account, or picks: of names and in a Region that one chooses. */
export function chosenResources({ action, as }: Omit<Step, 'on'>, actor: Actor): readonly AskedResource[] {
  const named = actionsNamed(action);
  const types = named === 'everything' ? [] : named.flatMap(({ resourceTypes }) => resourceTypes);
  const forms = as?.map((name) => types.find(({ key }) => key === name)?.arn ?? name) ?? [types[0]?.arn ?? '*'];
  return forms.map((form) => inAccountOf(actor, form));
}

function inAccountOf({ principal: { accountId, fact } }: Actor, form: string): AskedResource {
  const account = accountId === undefined ? {} : { Account: accountId };
  const arn = filledForm(form, { Partition: fillIn('{partition}', fact), ...account }, CHOSEN);
  return { arn, ...(accountId === undefined ? {} : { accountId }) };
}
