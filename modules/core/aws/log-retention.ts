import { asWritten, type Fault } from '../input-error';

/** @source CloudWatch Logs API reference, PutRetentionPolicy; 0 keeps for ever (provider) */
const RETENTION_DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Why CloudWatch Logs keeps nothing for so many days; undefined where it does. */
export function retentionFault(days: number): Omit<Fault, 'code'> | undefined {
  if (RETENTION_DAYS.includes(days)) return undefined;
  const longer = RETENTION_DAYS.find((one) => one > days);
  const remedy = days < 0 || longer === undefined ? 'use 3653 at most, or 0 to keep for ever' : `use ${String(longer)}`;
  return { problem: 'CloudWatch Logs knows no such retention', got: asWritten(days), remedy };
}
