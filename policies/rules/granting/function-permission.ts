import { isNarrowPattern } from '../../iam/granting/narrowing';
import { textOf } from '../../model/arns';
import { Reference, Template, type Term, Unknown } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import type { ResourceFact } from '../../model/universe';
import { findStated } from '../argument';

/** Whether an ARN is somebody's; AWS compares it by ArnLike. */
function isOfOne(arn: Term): boolean | Unknown {
  const text = arn instanceof Reference ? textOf([arn]) : arn;
  if (typeof text !== 'string' && !(text instanceof Template)) return text instanceof Unknown ? text : false;
  return isNarrowPattern(text) ?? new Unknown(`what its source_arn names isn't known: ${describeTerm(arn)}`);
}

/** Whether a permission of a function says for whom it is, besides its principal; or why that can't be told. */
export function isNarrowed({ body }: ResourceFact): boolean | Unknown {
  const owners = [body.source_account, body.principal_org_id].flatMap((term) => findStated(term) ?? []);
  const arn = findStated(body.source_arn);
  const told = [
    ...owners.map((owner) => (owner instanceof Unknown ? owner : true)),
    ...(arn === undefined ? [] : [isOfOne(arn)]),
  ];
  return told.includes(true) || (told.find((one) => one instanceof Unknown) ?? false);
}
