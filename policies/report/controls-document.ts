import type { Answer, Control } from '../controls/control';
import { coverageOf } from '../controls/coverage';
import { controls } from '../controls/registry';
import type { Universe } from '../model/universe';
import type { Review } from './review';

/** How a control stands in what was judged. */
export type Status =
  /** All its rules were held and found nothing; where it has none, what it asks for is made. */
  | 'holds'
  /** A rule found a violation that stands. */
  | 'broken'
  /** A rule can't tell. */
  | 'unknown'
  /** What was found is accepted, or was there before. */
  | 'accepted'
  /** It asks for resources of which there are none, and no rule answers it. */
  | 'not made'
  /** Nothing here answers it, or the pack that was held doesn't, or only in part. */
  | 'not answered';

/** The findings of one rule, counted. */
export interface Counts {
  readonly violated: number;
  readonly unknown: number;
  readonly accepted: number;
}

/** What became of every rule that was held. */
function countsOf({ pack, findings, accepted, known }: Review): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>(pack.entries.map(({ rule }) => [rule.id, { violated: 0, unknown: 0, accepted: 0 }]));
  const add = (rule: string, field: keyof Counts): void => {
    const before = counts.get(rule);
    if (before !== undefined) counts.set(rule, { ...before, [field]: before[field] + 1 });
  };
  for (const { rule, verdict } of findings) add(rule, verdict);
  for (const { finding } of accepted) add(finding.rule, 'accepted');
  for (const { rule } of known) add(rule, 'accepted');
  return counts;
}

function statusOf({ answers }: Control, counts: ReadonlyMap<string, Counts>, made: ReadonlySet<string>): Status {
  const rules = answers.flatMap((answer) => (answer.by === 'resource' ? [] : [answer.rule]));
  const held = rules.flatMap((rule) => counts.get(rule) ?? []);
  const asked = answers.flatMap((answer) => (answer.by === 'resource' ? [answer.types] : []));
  if (held.some(({ violated }) => violated > 0)) return 'broken';
  if (held.some(({ unknown }) => unknown > 0)) return 'unknown';
  if (held.some(({ accepted }) => accepted > 0)) return 'accepted';
  if (held.length > 0) return held.length === rules.length ? 'holds' : 'not answered';
  if (asked.length === 0) return 'not answered';
  return asked.every((types) => types.every((type) => made.has(type))) ? 'holds' : 'not made';
}

/** What became of an answer. */
export type AnswerStanding =
  | { readonly by: 'resource'; readonly types: readonly { readonly type: string; readonly made: boolean }[] }
  /** Only a rule that was held has counts. */
  | ({ readonly by: 'rule' | 'proof'; readonly rule: string; readonly held: boolean } & Partial<Counts>);

/** What became of a control. */
export interface ControlStanding {
  readonly control: Control;
  readonly status: Status;
  readonly answers: readonly AnswerStanding[];
}

function answerStanding(answer: Answer, counts: ReadonlyMap<string, Counts>, made: ReadonlySet<string>): AnswerStanding {
  if (answer.by === 'resource') return { by: answer.by, types: answer.types.map((type) => ({ type, made: made.has(type) })) };
  const found = counts.get(answer.rule);
  return { by: answer.by, rule: answer.rule, held: found !== undefined, ...(found ?? {}) };
}

/**
 * How every control stands in what was judged. That a rule found nothing means that nothing in the documents breaks it, not that
 * an account does.
 */
export function controlStandings(universe: Universe, review: Review): readonly ControlStanding[] {
  const counts = countsOf(review);
  const made = new Set<string>();
  for (const { resources } of universe.stacks) for (const { mode, type } of resources) if (mode === 'managed') made.add(type);
  return controls.map((control) => ({
    control,
    status: statusOf(control, counts, made),
    answers: control.answers.map((answer) => answerStanding(answer, counts, made)),
  }));
}

/** controls.json: every control with its numbers in each catalogue, how it stands, and by which rules, proofs and resources. */
export function controlsDocument(universe: Universe, review: Review): object {
  return {
    version: 1,
    controls: controlStandings(universe, review).map(({ control, status, answers }) => ({
      id: control.id,
      title: control.title,
      ids: control.ids,
      coverage: coverageOf(control),
      status,
      answers,
      ...(control.open === undefined ? {} : { open: control.open }),
    })),
  };
}
