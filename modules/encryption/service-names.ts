import { partitionOf } from '../core/aws/partition';

/**
 * A service as AWS names it in one Region: the principal of CloudWatch Logs, and what `kms:ViaService` says of a call that
 * a service makes for somebody.
 * @source KMS developer guide, "kms:ViaService"; CloudWatch Logs user guide, "Encrypt log data using AWS KMS"
 */
export function regionalService(service: string, region: string): string {
  return `${service}.${region}.amazonaws.com${partitionOf(region) === 'aws-cn' ? '.cn' : ''}`;
}
