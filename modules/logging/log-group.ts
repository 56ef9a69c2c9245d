import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Construct } from 'constructs';

import { regionalArn } from '../core/aws/arn';
import { asWritten, InputError, ProblemList } from '../core/input-error';
import { retentionFault } from '../core/aws/log-retention';
import { resourceName } from '../core/resource-name';
import { checkKeyArn } from '../core/aws/key-arn';
import { define, placeOf, type PlaceProps, subjectOf } from '../terraform';

/** A group of log streams. */
export interface LogGroupProps extends PlaceProps {
  /** Changing it replaces the group. */
  readonly name: string;
  /** What CloudWatch Logs knows; 0 keeps for ever. @default 365 @source CloudWatch Logs API reference, PutRetentionPolicy */
  readonly retentionDays?: number;
  /** The KMS key, which lets the Region's `logs` service use it for this group. @default - CloudWatch's own keys */
  readonly keyArn?: string;
  /** Ready to be destroyed: nothing is protected any more. @default false */
  readonly closing?: boolean;
  /** @default {} */
  readonly tags?: Readonly<Record<string, string>>;
}

/** @source CloudWatch Logs API reference, CreateLogGroup */
function checkName(name: string): void {
  if (/^(?!aws\/)[\w./#-]{1,512}$/.test(name)) return;
  const remedy = 'use letters, digits and . _ / # -, at most 512 of them, and "aws/" not in front';
  throw InputError.of({ problem: 'CloudWatch Logs takes no such name', got: asWritten(name), remedy, code: 'LZ-LOG-9' });
}

function checkRetention(days: number): void {
  const fault = retentionFault(days);
  if (fault !== undefined) throw InputError.of({ ...fault, code: 'LZ-LOG-10' });
}

/** A log group that ends its logs when they are old, and itself only when it is closing. */
export class LogGroup extends Construct {
  /** A literal; of its streams `<arn>:*`, which is what CloudTrail and policies for writers want. */
  readonly arn: string;
  readonly resource: CloudwatchLogGroup;

  /** @throws InputError LZ-LOG-9, LZ-LOG-10, LZ-ARN-3, LZ-ARN-4, LZ-STACK-6: all of them at once */
  constructor(scope: Construct, id: string, props: LogGroupProps) {
    super(scope, id);
    const { name, retentionDays = 365, keyArn, closing = false, tags = {} } = props;
    const subject = subjectOf(scope, id, 'LogGroup');
    const place = placeOf(scope, subject, props);
    const problems = new ProblemList();
    problems.attempt(subject, () => {
      checkName(name);
    });
    problems.attempt(subject, () => {
      checkRetention(retentionDays);
    });
    if (keyArn !== undefined) {
      problems.attempt(subject, () => {
        checkKeyArn(keyArn, place.region);
      });
    }
    problems.throwIfAny();
    this.arn = regionalArn(place, 'logs', `log-group:${name}`);
    this.resource = define(this, CloudwatchLogGroup, resourceName(id), {
      name,
      retentionInDays: retentionDays,
      ...(keyArn === undefined ? {} : { kmsKeyId: keyArn }),
      ...(Object.keys(tags).length === 0 ? {} : { tags: { ...tags } }),
      ...(closing ? {} : { lifecycle: { preventDestroy: true } }),
    });
  }
}
