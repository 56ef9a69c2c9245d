import type { EscalationKind, Need } from '../../../../policies/iam/escalation/kinds';

const THERE: Readonly<Record<Extract<Need, string>, string>> = {
  password: 'the user’s password',
  'no password': 'no password of the user yet',
  'room for a key': 'fewer than two keys of the user',
  'instance profile': 'an instance profile with the role',
  cluster: 'a cluster of ECS',
  assignment: 'the set assigned to whoever changes it',
};

function neededBy({ needs, holder }: EscalationKind): string {
  const all = [
    ...(holder === undefined ? [] : [`\`${holder.type}.${holder.argument}\``]),
    ...(needs === undefined ? [] : [typeof needs === 'string' ? THERE[needs] : `perhaps: ${needs.untold}`]),
  ];
  return all.join('; ');
}

/** `makes and calls a function with a role that trusts …`, `attaches any policy to itself`. */
function inWords({ title, leadsTo, service }: EscalationKind): string {
  if (leadsTo === 'everything') return title;
  return `${title} a ${leadsTo}${service === undefined ? '' : ` that trusts \`${service}\``}`;
}

/** A way as docs/escalation.md tells it. */
export function wayRow(kind: EscalationKind): string {
  const calls = kind.steps.map(({ action }) => `\`${action}\``).join(', ');
  return `| ${kind.id} | ${inWords(kind)} | ${calls} | ${neededBy(kind)} |`;
}
