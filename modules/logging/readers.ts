import { bucketArn, type Place, readPrincipal } from '../core/aws/arn';
import { asWritten, InputError, ProblemList } from '../core/input-error';
import { hasToken } from '../core/policy/tokens';
import type { Statement } from '../core/policy/statement';

function roleArn(text: string, region: string): string {
  const { arn } = readPrincipal(text, region);
  if (hasToken(arn) || arn.includes(':role/')) return arn;
  throw InputError.of({
    problem: 'who gets at logs is a role, not a user nor a whole account',
    got: asWritten(text),
    remedy: 'name it by its ARN, such as arn:aws:iam::111111111111:role/auditor',
    code: 'LZ-LOG-3',
  });
}

/**
 * The ARNs of roles, all of them or every mistake.
 * @throws InputError LZ-ARN-n, LZ-LOG-3
 */
export function readRoles(texts: readonly string[], region: string): string[] {
  const problems = new ProblemList();
  const arns = texts.map((text) => problems.attempt('', () => roleArn(text, region)));
  problems.throwIfAny();
  return arns.filter((arn) => arn !== undefined);
}

/**
 * Roles that read and list, and nothing else. Roles of other accounts need it from their own account too, and all of them
 * the key's Decrypt where there is one.
 * @throws InputError LZ-ARN-n, LZ-LOG-3
 */
export function readStatements({ region }: Place, bucketName: string, readers: readonly string[]): Statement[] {
  const AWS = readRoles(readers, region);
  if (AWS.length === 0) return [];
  const bucket = bucketArn(region, bucketName);
  return [
    { Sid: 'ReadersList', Effect: 'Allow', Principal: { AWS }, Action: 's3:ListBucket', Resource: bucket },
    { Sid: 'ReadersRead', Effect: 'Allow', Principal: { AWS }, Action: 's3:GetObject', Resource: `${bucket}/*` },
  ];
}
