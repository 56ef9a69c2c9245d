import type { Edge } from './edges';
import type { Escalation } from './escalations';

/** `makes an access key for dev:aws_iam_user.admin (iam:CreateAccessKey)`. */
function edgeText({ kind, to, holder, decisions, certain }: Edge): string {
  const calls = decisions.map(({ step }) => step.action).join(', ');
  const whom = to?.name ?? (kind.service === undefined ? undefined : `any role of the account that trusts ${kind.service}`);
  const by = holder === undefined ? '' : `, ${holder},`;
  const text = `${kind.title}${whom === undefined ? '' : ` ${whom}`}${by} (${calls})`;
  return certain ? text : `perhaps ${text}`;
}

/** The chain as a sentence: `makes an access key for … (…), which attaches any policy to itself (…)`. */
export function escalationText({ chain, certain }: Escalation): string {
  const isSure = certain || chain.some((edge) => !edge.certain);
  return [...chain.map(edgeText), ...(isSure ? [] : ['perhaps has all rights'])].join(', which ');
}
