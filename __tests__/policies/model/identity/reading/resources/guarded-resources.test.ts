import { identityFactsOf } from '../../../../../../policies/model/identity/reading';
import { readPolicy } from '../../../../../../policies/model/policy/read-policy';
import type { PlannedChange, ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, universeOf, unknown } from '../../../network/documents';
import { allowing, attachedShown, factsOf, held, resourceAt, textShown } from '../../facts-text';

const READ = allowing('x:Read', { Principal: '*' });
const BUCKET = resource('aws_s3_bucket.b', { bucket: 'acme' });

function heldBy(
  address: string,
  facts: readonly ResourceFact[],
  form: 'synthesised' | 'state' = 'synthesised',
): readonly string[] {
  return held(resourceAt(factsOf(facts, form), address));
}

describe('a resource has', () => {
  it('none where nobody writes one, but keys, topics and file systems have one of AWS', () => {
    expect(heldBy('aws_s3_bucket.b', [BUCKET])).toEqual([]);
    expect(heldBy('aws_kms_key.k', [resource('aws_kms_key.k')])).toEqual([
      'inline the policy that AWS gives aws_kms_key.k: Allow kms:* on *',
    ]);
  });

  it.each<[string, object]>([
    [
      'aws_kms_key',
      { Sid: 'Enable IAM User Permissions', Principal: { AWS: 'arn:aws:iam::111111111111:root' }, Action: 'kms:*' },
    ],
    [
      'aws_sns_topic',
      {
        Sid: '__default_statement_ID',
        Principal: { AWS: '*' },
        Action: [
          'SNS:GetTopicAttributes',
          'SNS:SetTopicAttributes',
          'SNS:AddPermission',
          'SNS:RemovePermission',
          'SNS:DeleteTopic',
          'SNS:Subscribe',
          'SNS:ListSubscriptionsByTopic',
          'SNS:Publish',
        ],
        Condition: { StringEquals: { 'AWS:SourceOwner': '111111111111' } },
      },
    ],
    [
      'aws_efs_file_system',
      {
        Principal: '*',
        Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
        Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
      },
    ],
  ])('of AWS, as its page shows it, an %s that nobody gives one', (type, statement) => {
    const { policies } = resourceAt(factsOf([resource(`${type}.it`)]), `${type}.it`);
    const written = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] };

    expect(policies.map(({ policy }) => policy)).toEqual([readPolicy(written)]);
  });

  it('in a state the policy of its companion, not what it repeats itself', () => {
    const facts = [
      resource('aws_s3_bucket.b', { bucket: 'acme', policy: allowing('x:Old', { Principal: '*' }) }),
      resource('aws_s3_bucket_policy.p', { bucket: 'acme', policy: READ }),
    ];
    const clash = "? net:aws_s3_bucket_policy.p and net:aws_s3_bucket.b take each other's place";

    expect(heldBy('aws_s3_bucket.b', facts, 'state')).toEqual(['inline aws_s3_bucket_policy.p: Allow x:Read on *']);
    expect(heldBy('aws_s3_bucket.b', facts.slice(0, 1), 'state')).toEqual(['inline policy of aws_s3_bucket.b: Allow x:Old on *']);
    expect(heldBy('aws_s3_bucket.b', facts)).toEqual([
      `inline aws_s3_bucket_policy.p: ${clash}`,
      `inline policy of aws_s3_bucket.b: ${clash}`,
      clash,
    ]);
  });

  it('in a plan its own policy and that of its companion, if the plan makes it: of what is there it repeats the other', () => {
    const own = resource('aws_s3_bucket.b', { bucket: 'acme', policy: allowing('x:Old', { Principal: '*' }) });
    const [stack] = universeOf([own, resource('aws_s3_bucket_policy.p', { bucket: 'acme', policy: READ })], 'plan').stacks;
    const made = { address: 'aws_s3_bucket.b', type: 'aws_s3_bucket', actions: ['create'], isDeposed: false };
    const shown = (changes: readonly (typeof made)[]): readonly string[] =>
      held(resourceAt(identityFactsOf({ stacks: stack === undefined ? [] : [{ ...stack, changes }] }), 'aws_s3_bucket.b'));

    expect(shown([])).toEqual(['inline aws_s3_bucket_policy.p: Allow x:Read on *']);
    expect(shown([made])).toContain("? net:aws_s3_bucket_policy.p and net:aws_s3_bucket.b take each other's place");
  });

  it('in a plan that takes away what may have set its policy one that is not told', () => {
    const own = resource('aws_s3_bucket.b', { bucket: 'acme', policy: READ });
    const gone = (type: string): PlannedChange => {
      return { address: `${type}.p`, type, actions: ['delete'], before: { bucket: 'acme' }, isDeposed: false };
    };
    const shown = (type: string, bucket: ResourceFact): readonly string[] => {
      const [stack] = universeOf([bucket], 'plan').stacks;
      const facts = identityFactsOf({ stacks: stack === undefined ? [] : [{ ...stack, changes: [gone(type)] }] });
      return held(resourceAt(facts, 'aws_s3_bucket.b'));
    };

    expect(shown('aws_s3_bucket_policy', own)).toEqual([
      'inline policy of aws_s3_bucket.b: ? the plan takes away what may have set it',
    ]);
    expect(shown('aws_s3_bucket_policy', BUCKET)).toEqual([]);
    expect(shown('aws_sns_topic_policy', own)).toEqual(['inline policy of aws_s3_bucket.b: Allow x:Read on *']);
  });

  it('a policy that is not told where its companion has no text, and nothing that is sure where another may take its place', () => {
    const own = resource('aws_s3_bucket.b', { bucket: 'acme', policy: READ });
    const adrift = resource('aws_s3_bucket_policy.p', { bucket: unknown('set from outside'), policy: READ });
    const may = '? net:aws_s3_bucket_policy.p may belong to it: it is "<not known (set from outside)>"';

    expect(heldBy('aws_s3_bucket.b', [BUCKET, resource('aws_s3_bucket_policy.p', { bucket: 'acme' })])).toEqual([
      'inline aws_s3_bucket_policy.p: ? net:aws_s3_bucket_policy.p has no text',
    ]);
    expect(heldBy('aws_s3_bucket.b', [own, adrift])).toEqual([`inline policy of aws_s3_bucket.b: ${may}`, may]);
  });

  it('nothing that is for another one of its name in another account or Region', () => {
    const far = resource('aws_sqs_queue_policy.p', { queue_url: 'https://sqs.eu-west-1.amazonaws.com/1/jobs', policy: READ });

    expect(heldBy('aws_sqs_queue.q', [resource('aws_sqs_queue.q', { name: 'jobs' }), far])).toEqual([]);
    expect(
      heldBy('aws_backup_vault.v', [
        resource('aws_backup_vault.v', { name: 'v' }),
        resource('aws_backup_vault_policy.p', { backup_vault_name: 'v', policy: READ }, { region: 'eu-central-1' }),
      ]),
    ).toEqual([]);
  });

  it('in doubt what may be its policy', () => {
    const adrift = resource('aws_s3_bucket_policy.p', { bucket: unknown('set from outside'), policy: READ });
    const many = resource('aws_s3_bucket_policy.p', { bucket: 'acme', policy: READ }, { repeated: unknown('count is ${var.n}') });

    expect(heldBy('aws_s3_bucket.b', [BUCKET, adrift])).toEqual([
      '? net:aws_s3_bucket_policy.p may belong to it: it is "<not known (set from outside)>"',
    ]);
    expect(heldBy('aws_s3_bucket.b', [BUCKET, many])).toEqual([
      '? net:aws_s3_bucket_policy.p may belong to it: count is ${var.n}',
    ]);
  });

  it('an ARN, and an account where that is told', () => {
    const { arn, accountId, service } = resourceAt(factsOf([BUCKET]), 'aws_s3_bucket.b');

    expect({ arn, accountId, service }).toEqual({ arn: 'arn:aws:s3:::acme', accountId: '111111111111', service: 's3' });
  });
});

