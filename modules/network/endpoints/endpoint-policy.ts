import { partitionOf } from '../../core/aws/partition';
import { renderPolicy } from '../../core/policy/render-policy';
import type { StatedPolicy, Statement } from '../../core/policy/statement';

/**
 * The policy of an endpoint that states none: principals of the own account only, so that stolen credentials of another
 * account can't carry data out through it. By way of S3, ECR reads its image layers as itself.
 * @source Amazon ECR user guide, "Amazon ECR interface VPC endpoints: minimum Amazon S3 bucket permissions"
 */
function ownAccountOnly(service: string, accountId: string, region: string): Statement[] {
  const own: Statement = {
    Sid: 'OwnAccount',
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalAccount': accountId } },
  };
  const layers: Statement = {
    Sid: 'ImageLayers',
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:${partitionOf(region)}:s3:::prod-${region}-starport-layer-bucket/*`,
  };
  return service === 's3' ? [own, layers] : [own];
}

/** The endpoint's policy as the text that a second plan agrees with. */
export function endpointPolicy(service: string, stated: StatedPolicy | undefined, accountId: string, region: string): string {
  return renderPolicy('endpoint', stated ?? ownAccountOnly(service, accountId, region));
}
