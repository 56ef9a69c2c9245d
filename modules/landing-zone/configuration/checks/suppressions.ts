import { isCalendarDay } from '../../../core/calendar-day';
import { asWritten } from '../../../core/input-error';
import type { Inspection } from '../inspection/inspection';
import type { SuppressionInput } from '../landing-zone';

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
    if (isCalendarDay(value.until)) continue;
    inspection.refuse([...path, 'until'], {
      problem: 'this is not a day of the calendar',
      got: asWritten(value.until),
      remedy: 'write it as YYYY-MM-DD',
      code: 'LZ-CFG-61',
    });
  }
}
