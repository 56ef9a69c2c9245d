import { asWritten, InputError } from '../input-error';
import { PARTITION, partitionOf } from './partition';
import { hasToken } from '../policy/tokens';

/** An account's place: what most ARNs are made of. */
export interface Place {
  /** Twelve digits. */
  readonly accountId: string;
  readonly region: string;
}

/** Whether a text is an account id. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** The ARN of something in an account and Region. */
export function regionalArn({ accountId, region }: Place, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`;
}

/** The ARN of something of IAM, which knows no Region: `role/deploy`, `user/alice`, `root`. */
export function iamArn({ accountId, region }: Place, resource: string): string {
  return `arn:${partitionOf(region)}:iam::${accountId}:${resource}`;
}

/** The ARN of a bucket, or of what a path in it names. */
export function bucketArn(region: string, bucket: string, path?: string): string {
  return `arn:${partitionOf(region)}:s3:::${bucket}${path === undefined ? '' : `/${path}`}`;
}

/** Somebody who is named in a policy. */
export interface PrincipalArn {
  /** As policies name it: an account by its root. */
  readonly arn: string;
  /** Left out where only Terraform will know. */
  readonly accountId?: string;
}

const PRINCIPAL = new RegExp(
  `^arn:${PARTITION}:(?:iam::(\\d{12}):(?:root|(?:role|user)/[\\w+=,.@/-]+)|sts::(\\d{12}):assumed-role/[\\w+=,.@-]+/[\\w+=,.@-]+)$`,
);

const REMEDY =
  'name an account by its twelve digits, or a role or user by its ARN, such as arn:aws:iam::111111111111:role/deploy';

/**
 * Reads a principal: an account id, which lets that account's own policies decide, or the ARN of a role or user.
 * @throws InputError LZ-ARN-1 a form that no policy takes, LZ-ARN-2 everybody
 */
export function readPrincipal(text: string, region: string): PrincipalArn {
  if (isAccountId(text)) return { arn: iamArn({ accountId: text, region }, 'root'), accountId: text };
  if (hasToken(text)) return { arn: text };
  if (text.includes('*')) {
    throw InputError.of({
      problem: 'a principal is one role, user or account',
      got: asWritten(text),
      remedy: REMEDY,
      code: 'LZ-ARN-2',
    });
  }
  const accountId = PRINCIPAL.exec(text);
  if (accountId === null) {
    throw InputError.of({ problem: 'this names no principal', got: asWritten(text), remedy: REMEDY, code: 'LZ-ARN-1' });
  }
  return { arn: text, accountId: accountId[1] ?? accountId[2] ?? '' };
}
