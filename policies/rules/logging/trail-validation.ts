import { isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';

/** Who changes a log afterwards is found out. */
export const trailValidation: Rule = settingRule({
  id: 'logging/trail-validation',
  summary: 'Trails sign what they write',
  settings: [
    {
      types: ['aws_cloudtrail'],
      argument: 'enable_log_file_validation',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set enable_log_file_validation = true',
    },
  ],
});
