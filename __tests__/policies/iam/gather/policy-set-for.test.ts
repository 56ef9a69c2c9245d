import { decide } from '../../../../policies/iam/evaluate/decide';
import { callerOf, contextOf, policySetFor, resourceOf, voicesOf } from '../../../../policies/iam/gather';
import type { PolicySet } from '../../../../policies/iam/policy-set';
import type { AccessRequest, ContextValue } from '../../../../policies/iam/request';
import { identityFactsOf } from '../../../../policies/model/identity/reading';
import { Reference } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { ref, resource, universeOf, unknown } from '../../model/network/documents';

interface Asked {
  readonly set: PolicySet;
  readonly request: AccessRequest;
}

const ALICE = resource('aws_iam_user.alice', { name: 'alice', tags: { Team: 'core' } });
const APP = resource('aws_iam_role.app', { name: 'app', assume_role_policy: allowing('sts:AssumeRole', { Principal: '*' }) });
const BUCKET = resource('aws_s3_bucket.b', { bucket: 'acme' });
const KEY = resource('aws_kms_key.k', {});

function ask(
  facts: readonly ResourceFact[],
  [who, action, what]: readonly [string, string, string],
  given: Readonly<Record<string, ContextValue>> = {},
): Asked {
  const universe = universeOf(facts);
  const identity = identityFactsOf(universe);
  const caller = callerOf(identity, who);
  const { arn, accountId } = resourceOf(universe, what);
  const context = contextOf(identity, caller, new Map(Object.entries(given)));
  const owner = accountId === undefined ? {} : { resourceAccountId: accountId };
  const request = { caller, action, resource: arn, context, ...owner };
  return { set: policySetFor(identity, request), request };
}

