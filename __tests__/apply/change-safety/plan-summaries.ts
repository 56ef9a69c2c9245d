import { renderText } from '../../../commands/diff/text';
import { planDifference, readDocuments } from '../../../policies/difference';
import type { Edit } from './edit';
import { JUDGEMENTS } from './judgements';

/** Longer lines are for a terminal, not for a page. @unit characters */
const WIDEST = 200;

const HEAD = `# What \`plinth diff\` says of each edit

The [change-safety](change-safety.md) lane plans each of its edits by real Terraform. Below is what [\`plinth diff\`](diff.md)
makes of those very plans, and what a person says who read it: whether it is true and complete, and whether a reviewer sees
first what matters most. Ids of the emulator are shortened to their kind, and lines to ${String(WIDEST)} characters. The page is
written by the lane (\`WRITE_DOCS=1\`), which fails when it is out of date.
`;

/** A summary without what is another one each time: ids that the emulator makes up. */
function steadied(text: string): string {
  return text
    .replace(/\b([a-z]+(?:-[a-z]+)?)-[0-9a-f]{17}\b/g, '$1-…')
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '…')
    .replace(/\b([a-z]+)-[0-9a-f]*…(?!")/g, '$1-…')
    .split('\n')
    .map((line) => (line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line))
    .join('\n');
}

/** One edit with what its plans do. @param plans the folder of its plans; undefined where none was made */
function section({ title }: Edit, plans: string | undefined): string {
  const summary =
    plans === undefined
      ? 'No stack differs: nothing is planned.\n'
      : renderText(planDifference(readDocuments(plans), plans), false);
  return `\n## ${title}\n\n${JUDGEMENTS[title] ?? ''}\n\n\`\`\`text\n${steadied(summary)}\`\`\`\n`;
}

/** The page of all edits. @param plansOf the folder of an edit's plans; undefined where none was made */
export function summariesPage(edits: readonly Edit[], plansOf: (edit: Edit) => string | undefined): string {
  return `${HEAD}${edits.map((edit) => section(edit, plansOf(edit))).join('')}`;
}
