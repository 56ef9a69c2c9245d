import { identityFactsOf } from '../../../../../policies/model/identity/reading';
import type { ResourceFact } from '../../../../../policies/model/universe';
import { computed, ref, resource, universeOf, unknown } from '../../network/documents';
import { allowing, attachedShown, factsOf, held, policyShown, principalAt, textShown } from '../facts-text';

const ALICE = resource('aws_iam_user.alice', { name: 'alice', path: '/ops/' });
const OPS = resource('aws_iam_group.ops', { name: 'ops' });
const OPS_POLICY = resource('aws_iam_group_policy.o', { name: 'work', group: 'ops', policy: allowing('ec2:StartInstances') });

function aliceWith(...facts: readonly ResourceFact[]): ReturnType<typeof principalAt> {
  return principalAt(factsOf([ALICE, OPS, OPS_POLICY, ...facts]), 'aws_iam_user.alice');
}

describe('a user', () => {
  it('has a name, a path and an ARN', () => {
    const { kind, name, path, arn, accountId, trust } = aliceWith();

    const plain = principalAt(factsOf([OPS]), 'aws_iam_group.ops');

    expect([plain.path, plain.groups, plain.credentials]).toEqual(['/', [], { passwords: [], accessKeys: [] }]);
    expect(aliceWith().groups).toEqual([]);
    expect({ kind, name, path, arn, accountId, trust }).toEqual({
      kind: 'user',
      name: 'alice',
      path: '/ops/',
      arn: 'arn:aws:iam::111111111111:user/ops/alice',
      accountId: '111111111111',
      trust: undefined,
    });
  });

  it.each([
    ['aws_iam_user_group_membership', { user: 'alice', groups: [ref('aws_iam_group.ops.name')] }],
    ['aws_iam_group_membership', { name: 'm', group: 'ops', users: ['alice'] }],
  ])('has the policies of the groups that %s puts it into', (type, body) => {
    const alice = aliceWith(resource(`${type}.m`, body));

    expect(alice.groups).toEqual(['net:aws_iam_group.ops']);
    expect(held(alice)).toEqual(['inline work: Allow ec2:StartInstances on *']);
  });

  it('is in doubt where its group is outside of the documents, not known, or not sure to be', () => {
    const doubts = (groups: ResourceFact['body'][string], repeated?: ReturnType<typeof unknown>): readonly string[] =>
      held(
        aliceWith(
          resource('aws_iam_user_group_membership.m', { user: 'alice', groups }, repeated === undefined ? {} : { repeated }),
        ),
      );
    const may = "? net:aws_iam_user_group_membership.m may put it into a group whose policies aren't told: ";

    expect(doubts(['admins'])).toEqual([`${may}admins is not in the documents`]);
    expect(doubts([unknown('set from outside')])).toEqual([`${may}it is "<not known (set from outside)>"`]);
    expect(doubts(unknown('set from outside'))).toEqual([`${may}it is "<not known (set from outside)>"`]);
    expect(doubts(['ops'], unknown('count is ${var.n}'))).toEqual([`${may}count is \${var.n}`]);
    expect(doubts(null)).toEqual([]);
  });

  it('is in doubt where it is not known who is put into a group', () => {
    const adrift = resource('aws_iam_group_membership.m', { name: 'm', group: 'ops', users: [unknown('set from outside')] });

    expect(held(aliceWith(adrift))).toEqual([
      '? net:aws_iam_group_membership.m may put it into a group whose policies aren\'t told: it is "<not known (set from outside)>"',
    ]);
  });

  it('inherits the doubts of its groups', () => {
    const alice = aliceWith(
      resource('aws_iam_user_group_membership.m', { user: 'alice', groups: ['ops'] }),
      resource('aws_iam_group_policy_attachment.x', {
        group: unknown('set from outside'),
        policy_arn: 'arn:aws:iam::aws:policy/AWSDenyAll',
      }),
    );

    expect(held(alice)).toEqual([
      'inline work: Allow ec2:StartInstances on *',
      '? net:aws_iam_group_policy_attachment.x may give it AWSDenyAll: it is "<not known (set from outside)>"',
    ]);
  });

  it('has a boundary where one is set', () => {
    const bounded = resource('aws_iam_user.bounded', { name: 'b', permissions_boundary: ref('aws_iam_policy.edge.arn') });
    const edge = resource('aws_iam_policy.edge', { name: 'edge', policy: allowing('s3:*') });
    const { boundary } = principalAt(factsOf([bounded, edge]), 'aws_iam_user.bounded');

    expect(boundary && attachedShown(boundary)).toBe('managed edge: Allow s3:* on *');
    expect(aliceWith().boundary).toBeUndefined();
    expect(
      principalAt(factsOf([resource('aws_iam_user.p', { permissions_boundary: '' })]), 'aws_iam_user.p').boundary,
    ).toBeUndefined();
  });

  it('may have passwords and access keys of the documents', () => {
    const { credentials } = aliceWith(
      resource('aws_iam_user_login_profile.p', { user: ref('aws_iam_user.alice.name') }),
      resource('aws_iam_access_key.k', { user: 'alice' }),
      resource('aws_iam_access_key.other', { user: 'bob' }),
      resource('aws_iam_access_key.any', { user: unknown() }),
    );

    expect(credentials).toEqual({
      passwords: [{ key: 'net:aws_iam_user_login_profile.p', certain: true }],
      accessKeys: [
        { key: 'net:aws_iam_access_key.k', certain: true },
        { key: 'net:aws_iam_access_key.any', certain: false },
      ],
    });
  });

  it('has all tags that a plan or state tells, or its own, or they are not known', () => {
    const tags = (body: ResourceFact['body']): unknown =>
      principalAt(factsOf([resource('aws_iam_user.t', body)]), 'aws_iam_user.t').tags;

    expect(tags({ tags: { team: 'a' }, tags_all: { team: 'a', owner: 'b' } })).toEqual({ team: 'a', owner: 'b' });
    expect(tags({ tags: { team: 'a' }, tags_all: computed() })).toEqual({ team: 'a' });
    expect(tags({})).toEqual({});
    expect(tags({ tags: unknown('merged') })).toEqual(unknown('merged'));
    expect(tags({ tags: ref('aws_iam_user.other.tags') })).toEqual(unknown("its tags aren't told"));
  });

  it('has no name where only apply tells it', () => {
    const { name, arn } = principalAt(factsOf([resource('aws_iam_user.x', { name: unknown() })]), 'aws_iam_user.x');

    expect(name).toBeUndefined();
    expect(principalAt(factsOf([resource('aws_iam_user.x', { name: '' })]), 'aws_iam_user.x').name).toBeUndefined();
    expect(textShown(arn)).toBe('arn:aws:iam::111111111111:user/<net:aws_iam_user.x.name>');
  });
});

