import { GUARDED_TYPES } from '../../../../../../policies/model/identity/reading/resources/guarded-types';
import type { ResourceFact } from '../../../../../../policies/model/universe';
import { ref, resource, unknown } from '../../../network/documents';
import { allowing, factsOf, held, policyShown, resourceAt, textShown } from '../../facts-text';

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
  it.each(
    GUARDED_TYPES.flatMap(({ type, names, companions }) =>
      companions.map((companion) => [companion.type, type, companion.names, companion.policy, names[0] ?? 'arn'] as const),
    ),
  )('the policy of the %s that names the %s by %s', (type, of, by, argument, name) => {
    const facts = [
      resource(`${of}.it`, { name: 'it', bucket: 'it', domain_name: 'it', function_name: 'it' }),
      resource(`${type}.p`, { [by]: ref(`${of}.it.${name}`), [argument]: READ }),
    ];

    expect(heldBy(`${of}.it`, facts)).toEqual([`inline ${type}.p: Allow x:Read on *`]);
  });

  it.each(GUARDED_TYPES.flatMap(({ type, own }) => (own === undefined ? [] : [[type, own] as const])))(
    'the policy that stands in the %s itself, in %s',
    (type, own) => {
      expect(heldBy(`${type}.it`, [resource(`${type}.it`, { [own]: READ })])).toEqual([
        `inline policy of ${type}.it: Allow x:Read on *`,
      ]);
    },
  );

  it('none where nobody writes one, but keys and topics have one of AWS', () => {
    expect(heldBy('aws_s3_bucket.b', [BUCKET])).toEqual([]);
    expect(heldBy('aws_kms_key.k', [resource('aws_kms_key.k')])).toEqual([
      'inline the policy that AWS gives aws_kms_key.k: Allow kms:* on *',
    ]);
    expect(heldBy('aws_sns_topic.t', [resource('aws_sns_topic.t')])[0]).toMatch(
      /^inline the policy that AWS gives aws_sns_topic\.t: Allow SNS:GetTopicAttributes .* SNS:Publish on \*$/,
    );
  });

  it("the default key policy of its own account's root", () => {
    const { policies } = resourceAt(factsOf([resource('aws_kms_key.k')]), 'aws_kms_key.k');
    const [policy] = policies.map((attached) => attached.policy);

    expect(policy !== undefined && 'statements' in policy ? policy.statements[0]?.principals : policy).toEqual({
      except: false,
      items: [{ kind: 'AWS', text: 'arn:aws:iam::111111111111:root' }],
    });
  });

  it('in a state the policy of its companion, not what it repeats itself', () => {
    const facts = [
      resource('aws_s3_bucket.b', { bucket: 'acme', policy: allowing('x:Old', { Principal: '*' }) }),
      resource('aws_s3_bucket_policy.p', { bucket: 'acme', policy: READ }),
    ];

    expect(heldBy('aws_s3_bucket.b', facts, 'state')).toEqual(['inline aws_s3_bucket_policy.p: Allow x:Read on *']);
    expect(heldBy('aws_s3_bucket.b', facts)).toEqual([
      'inline aws_s3_bucket_policy.p: Allow x:Read on *',
      'inline policy of aws_s3_bucket.b: Allow x:Old on *',
      "? net:aws_s3_bucket_policy.p and net:aws_s3_bucket.b take each other's place",
    ]);
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

describe('a function', () => {
  const FUNCTION = resource('aws_lambda_function.f', { function_name: 'rotate' });

  it('has a statement of each permission, by name, ARN or ARN with alias', () => {
    const permit = (name: string, body: ResourceFact['body']): ResourceFact =>
      resource(`aws_lambda_permission.${name}`, { action: 'lambda:InvokeFunction', statement_id: name, ...body });
    const facts = factsOf([
      FUNCTION,
      permit('a', {
        function_name: ref('aws_lambda_function.f.function_name'),
        principal: 'sns.amazonaws.com',
        source_arn: 'arn:s',
      }),
      permit('b', {
        function_name: 'arn:aws:lambda:eu-west-1:111111111111:function:rotate:live',
        principal: '222222222222',
        qualifier: 'live',
      }),
      permit('c', { function_name: 'other', principal: '*' }),
    ]);
    const { policies, doubts } = resourceAt(facts, 'aws_lambda_function.f');
    const statements = policies.flatMap(({ policy }) => ('statements' in policy ? policy.statements : []));

    expect(doubts).toEqual([]);
    expect(statements).toEqual([
      {
        index: 0,
        sid: 'a',
        effect: 'Allow',
        principals: { except: false, items: [{ kind: 'Service', text: 'sns.amazonaws.com' }] },
        actions: { except: false, items: ['lambda:InvokeFunction'] },
        resources: { except: false, items: ['arn:aws:lambda:eu-west-1:111111111111:function:rotate'] },
        conditions: [{ operator: 'ArnLike', key: 'AWS:SourceArn', values: ['arn:s'] }],
      },
      {
        index: 0,
        sid: 'b',
        effect: 'Allow',
        principals: { except: false, items: [{ kind: 'AWS', text: '222222222222' }] },
        actions: { except: false, items: ['lambda:InvokeFunction'] },
        resources: { except: false, items: ['arn:aws:lambda:eu-west-1:111111111111:function:rotate:live'] },
        conditions: [],
      },
    ]);
  });

  it.each([
    ['source_account', 'StringEquals AWS:SourceAccount'],
    ['principal_org_id', 'StringEquals aws:PrincipalOrgID'],
    ['event_source_token', 'StringEquals lambda:EventSourceToken'],
    ['function_url_auth_type', 'StringEquals lambda:FunctionUrlAuthType'],
  ])('is open only as %s says: %s', (argument, condition) => {
    const body = { function_name: 'rotate', action: 'lambda:InvokeFunctionUrl', principal: '*', [argument]: 'v' };
    const { policies } = resourceAt(factsOf([FUNCTION, resource('aws_lambda_permission.p', body)]), 'aws_lambda_function.f');
    const tests = policies.flatMap(({ policy }) =>
      'statements' in policy ? policy.statements.flatMap((one) => one.conditions) : [],
    );

    expect(tests.map(({ operator, key, values }) => [`${operator} ${key}`, values])).toEqual([[condition, ['v']]]);
  });

  it('has a permission that is not told where nobody is named', () => {
    const nobody = resource('aws_lambda_permission.p', { function_name: 'rotate', action: 'lambda:InvokeFunction' });
    const { policies } = resourceAt(factsOf([FUNCTION, nobody]), 'aws_lambda_function.f');

    expect(policies.map(({ policy }) => policyShown(policy))).toEqual([
      '? net:aws_lambda_permission.p names nobody or no action',
    ]);
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
    expect(shown(bare, by('p'), by('q'))).toEqual([
      ['vpce-1', 'aws_vpc_endpoint_policy.p', ['several resources set the policy of net:aws_vpc_endpoint.bare']],
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
