import { terraformJson, type TerraformJson } from './terraform-json';

export const ARCHIVE = '222222222222';
export const LOG_BUCKET = 'acme-flow-logs-222222222222-eu-west-1';

/** The bucket that flow logs of other accounts are delivered to. */
export function archiveStack(): TerraformJson {
  return terraformJson(
    { name: 'archive-eu-west-1-logging', account: ARCHIVE },
    {
      resource: {
        aws_s3_bucket: { logs: { bucket: LOG_BUCKET, force_destroy: true } },
        aws_ssm_parameter: {
          bucket: { name: '/lz/archive/logging/flow-log-bucket', type: 'String', value: '${aws_s3_bucket.logs.arn}' },
        },
      },
    },
  );
}
