import { fillIn, partsOf, textOf, type TextPart } from '../../model/arns';
import { Unknown } from '../../model/term';
import type { AskedResource } from '../gather';
import type { Actor } from '../inquiry/members';
import { actionsNamed } from '../services/actions';
import type { Step } from './kind';

const CHOSEN = new Unknown('whoever makes it chooses its name');

/** Something that somebody makes in the own account: of a name and in a Region that one chooses. */
export function newResource({ action, as }: Step, { principal: { accountId, fact } }: Actor): AskedResource {
  const account = accountId === undefined ? {} : { accountId };
  const named = actionsNamed(action);
  const types = named === 'everything' ? [] : named.flatMap(({ resourceTypes }) => resourceTypes);
  const form = (types.find(({ key }) => key === as) ?? types[0])?.arn;
  if (form === undefined) return { arn: '*', ...account };
  const parts = form.split(/(\$\{\w+\})/).flatMap((piece): readonly TextPart[] => {
    if (piece === '${Partition}') return partsOf(fillIn('{partition}', fact));
    if (piece === '${Account}' && accountId !== undefined) return [accountId];
    return [piece.startsWith('${') ? CHOSEN : piece];
  });
  return { arn: textOf(parts), ...account };
}
