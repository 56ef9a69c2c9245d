import { isTermList, type Term } from '../../model/term';
import type { Policy, Statement } from '../../model/policy/policy';
import type { Universe } from '../../model/universe';
import type { Rule, Verdict } from '../rule';
import { type Change, changesOf, findFormer } from './change/change';
import { argumentFindings, isUntold, lessened, lossFindings, movedFrom, switchedOff } from './change/comparison';
import { findPolicy } from './change/open-policy';

const ID = 'plan/guardrails';

type Judged = Readonly<Record<string, readonly string[]>>;

/** What confines for as long as it is there. */
export const GUARDRAIL_TYPES: readonly string[] = [
  'aws_ebs_encryption_by_default',
  'aws_iam_account_password_policy',
  'aws_iam_organizations_features',
  'aws_organizations_account',
  'aws_organizations_organization',
  'aws_organizations_organizational_unit',
  'aws_organizations_policy',
  'aws_organizations_policy_attachment',
  'aws_organizations_resource_policy',
];

/** What was on and must stay on. */
const SWITCHES: Judged = {
  aws_ebs_encryption_by_default: ['enabled'],
  aws_iam_account_password_policy: [
    'require_lowercase_characters',
    'require_numbers',
    'require_symbols',
    'require_uppercase_characters',
  ],
};

/** What was listed and must stay listed. */
const LISTS: Judged = {
  aws_iam_organizations_features: ['enabled_features'],
  aws_organizations_organization: ['aws_service_access_principals', 'enabled_policy_types'],
};

/** What was set and must stay as it was. */
const SETTINGS: Judged = {
  aws_iam_role: ['permissions_boundary'],
  aws_iam_user: ['permissions_boundary'],
  aws_organizations_account: ['parent_id'],
};

/** Numbers of the policy of passwords; a negative one is the weaker the larger it is. */
const STRENGTHS: Readonly<Record<string, 1 | -1>> = {
  max_password_age: -1,
  minimum_password_length: 1,
  password_reuse_prevention: 1,
};

const NUMBERS: Judged = { aws_iam_account_password_policy: Object.keys(STRENGTHS) };
const CONTENTS: Judged = { aws_organizations_policy: ['content'] };

function missing(change: Change, argument: string): Verdict | undefined {
  const former = findFormer(change);
  if (former === undefined) return undefined;
  const [was, will] = [former[argument], change.will(argument)];
  if (isUntold(will)) return 'unknown';
  const kept = isTermList(will) ? will : [];
  return isTermList(was) && was.some((value) => !kept.includes(value)) ? 'violated' : undefined;
}

/** What is left out or 0 asks for nothing. */
function strengthOf(term: Term | undefined, direction: 1 | -1): number {
  return typeof term === 'number' && term > 0 ? term * direction : Number.NEGATIVE_INFINITY;
}

function weakened(change: Change, argument: string): Verdict | undefined {
  return lessened((term) => strengthOf(term, STRENGTHS[argument] ?? 1), change, argument);
}

/** A value whatever order its parts stand in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return items.map((item) => JSON.stringify(sorted(item))).sort();
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]): readonly [string, unknown] => [name, sorted(item)]);
  return entries.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A statement whatever it is called, and in whatever order its elements and values stand. */
function textOf({ principals, actions, resources, conditions }: Statement): string {
  return JSON.stringify([principals, actions, resources, conditions].map((element) => sorted(element ?? null)));
}

function denialsOf({ statements }: Policy): ReadonlySet<string> {
  return new Set(statements.filter(({ effect }) => effect === 'Deny').map(textOf));
}

/** Whether only the apply tells a part of a statement: it may come to be one that is there now. */
function isOpen({ effect, principals, actions, resources, conditions }: Statement): boolean {
  const named = principals?.items.map(({ text }) => text) ?? [];
  const texts = [...named, ...actions.items, ...(resources?.items ?? []), ...conditions.flatMap(({ values }) => values)];
  return effect === 'Deny' && texts.some((text) => typeof text !== 'string');
}

function loosened(universe: Universe, change: Change, argument: string): Verdict | undefined {
  const former = findFormer(change);
  if (former === undefined) return undefined;
  const [was, will] = [findPolicy(universe, former[argument]), findPolicy(universe, change.will(argument))];
  if (was === undefined) return undefined;
  if (was === 'unknown' || will === 'unknown') return 'unknown';
  const denied = will === undefined ? new Set<string>() : denialsOf(will);
  if ([...denialsOf(was)].every((text) => denied.has(text))) return undefined;
  return will?.statements.some(isOpen) === true ? 'unknown' : 'violated';
}

/** No plan takes down a guardrail, or an account out from behind it. */
export const guardrails: Rule = {
  id: ID,
  summary: 'No plan takes an account from its organisation or weakens what confines it',
  judge: (universe) => {
    const changes = (judged: Judged): readonly Change[] => changesOf(universe, Object.keys(judged));
    const find = (
      judged: Judged,
      compare: (change: Change, argument: string) => Verdict | undefined,
      say: (argument: string) => readonly [string, string],
    ): ReturnType<Rule['judge']> =>
      argumentFindings(ID, changes(judged), judged, compare, (argument) => {
        const [problem, fix] = say(argument);
        return { problem, fix };
      });
    return [
      ...lossFindings(ID, changesOf(universe, GUARDRAIL_TYPES), 'whom it confined is confined no longer', 'keep it'),
      ...find(SWITCHES, switchedOff, (argument) => [`${argument} is switched off`, `set ${argument} = true`]),
      ...find(SETTINGS, movedFrom, (argument) => [`${argument} is changed`, `leave ${argument} as it is`]),
      ...find(LISTS, missing, (argument) => [
        `something is taken out of ${argument}`,
        `leave ${argument} as it is, or add to it`,
      ]),
      ...find(NUMBERS, weakened, (argument) => [`${argument} is weakened`, 'choose a number that is no weaker']),
      ...find(
        CONTENTS,
        (change, argument) => loosened(universe, change, argument),
        () => [
          'a statement that denies is gone or changed',
          'leave the statements that deny as they are, and add others beside them',
        ],
      ),
    ];
  },
};
