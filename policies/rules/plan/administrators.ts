import type { PolicyText, Statement } from '../../model/policy/policy';
import { isTermMap, Reference, type Term } from '../../model/term';
import type { Universe } from '../../model/universe';
import { findStated } from '../argument';
import { blocksOf } from '../nested';
import type { Finding, Rule, Verdict } from '../rule';
import { type Change, changesOf, isMade } from './change/change';
import { argumentFindings, isUntold } from './change/comparison';
import { findPolicy } from './change/open-policy';

const ID = 'plan/administrators';

/** Arguments that hold the text of a policy. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  aws_iam_group_policy: ['policy'],
  aws_iam_policy: ['policy'],
  aws_iam_role_policy: ['policy'],
  aws_iam_user_policy: ['policy'],
  aws_ssoadmin_permission_set_inline_policy: ['inline_policy'],
};

const INLINE: Readonly<Record<string, readonly string[]>> = { aws_iam_role: ['inline_policy'] };

/** Arguments that name policies. */
const ATTACHMENTS: Readonly<Record<string, readonly string[]>> = {
  aws_iam_group_policy_attachment: ['policy_arn'],
  aws_iam_group_policy_attachments_exclusive: ['policy_arns'],
  aws_iam_policy_attachment: ['policy_arn'],
  aws_iam_role: ['managed_policy_arns'],
  aws_iam_role_policy_attachment: ['policy_arn'],
  aws_iam_role_policy_attachments_exclusive: ['policy_arns'],
  aws_iam_user_policy_attachment: ['policy_arn'],
  aws_iam_user_policy_attachments_exclusive: ['policy_arns'],
  aws_ssoadmin_managed_policy_attachment: ['managed_policy_arn'],
};

const EVERY_ACTION = /^\*+(?::\*+)?$/;
const EVERY_RESOURCE = /^(?:\*+|arn:(?:\*+|aws[a-z-]*):\*+(?::\*+)*)$/;
const ADMINISTRATOR = /^arn:aws[a-z-]*:iam::aws:policy\/AdministratorAccess$/;

function isAny(texts: Statement['resources'], pattern: RegExp): boolean {
  const matches = (text: PolicyText): boolean => typeof text === 'string' && pattern.test(text);
  return texts?.except === false && texts.items.some(matches);
}

function allows(term: Term | undefined): Verdict | undefined {
  const policy = findPolicy(term);
  if (policy === undefined || policy === 'unknown') return policy;
  const isFull = policy.statements.some(
    ({ effect, actions, resources }) => effect === 'Allow' && isAny(actions, EVERY_ACTION) && isAny(resources, EVERY_RESOURCE),
  );
  return isFull ? 'violated' : undefined;
}

function inlineAllows(change: Change, argument: string): Verdict | undefined {
  const policies = blocksOf(change.will(argument)).map((block) => allows(isTermMap(block) ? block.policy : block));
  return policies.find((verdict) => verdict === 'violated') ?? policies.find((verdict) => verdict !== undefined);
}

/** A policy that the same plan makes is judged by itself, and isn't one of AWS's. */
function isMadeHere(term: Term): boolean {
  return term instanceof Reference && term.targets.every(({ key }) => /[:.]aws_iam_policy\.[^.]+$/.test(key));
}

function attaches(change: Change, argument: string): Verdict | undefined {
  const named = blocksOf(change.will(argument));
  if (named.some((arn) => typeof arn === 'string' && ADMINISTRATOR.test(arn))) return 'violated';
  return named.some((arn) => isUntold(arn) && !isMadeHere(arn)) ? 'unknown' : undefined;
}

function judge(
  universe: Universe,
  judged: Readonly<Record<string, readonly string[]>>,
  problem: string,
  fix: string,
  compare: (change: Change, argument: string) => Verdict | undefined,
): readonly Finding[] {
  const made = changesOf(universe, Object.keys(judged)).filter(isMade);
  return argumentFindings(ID, made, judged, compare, () => ({ problem, fix }));
}

/** No plan makes somebody an administrator of everything. */
export const administrators: Rule = {
  id: ID,
  summary: 'No plan allows every action on every resource',
  judge: (universe) => {
    const fix = 'name the actions and resources that are needed';
    const text = 'it allows every action on every resource';
    const inline = 'its inline policy allows every action on every resource';
    return [
      ...judge(universe, TEXTS, text, fix, (change, argument) => allows(findStated(change.will(argument)))),
      ...judge(universe, INLINE, inline, fix, inlineAllows),
      ...judge(universe, ATTACHMENTS, 'AdministratorAccess is attached', 'attach policies that name what is needed', attaches),
    ];
  },
};
