import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import { findStated } from '../argument';
import { findLiteral, isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';

/**
 * Whether KMS can't rotate a key by itself: asymmetric ones, those for MACs, and those of a key store of one's own.
 * @source KMS developer guide, "Rotate AWS KMS keys"
 */
function isUnrotatable({ body }: ResourceFact): boolean | Unknown {
  const store = findStated(body.custom_key_store_id);
  const usage = findLiteral(body.key_usage) ?? 'ENCRYPT_DECRYPT';
  const spec = findLiteral(body.customer_master_key_spec) ?? 'SYMMETRIC_DEFAULT';
  if (store !== undefined) return true;
  const open = [usage, spec].find((told) => told instanceof Unknown);
  if (open instanceof Unknown) return open;
  return usage !== 'ENCRYPT_DECRYPT' || spec !== 'SYMMETRIC_DEFAULT';
}

/** What a key that leaks may open ends with a year. */
export const keyRotation: Rule = settingRule({
  id: 'encryption/key-rotation',
  summary: 'Symmetric keys rotate',
  settings: [
    {
      types: ['aws_kms_key'],
      argument: 'enable_key_rotation',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set enable_key_rotation = true',
      spares: isUnrotatable,
    },
  ],
});
