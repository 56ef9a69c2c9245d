import type { Universe } from '../model/universe';
import type { JudgedFinding } from '../packs/judged-finding';
import type { Pack } from '../packs/pack';
import { placeText } from './text/place-text';

/** What the rules of a pack say of a universe. */
export interface Judgement {
  readonly stacks: number;
  readonly resources: number;
  readonly rules: number;
  readonly findings: readonly JudgedFinding[];
}

/** Told before each rule is held: judging a large estate takes a while. */
export type OnRule = (id: string, number: number, of: number) => void;

/** What findings are sorted by: places come together, and equal universes give equal lists. */
function orderOf(finding: JudgedFinding): string {
  const { rule, stated = '', problem } = finding;
  return JSON.stringify([placeText(finding), rule, stated, problem]);
}

/** Findings in the order in which every output tells them. */
export function inOrder(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const placed = findings.map((finding) => ({ finding, order: orderOf(finding) }));
  return placed.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ finding }) => finding);
}

/** Holds every rule of a pack against the Terraform; a finding has the level that its rule has there. */
export function judge(universe: Universe, { entries }: Pack, onRule?: OnRule): Judgement {
  const findings = entries.flatMap(({ rule, level }, index) => {
    onRule?.(rule.id, index + 1, entries.length);
    return rule.judge(universe).map((finding): JudgedFinding => ({ ...finding, level }));
  });
  const managed = universe.stacks.flatMap((stack) => stack.resources.filter(({ mode }) => mode === 'managed'));
  return {
    stacks: universe.stacks.length,
    resources: managed.length,
    rules: entries.length,
    findings: inOrder(findings),
  };
}
