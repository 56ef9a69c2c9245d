import type { Rule } from '../rule';
import { settingRule } from '../setting';

/** A year of logs. @unit days @source FSBP CloudWatch.16 */
const LEAST_DAYS = 365;

/** What happened is still told when somebody asks. */
export const logGroupRetention: Rule = settingRule({
  id: 'logging/log-group-retention',
  summary: 'Log groups are kept for a year at least',
  settings: [
    {
      types: ['aws_cloudwatch_log_group'],
      argument: 'retention_in_days',
      // 0 is for ever.
      accepts: (text) => text === '0' || Number(text) >= LEAST_DAYS,
      otherwise: '0',
      fix: 'set retention_in_days = 365 or more',
    },
  ],
});
