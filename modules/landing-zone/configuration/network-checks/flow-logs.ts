import { asWritten } from '../../../core/input-error';
import { retentionFault } from '../../../core/aws/log-retention';
import type { Inspection } from '../inspection/inspection';
import type { Path } from '../inspection/path';
import { checkArchive } from '../checks/log-archive';
import type { FlowLogInput } from '../landing-zone';

function checkRetention(inspection: Inspection, path: Path): void {
  const days = inspection.readNumber(path);
  const fault = days === undefined ? undefined : retentionFault(days);
  if (fault !== undefined) inspection.refuse(path, { ...fault, code: 'LZ-CFG-55' });
}

function checkArn(inspection: Inspection, path: Path, form: RegExp, what: string, example: string): void {
  const arn = inspection.readText(path);
  if (arn === undefined || form.test(arn)) return;
  inspection.refuse(path, {
    problem: `this is not the ARN of a ${what}`,
    got: asWritten(arn),
    remedy: `write it like "${example}"`,
    code: 'LZ-CFG-56',
  });
}

/** Without flow logs nobody can say later what passed: leaving them out takes a reason. */
export function checkFlowLogs(inspection: Inspection, path: Path): void {
  const logs = inspection.read(path) as FlowLogInput | undefined;
  if (logs?.cloudwatch === false && logs.s3 === undefined && (logs.accept ?? '').trim() === '') {
    const remedy = 'send them to cloudwatch or s3, or add accept: with the reason';
    inspection.refuse(
      path,
      { problem: 'the network would have no flow logs', got: 'cloudwatch: false', remedy, code: 'LZ-CFG-54' },
      'key',
    );
  }
  if (logs?.s3 !== undefined && logs.s3.bucketArn === undefined) checkArchive(inspection, [...path, 's3']);
  checkRetention(inspection, [...path, 'cloudwatch', 'retentionDays']);
  const key = /^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:\d{12}:key\/[a-zA-Z0-9-]+$/;
  checkArn(inspection, [...path, 'cloudwatch', 'kmsKeyArn'], key, 'KMS key', 'arn:aws:kms:eu-west-1:111111111111:key/…');
  const bucket = /^arn:aws(-[a-z]+)*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/.*)?$/;
  checkArn(inspection, [...path, 's3', 'bucketArn'], bucket, 'bucket', 'arn:aws:s3:::acme-flow-logs');
}
