import { iamArn, type Place, type PrincipalArn, readPrincipal } from '../../core/aws/arn';
import { asWritten, InputError, ProblemList } from '../../core/input-error';
import { hasToken } from '../../core/policy/tokens';
import type { Statement } from '../../core/policy/statement';

/** What changes a key, or who may use it. Grants are among them: who may give them decides who decrypts. */
export const CHANGING_ACTIONS: readonly string[] = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:CreateGrant',
  'kms:DeleteAlias',
  'kms:DeleteImportedKeyMaterial',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:ImportKeyMaterial',
  'kms:PutKeyPolicy',
  'kms:ReplicateKey',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
  'kms:UpdatePrimaryRegion',
];

/** Imported key material belongs to keys of another origin than these. */
const ELSEWHERE = ['kms:DeleteImportedKeyMaterial', 'kms:ImportKeyMaterial'];
const MULTI_REGION = ['kms:ReplicateKey', 'kms:UpdatePrimaryRegion'];

const LOOKING_ACTIONS = [
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
];

/** Who administers a key. */
export interface Administrators {
  readonly arns: readonly string[];
  /** Whether nobody was named: then it is the account, which decides about use too. */
  readonly isAccount: boolean;
}

/** Somebody who will still be there when the key has to be changed: a session ends, and a token tells no account. */
function isLasting({ arn, accountId }: PrincipalArn, place: Place): boolean {
  return accountId === place.accountId && !hasToken(arn) && !arn.includes(':sts:');
}

/**
 * Reads who administers a key. KMS lets no other account change it, whatever its policy says.
 * @source KMS developer guide, "Allowing users in other accounts to use a KMS key"
 * @throws InputError LZ-KEY-4 nobody, LZ-KEY-5 nobody of the key's account, LZ-ARN-n
 */
export function readAdministrators(named: readonly string[] | undefined, place: Place): Administrators {
  if (named === undefined) return { arns: [iamArn(place, 'root')], isAccount: true };
  if (named.length === 0) {
    const remedy = `leave it out for account ${place.accountId} itself, or name who administers the key`;
    const problem = 'nobody could ever change or delete the key again';
    throw InputError.of({ problem, got: 'administrators []', remedy, code: 'LZ-KEY-4' });
  }
  const problems = new ProblemList();
  const read = named.flatMap((text) => problems.attempt('', () => readPrincipal(text, place.region)) ?? []);
  problems.throwIfAny();
  if (!read.some((principal) => isLasting(principal, place))) {
    throw InputError.of({
      problem: `no administrator is a role, a user or the root of the key's account ${place.accountId}, which alone can change it`,
      got: asWritten(named),
      remedy: `add one of them, as text: "arn:…:iam::${place.accountId}:role/…", or "${place.accountId}" for the account itself`,
      code: 'LZ-KEY-5',
    });
  }
  return { arns: read.map(({ arn }) => arn), isAccount: false };
}

/**
 * The first statement of every key policy. Who is named may administer and not use the key; the account, where nobody is
 * named, has all of it, as in AWS's default key policy.
 * @source KMS developer guide, "Default key policy" (key administrators statement, written out without wildcards)
 */
export function administratorsStatement({ arns, isAccount }: Administrators, multiRegion: boolean): Statement {
  const allow = { Effect: 'Allow', Principal: { AWS: arns }, Resource: '*' } as const;
  if (isAccount) return { Sid: 'Account', ...allow, Action: 'kms:*' };
  const foreign = [...ELSEWHERE, ...(multiRegion ? [] : MULTI_REGION)];
  const changing = CHANGING_ACTIONS.filter((action) => !foreign.includes(action));
  return { Sid: 'Administrators', ...allow, Action: [...changing, ...LOOKING_ACTIONS, 'kms:RetireGrant'] };
}
