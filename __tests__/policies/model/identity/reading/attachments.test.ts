import type { ResourceFact } from '../../../../../policies/model/universe';
import { computed, ref, resource, unknown } from '../../network/documents';
import { allowing, factsOf, held, principalAt } from '../facts-text';
import { ALICE, heldBy, READ, READS } from './staff';

describe('a principal has', () => {
  it.each([
    ['user', 'aws_iam_user.alice'],
    ['role', 'aws_iam_role.app'],
    ['group', 'aws_iam_group.ops'],
  ])('the inline and managed policies that resources give a %s by name and by reference', (kind, address) => {
    const name = address.split('.')[1] ?? '';
    const facts = [
      resource(`aws_iam_${kind}_policy.a`, { name: 'write', [kind]: name, policy: allowing('s3:PutObject') }),
      resource(`aws_iam_${kind}_policy.b`, { name: 'drop', [kind]: ref(`${address}.id`), policy: allowing('s3:DeleteObject') }),
      resource(`aws_iam_${kind}_policy_attachment.c`, {
        [kind]: ref(`${address}.name`),
        policy_arn: ref('aws_iam_policy.read.arn'),
      }),
    ];

    expect(heldBy(address, ...facts)).toEqual([
      'inline write: Allow s3:PutObject on *',
      'inline drop: Allow s3:DeleteObject on *',
      READS,
    ]);
  });

  it('what aws_iam_policy_attachment gives to users, roles and groups at once', () => {
    const shared = resource('aws_iam_policy_attachment.all', {
      name: 'all',
      users: ['alice'],
      roles: [ref('aws_iam_role.app.name')],
      groups: ['ops'],
      policy_arn: 'arn:aws:iam::111111111111:policy/read',
    });

    expect(['aws_iam_user.alice', 'aws_iam_role.app', 'aws_iam_group.ops'].map((address) => heldBy(address, shared))).toEqual([
      [READS],
      [READS],
      [READS],
    ]);
  });

  it('what an exclusive list of attachments holds', () => {
    const exclusive = resource('aws_iam_user_policy_attachments_exclusive.only', {
      user_name: 'alice',
      policy_arns: [ref('aws_iam_policy.read.arn')],
    });

    expect(heldBy('aws_iam_user.alice', exclusive)).toEqual([READS]);
  });

  it('what stands inside of the role', () => {
    const facts = factsOf([
      READ,
      resource('aws_iam_role.own', {
        name: 'own',
        inline_policy: [{ name: 'write', policy: allowing('s3:PutObject') }, {}],
        managed_policy_arns: [ref('aws_iam_policy.read.arn'), 'arn:aws:iam::aws:policy/AdministratorAccess'],
      }),
    ]);

    expect(held(principalAt(facts, 'aws_iam_role.own'))).toEqual([
      READS,
      'aws-managed AdministratorAccess: Allow * on *',
      'inline write: Allow s3:PutObject on *',
    ]);
  });

  it('each policy once, whoever gives it, and in states again in the role', () => {
    const facts = factsOf(
      [
        READ,
        resource('aws_iam_role.app', {
          name: 'app',
          managed_policy_arns: [ref('aws_iam_policy.read.arn')],
          inline_policy: [{ name: 'write', policy: allowing('s3:PutObject') }],
        }),
        resource('aws_iam_role_policy.w', { name: 'write', role: 'app', policy: allowing('s3:PutObject') }),
        resource('aws_iam_role_policy_attachment.r', { role: 'app', policy_arn: ref('aws_iam_policy.read.arn') }),
      ],
      'state',
    );

    expect(held(principalAt(facts, 'aws_iam_role.app'))).toEqual(['inline write: Allow s3:PutObject on *', READS]);
  });

  it.each<[string, ResourceFact, string]>([
    [
      'a policy',
      resource('aws_iam_role_policy.p', { name: 'p', role: 'app' }),
      'inline p: ? net:aws_iam_role_policy.p has no text',
    ],
    [
      'an attachment',
      resource('aws_iam_role_policy_attachment.p', { role: 'app' }),
      expect.stringContaining('net:aws_iam_role_policy_attachment.p names no policy') as string,
    ],
  ])('one that is not told where %s says nothing of it', (_what, by, shown) => {
    expect(heldBy('aws_iam_role.app', by)).toEqual([shown]);
  });

  it('one that is not told where a block of the role, or a policy, has no text, and one of a block without a name', () => {
    const blocks = [{ name: 'a' }, { policy: allowing('x:Do') }, { name: '', policy: allowing('x:To') }];
    const bare = resource('aws_iam_policy.bare', { name: 'bare' });
    const role = resource('aws_iam_role.own', {
      name: 'own',
      inline_policy: blocks,
      managed_policy_arns: [ref('aws_iam_policy.bare.arn')],
    });

    expect(heldBy('aws_iam_role.own', role, bare)).toEqual([
      'managed bare: ? net:aws_iam_policy.bare has no text',
      'inline a: ? inline_policy[0] has no text',
      'inline inline_policy[1]: Allow x:Do on *',
      'inline inline_policy[2]: Allow x:To on *',
    ]);
  });

  it('an inline policy beside a managed one of its name', () => {
    const inline = resource('aws_iam_user_policy.i', { name: 'read', user: 'alice', policy: allowing('x:Do') });
    const managed = resource('aws_iam_user_policy_attachment.m', { user: 'alice', policy_arn: ref('aws_iam_policy.read.arn') });

    expect(heldBy('aws_iam_user.alice', inline, managed)).toEqual(['inline read: Allow x:Do on *', READS]);
  });

  it.each([
    [
      "AWS's own beside the account's of its name",
      'aws:policy/AWSDenyAll',
      '111111111111:policy/AWSDenyAll',
      'AWSDenyAll: Deny * on *',
    ],
    [
      'one that no document makes beside another',
      '111111111111:policy/a',
      '111111111111:policy/b',
      'a: ? what the policy a allows',
    ],
  ])('%s', (_what, one, other, shown) => {
    const given = [one, other].map((arn, at) =>
      resource(`aws_iam_user_policy_attachment.x${String(at)}`, { user: 'alice', policy_arn: `arn:aws:iam::${arn}` }),
    );
    const [, name = ''] = other.split('/');

    expect(heldBy('aws_iam_user.alice', ...given)).toEqual([
      expect.stringContaining(`managed ${shown}`),
      `managed ${name}: ? what the policy ${name} allows isn't told: its text is not in the documents`,
    ]);
  });

  it('of two texts of one policy the one that a resource gives, and that which is told', () => {
    const shown = (given: ResourceFact['body'][string], repeated: ResourceFact['body'][string]): readonly string[] => {
      const role = resource('aws_iam_role.app', { name: 'app', inline_policy: [{ name: 'x', policy: repeated }] });
      const by = resource('aws_iam_role_policy.x', { name: 'x', role: 'app', policy: given });
      return held(principalAt(factsOf([role, by], 'plan'), 'aws_iam_role.app'));
    };

    expect(shown(allowing('x:New'), allowing('x:Old'))).toEqual(['inline x: Allow x:New on *']);
    expect(shown(allowing('x:New'), unknown())).toEqual(['inline x: Allow x:New on *']);
    expect(shown(unknown(), allowing('x:Old'))).toEqual(['inline x: Allow x:Old on *']);
  });

  it('nothing that is for somebody else, or for somebody outside of the documents, or in another account', () => {
    expect(
      heldBy(
        'aws_iam_user.alice',
        resource('aws_iam_user_policy.bob', { name: 'x', user: 'bob', policy: allowing('*') }),
        resource('aws_iam_role_policy.r', { name: 'x', role: 'alice', policy: allowing('*') }),
        resource('aws_iam_user_policy.far', { name: 'x', user: 'alice', policy: allowing('*') }, { accountId: '222222222222' }),
      ),
    ).toEqual([]);
  });
});

