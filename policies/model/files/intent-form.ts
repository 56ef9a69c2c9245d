import { asWritten, InputError } from '../../../modules/core/input-error';
import type { Intent } from '../../../modules/core/intent';
import { isRecord } from '../json';
import type { Json } from '../universe';

/** The lists of an intent; each of them is there, if only empty. */
const LISTS = [
  'stacks',
  'networks',
  'flows',
  'residue',
  'claims',
  'accessClaims',
  'suppressions',
] as const satisfies readonly (keyof Intent)[];

/**
 * An intent.json as this version writes it: nobody writes one by hand, so its lists being there tells its form.
 * @throws InputError LZ-READ-14 it is of another version
 */
export function intentOf(json: Json): Intent {
  const missing = isRecord(json) ? LISTS.filter((name) => !Array.isArray(json[name])) : LISTS;
  if (isRecord(json) && json.version === 1 && missing.length === 0) return json as unknown as Intent;
  throw InputError.of({
    problem: 'this is no intent.json of this version of Plinth',
    got: missing.length === 0 && isRecord(json) ? `version ${asWritten(json.version)}` : `no list ${missing.join(', ')}`,
    remedy: 'synthesise again, or take the file away: what it states is then not judged',
    code: 'LZ-READ-14',
  });
}
