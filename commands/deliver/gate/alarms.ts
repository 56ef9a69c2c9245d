import {
  type CloudWatchClient,
  type CompositeAlarm,
  type LogAlarm,
  type MetricAlarm,
  paginateDescribeAlarms,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';

import type { Alarm } from './reading';

/** @source CloudWatch API Reference, DescribeAlarms: MaxRecords */
const LARGEST_PAGE = 100;

type AnyAlarm = CompositeAlarm | LogAlarm | MetricAlarm;

/** An alarm that only starts or ends machines says how much there is to do, and rings for days where that is little. */
function onlyScales({ AlarmActions: actions = [] }: AnyAlarm): boolean {
  return actions.length > 0 && actions.every((arn) => /^arn:[^:]+:autoscaling:.*:scalingPolicy:/.test(arn));
}

function alarmOf({ AlarmName: name = '', StateReason: reason = '', ...alarm }: AnyAlarm): Alarm {
  // The other timestamp moves whenever the same state is found again.
  const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
  return since === undefined ? { name, reason } : { name, reason, since };
}

/** All alarms of an account and Region that are in a state, of every kind: without its name a kind isn't listed. */
export async function alarmsIn(client: CloudWatchClient, state: StateValue): Promise<readonly Alarm[]> {
  const found: Alarm[] = [];
  const pages = paginateDescribeAlarms(
    { client, pageSize: LARGEST_PAGE },
    { StateValue: state, AlarmTypes: ['CompositeAlarm', 'LogAlarm', 'MetricAlarm'] },
  );
  for await (const { CompositeAlarms: composite = [], LogAlarms: log = [], MetricAlarms: metric = [] } of pages) {
    found.push(...[...composite, ...log, ...metric].filter((alarm) => !onlyScales(alarm)).map(alarmOf));
  }
  return found;
}
