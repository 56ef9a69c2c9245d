import { tmpdir } from 'node:os';

import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { App, TerraformStack } from 'cdktf';

import { resourceName } from '../../modules/core/resource-name';
import { SelfRotation, type SelfRotationProps, UserGroup } from '../../modules/identity';
import { AccountStack, define } from '../../modules/terraform';
import { policiesOf, type PolicyJson, user } from '../iam';
import { refusalOf } from '../refusal';
import { documentOf, type Resources, testStack } from '../test-stack';
import { mfaLife, plainLife } from './life-of-a-credential';
import { argumentsOf, meaningOf, rendered } from './meaning';
import { astray } from './scenario';
import { SEED_POLICY } from './seed-policy';

function resourcesOf(props: SelfRotationProps = {}, stack: TerraformStack = testStack('identity')): Resources {
  new SelfRotation(stack, 'rotation', props);
  return documentOf(stack).resource;
}
const policyOf = (resource: Resources, name: string): PolicyJson =>
  policiesOf({ resource }).find((placed) => placed.name === name)!.policy;
const addressesOf = (resource: Resources): string[] =>
  Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));

describe('without MFA', () => {
  it('is a group with the policy of the first page, and its members', () => {
    const resource = resourcesOf({ users: ['alice', 'bob'] });

    expect(addressesOf(resource).sort()).toEqual([
      'aws_iam_group.rotation',
      'aws_iam_group_policy_attachment.rotation_self-rotation',
      'aws_iam_policy.rotation_self-rotation',
      'aws_iam_user_group_membership.rotation_alice',
      'aws_iam_user_group_membership.rotation_bob',
    ]);
    expect(meaningOf(policyOf(resource, 'rotation_self-rotation'))).toEqual(meaningOf(SEED_POLICY));
  });

  it('covers users with a path once one is listed, and on demand', () => {
    const withPath = meaningOf(rendered({ userPaths: true }));

    expect(
      [{ users: ['alice', '/ops/bob'] }, { userPaths: true }].map((props) =>
        meaningOf(policyOf(resourcesOf(props), 'rotation_self-rotation')),
      ),
    ).toEqual([withPath, withPath]);
    expect(meaningOf(policyOf(resourcesOf({ users: ['/bob'] }), 'rotation_self-rotation'))).toEqual(meaningOf(SEED_POLICY));
  });

  it('reads the path of a user that is made by a resource', () => {
    const stack = testStack('identity');
    const carol = define(stack, IamUser, resourceName('carol'), { name: 'carol', path: '/ops/' });

    expect(
      astray([policyOf(resourcesOf({ users: [carol] }, stack), 'rotation_self-rotation')], plainLife(user('ops/carol'))),
    ).toEqual([]);
  });

  it('is the same whatever the order of users', () => {
    expect(resourcesOf({ users: ['bob', 'alice'] })).toEqual(resourcesOf({ users: ['alice', 'bob'] }));
  });
});

describe('with MFA', () => {
  const resource = resourcesOf({ mfa: true, users: ['alice'], machineUsers: ['deploy-bot'], name: 'own', path: '/lz/' });

  it('has a group for people and one for machine users, each with its own policy', () => {
    expect(addressesOf(resource).sort()).toEqual([
      'aws_iam_group.rotation',
      'aws_iam_group.rotation_machines',
      'aws_iam_group_policy_attachment.rotation_machines_own-machines',
      'aws_iam_group_policy_attachment.rotation_own',
      'aws_iam_policy.rotation_machines_own-machines',
      'aws_iam_policy.rotation_own',
      'aws_iam_user_group_membership.rotation_alice',
      'aws_iam_user_group_membership.rotation_machines_deploy-bot',
    ]);
    expect(argumentsOf(resource).aws_iam_group).toEqual({
      rotation: { name: 'own', path: '/lz/' },
      rotation_machines: { name: 'own-machines', path: '/lz/' },
    });
  });

  it('locks no person out and asks no machine for a device, as synthesised', () => {
    expect(astray([policyOf(resource, 'rotation_own')], mfaLife(user('alice')))).toEqual([]);
    expect(astray([policyOf(resource, 'rotation_machines_own-machines')], plainLife(user('deploy-bot')))).toEqual([]);
  });

  it('lets people enrol in the console alone on demand', () => {
    const policy = policyOf(resourcesOf({ mfa: true, enrolment: 'console' }), 'rotation_self-rotation');

    expect(astray([policy], mfaLife(user('alice')))).toEqual(['enrolment: iam:EnableMFADevice by keys is denied']);
  });

  it('has a group for machine users before the first one comes', () => {
    expect(addressesOf(resourcesOf({ mfa: true, machineUsers: [] }))).toContain('aws_iam_group.rotation_machines');
  });
});

