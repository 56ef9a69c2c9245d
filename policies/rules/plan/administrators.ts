import { partsOf } from '../../model/arns';
import type { PolicyText, Statement } from '../../model/policy/policy';
import { isTermMap, Reference, type Term, Unknown } from '../../model/term';
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

function gravest(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  return verdicts.find((verdict) => verdict === 'violated') ?? verdicts.find((verdict) => verdict !== undefined);
}

/** A text with what may be anything as `*`. What is one resource's is none of all, but for the partition of an ARN. */
function widest(text: PolicyText): string {
  const parts = partsOf(text).map((part) => (typeof part === 'string' ? part : part instanceof Unknown ? '*' : '<one>'));
  return parts.join('').replace(/^arn:<one>:/, 'arn:*:');
}

/** Whether a list says everything: `unknown` where it may. */
function isAny(texts: Statement['resources'], pattern: RegExp): Verdict | undefined {
  if (texts?.except !== false) return undefined;
  const wide = texts.items.filter((text) => pattern.test(widest(text)));
  return gravest(wide.map((text) => (partsOf(text).some((part) => part instanceof Unknown) ? 'unknown' : 'violated')));
}

function isFull({ effect, actions, resources }: Statement): Verdict | undefined {
  const [action, resource] = [isAny(actions, EVERY_ACTION), isAny(resources, EVERY_RESOURCE)];
  if (effect === 'Deny' || action === undefined || resource === undefined) return undefined;
  return action === 'violated' ? resource : action;
}

function allows(universe: Universe, term: Term | undefined): Verdict | undefined {
  const policy = findPolicy(universe, term);
  return policy === undefined || policy === 'unknown' ? policy : gravest(policy.statements.map(isFull));
}

function inlineAllows(universe: Universe, change: Change, argument: string): Verdict | undefined {
  const policies = blocksOf(change.will(argument)).map((block) => allows(universe, isTermMap(block) ? block.policy : block));
  return gravest(policies);
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
      ...judge(universe, TEXTS, text, fix, (change, argument) => allows(universe, findStated(change.will(argument)))),
      ...judge(universe, INLINE, inline, fix, (change, argument) => inlineAllows(universe, change, argument)),
      ...judge(universe, ATTACHMENTS, 'AdministratorAccess is attached', 'attach policies that name what is needed', attaches),
    ];
  },
};
