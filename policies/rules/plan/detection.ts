import { isTermList, isTermMap, type Term } from '../../model/term';
import type { Finding, Rule, Verdict } from '../rule';
import { type Change, changesOf, findFormer } from './change/change';
import { argumentFindings, isUntold, lossFindings, movedFrom, switchedOff } from './change/comparison';

const ID = 'plan/detection';

/** What watches, or delivers what was seen. */
export const DETECTION_TYPES: readonly string[] = [
  'aws_accessanalyzer_analyzer',
  'aws_config_configuration_aggregator',
  'aws_config_configuration_recorder',
  'aws_config_configuration_recorder_status',
  'aws_config_delivery_channel',
  'aws_detective_graph',
  'aws_flow_log',
  'aws_guardduty_detector',
  'aws_guardduty_detector_feature',
  'aws_guardduty_member',
  'aws_guardduty_organization_admin_account',
  'aws_guardduty_organization_configuration',
  'aws_guardduty_organization_configuration_feature',
  'aws_inspector2_delegated_admin_account',
  'aws_inspector2_enabler',
  'aws_inspector2_organization_configuration',
  'aws_macie2_account',
  'aws_securityhub_account',
  'aws_securityhub_configuration_policy_association',
  'aws_securityhub_member',
  'aws_securityhub_organization_admin_account',
  'aws_securityhub_standards_subscription',
];

const SWITCHES: Readonly<Record<string, readonly string[]>> = {
  aws_config_configuration_recorder_status: ['is_enabled'],
  aws_guardduty_detector: ['enable'],
};

/** Words that say the same as a switch. */
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  aws_guardduty_detector_feature: ['status'],
  aws_macie2_account: ['status'],
};

const RECORDERS: Readonly<Record<string, readonly string[]>> = { aws_config_configuration_recorder: ['recording_group'] };

function disabled(change: Change, argument: string): Verdict | undefined {
  return findFormer(change)?.[argument] === 'ENABLED' ? movedFrom(change, argument) : undefined;
}

function recordsAll(group: Term | undefined): boolean {
  const [block] = isTermList(group) ? group : [group];
  return isTermMap(block) && block.all_supported === true;
}

function recordsLess(change: Change, argument: string): Verdict | undefined {
  if (!recordsAll(findFormer(change)?.[argument])) return undefined;
  const will = change.will(argument);
  if (recordsAll(will)) return undefined;
  return isUntold(will) ? 'unknown' : 'violated';
}

/** No plan closes an eye that watches. */
export const detection: Rule = {
  id: ID,
  summary: 'No plan deletes or switches off what watches',
  judge: (universe): readonly Finding[] => {
    const off = (argument: string, on: string): { readonly problem: string; readonly fix: string } => ({
      problem: 'it is switched off',
      fix: `set ${argument} = ${on}`,
    });
    const changes = (judged: object): readonly Change[] => changesOf(universe, Object.keys(judged));
    return [
      ...lossFindings(ID, changesOf(universe, DETECTION_TYPES), 'nobody watches what it watched', 'keep it'),
      ...argumentFindings(ID, changes(SWITCHES), SWITCHES, switchedOff, (argument) => off(argument, 'true')),
      ...argumentFindings(ID, changes(STATUSES), STATUSES, disabled, (argument) => off(argument, '"ENABLED"')),
      ...argumentFindings(ID, changes(RECORDERS), RECORDERS, recordsLess, () => ({
        problem: 'it no longer records every type of resource',
        fix: 'record all types, or accept what is no longer recorded',
      })),
    ];
  },
};
