import type { Universe } from '../../model/universe';
import type { Term } from '../../model/term';
import type { Finding, Rule, Verdict } from '../rule';
import { type Change, changesOf, isMade } from './change/change';
import { argumentFindings, lessened, lossFindings, switchedOff } from './change/comparison';
import { openedBy } from './change/open-policy';

const ID = 'plan/keys';
/** Left out. @unit days @source KMS API reference, ScheduleKeyDeletion */
const LONGEST_WINDOW = 30;

/** Keys of every kind. */
export const KEY_TYPES: readonly string[] = [
  'aws_kms_external_key',
  'aws_kms_key',
  'aws_kms_replica_external_key',
  'aws_kms_replica_key',
];

/** What a key hangs on besides. */
export const KEY_HOLDERS: readonly string[] = [...KEY_TYPES, 'aws_kms_custom_key_store', 'aws_kms_key_policy'];

function judged(types: readonly string[], ...names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(types.map((type) => [type, names]));
}

function windowOf(days: Term | undefined): number {
  return typeof days === 'number' ? days : LONGEST_WINDOW;
}

function shortened(change: Change, argument: string): Verdict | undefined {
  return lessened(windowOf, change, argument);
}

function bypassed(change: Change, argument: string): Verdict | undefined {
  const isNew = isMade(change) && change.will(argument) === true && change.planned.before?.[argument] !== true;
  return isNew ? 'violated' : undefined;
}

function weakenings(universe: Universe): readonly Finding[] {
  const keys = changesOf(universe, KEY_TYPES);
  const holders = changesOf(universe, KEY_HOLDERS);
  return [
    ...argumentFindings(ID, keys, judged(KEY_TYPES, 'enable_key_rotation', 'enabled', 'is_enabled'), switchedOff, (argument) => ({
      problem: `${argument} is switched off`,
      fix: `set ${argument} = true`,
    })),
    ...argumentFindings(ID, keys, judged(KEY_TYPES, 'deletion_window_in_days'), shortened, (argument) => ({
      problem: `${argument} is shortened: less time to take a deletion back`,
      fix: `leave ${argument} as it is`,
    })),
    ...argumentFindings(ID, holders, judged(KEY_HOLDERS, 'bypass_policy_lockout_safety_check'), bypassed, (argument) => ({
      problem: `${argument} is set: AWS no longer refuses a policy that nobody could change again`,
      fix: `leave ${argument} out`,
    })),
    ...argumentFindings(
      ID,
      holders.filter(isMade),
      judged(KEY_HOLDERS, 'policy'),
      (change, argument) => openedBy(universe, change.will(argument)),
      () => ({
        problem: 'its policy lets everybody in',
        fix: 'name the principals, or confine them by kms:CallerAccount or aws:PrincipalOrgID',
      }),
    ),
  ];
}

/** No plan takes a key away, or from under control. */
export const keys: Rule = {
  id: ID,
  summary: 'No plan deletes, disables or opens a key, or rotates it less',
  judge: (universe) => [
    ...lossFindings(
      ID,
      changesOf(universe, KEY_HOLDERS),
      'what it encrypted is lost, or what it was protected by',
      'keep it for as long as anything is encrypted with it',
    ),
    ...weakenings(universe),
  ],
};
