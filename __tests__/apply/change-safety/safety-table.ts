import type { Edit, Effect } from './edit';
import { totals } from './effect-of';
import { RIVAL_EFFECTS, RIVALS } from './rivals';

/** `24 destroyed, 5 changed`: what an edit does to Terraform's resources. */
export function describeEffect(effect: Effect): string {
  const words = Object.entries(totals(effect)).filter(([, count]) => count > 0);
  return words.length === 0 ? 'empty plan' : words.map(([kind, count]) => `${count} ${kind}`).join(', ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The edits as a Markdown table, ours beside the others' where they were measured. */
export function safetyTable(edits: readonly Edit[]): string {
  const others = RIVALS.map((name, i) => ({ name, of: (title: string) => RIVAL_EFFECTS[title]?.[i] }));
  const shown = others.filter(({ of }) => edits.some(({ title }) => of(title) !== undefined));
  const head = ['edit', 'plinth', ...shown.map(({ name }) => name)];
  const rows = edits.map(({ title, effect }) => row([title, describeEffect(effect), ...shown.map(({ of }) => of(title) ?? '–')]));
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}
