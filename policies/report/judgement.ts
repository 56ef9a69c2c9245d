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
  const place = ({ stack, address = '', rule, stated = '' }: Finding): string => `${stack} ${address} ${rule} ${stated}`;
  const findings = rules.flatMap((rule) => rule.judge(universe)).sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const managed = universe.stacks.flatMap((stack) => stack.resources.filter(({ mode }) => mode === 'managed'));
  return { stacks: universe.stacks.length, resources: managed.length, rules: rules.length, findings };
}

/** A finding as a person reads it. */
export function renderFinding(finding: Finding): string {
  const { rule, verdict, stack, address, constructPath, stated, position, problem, witness, fix } = finding;
  const written = position === undefined ? undefined : `${position.file}:${String(position.line)}:${String(position.column)}`;
  const lines = [
    ['stated', stated],
    ['written', written],
    ['made by', constructPath],
    ['problem', problem],
    ['witness', witness],
    ['fix', fix],
  ].flatMap(([name = '', value]) => (value === undefined ? [] : [`    ${name.padEnd(8)} ${value}`]));
  return [`${verdict} ${rule}  ${address === undefined ? stack : `${stack}:${address}`}`, ...lines].join('\n');
}
