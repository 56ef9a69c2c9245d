import { isAccountId } from '../../../modules/core/aws/arn';
import { isRecord, type JsonRecord, listOf } from '../json';
import type { Term } from '../term';
import type { Json } from '../universe';

/** Where a provider works. One object for one provider of one document: equal objects are the same place. */
export interface Place {
  /** @default - not told */
  readonly accountId?: string;
  /** @default - not told */
  readonly region?: string;
}

function text(term: Term): string | undefined {
  return typeof term === 'string' && term !== '' ? term : undefined;
}

function accountOfRole(role: string | undefined): string | undefined {
  return role === undefined ? undefined : /^arn:[\w-]+:iam::(\d{12}):role\//.exec(role)?.[1];
}

/** Of several roles that are assumed one by one the last one works. */
function roleOf(blocks: Json | undefined, settle: (json: Json) => Term): string | undefined {
  const last = listOf(blocks).at(-1);
  return isRecord(last) ? text(settle(last.role_arn ?? null)) : undefined;
}

/** Where a `provider` block says that it works: the one account that it allows, else that of the role which it takes. */
export function placeOf(block: JsonRecord, settle: (json: Json) => Term): Place {
  const allowed = settle(block.allowed_account_ids ?? null);
  const [only, ...more] = Array.isArray(allowed) ? (allowed as readonly Term[]) : [];
  const alone = typeof only === 'string' && more.length === 0 && isAccountId(only) ? only : undefined;
  const roles = block.assume_role ?? block.assume_role_with_web_identity;
  const accountId = alone ?? accountOfRole(roleOf(roles, settle));
  const region = text(settle(block.region ?? null));
  return { ...(accountId === undefined ? {} : { accountId }), ...(region === undefined ? {} : { region }) };
}

/** The name of the provider that a resource takes: stated, else the first word of its type. */
export function providerNameOf(type: string, stated: Json | undefined): string {
  if (typeof stated !== 'string') return type.split('_')[0] ?? type;
  return stated.startsWith('${') && stated.endsWith('}') ? stated.slice(2, -1).trim() : stated;
}
