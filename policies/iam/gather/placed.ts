import type { AttachedPolicy } from '../../model/identity/identity-facts';
import type { PlacedPolicy } from '../policy-set';

/** A policy as decisions name it. */
export function placed({ name, key, policy }: AttachedPolicy): PlacedPolicy {
  return { name, ...(key === undefined ? {} : { key }), policy };
}
