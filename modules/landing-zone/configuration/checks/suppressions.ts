import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { SuppressionInput } from '../landing-zone';

function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // The 30th of February becomes a day in March rather than no date.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Accepted findings: what, where, why and until which day. */
export function checkSuppressions(inspection: Inspection): void {
  for (const { value, path } of inspection.entries<SuppressionInput>(['suppressions'])) {
    for (const field of ['rule', 'scope', 'reason'] as const) {
      if (value[field].trim() !== '') continue;
      const remedy = field === 'reason' ? 'say why the finding is acceptable' : `name the ${field}`;
      inspection.refuse([...path, field], {
        problem: `the ${field} is empty`,
        got: asWritten(value[field]),
        remedy,
        code: 'LZ-CFG-61',
      });
    }
    if (isRealDate(value.until)) continue;
    inspection.refuse([...path, 'until'], {
      problem: 'this is not a day of the calendar',
      got: asWritten(value.until),
      remedy: 'write it as YYYY-MM-DD',
      code: 'LZ-CFG-61',
    });
  }
}
