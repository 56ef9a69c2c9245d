import type { Universe } from '../model/universe';
import type { Finding, Rule } from '../rules/rule';

/** What the rules say of a universe. */
export interface Judgement {
  readonly stacks: number;
  readonly resources: number;
  readonly rules: number;
  readonly findings: readonly Finding[];
}

/** Holds every rule against the Terraform; findings come sorted by place. */
export function judge(universe: Universe, rules: readonly Rule[]): Judgement {
  const place = ({ stack, address = '', rule }: Finding): string => `${stack} ${address} ${rule}`;
  const findings = rules.flatMap((rule) => rule.judge(universe)).sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const managed = universe.stacks.flatMap((stack) => stack.resources.filter(({ mode }) => mode === 'managed'));
  return { stacks: universe.stacks.length, resources: managed.length, rules: rules.length, findings };
}

/** A finding as a person reads it. */
export function renderFinding({ rule, verdict, stack, address, constructPath, problem, fix }: Finding): string {
  const place = address === undefined ? stack : `${stack}:${address}`;
  const made = constructPath === undefined ? [] : [`    made by  ${constructPath}`];
  return [`${verdict} ${rule}  ${place}`, ...made, `    problem  ${problem}`, `    fix      ${fix}`].join('\n');
}
