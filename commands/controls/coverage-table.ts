import { STANDARDS } from '../../policies/controls/catalogue';
import type { Answer, Standard } from '../../policies/controls/control';
import { type Coverage, coverageOfStandard, type CoveredId } from '../../policies/controls/coverage';
import { controls } from '../../policies/controls/registry';

/** One catalogue with its controls in order. */
export interface CoveredStandard {
  readonly standard: Standard;
  readonly title: string;
  readonly counts: Readonly<Record<Coverage, number>>;
  readonly rows: readonly CoveredId[];
}

/** How far a catalogue is answered. */
export function coverageTable(standard: Standard): CoveredStandard {
  const rows = coverageOfStandard(controls, standard);
  const count = (coverage: Coverage): number => rows.filter((row) => row.coverage === coverage).length;
  return {
    standard,
    title: STANDARDS[standard],
    counts: { answered: count('answered'), partly: count('partly'), open: count('open') },
    rows,
  };
}

/** `rule storage/tls-only`, `aws_kms_key`. */
function answerText(answer: Answer): string {
  return answer.by === 'resource' ? answer.types.join(', ') : `${answer.by} ${answer.rule}`;
}

/** What answers one line of a catalogue, and what it leaves open. */
export function answerTexts({ controls: named }: CoveredId): readonly string[] {
  const texts = named.flatMap(({ answers, open }) => [
    ...answers.map(answerText),
    ...(open === undefined ? [] : [`open: ${open}`]),
  ]);
  return [...new Set(texts)];
}

function rowText(row: CoveredId, idWidth: number): string {
  const title = row.controls.map((control) => control.title).join('; ');
  const lines = answerTexts(row).map((text) => `    ${' '.repeat(idWidth)}           ${text}\n`);
  return `    ${row.id.padEnd(idWidth)} ${row.coverage.padEnd(9)} ${title}\n${lines.join('')}`;
}

function countsText({ counts: { answered, partly, open }, rows }: CoveredStandard): string {
  return `${String(rows.length).padStart(3)} controls: ${String(answered)} answered, ${String(partly)} partly, ${String(open)} open`;
}

/** The counts of every catalogue, and each control of it where `whole` asks for them. */
export function renderCoverage(tables: readonly CoveredStandard[], whole: boolean): string {
  const width = Math.max(...tables.map(({ standard }) => standard.length));
  return tables
    .map((table) => {
      const head = `${table.standard.padEnd(width)}  ${countsText(table)}  (${table.title})\n`;
      const idWidth = Math.max(...table.rows.map(({ id }) => id.length));
      return whole ? `${head}${table.rows.map((row) => rowText(row, idWidth)).join('')}` : head;
    })
    .join('');
}
