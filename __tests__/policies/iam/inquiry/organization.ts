import type { Intent, IntentAccessClaim } from '../../../../modules/core/intent';
import type { Universe } from '../../../../policies/model/universe';
import { documentsOf } from '../../universe';

export const ACCOUNT = '111111111111';

/** A statement as JSON. */
type StatementJson = Readonly<Record<string, unknown>>;

/** A policy as Terraform has it: variables of IAM escaped, references as they are. */
export function policyOf(...statements: readonly StatementJson[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }).replaceAll(/\$\{(?!aws_)/g, () => '$${');
}

/** A stack of one account with these resources, by type and name. */
export function universeOf(
  resource: Readonly<Record<string, Readonly<Record<string, object>>>>,
  claims: readonly Partial<IntentAccessClaim>[] = [],
  region = 'eu-west-1',
): Universe {
  const provider = { aws: { region, allowed_account_ids: [ACCOUNT] } };
  const terraform = { backend: { local: { path: 'x' } } };
  const stacks = documentsOf({ dev: JSON.parse(JSON.stringify({ terraform, provider, resource })) as never });
  return { stacks, intent: intentOf(claims) };
}

function intentOf(claims: readonly Partial<IntentAccessClaim>[]): Intent {
  return {
    version: 1,
    organization: { name: 'acme', managementAccount: '999999999999', homeRegion: 'eu-west-1' },
    stacks: [],
    networks: [],
    flows: [],
    residue: [],
    claims: [],
    accessClaims: claims.map((claim) => ({
      kind: 'denied',
      principal: 'any',
      actions: ['s3:GetObject'],
      resource: 'arn:aws:s3:::reports/a',
      context: {},
      withoutContext: [],
      ...claim,
    })),
    suppressions: [],
    quotas: { aclEntries: 20, groupRules: 60 },
  };
}

/** alice reads reports; bob has nothing; whoever is in `auditors` lists the bucket and reads with MFA. */
export const PEOPLE = {
  aws_s3_bucket: { reports: { bucket: 'reports' } },
  aws_iam_user: { alice: { name: 'alice' }, bob: { name: 'bob' } },
  aws_iam_group: { auditors: { name: 'auditors' } },
  aws_iam_user_policy: {
    alice: {
      user: '${aws_iam_user.alice.name}',
      name: 'read',
      policy: policyOf({ Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }),
    },
  },
  aws_iam_group_policy: {
    auditors: {
      group: '${aws_iam_group.auditors.name}',
      name: 'audit',
      policy: policyOf(
        { Sid: 'List', Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' },
        {
          Sid: 'ReadWithMfa',
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '${aws_s3_bucket.reports.arn}/*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
        { Sid: 'OwnKeys', Effect: 'Allow', Action: 'iam:*AccessKey*', Resource: 'arn:aws:iam::*:user/${aws:username}' },
      ),
    },
  },
} as const;
