import { administrators } from '../../rules/plan/administrators';
import { detection } from '../../rules/plan/detection';
import { foundations } from '../../rules/plan/foundations';
import { guardrails } from '../../rules/plan/guardrails';
import { keys } from '../../rules/plan/keys';
import { openGroups } from '../../rules/plan/open-groups';
import { openTrust } from '../../rules/plan/open-trust';
import { publicData } from '../../rules/plan/public-data';
import { stateful } from '../../rules/plan/stateful';
import { trails } from '../../rules/plan/trails';
import type { PackEntry } from '../pack';

/** What plans do: the rules that policies/opa holds in HCP Terraform, too. */
export const plan: readonly PackEntry[] = [
  { rule: administrators, level: 'error' },
  { rule: detection, level: 'error' },
  { rule: foundations, level: 'error' },
  { rule: guardrails, level: 'error' },
  { rule: keys, level: 'error' },
  { rule: openGroups, level: 'error' },
  { rule: openTrust, level: 'error' },
  { rule: publicData, level: 'error' },
  { rule: stateful, level: 'error' },
  { rule: trails, level: 'error' },
];
