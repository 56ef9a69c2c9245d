import type { Actor } from '../inquiry/members';
import type { Edge } from './edges';
import type { Escalation } from './escalations';

/** `makes an access key for dev:aws_iam_user.admin (iam:CreateAccessKey)`. */
function edgeText({ kind, to, holder, gift, decisions, certain }: Edge, actor: Actor): string {
  const calls = decisions.map(({ step }) => step.action).join(', ');
  const whom = to?.name ?? (kind.service === undefined ? undefined : `any role of the account that trusts ${kind.service}`);
  const by = holder === undefined ? '' : `, ${holder},`;
  const as = gift === undefined || gift.giver.key === actor.key ? '' : ` as ${gift.giver.name}`;
  const way =
    gift === undefined
      ? `${kind.title}${whom === undefined ? '' : ` ${whom}`}`
      : `${gift.kind.given ?? ''} ${whom ?? ''}${as}, then ${kind.title} it`;
  const text = `${way}${by} (${calls})`;
  return certain ? text : `perhaps ${text}`;
}

/** The chain as a sentence: `makes an access key for … (…), which attaches any policy to itself (…)`. */
export function escalationText({ actor, chain, certain }: Escalation): string {
  const isSure = certain || chain.some((edge) => !edge.certain);
  const ways = chain.map((edge, at) => edgeText(edge, chain[at - 1]?.to ?? actor));
  return [...ways, ...(isSure ? [] : ['perhaps has all rights'])].join(', which ');
}
