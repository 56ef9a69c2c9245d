import type { JudgedFinding } from '../../packs/judged-finding';
import { placeText } from './place-text';

/** The suppression that would accept a finding: reason and day are for its author to fill in, and refused while empty. */
export function suppressionFor(finding: JudgedFinding): string {
  return `- { rule: ${finding.rule}, scope: ${JSON.stringify(placeText(finding))}, reason: "", until: "" }`;
}

/** A finding as a person reads it, in indented lines under its level, rule and place. */
export function renderFinding(finding: JudgedFinding): string {
  const { rule, level, verdict, constructPath, stated, position, problem, witness, fix } = finding;
  const written = position === undefined ? undefined : `${position.file}:${String(position.line)}:${String(position.column)}`;
  const lines = [
    ['stated', stated],
    ['written', written],
    ['made by', constructPath],
    [verdict === 'unknown' ? 'unknown' : 'problem', problem],
    ['witness', witness],
    ['fix', fix],
    ['accept', suppressionFor(finding)],
  ].flatMap(([name = '', value]) => (value === undefined ? [] : [`    ${name.padEnd(8)} ${value}`]));
  return [`${level} ${rule}  ${placeText(finding)}`, ...lines].join('\n');
}
