import { noLiteralPassword } from '../../rules/secrets/no-literal-password';
import { noSecretInClear } from '../../rules/secrets/no-secret-in-clear';
import { secretParameterInState } from '../../rules/secrets/secret-parameter-in-state';
import type { PackEntry } from '../pack';

/** Secrets. */
export const secrets: readonly PackEntry[] = [
  { rule: noLiteralPassword, level: 'error' },
  { rule: noSecretInClear, level: 'error' },
  { rule: secretParameterInState, level: 'error' },
];
