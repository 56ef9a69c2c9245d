import type { Universe } from '../../../../policies/model/universe';
import { universeOf } from '../../universe';

/** A statement as JSON. */
export type StatementJson = Readonly<Record<string, unknown>>;

/** Terraform's escape for IAM's variables; its own references stay. */
function escaped(text: string): string {
  return text.replaceAll(/\$\{(?!aws_|var\.)/g, () => '$${');
}

/** Reading the reports: what a statement here says unless it says something else. */
export function statement(given: StatementJson = {}): StatementJson {
  return { Sid: 'S', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*', ...given };
}

/** A policy as Terraform has it. */
export function policyText(statements: readonly StatementJson[], version: string | undefined = '2012-10-17'): string {
  return escaped(JSON.stringify({ Version: version, Statement: statements }));
}

/** A universe of one managed policy. */
export function managed(...statements: readonly StatementJson[]): Universe {
  return universeOf({ 'aws_iam_policy.p': { name: 'p', policy: policyText(statements) } });
}

/** A universe of one bucket with a policy. */
export function ofBucket(...statements: readonly StatementJson[]): Universe {
  return universeOf({
    'aws_s3_bucket.b': { bucket: 'reports' },
    'aws_s3_bucket_policy.p': { bucket: '${aws_s3_bucket.b.id}', policy: policyText(statements) },
  });
}

/** A universe of one role with this trust. */
export function trust(...statements: readonly StatementJson[]): Universe {
  const whole = statements.map(({ Resource: _none, ...given }) => ({ Action: 'sts:AssumeRole', ...given }));
  return universeOf({ 'aws_iam_role.p': { name: 'r', assume_role_policy: policyText(whole) } });
}
