import { Unknown } from '../../../term';
import type { GrantFact } from '../../identity-facts';
import { type Documents, itemsOf } from '../documents';
import { Register } from '../register';
import { GUARDED_TYPES } from './guarded-types';

/** A grant's operations are actions of KMS: `Decrypt` is `kms:Decrypt`. */
function actionsOf(documents: Documents, term: Parameters<typeof itemsOf>[0]): readonly string[] | Unknown {
  const actions = itemsOf(term).map((item) => documents.findText(item));
  const known = actions.filter((action) => typeof action === 'string');
  return known.length === actions.length
    ? known.map((action) => `kms:${action}`)
    : new Unknown("what the grant allows isn't told");
}

/** KMS grants, each by the key that it is on. */
export function grantsOf(documents: Documents): readonly GrantFact[] {
  const keys = GUARDED_TYPES.filter(({ kind }) => kind === 'key');
  const types = keys.map(({ type }) => type);
  const register = new Register(documents, documents.of(...types), [], 'place');
  return documents.of('aws_kms_grant').map((fact) => {
    const { key, maybe } = register.named(fact.body.key_id, fact);
    const grantee = documents.findText(fact.body.grantee_principal);
    return {
      fact,
      keys: key === undefined ? maybe : [key],
      certain: key !== undefined && fact.repeated === undefined,
      ...(grantee === undefined ? {} : { grantee }),
      actions: actionsOf(documents, fact.body.operations),
      constrained: itemsOf(fact.body.constraints).length > 0,
    };
  });
}
