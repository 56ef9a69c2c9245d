import { credentialLifeCycle } from '../../rules/access/credential-life-cycle';
import { escalation } from '../../rules/access/escalation';
import { effectiveStatements } from '../../rules/policy/effective-statements';
import { forAllValues } from '../../rules/policy/for-all-values';
import { grammar } from '../../rules/policy/grammar';
import { knownActions } from '../../rules/policy/known-actions';
import { knownKeys } from '../../rules/policy/known-keys';
import { knownPrincipals } from '../../rules/policy/known-principals';
import { knownResources } from '../../rules/policy/known-resources';
import { readable } from '../../rules/policy/readable';
import { size } from '../../rules/policy/size';
import { variablesVersion } from '../../rules/policy/variables-version';
import type { PackEntry } from '../pack';

/** Policies: their text, and what they come to. */
export const policy: readonly PackEntry[] = [
  { rule: credentialLifeCycle, level: 'error' },
  { rule: escalation, level: 'error' },
  { rule: effectiveStatements, level: 'error' },
  { rule: forAllValues, level: 'warning' },
  { rule: grammar, level: 'error' },
  { rule: knownActions, level: 'error' },
  { rule: knownKeys, level: 'error' },
  { rule: knownPrincipals, level: 'error' },
  { rule: knownResources, level: 'error' },
  { rule: readable, level: 'warning' },
  { rule: size, level: 'error' },
  { rule: variablesVersion, level: 'error' },
];
