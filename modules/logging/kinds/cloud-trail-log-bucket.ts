import type { Construct } from 'constructs';

import { bucketArn, type Place } from '../../core/aws/arn';
import { PARTITION } from '../../core/aws/partition';
import { asWritten, InputError, ProblemList } from '../../core/input-error';
import type { Statement } from '../../core/policy/statement';
import { LogBucket, type LogBucketProps } from '../log-bucket';
import { checkOrganizationId } from '../../core/aws/source-ids';
import { OWNER_ACL } from '../sources';

/** Where trails write. */
export interface CloudTrailLogBucketProps extends LogBucketProps {
  /** The ARNs of the trails; of an organisation's trail the one in the management account, whoever administers it. */
  readonly trailArns: readonly string[];
  /** `o-…`, where the trails are the organisation's: every account's events come then. @default - each trail's account only */
  readonly organizationId?: string;
}

const TRAIL = new RegExp(`^arn:${PARTITION}:cloudtrail:[a-z0-9-]+:(\\d{12}):trail/[A-Za-z0-9._-]{3,128}$`);

function accountOf(trailArn: string): string {
  const account = TRAIL.exec(trailArn)?.[1];
  if (account !== undefined) return account;
  const remedy = 'write it like "arn:aws:cloudtrail:eu-west-1:111111111111:trail/organisation"';
  throw InputError.of({ problem: "this is not a trail's ARN", got: asWritten(trailArn), remedy, code: 'LZ-LOG-6' });
}

/** The trails of each account. */
function trailsByAccount(trailArns: readonly string[]): Map<string, string[]> {
  const problems = new ProblemList();
  if (trailArns.length === 0) {
    const remedy = 'give trailArns';
    problems.add({ subject: '', problem: 'nobody delivers logs here', remedy, code: 'LZ-LOG-1' });
  }
  const found = new Map<string, string[]>();
  for (const arn of trailArns) {
    const account = problems.attempt('', () => accountOf(arn));
    if (account !== undefined) found.set(account, [...(found.get(account) ?? []), arn]);
  }
  problems.throwIfAny();
  return found;
}

function deliverTrails(place: Place, { bucketName, trailArns, organizationId }: CloudTrailLogBucketProps): Statement[] {
  const problems = new ProblemList();
  if (organizationId !== undefined) {
    problems.attempt('', () => {
      checkOrganizationId(organizationId);
    });
  }
  const trails = problems.attempt('', () => trailsByAccount(trailArns)) ?? new Map<string, string[]>();
  problems.throwIfAny();
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  const writes = [...trails].map(([account, arns]): Statement => ({
    Sid: `CloudTrailWrites${account}`,
    Effect: 'Allow',
    Principal,
    Action: 's3:PutObject',
    // Without the account's own keys too, an organisation's trail can't be made.
    Resource: [account, ...(organizationId === undefined ? [] : [organizationId])].map((owner) =>
      bucketArn(place.region, bucketName, `AWSLogs/${owner}/*`),
    ),
    Condition: { StringEquals: { ...OWNER_ACL, 'aws:SourceArn': arns } },
  }));
  return [
    {
      Sid: 'CloudTrailLooks',
      Effect: 'Allow',
      Principal,
      Action: 's3:GetBucketAcl',
      Resource: bucketArn(place.region, bucketName),
      Condition: { StringEquals: { 'aws:SourceArn': trailArns } },
    },
    ...writes,
  ];
}

/** API calls of an account or of a whole organisation, as CloudTrail writes them. A KMS key is the bucket's Region's. */
export class CloudTrailLogBucket extends LogBucket {
  /** How the date is written at the end of a key's folder. */
  static readonly dates = 'yyyy/MM/dd';

  /** @throws InputError LZ-LOG-n, LZ-BUCKET-n, LZ-ARN-n, LZ-POLICY-n, LZ-STACK-6 */
  constructor(scope: Construct, id: string, props: CloudTrailLogBucketProps) {
    super(scope, id, { noun: 'CloudTrailLogBucket' }, props, (place) => ({ statements: deliverTrails(place, props) }));
  }

  /**
   * The folder of an account's events of a Region, in front of the date.
   * @param organizationId of an organisation's trail
   */
  static prefixOf(accountId: string, region: string, organizationId?: string): string {
    return `AWSLogs/${organizationId === undefined ? '' : `${organizationId}/`}${accountId}/CloudTrail/${region}/`;
  }
}
