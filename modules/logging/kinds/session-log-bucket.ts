import type { Construct } from 'constructs';

import { bucketArn, iamArn, type Place, readPrincipal } from '../../core/aws/arn';
import { asWritten, InputError, ProblemList } from '../../core/input-error';
import type { Statement } from '../../core/policy/statement';
import { LogBucket, type LogBucketProps } from '../log-bucket';
import { readRoles } from '../readers';
import { checkOrganizationId } from '../../core/aws/source-ids';
import { checkOneOf } from '../sources';

/** Where Session Manager's agents write. */
export interface SessionLogBucketProps extends LogBucketProps {
  /** ARNs of instance roles. @default [] */
  readonly writers?: readonly string[];
  /** `o-…`: the role `writerRoleName` of each of its accounts writes. @default - only writers */
  readonly sourceOrganizationId?: string;
  /** The instance role's name, with its path, alike in all accounts. @default - none, which needs writers */
  readonly writerRoleName?: string;
}

const roleOf = (arn: string, region: string): string => readPrincipal(arn, region).accountId ?? '';

function checkWriters(props: SessionLogBucketProps): void {
  const { writers = [], sourceOrganizationId, writerRoleName } = props;
  const problems = new ProblemList();
  problems.attempt('', () => {
    checkOneOf(['writers', 'sourceOrganizationId'], writers, sourceOrganizationId);
  });
  if (sourceOrganizationId !== undefined) {
    problems.attempt('', () => {
      checkOrganizationId(sourceOrganizationId);
    });
  }
  if ((sourceOrganizationId === undefined) !== (writerRoleName === undefined)) {
    const remedy = 'give both, or name writers by their ARNs';
    problems.add({ subject: '', problem: 'sourceOrganizationId and writerRoleName belong together', remedy, code: 'LZ-LOG-1' });
  }
  if (writerRoleName !== undefined && !/^[\w+=,.@/-]+$/.test(writerRoleName)) {
    const remedy = 'name one role, with its path: "service/instance"';
    problems.add({ subject: '', problem: "this is not a role's name", got: asWritten(writerRoleName), remedy, code: 'LZ-LOG-6' });
  }
  problems.throwIfAny();
}

/** Statements for roles that are told by the principal, or by conditions. */
function writing(sid: string, bucket: string, account: string, whom: Pick<Statement, 'Principal' | 'Condition'>): Statement[] {
  return [
    // The agent refuses to start a session whose log would not be encrypted.
    { Sid: `${sid}Look`, Effect: 'Allow', ...whom, Action: 's3:GetEncryptionConfiguration', Resource: bucket },
    { Sid: `${sid}Write`, Effect: 'Allow', ...whom, Action: 's3:PutObject', Resource: `${bucket}/${account}/*` },
  ];
}

function deliverSessions(place: Place, props: SessionLogBucketProps): Statement[] {
  checkWriters(props);
  const { bucketName, writers = [], sourceOrganizationId, writerRoleName = '' } = props;
  const bucket = bucketArn(place.region, bucketName);
  if (sourceOrganizationId !== undefined) {
    return writing('Instances', bucket, '${aws:PrincipalAccount}', {
      Principal: '*',
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': sourceOrganizationId },
        ArnLike: { 'aws:PrincipalArn': iamArn({ ...place, accountId: '*' }, `role/${writerRoleName}`) },
      },
    });
  }
  const roles = readRoles(writers, place.region);
  const unknown = roles.find((arn) => roleOf(arn, place.region) === '');
  if (unknown !== undefined) {
    const remedy = "write the role's ARN as a literal: its account is the folder that it writes to";
    throw InputError.of({
      problem: 'the account of this role is known only to Terraform',
      got: asWritten(unknown),
      remedy,
      code: 'LZ-LOG-6',
    });
  }
  const accounts = [...new Set(roles.map((arn) => roleOf(arn, place.region)))];
  return accounts.flatMap((account) =>
    writing(`Instances${account}`, bucket, account, {
      Principal: { AWS: roles.filter((arn) => roleOf(arn, place.region) === account) },
    }),
  );
}

/** What was typed and shown in Session Manager's sessions. The instance's role writes it, which needs the same from its own account. */
export class SessionLogBucket extends LogBucket {
  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: SessionLogBucketProps) {
    const { writers, sourceOrganizationId, writerRoleName, ...bucket } = props;
    super(scope, id, { noun: 'SessionLogBucket' }, bucket, (place) => ({ statements: deliverSessions(place, props) }));
  }

  /** The folder of an account's sessions: `s3KeyPrefix` of its Session Manager preferences, without the last `/`. */
  static prefixOf(accountId: string): string {
    return `${accountId}/`;
  }
}