describe('a role', () => {
  it('has a trust policy, its references followed', () => {
    const role = resource('aws_iam_role.app', {
      name: 'app',
      assume_role_policy: ref('data.aws_iam_policy_document.trust.json'),
    });
    const trust = resource('data.aws_iam_policy_document.trust', {
      statement: [{ actions: ['sts:AssumeRole'], principals: [{ type: 'AWS', identifiers: [ref('aws_iam_user.alice.arn')] }] }],
    });
    const { trust: read } = principalAt(factsOf([role, trust, ALICE]), 'aws_iam_role.app');
    const policy = read?.policy;

    expect(policy && 'statements' in policy ? policy.statements[0]?.principals : policy).toEqual({
      except: false,
      items: [{ kind: 'AWS', text: 'arn:aws:iam::111111111111:user/ops/alice' }],
    });
  });

  it('without a trust policy that is told has one that is not', () => {
    const { trust } = principalAt(factsOf([resource('aws_iam_role.app', { name: 'app' })]), 'aws_iam_role.app');

    expect(trust && policyShown(trust.policy)).toBe("? net:aws_iam_role.app doesn't say who may assume it");
  });
});

describe('policies', () => {
  it('that data sources put together are followed from one to the next, but not for ever', () => {
    const document = (name: string, from: string): ResourceFact =>
      resource(`data.aws_iam_policy_document.${name}`, {
        source_policy_documents: [ref(`data.aws_iam_policy_document.${from}.json`)],
        statement: [{ actions: [`s3:${name}`], resources: [ref('aws_s3_bucket.b.arn')] }],
      });
    const policy = (from: string): ResourceFact =>
      resource('aws_iam_policy.p', { name: 'p', policy: ref(`data.aws_iam_policy_document.${from}.json`) });
    const bucket = resource('aws_s3_bucket.b', { bucket: 'b' });
    const last = resource('data.aws_iam_policy_document.last', { statement: [{ actions: ['s3:last'], resources: ['*'] }] });
    const read = (...facts: readonly ResourceFact[]): string =>
      factsOf(facts)
        .policies.map((stated) => policyShown(stated.policy))
        .join();

    expect(read(policy('first'), document('first', 'last'), last, bucket)).toBe(
      'Allow s3:last on *; Allow s3:first on arn:aws:s3:::b',
    );
    expect(read(policy('a'), document('a', 'b'), document('b', 'a'), bucket)).toMatch(
      /^\? net:data\.aws_iam_policy_document\.[ab] is made of too many others$/,
    );
  });

  it('are read once for each universe', () => {
    const universe = universeOf([ALICE]);

    expect(identityFactsOf(universe)).toBe(identityFactsOf(universe));
  });

  it('of a stack with parts that are not read are in doubt', () => {
    const [stack] = universeOf([ALICE]).stacks;
    const facts = identityFactsOf({
      stacks: stack === undefined ? [] : [{ ...stack, opaque: [unknown('module.x is not read')] }],
    });

    const group = resource('aws_iam_group.far', { name: 'far' }, { stack: 'far' });
    const member = resource('aws_iam_user_group_membership.m', { user: 'alice', groups: ['far'] });
    const stacks = universeOf([ALICE, member, group]).stacks.map((each) =>
      each.name === 'far' ? { ...each, opaque: [unknown('module.y is not read')] } : each,
    );

    expect(held(principalAt(facts, 'aws_iam_user.alice'))).toEqual(['? module.x is not read']);
    expect(held(principalAt(identityFactsOf({ stacks }), 'aws_iam_user.alice'))).toEqual(['? module.y is not read']);
  });
});
