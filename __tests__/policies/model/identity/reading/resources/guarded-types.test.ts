import { GUARDED_TYPES } from '../../../../../../policies/model/identity/reading/resources/guarded-types';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource } from '../../../network/documents';
import { allowing, factsOf, grantsOn, held, resourceAt } from '../../facts-text';

const READ = allowing('x:Read', { Principal: '*' });
const NAMED = { name: 'it', bucket: 'it', domain_name: 'it', key_id: 'k-1', cluster_name: 'it', cluster_uuid: 'u-1' };

/** What sets the policy of what, as the provider's pages say, and a text that somebody may write by hand to name it. */
const PAGES: readonly (readonly [holder: string, by: string, named: string, type: string, argument?: string])[] = [
  ['aws_s3_bucket_policy', 'bucket', 'it', 'aws_s3_bucket'],
  ['aws_kms_key_policy', 'key_id', 'k-1', 'aws_kms_key'],
  ['aws_kms_key_policy', 'key_id', 'k-1', 'aws_kms_external_key'],
  ['aws_kms_key_policy', 'key_id', 'k-1', 'aws_kms_replica_key'],
  ['aws_kms_key_policy', 'key_id', 'k-1', 'aws_kms_replica_external_key'],
  ['aws_sns_topic_policy', 'arn', 'arn:aws:sns:eu-west-1:111111111111:it', 'aws_sns_topic'],
  ['aws_sqs_queue_policy', 'queue_url', 'https://sqs.eu-west-1.amazonaws.com/111111111111/it', 'aws_sqs_queue'],
  ['aws_sqs_queue_policy', 'queue_url', 'https://sqs.eu-west-1.amazonaws.com.cn/111111111111/it', 'aws_sqs_queue'],
  [
    'aws_secretsmanager_secret_policy',
    'secret_arn',
    'arn:aws:secretsmanager:eu-west-1:111111111111:secret:it',
    'aws_secretsmanager_secret',
  ],
  ['aws_ecr_repository_policy', 'repository', 'it', 'aws_ecr_repository'],
  ['aws_cloudwatch_event_bus_policy', 'event_bus_name', 'it', 'aws_cloudwatch_event_bus'],
  ['aws_backup_vault_policy', 'backup_vault_name', 'it', 'aws_backup_vault'],
  ['aws_opensearch_domain_policy', 'domain_name', 'it', 'aws_opensearch_domain', 'access_policies'],
  ['aws_elasticsearch_domain_policy', 'domain_name', 'it', 'aws_elasticsearch_domain', 'access_policies'],
  ['aws_glacier_vault_lock', 'vault_name', 'it', 'aws_glacier_vault'],
  ['aws_dynamodb_resource_policy', 'resource_arn', 'arn:aws:dynamodb:eu-west-1:111111111111:table/it', 'aws_dynamodb_table'],
  ['aws_kinesis_resource_policy', 'resource_arn', 'arn:aws:kinesis:eu-west-1:111111111111:stream/it', 'aws_kinesis_stream'],
  [
    'aws_codebuild_resource_policy',
    'resource_arn',
    'arn:aws:codebuild:eu-west-1:111111111111:project/it',
    'aws_codebuild_project',
  ],
  [
    'aws_codebuild_resource_policy',
    'resource_arn',
    'arn:aws:codebuild:eu-west-1:111111111111:report-group/it',
    'aws_codebuild_report_group',
  ],
  ['aws_msk_cluster_policy', 'cluster_arn', 'arn:aws:kafka:eu-west-1:111111111111:cluster/it/u-1', 'aws_msk_cluster'],
  ['aws_msk_cluster_policy', 'cluster_arn', 'arn:aws:kafka:eu-west-1:111111111111:cluster/it/u-1', 'aws_msk_serverless_cluster'],
  ['aws_efs_file_system_policy', 'file_system_id', 'fs-1', 'aws_efs_file_system'],
];
const HOLDERS = PAGES.map(([holder, by, named, type, argument = 'policy']) => [holder, by, named, type, argument] as const);

