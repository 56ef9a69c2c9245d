import { tmpdir } from 'node:os';

import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { App, TerraformStack } from 'cdktf';

import type { Statement } from '../../modules/core/policy/statement';
import { resourceName } from '../../modules/core/resource-name';
import { UserGroup, type UserGroupProps } from '../../modules/identity';
import { define } from '../../modules/terraform';
import { refusalOf } from '../refusal';
import { documentOf, type Resources, testStack } from '../test-stack';
import { argumentsOf } from './meaning';

function resourcesOf(props: Partial<UserGroupProps> = {}): Resources {
  const stack = testStack('identity');
  new UserGroup(stack, 'operators', { name: 'operators', ...props });
  return argumentsOf(documentOf(stack).resource);
}
const refusal = (props: Partial<UserGroupProps>): string => refusalOf(() => resourcesOf(props));

const look: Statement = { Sid: 'Look', Effect: 'Allow', Action: ['ec2:DescribeVpcs', 'ec2:DescribeSubnets'], Resource: '*' };
const list: Statement = { Sid: 'List', Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' };

describe('a group', () => {
  it('is one resource, with one for each policy, attachment and membership', () => {
    const { aws_iam_group, aws_iam_policy, aws_iam_group_policy_attachment, aws_iam_user_group_membership, ...others } =
      resourcesOf({
        path: '/ops/',
        users: ['alice', '/ops/bob@example.com'],
        policies: { 'look-around': [look] },
      });

    expect(others).toEqual({});
    expect(aws_iam_group).toEqual({ operators: { name: 'operators', path: '/ops/' } });
    expect(aws_iam_policy).toEqual({
      'operators_look-around': {
        description: 'Managed by Terraform.',
        name: 'look-around',
        path: '/ops/',
        policy:
          '{"Statement":[{"Action":["ec2:DescribeSubnets","ec2:DescribeVpcs"],"Effect":"Allow","Resource":"*","Sid":"Look"}],"Version":"2012-10-17"}',
      },
    });
    expect(aws_iam_group_policy_attachment).toEqual({
      'operators_look-around': {
        group: '${aws_iam_group.operators.name}',
        policy_arn: '${aws_iam_policy.operators_look-around.arn}',
      },
    });
    expect(aws_iam_user_group_membership).toEqual({
      operators_alice: { groups: ['${aws_iam_group.operators.name}'], user: 'alice' },
      'operators_bob--40example--2ecom': { groups: ['${aws_iam_group.operators.name}'], user: 'bob@example.com' },
    });
  });

  it('is the same whatever the order of users, policies, statements and actions', () => {
    const forth = resourcesOf({ users: ['alice', 'bob'], policies: { a: [look, list], b: [list] } });
    const back = resourcesOf({
      users: ['bob', 'alice'],
      policies: { b: [list], a: [list, { ...look, Action: ['ec2:DescribeSubnets', 'ec2:DescribeVpcs'] }] },
    });

    expect(back).toEqual(forth);
  });

  it('waits for a user that is made in the same stack, and not for one in another', () => {
    const stack = testStack('identity');
    const elsewhere = new TerraformStack(new App({ outdir: tmpdir(), stackTraces: false }), 'elsewhere');
    const users = [
      define(stack, IamUser, resourceName('alice'), { name: 'alice', path: '/ops/' }),
      define(elsewhere, IamUser, resourceName('bob'), { name: 'bob' }),
    ];
    new UserGroup(stack, 'operators', { name: 'operators', users });
    const memberships = documentOf(stack).resource.aws_iam_user_group_membership;

    expect(Object.entries(memberships ?? {}).map(([name, { user }]) => [name, user])).toEqual([
      ['operators_alice', '${aws_iam_user.alice.name}'],
      ['operators_bob', 'bob'],
    ]);
  });

  it('takes its addresses from elsewhere where it is told so', () => {
    const { aws_iam_group: groups, aws_iam_user_group_membership: memberships } = resourcesOf({
      users: ['alice'],
      resourceName: resourceName('people'),
    });

    expect([Object.keys(groups ?? {}), Object.keys(memberships ?? {})]).toEqual([['people'], ['people_alice']]);
  });

  it('needs no AccountStack', () => {
    const stack = new TerraformStack(new App({ outdir: tmpdir(), stackTraces: false }), 'plain');
    new UserGroup(stack, 'operators', { name: 'operators' });

    expect(argumentsOf(documentOf(stack).resource).aws_iam_group).toEqual({ operators: { name: 'operators', path: '/' } });
  });
});

describe('names as long as IAM takes', () => {
  it.each([
    ['a group of 128', { name: 'g'.repeat(128) }],
    ['a policy of 128', { policies: { ['p'.repeat(128)]: [look] } }],
    ['a user of 64', { users: ['u'.repeat(64)] }],
    ['a path of 512', { path: `/${'p'.repeat(510)}/` }],
    ['a path of any visible character', { users: ['/!~{}"/:*/alice'] }],
    ['every letter that names have', { name: 'aZ0_+=,.@-' }],
  ])('%s', (_what, props) => {
    expect(Object.keys(resourcesOf(props))).toContain('aws_iam_group');
  });
});

describe('refuses', () => {
  const subject = 'UserGroup "shop-eu-west-1-identity/operators"';

  it.each<[Partial<UserGroupProps>, string]>([
    [
      { name: '' },
      'the name of a group has 1 to 128 letters, digits and _+=,.@-, got ""; write the name alone, without ARN or path, in these letters [LZ-IAM-1]',
    ],
    [
      { name: 'site operators' },
      'the name of a group has 1 to 128 letters, digits and _+=,.@-, got "site operators"; write the name alone, without ARN or path, in these letters [LZ-IAM-1]',
    ],
    [
      { name: 'g'.repeat(129) },
      `the name of a group has 1 to 128 letters, digits and _+=,.@-, got "${'g'.repeat(116)}...; write the name alone, without ARN or path, in these letters [LZ-IAM-1]`,
    ],
    [
      { policies: { 'look/around': [look] } },
      'the name of a policy has 1 to 128 letters, digits and _+=,.@-, got "look/around"; write the name alone, without ARN or path, in these letters [LZ-IAM-1]',
    ],
    [
      { users: ['u'.repeat(65)] },
      `the name of a user has 1 to 64 letters, digits and _+=,.@-, got "${'u'.repeat(65)}"; write alice, or /ops/alice for a user with a path [LZ-IAM-1]`,
    ],
    [
      { users: ['/ops/'] },
      'the name of a user has 1 to 64 letters, digits and _+=,.@-, got ""; write alice, or /ops/alice for a user with a path [LZ-IAM-1]',
    ],
    [
      { users: ['arn:aws:iam::111111111111:user/alice'] },
      'a path has at most 512 characters and begins and ends with a slash, got "arn:aws:iam::111111111111:user/"; write /ops/, or leave it out [LZ-IAM-2]',
    ],
    [
      { users: ['ops/alice'] },
      'a path has at most 512 characters and begins and ends with a slash, got "ops/"; write /ops/, or leave it out [LZ-IAM-2]',
    ],
    [
      { path: '/ops' },
      'a path has at most 512 characters and begins and ends with a slash, got "/ops"; write /ops/, or leave it out [LZ-IAM-2]',
    ],
    [
      { path: '/the ops/' },
      'a path has at most 512 characters and begins and ends with a slash, got "/the ops/"; write /ops/, or leave it out [LZ-IAM-2]',
    ],
    [
      { path: `/${'p'.repeat(511)}/` },
      `a path has at most 512 characters and begins and ends with a slash, got "/${'p'.repeat(115)}...; write /ops/, or leave it out [LZ-IAM-2]`,
    ],
    [
      { users: ['alice', 'bob', '/ops/Alice'] },
      'a user is listed twice, got "Alice"; name each user once: in one account, names differ by more than their path or case [LZ-IAM-4]',
    ],
  ])('%j', (props, problem) => {
    expect(refusal(props)).toBe(`${subject}: ${problem}`);
  });

  it('a user whose name only Terraform will know, by text or by resource', () => {
    const stack = testStack('identity');
    const first = define(stack, IamUser, resourceName('first'), { name: 'first' });
    const second = define(stack, IamUser, resourceName('second'), { name: first.uniqueId });
    const remedy = 'write the name, or give the aws_iam_user whose name and path are written [LZ-IAM-3]';

    for (const [i, member] of [first.name, second].entries()) {
      expect(refusalOf(() => new UserGroup(stack, `group${String(i)}`, { name: 'operators', users: [member] }))).toMatch(
        /^UserGroup "shop-eu-west-1-identity\/group\d": a user's name is known only to Terraform, got "\/?\$\{TfToken\[TOKEN\.\d+\]\}"; /,
      );
    }
    expect(refusal({ users: [first.name] })).toContain(remedy);
  });

  it('a policy that is longer than IAM takes, by its name', () => {
    const long = { ...look, Resource: Array.from({ length: 200 }, (_, i) => `arn:aws:s3:::bucket-of-a-long-name-${String(i)}`) };

    expect(refusal({ policies: { 'look-around': [long] } })).toMatch(
      /^UserGroup "shop-eu-west-1-identity\/operators" policy "look-around": a managed policy has at most 6144 characters, got \d{4}; split it in two, or name resources by a pattern \[LZ-POLICY-1\]$/,
    );
  });

  it('everything that is wrong at once', () => {
    const both = { name: '', path: 'ops', users: ['a b', 'alice', 'alice'], policies: { p: [look, look] } };

    expect(
      refusal(both)
        .split('\n')
        .map((line) => /\[(.*)\]$/.exec(line)?.[1]),
    ).toEqual(['LZ-IAM-1', 'LZ-IAM-2', 'LZ-POLICY-3', 'LZ-IAM-1', 'LZ-IAM-4']);
  });
});
