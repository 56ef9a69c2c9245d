import type { ResourceFact } from '../../../model/universe';
import { isTrue } from '../../literal';
import { blocksOf } from '../../nested';
import type { Rule } from '../../rule';
import { settingRule } from '../../setting';
import { exceptOf, MODERN } from './kind';

/** A classic load balancer with the block logs, unless it says otherwise. */
function classicDefault({ body }: ResourceFact): string {
  return String(blocksOf(body.access_logs).length > 0);
}

/** Every load balancer that sees requests logs them. */
export const accessLogs: Rule = settingRule({
  id: 'delivery/load-balancer/access-logs',
  summary: 'Load balancers write access logs',
  settings: [
    {
      types: MODERN,
      argument: 'access_logs.enabled',
      accepts: isTrue,
      otherwise: 'false',
      spares: exceptOf('application'),
      fix: 'add access_logs with the bucket of the log archive and enabled = true',
    },
    {
      types: ['aws_elb'],
      argument: 'access_logs.enabled',
      accepts: isTrue,
      otherwise: classicDefault,
      fix: 'add access_logs with the bucket of the log archive',
    },
  ],
});
