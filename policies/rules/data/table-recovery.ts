import { isTrue } from '../literal';
import type { Rule } from '../rule';
import { settingRule } from '../setting';

/** Every table can be set back to any second of the last weeks. */
export const tableRecovery: Rule = settingRule({
  id: 'data/table-recovery',
  summary: 'DynamoDB tables can be restored to a point in time',
  settings: [
    {
      types: ['aws_dynamodb_table'],
      argument: 'point_in_time_recovery.enabled',
      accepts: isTrue,
      otherwise: 'false',
      fix: 'set point_in_time_recovery.enabled = true',
    },
  ],
});