describe('what a principal may have besides is a doubt', () => {
  it('at everybody of the kind and account whom an unknown name may mean', () => {
    const adrift = resource('aws_iam_user_policy.x', {
      name: 'x',
      user: unknown('it is set from outside: ${var.user}'),
      policy: '{}',
    });

    expect(heldBy('aws_iam_user.alice', adrift)).toEqual([
      '? net:aws_iam_user_policy.x may give it x: it is "<not known (it is set from outside: ${var.user})>"',
    ]);
    expect(heldBy('aws_iam_role.app', adrift)).toEqual([]);
    expect(heldBy('aws_iam_user.alice', { ...adrift, accountId: '222222222222' })).toEqual([]);
  });

  it('at those alone that it may name', () => {
    const bob = resource('aws_iam_user.bob', { name: 'bob' });
    const given = resource('aws_iam_user_policy.x', {
      name: 'x',
      policy: '{}',
      user: ref('aws_iam_user.alice.name', 'aws_iam_user.bob.name'),
    });

    expect(heldBy('aws_iam_user.alice', bob, given)).toHaveLength(1);
    expect(heldBy('aws_iam_user.bob', bob, given)).toHaveLength(1);
    expect(heldBy('aws_iam_group.ops', bob, given)).toEqual([]);
  });

  it('where it is not known how many attachments there are', () => {
    const many = resource(
      'aws_iam_user_policy_attachment.x',
      { user: 'alice', policy_arn: ref('aws_iam_policy.read.arn') },
      { repeated: unknown('count is ${var.n}') },
    );

    expect(heldBy('aws_iam_user.alice', many)).toEqual([
      '? net:aws_iam_user_policy_attachment.x may give it read: count is ${var.n}',
    ]);
  });

  it('where two of one name may be meant', () => {
    const { accountId: _account, ...adrift } = resource(
      'aws_iam_user_policy.x',
      { name: 'x', user: 'alice', policy: '{}' },
      { stack: 'other' },
    );

    expect(heldBy('aws_iam_user.alice', adrift)).toEqual([
      '? other:aws_iam_user_policy.x may give it x: in which account "alice" is meant isn\'t told',
    ]);
  });

  it('in one document only where that tells of several accounts, and synthesised documents tell where providers work', () => {
    const {
      accountId: _account,
      region: _region,
      ...given
    } = resource('aws_iam_user_policy.x', {
      name: 'x',
      user: 'alice',
      policy: allowing('s3:Get'),
    });
    const far = resource('aws_sns_topic.far', { name: 't' }, { accountId: '222222222222' });
    const shown = (form: 'state' | 'plan' | 'synthesised', ...more: readonly ResourceFact[]): readonly string[] =>
      held(principalAt(factsOf([ALICE, given, ...more], form), 'aws_iam_user.alice'));
    const doubt = ['? net:aws_iam_user_policy.x may give it x: in which account "alice" is meant isn\'t told'];

    expect(shown('state')).toEqual(['inline x: Allow s3:Get on *']);
    expect(shown('plan')).toEqual(['inline x: Allow s3:Get on *']);
    expect(shown('state', far)).toEqual(doubt);
    expect(shown('synthesised')).toEqual(doubt);

    const bob = { ...ALICE, body: { name: 'bob' } };
    const second = [bob, { ...given, body: { ...given.body, user: 'bob' } }, far].map((fact) => {
      return { ...fact, stack: 'two', key: `two:${fact.address}` };
    });
    const { principals } = factsOf([ALICE, given, ...second], 'state');

    expect(principals.flatMap(held)).toEqual([
      'inline x: Allow s3:Get on *',
      '? two:aws_iam_user_policy.x may give it x: in which account "bob" is meant isn\'t told',
    ]);
  });

  it('an inline block that only apply tells', () => {
    const facts = factsOf([resource('aws_iam_role.own', { name: 'own', inline_policy: unknown('its blocks are generated') })]);

    expect(held(principalAt(facts, 'aws_iam_role.own'))).toEqual([
      "inline inline_policy[0]: ? inline_policy[0] of net:aws_iam_role.own isn't told",
    ]);
  });

  it('no policy that the provider fills in', () => {
    const facts = factsOf([
      resource('aws_iam_role.own', { name: 'own', inline_policy: computed(), managed_policy_arns: computed() }),
    ]);

    expect(held(principalAt(facts, 'aws_iam_role.own'))).toEqual([]);
  });
});
