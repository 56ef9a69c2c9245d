import { asWritten, InputError } from '../input-error';
import { withoutTokens } from './tokens';

/** Where a policy hangs; each place has its own limit. */
export type PolicyKind =
  | 'managed'
  | 'user'
  | 'group'
  | 'role'
  | 'trust'
  | 'bucket'
  | 'key'
  | 'topic'
  | 'endpoint'
  | 'service-control'
  | 'resource-control';

interface Limit {
  readonly characters: number;
  /** What to do instead. */
  readonly remedy: string;
}

const SPLIT = 'split it in two, or name resources by a pattern';
const NAME_LESS = 'name an organisation instead of accounts, or a path instead of roles';

/**
 * The most characters of each kind. White space isn't counted by IAM, and none is written here.
 * @source IAM user guide, "IAM and AWS STS quotas"; Organizations user guide, "Quotas"; S3, KMS, SNS, VPC user guides
 */
const LIMITS: Readonly<Record<PolicyKind, Limit>> = {
  managed: { characters: 6144, remedy: SPLIT },
  user: { characters: 2048, remedy: 'attach a managed policy through a group' },
  group: { characters: 5120, remedy: 'attach a managed policy' },
  role: { characters: 10_240, remedy: 'attach a managed policy' },
  trust: { characters: 2048, remedy: NAME_LESS },
  bucket: { characters: 20_480, remedy: NAME_LESS },
  key: { characters: 32_768, remedy: NAME_LESS },
  topic: { characters: 30_720, remedy: NAME_LESS },
  endpoint: { characters: 20_480, remedy: SPLIT },
  'service-control': { characters: 10_240, remedy: SPLIT },
  'resource-control': { characters: 5120, remedy: SPLIT },
};

/** What an ARN that only AWS knows may come to: the longest one that a key, role or topic has here. @unit characters */
export const LONGEST_ARN = 160;

/** How long a policy of a kind may be. @unit characters */
export function policySizeLimit(kind: PolicyKind): number {
  return LIMITS[kind].characters;
}

/** @throws InputError LZ-POLICY-1 where AWS would refuse the policy for its length */
export function checkSize(kind: PolicyKind, rendered: string): void {
  const { characters, remedy } = LIMITS[kind];
  const { text, tokens } = withoutTokens(rendered);
  const size = text.length + tokens * LONGEST_ARN;
  if (size <= characters) return;
  throw InputError.of({
    problem: `a ${kind} policy has at most ${String(characters)} characters`,
    got: asWritten(size),
    remedy,
    code: 'LZ-POLICY-1',
  });
}
