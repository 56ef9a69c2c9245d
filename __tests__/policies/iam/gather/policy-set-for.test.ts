import { decide } from '../../../../policies/iam/evaluate/decide';
import type { PolicySet } from '../../../../policies/iam/policy-set';
import { Template } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { ref, resource, unknown } from '../../model/network/documents';
import { ALICE, APP, ask, BUCKET, KEY, names, whys } from './asking';

describe('in a request has a say', () => {
  const given = [
    resource('aws_iam_user_policy.a', { name: 'own', user: 'alice', policy: allowing('s3:*') }),
    resource('aws_iam_role_policy.r', { name: 'role', role: 'app', policy: allowing('s3:*') }),
    resource('aws_s3_bucket_policy.p', { bucket: 'acme', policy: allowing('s3:*', { Principal: '*' }) }),
  ];

  it("the caller's policies, and the policy of the bucket that an object lies in", () => {
    const { set } = ask([ALICE, APP, BUCKET, ...given], ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x/y']);

    expect(names(set.identity)).toEqual(['own']);
    expect(names(set.resource)).toEqual(['aws_s3_bucket_policy.p']);
    expect([set.resourceKind, set.boundary, set.scp, set.rcp, set.endpoint, set.grants, set.doubts]).toEqual([
      'other',
      undefined,
      undefined,
      undefined,
      undefined,
      [],
      [],
    ]);
  });

  it('of a session the policies and the boundary of its role', () => {
    const bounded = resource('aws_iam_role.app', {
      name: 'app',
      permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
    });
    const asked = ['arn:aws:sts::111111111111:assumed-role/app/i-1', 's3:GetObject', 'aws_s3_bucket.b/x'] as const;
    const { set } = ask([bounded, BUCKET, ...given], asked);

    expect([names(set.identity), set.boundary?.name]).toEqual([['role'], 'PowerUserAccess']);
  });

  it('access that is not told, of whoever is not in the documents, and of nobody none', () => {
    const facts = [BUCKET];
    const stranger = ask(facts, ['arn:aws:iam::111111111111:user/eve', 's3:GetObject', 'aws_s3_bucket.b/x']);

    const role = ask(facts, ['arn:aws:iam::111111111111:role/eve', 's3:GetObject', 'aws_s3_bucket.b/x']);

    expect(names(stranger.set.identity)).toEqual(['the access of arn:aws:iam::111111111111:user/eve']);
    expect(names(role.set.identity)).toEqual(['the access of arn:aws:iam::111111111111:role/eve']);
    expect(decide(stranger.set, stranger.request).decision).toBe('unknown');
    for (const who of ['anonymous', 'ec2.amazonaws.com', '111111111111']) {
      expect(ask(facts, [who, 's3:GetObject', 'aws_s3_bucket.b/x']).set.identity).toEqual([]);
    }
  });

  it('a policy that is not told, of a resource whose ARN only apply tells, unless what the action is about has none', () => {
    const admin = resource('aws_iam_user_policy.a', { name: 'own', user: 'alice', policy: allowing('*') });
    const group = { model_package_group_name: 'g' };
    const facts = [
      ALICE,
      admin,
      resource('aws_sagemaker_model_package_group.g', group),
      resource('aws_sagemaker_model_package_group_policy.p', {
        ...group,
        resource_policy: allowing('*', { Effect: 'Deny', Principal: '*' }),
      }),
      resource('aws_vpc_peering_connection.x', {}),
    ];
    const answer = (action: string, what: string): string => {
      const { set, request } = ask(facts, ['aws_iam_user.alice', action, what]);
      return decide(set, request).decision;
    };

    expect(answer('sagemaker:DescribeModelPackageGroup', 'aws_sagemaker_model_package_group.g')).toBe('unknown');
    expect(answer('ec2:AcceptVpcPeeringConnection', 'aws_vpc_peering_connection.x')).toBe('allowed');
  });

  it('a policy that is not told, of a resource outside of the documents that may have one', () => {
    const facts = [ALICE, ...given];
    const bucket = ask(facts, ['aws_iam_user.alice', 's3:GetObject', 'arn:aws:s3:::other/x']);
    const key = ask(facts, ['aws_iam_user.alice', 'kms:Decrypt', 'arn:aws:kms:eu-west-1:111111111111:key/1']);
    const machine = ask(facts, ['aws_iam_user.alice', 'ec2:StopInstances', 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1']);

    expect(names(bucket.set.resource)).toEqual(['the policy of arn:aws:s3:::other/x']);
    expect([names(key.set.resource), key.set.resourceKind]).toEqual([
      ['the key policy of arn:aws:kms:eu-west-1:111111111111:key/1'],
      'kms',
    ]);
    expect([key.set.grants, key.set.doubts]).toEqual([[], []]);
    expect(machine.set.resource).toEqual([]);
    expect(ask(facts, ['aws_iam_user.alice', 's3:ListAllMyBuckets', '*']).set.resource).toEqual([]);
  });

  it.each([
    ['autoscaling:SetDesiredCapacity', 'autoscaling:eu-west-1:111111111111:autoScalingGroup:1:autoScalingGroupName/a'],
    ['cloudformation:DeleteStack', 'cloudformation:eu-west-1:111111111111:stack/a/1'],
    ['cloudtrail:StopLogging', 'cloudtrail:eu-west-1:111111111111:trail/a'],
    ['cloudwatch:DeleteAlarms', 'cloudwatch:eu-west-1:111111111111:alarm:a'],
    ['config:DeleteConfigRule', 'config:eu-west-1:111111111111:config-rule/a'],
    ['ec2:StopInstances', 'ec2:eu-west-1:111111111111:instance/i-1'],
    ['ecs:DeleteCluster', 'ecs:eu-west-1:111111111111:cluster/a'],
    ['eks:DeleteCluster', 'eks:eu-west-1:111111111111:cluster/a'],
    ['elasticache:DeleteCacheCluster', 'elasticache:eu-west-1:111111111111:cluster:a'],
    ['elasticloadbalancing:DeleteLoadBalancer', 'elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/a/1'],
    ['guardduty:DeleteDetector', 'guardduty:eu-west-1:111111111111:detector/a'],
    ['iam:DeleteRole', 'iam::111111111111:role/a'],
    ['rds:DeleteDBInstance', 'rds:eu-west-1:111111111111:db:a'],
    ['route53:ChangeResourceRecordSets', 'route53:::hostedzone/Z1'],
    ['securityhub:DisableSecurityHub', 'securityhub:eu-west-1:111111111111:hub/default'],
    ['states:StartExecution', 'states:eu-west-1:111111111111:stateMachine:a'],
    ['wafv2:DeleteWebACL', 'wafv2:eu-west-1:111111111111:regional/webacl/a/1'],
    ['wafv2:DeleteIPSet', 'wafv2:us-east-1:111111111111:global/ipset/a/1'],
    ['wafv2:DeleteRegexPatternSet', 'wafv2:us-east-1:111111111111:global/regexpatternset/a/1'],
  ])('no policy that is not told where %s is done to %s, which has none', (action, what) => {
    expect(ask([ALICE], ['aws_iam_user.alice', action, `arn:aws:${what}`]).set.resource).toEqual([]);
  });

  /** CloudTrail API reference, PutResourcePolicy; WAFV2 API reference, PutPermissionPolicy. */
  it.each([
    ['cloudtrail-data:PutAuditEvents', 'cloudtrail:eu-west-1:222222222222:channel/1'],
    ['cloudtrail:StartQuery', 'cloudtrail:eu-west-1:222222222222:eventdatastore/1'],
    ['cloudtrail:GetDashboard', 'cloudtrail:eu-west-1:222222222222:dashboard/a'],
    ['cloudtrail:StartQuery', 'cloudtrail:eu-west-1:222222222222:*'],
    ['wafv2:CreateWebACL', 'wafv2:eu-west-1:222222222222:regional/rulegroup/a/1'],
    ['wafv2:CreateWebACL', 'wafv2:us-east-1:222222222222:global/*'],
  ])('a policy that is not told where %s is done to %s, which may have one', (action, what) => {
    const rights = resource('aws_iam_user_policy.a', { name: 'own', user: 'alice', policy: allowing('*') });
    const { set, request } = ask([ALICE, rights], ['aws_iam_user.alice', action, `arn:aws:${what}`]);

    expect(decide(set, request).decision).toBe('unknown');
  });

  it.each(['arn:*', 'arn:aws:*', 'arn:aws:kms:*', 'arn:aws:s3:::*'])(
    'a policy that is not told of whatever %s may be',
    (what) => {
      const { set, request } = ask([ALICE, BUCKET], ['aws_iam_user.alice', 's3:GetObject', what]);

      expect(set.resource).toHaveLength(1);
      expect(decide(set, request).decision).toBe('unknown');
    },
  );

  it('the trust policy of a role that is taken on, and no other', () => {
    const own = ask([ALICE, APP], ['aws_iam_user.alice', 'sts:AssumeRole', 'aws_iam_role.app']);
    const other = ask([ALICE, APP], ['aws_iam_user.alice', 'sts:AssumeRole', 'arn:aws:iam::222222222222:role/x']);
    const pass = ask([ALICE, APP], ['aws_iam_user.alice', 'iam:PassRole', 'aws_iam_role.app']);

    for (const action of ['sts:assumerolewithsaml', 'sts:TagSession', 'sts:SetSourceIdentity']) {
      expect(ask([ALICE, APP], ['aws_iam_user.alice', action, 'aws_iam_role.app']).set.resourceKind).toBe('trust');
    }
    expect(ask([ALICE, APP], ['aws_iam_user.alice', 'sts:TagSessions', 'aws_iam_role.app']).set.resourceKind).toBe('other');
    expect([names(own.set.resource), own.set.resourceKind]).toEqual([['trust policy of aws_iam_role.app'], 'trust']);
    expect(names(other.set.resource)).toEqual(['the trust policy of arn:aws:iam::222222222222:role/x']);
    expect([pass.set.resource, pass.set.resourceKind]).toEqual([[], 'other']);
  });

  it("an organisation's policy that perhaps delegates to a member, and none for the management account itself", () => {
    const policies = (who: string, owner: string): readonly string[] => {
      const policy = `arn:aws:organizations::${owner}:policy/o-acme/service_control_policy/p-1`;
      return names(ask([ALICE], [who, 'organizations:UpdatePolicy', policy]).set.resource);
    };

    expect(policies('aws_iam_user.alice', '111111111111')).toEqual([]);
    expect(policies('aws_iam_user.alice', '999999999999')).toHaveLength(1);
    expect(policies('anonymous', '*')).toHaveLength(1);
  });

  it('no policy of a key for what is about an alias', () => {
    const alias = 'arn:aws:kms:eu-west-1:111111111111:alias/app';

    expect(ask([ALICE], ['aws_iam_user.alice', 'kms:DeleteAlias', alias]).set.resourceKind).toBe('other');
  });

  it('the policy of a key, and the grants that are surely on it', () => {
    const grant = (name: string, body: ResourceFact['body']): ResourceFact =>
      resource(`aws_kms_grant.${name}`, { grantee_principal: ref('aws_iam_role.app.arn'), operations: ['Decrypt'], ...body });
    const facts = [APP, KEY, grant('sure', { key_id: ref('aws_kms_key.k.key_id') }), grant('maybe', { key_id: unknown() })];
    const elsewhere = [
      resource('aws_kms_key.other', {}),
      grant('other', { key_id: ref('aws_kms_key.other.key_id') }),
      grant('whom', { key_id: ref('aws_kms_key.k.key_id'), grantee_principal: null }),
    ];
    const asked = ask([...facts, ...elsewhere], ['aws_iam_role.app', 'kms:Decrypt', 'aws_kms_key.k']);

    expect(asked.set.resourceKind).toBe('kms');
    expect(asked.set.grants).toEqual([
      {
        key: 'net:aws_kms_grant.sure',
        granteeArn: 'arn:aws:iam::111111111111:role/app',
        actions: ['kms:Decrypt'],
        constrained: false,
      },
    ]);
    expect(whys(asked)).toEqual([
      'net:aws_kms_grant.maybe may grant more on the key',
      'net:aws_kms_grant.whom may grant more on the key',
    ]);
  });

  it('in doubt a resource of the documents that may be the one that is asked about', () => {
    const late = resource('aws_sqs_queue.late', { name: unknown('set from outside') });
    const asked = ask([ALICE, late], ['aws_iam_user.alice', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111111111111:jobs']);

    expect(whys(asked)).toEqual(['net:aws_sqs_queue.late may be that resource']);
    expect(asked.set.resource).toEqual([]);
  });

  it('in no doubt one whose name begins otherwise: that of the asked one is not told', () => {
    const other = resource('aws_sqs_queue.late', { name: new Template(['dev-', unknown('set from outside')]) });
    const asked = ask([ALICE, other], ['aws_iam_user.alice', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111111111111:jobs']);

    expect(whys(asked)).toEqual([]);
    expect(names(asked.set.resource)).toEqual(['the policy of arn:aws:sqs:eu-west-1:111111111111:jobs']);
  });

  it('in doubt a role of the documents that may be the one that is taken on', () => {
    const late = resource('aws_iam_role.late', { name: new Template(['dev-', unknown('set from outside')]) });
    const user = resource('aws_iam_user.late', { name: new Template(['dev-', unknown('set from outside')]) });
    const near = resource('aws_iam_role.near', { name: new Template(['ap', unknown('set from outside')]) });
    const taking = (name: string) =>
      ask([ALICE, APP, late, user, near], ['aws_iam_user.alice', 'sts:AssumeRole', `arn:aws:iam::111111111111:role/${name}`]);

    expect(whys(taking('dev-a'))).toEqual(['net:aws_iam_role.late may be that role']);
    expect(whys(taking('prod-a'))).toEqual([]);
    expect(whys(taking('app'))).toEqual([]);
  });

  it('the policy of the endpoint that a request comes by', () => {
    const endpoint = resource('aws_vpc_endpoint.s3', { id: 'vpce-1', policy: allowing('s3:GetObject', { Principal: '*' }) });
    const by = (id: string): PolicySet =>
      ask([ALICE, BUCKET, endpoint], ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x'], { 'aws:sourcevpce': [id] }).set;

    expect(by('vpce-1').endpoint?.name).toBe('policy of aws_vpc_endpoint.s3');
    expect(by('vpce-2').endpoint?.policy).toEqual(unknown('the policy of the endpoint vpce-2 is not in the documents'));
    expect(by('vpce-2').doubts).toEqual([]);
    expect(
      ask([ALICE, BUCKET, endpoint], ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x'], { 'aws:sourcevpce': 'absent' })
        .set.endpoint,
    ).toBeUndefined();
  });

  it('in doubt the policy of an endpoint that two set', () => {
    const policy = allowing('s3:GetObject', { Principal: '*' });
    const endpoint = resource('aws_vpc_endpoint.s3', { id: 'vpce-1', policy });
    const rival = resource('aws_vpc_endpoint_policy.p', { vpc_endpoint_id: ref('aws_vpc_endpoint.s3.id'), policy });
    const asked = ask([ALICE, BUCKET, endpoint, rival], ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x'], {
      'aws:sourcevpce': ['vpce-1'],
    });

    expect(whys(asked)).toEqual(['several resources set the policy of net:aws_vpc_endpoint.s3']);
  });

  it("the tags of the user who asks, and not those of a role's session", () => {
    const tagged = resource('aws_iam_role.app', { name: 'app', tags: { Team: 'core' } });
    const late = resource('aws_iam_user.late', { name: 'late', tags: unknown('set from outside') });
    const context = (who: string): unknown => [
      ...ask([ALICE, tagged, late, BUCKET], [who, 's3:GetObject', '*'], { 'aws:x': ['y'] }).request.context,
    ];

    expect(context('aws_iam_user.alice')).toEqual([
      ['aws:principaltag/team', ['core']],
      ['aws:x', ['y']],
    ]);
    expect(context('aws_iam_role.app')).toEqual([['aws:x', ['y']]]);
    expect(context('aws_iam_user.late')).toEqual([['aws:x', ['y']]]);
  });
});

it('a role that two documents make has access and a trust that nobody tells', () => {
  const twin = { ...APP, key: 'far:aws_iam_role.app', stack: 'far' };
  const set = (who: string, action: string, what: string): PolicySet => ask([APP, twin, BUCKET], [who, action, what]).set;
  const assumed = set('anonymous', 'sts:AssumeRole', 'arn:aws:iam::111111111111:role/app');
  const session = set('net:aws_iam_role.app', 's3:GetObject', 'aws_s3_bucket.b/x');

  expect(names(assumed.resource)).toEqual(['the trust policy of arn:aws:iam::111111111111:role/app']);
  expect(names(session.identity)).toEqual(['the access of arn:aws:iam::111111111111:role/app']);
});