describe('log groups, endpoints and grants', () => {
  it('a log group has the policies of its account and Region, and doubts of others that may be', () => {
    const policy = (name: string, place: Parameters<typeof resource>[2]): ResourceFact =>
      resource(`aws_cloudwatch_log_resource_policy.${name}`, { policy_document: READ }, place);
    const { accountId: _account, ...nowhere } = policy('maybe', {});
    const group = resource('aws_cloudwatch_log_group.g', { name: '/app' });

    expect(
      heldBy('aws_cloudwatch_log_group.g', [group, policy('own', {}), policy('far', { region: 'us-east-1' }), nowhere]),
    ).toEqual([
      'inline aws_cloudwatch_log_resource_policy.own: Allow x:Read on *',
      '? net:aws_cloudwatch_log_resource_policy.maybe may be of its account and Region',
    ]);
    expect(heldBy('aws_cloudwatch_log_group.g', [group, policy('often', { repeated: unknown('count') })])).toEqual([
      '? net:aws_cloudwatch_log_resource_policy.often may be of its account and Region',
    ]);
    expect(heldBy('aws_cloudwatch_log_group.g', [group, resource('aws_cloudwatch_log_resource_policy.bare')])).toEqual([
      'inline aws_cloudwatch_log_resource_policy.bare: ? net:aws_cloudwatch_log_resource_policy.bare has no text',
    ]);
    expect(resourceAt(factsOf([group]), 'aws_cloudwatch_log_group.g')).toMatchObject({
      service: 'logs',
      arn: 'arn:aws:logs:eu-west-1:111111111111:log-group:/app',
      accountId: '111111111111',
    });
  });

  it('an endpoint has its own policy, or that of a resource, or none; two are in doubt', () => {
    const own = resource('aws_vpc_endpoint.own', { policy: READ });
    const bare = resource('aws_vpc_endpoint.bare', { id: 'vpce-1' });
    const by = (name: string): ResourceFact =>
      resource(`aws_vpc_endpoint_policy.${name}`, { vpc_endpoint_id: ref('aws_vpc_endpoint.bare.id'), policy: READ });
    const shown = (...facts: readonly ResourceFact[]): readonly unknown[] =>
      factsOf(facts).endpoints.map(({ id, policy, doubts }) => [textShown(id), policy?.name, doubts.map(({ why }) => why)]);

    expect(shown(own, bare)).toEqual([
      ['<net:aws_vpc_endpoint.own.id>', 'policy of aws_vpc_endpoint.own', []],
      ['vpce-1', undefined, []],
    ]);
    expect(shown(bare, by('p'))).toEqual([['vpce-1', 'aws_vpc_endpoint_policy.p', []]]);
    const several = ['several resources set the policy of net:aws_vpc_endpoint.bare'];
    expect(shown(bare, by('p'), by('q'))).toEqual([['vpce-1', 'aws_vpc_endpoint_policy.p', several]]);
    expect(shown({ ...bare, body: { id: 'vpce-1', policy: READ } }, by('p'))).toEqual([
      ['vpce-1', 'aws_vpc_endpoint_policy.p', several],
    ]);
  });

  it('an endpoint has no policy that is sure where another may take its place, or has no text', () => {
    const endpoint = resource('aws_vpc_endpoint.e', { id: 'vpce-1', policy: READ });
    const by = (more: ResourceFact['body'], place: Parameters<typeof resource>[2] = {}): ResourceFact =>
      resource('aws_vpc_endpoint_policy.p', { vpc_endpoint_id: 'vpce-1', ...more }, place);
    const shown = (form: 'synthesised' | 'state', ...facts: readonly ResourceFact[]): readonly unknown[] =>
      factsOf(facts, form).endpoints.map(({ policy }) => policy && attachedShown(policy));
    const bare = resource('aws_vpc_endpoint.e', { id: 'vpce-1' });

    expect(shown('synthesised', endpoint, by({ policy: READ }))).toEqual([
      'inline aws_vpc_endpoint_policy.p: ? several resources set the policy of net:aws_vpc_endpoint.e',
    ]);
    expect(shown('state', endpoint, by({ policy: READ }))).toEqual(['inline aws_vpc_endpoint_policy.p: Allow x:Read on *']);
    expect(shown('synthesised', bare, by({}))).toEqual([
      'inline aws_vpc_endpoint_policy.p: ? net:aws_vpc_endpoint_policy.p has no text',
    ]);
    expect(shown('synthesised', endpoint, by({ policy: READ, vpc_endpoint_id: unknown('set from outside') }))).toEqual([
      'inline policy of aws_vpc_endpoint.e: ? net:aws_vpc_endpoint_policy.p may belong to it: it is "<not known (set from outside)>"',
    ]);
    expect(shown('synthesised', endpoint, by({ policy: READ }, { region: 'us-east-1' }))).toEqual([
      'inline policy of aws_vpc_endpoint.e: Allow x:Read on *',
    ]);
  });

  it('a grant is on the key that it names, for whom and what it says', () => {
    const grant = (body: ResourceFact['body']): ResourceFact => resource('aws_kms_grant.g', body);
    const key = resource('aws_kms_key.k');
    const read = (body: ResourceFact['body']): unknown =>
      factsOf([key, grant(body)]).grants.map(({ fact: _fact, ...told }) => told)[0];
    const told = { key_id: ref('aws_kms_key.k.key_id'), grantee_principal: 'arn:aws:iam::1:role/a', operations: ['Decrypt'] };

    expect(read(told)).toEqual({
      keys: ['net:aws_kms_key.k'],
      certain: true,
      grantee: 'arn:aws:iam::1:role/a',
      actions: ['kms:Decrypt'],
      constrained: false,
    });
    expect(read({ ...told, key_id: unknown(), constraints: [{ encryption_context_equals: { a: 'b' } }] })).toMatchObject({
      keys: ['net:aws_kms_key.k'],
      certain: false,
      constrained: true,
    });
  });
});
