import { asWritten, InputError } from '../input-error';

/** @source IAM and STS quotas, "IAM name limits" @unit characters */
const LONGEST = { user: 64, role: 64, group: 128, policy: 128 } as const;

/** @throws InputError LZ-IAM-1 a name that IAM doesn't take */
export function checkIamName(kind: keyof typeof LONGEST, name: string): void {
  const longest = LONGEST[kind];
  if (/^[\w+=,.@-]+$/.test(name) && name.length <= longest) return;
  const problem = `the name of a ${kind} has 1 to ${String(longest)} letters, digits and _+=,.@-`;
  const remedy =
    kind === 'user'
      ? 'write alice, or /ops/alice for a user with a path'
      : 'write the name alone, without ARN or path, in these letters';
  throw InputError.of({ problem, got: asWritten(name), remedy, code: 'LZ-IAM-1' });
}

/** @source IAM API Reference, CreateUser, Path @unit characters */
const LONGEST_PATH = 512;

/** @throws InputError LZ-IAM-2 a path that IAM doesn't take */
export function checkIamPath(path: string): void {
  if (/^\/([!-~]+\/)?$/.test(path) && path.length <= LONGEST_PATH) return;
  const problem = `a path has at most ${String(LONGEST_PATH)} characters and begins and ends with a slash`;
  throw InputError.of({ problem, got: asWritten(path), remedy: 'write /ops/, or leave it out', code: 'LZ-IAM-2' });
}

/**
 * A name as a part of a Terraform address: letters, digits and single hyphens stay, everything else is `--` and its number.
 * Two names never come to one part, so nobody's membership moves because somebody else came.
 */
export function addressPart(name: string): string {
  return name.replaceAll(/-(?![A-Za-z0-9])|[^A-Za-z0-9-]/g, (char) => `--${char.charCodeAt(0).toString(16)}`);
}