const names = (policies: readonly { readonly name: string }[]): readonly string[] => policies.map(({ name }) => name);
const whys = ({ set }: Asked): readonly string[] => set.doubts.map(({ why }) => why);

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

    expect(names(stranger.set.identity)).toEqual(['the access of arn:aws:iam::111111111111:user/eve']);
    expect(decide(stranger.set, stranger.request).decision).toBe('unknown');
    for (const who of ['anonymous', 'ec2.amazonaws.com', '111111111111']) {
      expect(ask(facts, [who, 's3:GetObject', 'aws_s3_bucket.b/x']).set.identity).toEqual([]);
    }
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
    expect(machine.set.resource).toEqual([]);
    expect(ask(facts, ['aws_iam_user.alice', 's3:ListAllMyBuckets', '*']).set.resource).toEqual([]);
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

    expect([names(own.set.resource), own.set.resourceKind]).toEqual([['trust policy of aws_iam_role.app'], 'trust']);
    expect(names(other.set.resource)).toEqual(['the trust policy of arn:aws:iam::222222222222:role/x']);
    expect([pass.set.resource, pass.set.resourceKind]).toEqual([[], 'other']);
  });

  it('the policy of a key, and the grants that are surely on it', () => {
    const grant = (name: string, body: ResourceFact['body']): ResourceFact =>
      resource(`aws_kms_grant.${name}`, { grantee_principal: ref('aws_iam_role.app.arn'), operations: ['Decrypt'], ...body });
    const facts = [APP, KEY, grant('sure', { key_id: ref('aws_kms_key.k.key_id') }), grant('maybe', { key_id: unknown() })];
    const asked = ask(facts, ['aws_iam_role.app', 'kms:Decrypt', 'aws_kms_key.k']);

    expect(asked.set.resourceKind).toBe('kms');
    expect(asked.set.grants).toEqual([
      {
        key: 'net:aws_kms_grant.sure',
        granteeArn: 'arn:aws:iam::111111111111:role/app',
        actions: ['kms:Decrypt'],
        constrained: false,
      },
    ]);
    expect(whys(asked)).toEqual(['net:aws_kms_grant.maybe may grant more on the key']);
  });

  it('in doubt a resource of the documents that may be the one that is asked about', () => {
    const late = resource('aws_sqs_queue.late', { name: unknown('set from outside') });
    const asked = ask([ALICE, late], ['aws_iam_user.alice', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111111111111:jobs']);

    expect(whys(asked)).toEqual(['net:aws_sqs_queue.late may be that resource']);
  });

  it('the policy of the endpoint that a request comes by', () => {
    const endpoint = resource('aws_vpc_endpoint.s3', { id: 'vpce-1', policy: allowing('s3:GetObject', { Principal: '*' }) });
    const by = (id: string): PolicySet =>
      ask([ALICE, BUCKET, endpoint], ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x'], { 'aws:sourcevpce': [id] }).set;

    expect(by('vpce-1').endpoint?.name).toBe('policy of aws_vpc_endpoint.s3');
    expect(by('vpce-2').endpoint?.policy).toEqual(unknown('the policy of the endpoint vpce-2 is not in the documents'));
  });

  it("the tags of the user who asks, and not those of a role's session", () => {
    const tagged = resource('aws_iam_role.app', { name: 'app', tags: { Team: 'core' } });
    const context = (who: string): unknown => [
      ...ask([ALICE, tagged, BUCKET], [who, 's3:GetObject', '*'], { 'aws:x': ['y'] }).request.context,
    ];

    expect(context('aws_iam_user.alice')).toEqual([
      ['aws:principaltag/team', ['core']],
      ['aws:x', ['y']],
    ]);
    expect(context('aws_iam_role.app')).toEqual([['aws:x', ['y']]]);
  });
});

describe('guardrails', () => {
  const ORG = resource('aws_organizations_organization.org', {}, { accountId: '999999999999' });
  const ROOT = new Reference([{ key: ORG.key, attribute: 'roots[0].id' }]);
  const DEV = resource('aws_organizations_account.dev', { id: '111111111111', parent_id: ROOT });
  const DENY = resource('aws_organizations_policy.deny', { name: 'deny', content: allowing('*') });
  const ATTACHED = resource('aws_organizations_policy_attachment.a', {
    policy_id: ref('aws_organizations_policy.deny.id'),
    target_id: ROOT,
  });
  const QUESTION = ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x'] as const;

  it('of an account are those of each level above it, the root first', () => {
    const { set } = ask([ORG, DEV, DENY, ATTACHED, ALICE, BUCKET], QUESTION);

    expect(set.scp?.map(names)).toEqual([['FullAWSAccess', 'deny'], ['FullAWSAccess']]);
    expect(set.rcp?.map(names)).toEqual([['RCPFullAWSAccess'], ['RCPFullAWSAccess']]);
  });

  it('limit neither the management account, nor services, nor service-linked roles', () => {
    const management = { ...ORG, accountId: '111111111111' };
    const linked = resource('aws_iam_role.slr', { name: 'AWSServiceRoleForX', path: '/aws-service-role/x.amazonaws.com/' });

    expect(ask([management, DENY, ATTACHED, ALICE, BUCKET], QUESTION).set.scp).toBeUndefined();
    expect(ask([ORG, DEV, BUCKET], ['ec2.amazonaws.com', 's3:GetObject', 'aws_s3_bucket.b/x']).set.scp).toBeUndefined();
    expect(ask([ORG, DEV, BUCKET, linked], ['aws_iam_role.slr', 's3:GetObject', 'aws_s3_bucket.b/x']).set.scp).toBeUndefined();
  });

  it('are not known of an account that the organisation does not name', () => {
    const asked = ask([ORG, ALICE, BUCKET], QUESTION);

    expect(asked.set.scp?.map((level) => level.map(({ policy }) => policy))).toEqual([
      [unknown('where account 111111111111 stands in the organisation is not in the documents')],
    ]);
    expect(decide(asked.set, asked.request).decision).not.toBe('allowed');
  });

  it('of resources are told for services that they limit, and in doubt for others', () => {
    const rcp = { ...DENY, body: { ...DENY.body, type: 'RESOURCE_CONTROL_POLICY' } };
    const queue = resource('aws_sns_topic.t', { name: 't' });
    const asked = ask([ORG, DEV, rcp, ATTACHED, ALICE, queue], ['aws_iam_user.alice', 'sns:Publish', 'aws_sns_topic.t']);

    expect(asked.set.rcp).toBeUndefined();
    expect(whys(asked)).toEqual(["whether deny limits sns isn't told"]);
  });
});

describe('each policy has a voice of its own', () => {
  it('allows, denies, says nothing, or is not known', () => {
    const policy = (name: string, body: string): ResourceFact =>
      resource(`aws_iam_user_policy.${name}`, { name, user: 'alice', policy: body });
    const denying = allowing('s3:GetObject').replace('Allow', 'Deny');
    const facts = [
      ALICE,
      BUCKET,
      policy('allow', allowing('s3:GetObject')),
      policy('deny', denying),
      policy('other', allowing('s3:PutObject')),
      policy('mfa', allowing('s3:GetObject', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
      resource('aws_iam_user_policy.open', { name: 'open', user: 'alice', policy: unknown('set from outside') }),
      resource('aws_s3_bucket_policy.p', { bucket: 'acme', policy: allowing('s3:GetObject', { Principal: '*' }) }),
    ];
    const { set, request } = ask(facts, ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x']);

    expect(voicesOf(set, request).map(({ place, policy: { name }, says, why }) => [place, name, says, why])).toEqual([
      ['identity', 'allow', 'allows', undefined],
      ['identity', 'deny', 'denies', undefined],
      ['identity', 'other', 'nothing', undefined],
      ['identity', 'mfa', 'unknown', "aws:MultiFactorAuthPresent isn't known"],
      ['identity', 'open', 'unknown', 'set from outside'],
      ['resource', 'aws_s3_bucket_policy.p', 'allows', undefined],
    ]);
  });
});
