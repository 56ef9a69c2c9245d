import { filterName } from '../../policies/reachability/explain/filter-name';
import { packetText } from '../../policies/reachability/explain/packet-text';
import type { Packet, Step } from '../../policies/reachability/query';

/** What a mark stands for: it passes, it is stopped, it isn't known. */
export type Mark = '✓' | '✗' | '?';

/** Gives marks their colours. */
export type Paint = (mark: Mark) => string;

function markOf({ passes }: Step): Mark {
  if (passes === 'unknown') return '?';
  return passes ? '✓' : '✗';
}

/** Steps in columns: what filters, where, and the rule that decides. */
function rowsOf(steps: readonly Step[], before: string, paint: Paint, all: readonly Step[]): readonly string[] {
  const wide = Math.max(...all.map((step) => filterName(step).length));
  const wider = Math.max(...all.map(({ address }) => address.length));
  return steps.map((step) =>
    `${before}${paint(markOf(step))} ${filterName(step).padEnd(wide)}  ${step.address.padEnd(wider)}  ${step.rule}`.trimEnd(),
  );
}

/** The way of a packet from top to bottom, and below it that of its reply. */
export function drawWay(packet: Packet | undefined, path: readonly Step[], paint: Paint): readonly string[] {
  const there = path.filter(({ reply }) => reply !== true);
  const back = path.filter(({ reply }) => reply === true);
  const ended = (steps: readonly Step[]): readonly string[] => [steps.at(-1)?.passes === true ? '  ▼' : '  ╵'];
  return [
    ...(packet === undefined ? [] : [`  ${packetText(packet)}`]),
    ...rowsOf(there, '  │ ', paint, path),
    ...(there.length === 0 ? [] : ended(there)),
    ...(back.length === 0 ? [] : ['  the reply', ...rowsOf(back, '  │ ', paint, path), ...ended(back)]),
  ];
}

/** Filters, one a line. */
export function listSteps(steps: readonly Step[], paint: Paint): readonly string[] {
  const texts = steps.map((step) => (step.reply === true ? { ...step, rule: `${step.rule} (the reply)` } : step));
  return rowsOf(texts, '  ', paint, texts);
}
