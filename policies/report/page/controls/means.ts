import type { Answer, Control } from '../../../controls/control';

/** How a control is seen to. */
export const MEANS = {
  generated: 'resources of the output do what it asks for',
  refused: 'a rule fails the run where Terraform breaks it',
  proven: 'it is proven at every synth',
  detected: 'resources of the output watch the account for it',
  'account only': 'only the account shows it, and nothing here looks',
  manual: 'people have to see to it',
  'not yet': 'nothing here sees to it, or not to all of it, so far',
} as const satisfies Readonly<Record<string, string>>;

/** One of the words for it. */
export type Means = keyof typeof MEANS;

/** Resources that look at what an account holds, or at what happens in it, and change nothing. */
const WATCHING =
  /^aws_(config_(config|organization)\w*_rule|cloudwatch_(metric_alarm|log_metric_filter|event_rule)|accessanalyzer_|macie2_|guardduty_|securityhub_|inspector2_)/;

function openMeans({ open, seenTo }: Control): readonly Means[] {
  if (open === undefined) return [];
  if (seenTo === undefined) return ['not yet'];
  return seenTo === 'account' ? ['account only'] : ['manual'];
}

function answerMeans(answer: Answer): readonly Means[] {
  if (answer.by === 'rule') return ['refused'];
  if (answer.by === 'proof') return ['proven'];
  return answer.types.map((type) => (WATCHING.test(type) ? 'detected' : 'generated'));
}

/** How some controls are seen to, each word once and in the order of `MEANS`: by what answers them, and where the rest is left to. */
export function meansFor(controls: readonly Control[]): readonly Means[] {
  const found = new Set(controls.flatMap((control) => [...control.answers.flatMap(answerMeans), ...openMeans(control)]));
  return (Object.keys(MEANS) as Means[]).filter((means) => found.has(means));
}