it('hangs nothing on a user', () => {
  const types = Object.keys(resourcesOf({ mfa: true, users: ['alice'], machineUsers: ['bot'] }));

  expect(types.filter((type) => type.startsWith('aws_iam_user_policy'))).toEqual([]);
});

describe('the partition', () => {
  const chinese = (): TerraformStack =>
    new AccountStack(new App({ outdir: tmpdir(), stackTraces: false }), {
      organization: 'acme',
      account: { name: 'shop', id: '111111111111' },
      region: 'cn-north-1',
      layer: 'identity',
      backend: { kind: 'local' },
    });
  const plain = (): TerraformStack => new TerraformStack(new App({ outdir: tmpdir(), stackTraces: false }), 'plain');

  it.each<[string, () => TerraformStack, SelfRotationProps, string]>([
    ["is the AccountStack's", chinese, {}, 'aws-cn'],
    ['is the one that is stated', chinese, { partition: 'aws-us-gov' }, 'aws-us-gov'],
    ['is aws in a plain stack', plain, {}, 'aws'],
  ])('%s', (_what, stack, props, partition) => {
    const { policy } = resourcesOf(props, stack()).aws_iam_policy?.['rotation_self-rotation'] ?? {};

    expect(policy).toContain(`"arn:${partition}:iam::*:user/$\${aws:username}"`);
  });
});

describe('refuses', () => {
  const subject = 'SelfRotation "shop-eu-west-1-identity/rotation"';
  const twice = 'name each user once: in one account, names differ by more than their path or case [LZ-IAM-4]';

  it.each<[SelfRotationProps, string]>([
    [
      { machineUsers: ['bot'] },
      'machineUsers are the exception from mfa, which is not set, got 1 of them; list them among users, or set mfa [LZ-IAM-5]',
    ],
    [{ enrolment: 'console' }, 'enrolment says nothing without mfa, got "console"; set mfa, or leave enrolment out [LZ-IAM-6]'],
    [
      { users: ['alice', '/ops/bob'], userPaths: false },
      'userPaths is false, and a user has a path, got "bob"; leave userPaths out: one user with a path is enough to have them covered [LZ-IAM-7]',
    ],
    [{ mfa: true, users: ['bot'], machineUsers: ['/ci/Bot'] }, `a user is listed twice, got "Bot"; ${twice}`],
    [
      { mfa: true, machineUsers: [], name: 'n'.repeat(120) },
      `the name of a group has 1 to 128 letters, digits and _+=,.@-, got "${'n'.repeat(116)}...; write the name alone, without ARN or path, in these letters [LZ-IAM-1]`,
    ],
    [
      { path: 'lz' },
      'a path has at most 512 characters and begins and ends with a slash, got "lz"; write /ops/, or leave it out [LZ-IAM-2]',
    ],
  ])('%j', (props, problem) => {
    expect(refusalOf(() => resourcesOf(props))).toBe(`${subject}: ${problem}`);
  });

  it('takes a name of 119 letters, and 128 without machine users', () => {
    expect(Object.keys(resourcesOf({ mfa: true, machineUsers: [], name: 'n'.repeat(119) }))).toContain('aws_iam_group');
    expect(Object.keys(resourcesOf({ name: 'n'.repeat(128) }))).toContain('aws_iam_group');
  });

  it('everything that is wrong at once', () => {
    const wrong: SelfRotationProps = {
      name: 'own rotation',
      path: 'lz',
      users: ['alice', 'alice', '/x/eve'],
      machineUsers: ['b b'],
      enrolment: 'anywhere',
      userPaths: false,
    };

    expect(
      refusalOf(() => resourcesOf(wrong))
        .split('\n')
        .map((line) => /\[(.*)\]$/.exec(line)?.[1]),
    ).toEqual(['LZ-IAM-1', 'LZ-IAM-2', 'LZ-IAM-1', 'LZ-IAM-4', 'LZ-IAM-5', 'LZ-IAM-6', 'LZ-IAM-7']);
  });
});

it('stands beside groups of other rights', () => {
  const stack = testStack('identity');
  new UserGroup(stack, 'operators', { name: 'operators', users: ['alice'] });
  new SelfRotation(stack, 'rotation', { users: ['alice'] });

  expect(Object.keys(documentOf(stack).resource.aws_iam_user_group_membership ?? {})).toEqual([
    'operators_alice',
    'rotation_alice',
  ]);
});
