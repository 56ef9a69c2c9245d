/** Whether a text is a day of the calendar, as YYYY-MM-DD: days in this form are ordered as texts are. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // The 30th of February becomes a day in March rather than no date.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
