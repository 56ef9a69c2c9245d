import { guardedBy } from '../../../../policies/iam/gather/guarded';
import { resourceOf } from '../../../../policies/iam/gather';
import { identityFactsOf } from '../../../../policies/model/identity/reading';
import { allowing } from '../../model/identity/facts-text';
import { computed, resource, universeOf } from '../../model/network/documents';

const open = allowing('*', { Principal: '*' });
const LOGS = resource('aws_s3_bucket.logs', { bucket: 'acme' });
const UNTOLD = ['made', 'late'].map((name) => resource(`aws_s3_bucket.${name}`, { bucket: computed() }));
const UNIVERSE = universeOf([
  LOGS,
  ...UNTOLD,
  resource('aws_lambda_function.f', { function_name: 'f' }),
  resource('aws_lambda_permission.p', { function_name: 'f', action: 'lambda:InvokeFunction', principal: 's3.amazonaws.com' }),
  resource('aws_cloudwatch_log_group.g', { name: '/app/a' }),
  resource('aws_cloudwatch_log_resource_policy.g', { policy_name: 'g', policy_document: open }),
  resource('aws_dynamodb_table.t', { name: 't' }),
  resource('aws_dynamodb_resource_policy.t', { resource_arn: 'arn:aws:dynamodb:eu-west-1:111111111111:table/t', policy: open }),
  resource('aws_kinesis_stream.s', { name: 's' }),
  resource('aws_kinesis_resource_policy.s', { resource_arn: 'arn:aws:kinesis:eu-west-1:111111111111:stream/s', policy: open }),
  resource('aws_elasticsearch_domain.d', { domain_name: 'd' }),
  resource('aws_elasticsearch_domain_policy.d', { domain_name: 'd', access_policies: open }),
  resource('aws_sqs_queue.q', { name: 'q' }),
]);
const HERE = 'eu-west-1:111111111111';

/** Address of the resource whose policy guards what is called so; `none`, or those that it may be. */
function guard(called: string, universe = UNIVERSE): string {
  const { found, maybe } = guardedBy(identityFactsOf(universe), resourceOf(universe, called).arn);
  return found?.fact.address ?? (maybe.length === 0 ? 'none' : `perhaps ${maybe.map(({ fact }) => fact.address).join(', ')}`);
}

/** Service authorization reference: the resources of each service, by whose policy they are guarded. */
it.each([
  ['arn:aws:s3:::acme', 'aws_s3_bucket.logs'],
  ['arn:aws:s3:::acme/a', 'aws_s3_bucket.logs'],
  ['arn:aws:s3:::acme/a/b:c', 'aws_s3_bucket.logs'],
  ['arn:aws:s3:::acme/a*', 'aws_s3_bucket.logs'],
  ['aws_s3_bucket.made', 'aws_s3_bucket.made'],
  ['aws_s3_bucket.made/a/b', 'aws_s3_bucket.made'],
  ['aws_s3_bucket.made/*', 'aws_s3_bucket.made'],
  ['aws_s3_bucket.made/a/*/b', 'aws_s3_bucket.made'],
  [`arn:aws:lambda:${HERE}:function:f`, 'aws_lambda_function.f'],
  [`arn:aws:lambda:${HERE}:function:f:live`, 'aws_lambda_function.f'],
  [`arn:aws:logs:${HERE}:log-group:/app/a:log-stream:x`, 'aws_cloudwatch_log_group.g'],
  [`arn:aws:dynamodb:${HERE}:table/t/index/i`, 'aws_dynamodb_table.t'],
  [`arn:aws:kinesis:${HERE}:stream/s/consumer/c:1`, 'aws_kinesis_stream.s'],
  [`arn:aws:es:${HERE}:domain/d/index/_search`, 'aws_elasticsearch_domain.d'],
  [`arn:aws:sqs:${HERE}:q`, 'aws_sqs_queue.q'],
])('%s is guarded by the policy of %s', (called, address) => {
  expect(guard(called)).toBe(address);
});

it.each([
  'arn:aws:s3:::acme:b/c',
  'arn:aws:s3:::acme-b',
  `arn:aws:lambda:${HERE}:function:f/a:b`,
  `arn:aws:lambda:${HERE}:function:fg`,
  `arn:aws:logs:${HERE}:log-group:/app/a/b:log-stream:x`,
  `arn:aws:dynamodb:${HERE}:table/t:a/b`,
  `arn:aws:kinesis:${HERE}:stream/s:a/b`,
  `arn:aws:es:${HERE}:domain/d:a/b`,
  `arn:aws:sqs:${HERE}:q/r`,
  `arn:aws:sqs:${HERE}:q:r`,
])('%s lies in none of them', (called) => {
  expect(guard(called)).toMatch(/^(none|perhaps aws_s3_bucket\.made, aws_s3_bucket\.late)$/);
});

it('what a star of a question stands for may be a bucket whose name only apply tells', () => {
  expect(guard('arn:aws:s3:::*', universeOf(UNTOLD))).toBe('perhaps aws_s3_bucket.made, aws_s3_bucket.late');
  expect(guard('arn:aws:sqs:eu-west-1:111111111111:*')).toBe('none');
});

it('a bucket that two documents make is perhaps the one, perhaps the other', () => {
  const far = resource('aws_s3_bucket.far', { bucket: 'acme' }, { stack: 'far', accountId: '222222222222' });

  expect(guard('arn:aws:s3:::acme/a', universeOf([LOGS, far]))).toBe('perhaps aws_s3_bucket.logs, aws_s3_bucket.far');
});
