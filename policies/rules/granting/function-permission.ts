import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { findStated } from '../argument';

/** Whether an ARN leaves out nobody: every part behind the service is a wildcard. */
export function isOpenArn(text: string): boolean {
  return /^(arn:[^:]*:[^:]*:)?[*?:/]*$/.test(text);
}

/** Whether a permission of a function says for whom it is, besides its principal; or why that can't be told. */
export function isNarrowed({ body }: ResourceFact): boolean | Unknown {
  const stated = [body.source_account, body.source_arn, body.principal_org_id].flatMap((term) => findStated(term) ?? []);
  const open = stated.find((term) => term instanceof Unknown);
  const isFixed = stated.some((term) => !(term instanceof Unknown) && !(typeof term === 'string' && isOpenArn(term)));
  return isFixed || (open instanceof Unknown ? open : false);
}
