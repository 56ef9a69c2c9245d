import { positionText } from '../../../modules/core/text/position-text';
import type { JudgedFinding } from '../../packs/judged-finding';
import { placeText } from './place-text';

/** Gives the level its colour. */
export type PaintLevel = (level: JudgedFinding['level']) => string;

/** No colours: files, pipes, and who asked for none. */
export const plain: PaintLevel = (level) => level;

/** The suppression that would accept a finding: reason and day are for its author to fill in, and refused while empty. */
function suppressionFor(finding: JudgedFinding): string {
  return `- { rule: ${finding.rule}, scope: ${JSON.stringify(placeText(finding))}, reason: "", until: "" }`;
}

/** A finding as a person reads it, in indented lines under its level, rule and place. */
export function renderFinding(finding: JudgedFinding): string {
  return paintFinding(finding, plain);
}

/** The same for a terminal. */
export function paintFinding(finding: JudgedFinding, paint: PaintLevel): string {
  const { rule, level, verdict, stack, constructPath, stated, position, problem, witness, fix } = finding;
  const written = position === undefined ? undefined : positionText(position);
  const lines = [
    ['stated', stated],
    ['written', written],
    ['made by', constructPath],
    [verdict === 'unknown' ? 'unknown' : 'problem', problem],
    ['witness', witness],
    ['fix', fix],
    // What is about no place in the Terraform is a fault of a suppression, and nothing accepts that.
    ['accept', stack === '' ? undefined : suppressionFor(finding)],
  ].flatMap(([name = '', value]) => (value === undefined ? [] : [`    ${name.padEnd(8)} ${value}`]));
  return [`${paint(level)} ${rule}  ${placeText(finding)}`.trimEnd(), ...lines].join('\n');
}