/** The types whose policy may stand in themselves. */
const OWN: readonly (readonly [type: string, argument: string])[] = [
  ['aws_s3_bucket', 'policy'],
  ['aws_kms_key', 'policy'],
  ['aws_kms_external_key', 'policy'],
  ['aws_kms_replica_key', 'policy'],
  ['aws_kms_replica_external_key', 'policy'],
  ['aws_sns_topic', 'policy'],
  ['aws_sqs_queue', 'policy'],
  ['aws_secretsmanager_secret', 'policy'],
  ['aws_opensearch_domain', 'access_policies'],
  ['aws_elasticsearch_domain', 'access_policies'],
  ['aws_glacier_vault', 'access_policy'],
];

function heldBy(address: string, ...facts: readonly ResourceFact[]): readonly string[] {
  return held(resourceAt(factsOf(facts), address));
}

describe('a resource has the policy', () => {
  it.each(HOLDERS)('of the %s whose %s is %s: the %s of that name', (holder, by, named, type, argument) => {
    const it = resource(`${type}.it`, type === 'aws_efs_file_system' ? { id: 'fs-1' } : NAMED);
    const set = (name: string): ResourceFact => resource(`${holder}.p`, { [by]: name, [argument]: READ });

    expect(heldBy(`${type}.it`, it, set(named))).toEqual([`inline ${holder}.p: Allow x:Read on *`]);
    expect(heldBy(`${type}.it`, it, set(`${named}-other`))).not.toContain(`inline ${holder}.p: Allow x:Read on *`);
  });

  it.each(HOLDERS)('of the %s whose %s refers to its ARN or id', (holder, by, _named, type, argument) => {
    const attribute = by === 'resource_arn' || by === 'secret_arn' ? 'arn' : 'id';
    const set = resource(`${holder}.p`, { [by]: ref(`${type}.it.${attribute}`), [argument]: READ });

    expect(heldBy(`${type}.it`, resource(`${type}.it`, { name: 'it' }), set)).toEqual([`inline ${holder}.p: Allow x:Read on *`]);
  });

  it.each(OWN)('that stands in the %s itself, in %s', (type, argument) => {
    expect(heldBy(`${type}.it`, resource(`${type}.it`, { [argument]: READ }))).toEqual([
      `inline policy of ${type}.it: Allow x:Read on *`,
    ]);
  });

  it('of its vault and of the lock on it: the lock takes no place', () => {
    const vault = resource('aws_glacier_vault.it', { name: 'it', access_policy: READ });
    const lock = resource('aws_glacier_vault_lock.l', { vault_name: 'it', policy: allowing('x:Lock') });

    expect(heldBy('aws_glacier_vault.it', vault, lock)).toEqual([
      'inline policy of aws_glacier_vault.it: Allow x:Read on *',
      'inline aws_glacier_vault_lock.l: Allow x:Lock on *',
    ]);
  });

  it('of the resource that names its bucket in whatever account, since the world has one of a name', () => {
    const bucket = resource('aws_s3_bucket.it', { bucket: 'it' }, { accountId: '222222222222' });
    const by = resource('aws_s3_bucket_policy.p', { bucket: 'it', policy: READ });

    expect(heldBy('aws_s3_bucket.it', bucket, by)).toEqual(['inline aws_s3_bucket_policy.p: Allow x:Read on *']);
  });
});

it.each(GUARDED_TYPES.map(({ type, service }) => [type, service]))(
  'the service of the %s stands in its ARN: %s',
  (type, service) => {
    const { arn } = resourceAt(factsOf([resource(`${type}.it`, NAMED)]), `${type}.it`);
    const [head] = typeof arn === 'string' ? [arn] : arn.parts;

    expect(head).toMatch(new RegExp(`^arn:aws:${service}:`));
  },
);

it('a grant is on the key that its key id or ARN names, and on no other thing of that name', () => {
  const key = resource('aws_kms_key.k', { key_id: 'k-1' });
  const bucket = resource('aws_s3_bucket.b', { bucket: 'k-1' });

  expect(grantsOn('k-1', key, bucket)).toEqual([[['net:aws_kms_key.k'], true]]);
  expect(grantsOn('arn:aws:kms:eu-west-1:111111111111:key/k-1', key)).toEqual([[['net:aws_kms_key.k'], true]]);
  expect(grantsOn('k-1', { ...key, region: 'us-east-1' })).toEqual([[[], false]]);
  expect(grantsOn('k-1', bucket)).toEqual([[[], false]]);
});
