import { identityFactsOf } from '../../../../../policies/model/identity/reading';
import type { PlannedChange, ResourceFact } from '../../../../../policies/model/universe';
import { ref, resource, universeOf, unknown } from '../../network/documents';
import { allowing, factsOf, held, principalAt } from '../facts-text';
import { heldBy, READ, READS } from './staff';

describe('a policy may be taken from a principal, so that neither what it allows nor what it denies is sure,', () => {
  it('where an exclusive list leaves out what another resource gives', () => {
    const given = resource('aws_iam_role_policy_attachment.r', { role: 'app', policy_arn: ref('aws_iam_policy.read.arn') });
    const only = resource('aws_iam_role_policy_attachments_exclusive.none', { role_name: 'app', policy_arns: [] });
    const named = resource('aws_iam_role_policies_exclusive.names', { role_name: 'app', policy_names: ['kept'] });
    const kept = resource('aws_iam_role_policy.k', { name: 'kept', role: 'app', policy: allowing('s3:A') });
    const dropped = resource('aws_iam_role_policy.d', { name: 'dropped', role: 'app', policy: allowing('s3:B') });
    const takes = (by: string, name: string): string => `? ${by} takes away what it doesn't list, and may not list ${name}`;

    expect(heldBy('aws_iam_role.app', given, only, named, kept, dropped)).toEqual([
      'inline kept: Allow s3:A on *',
      `inline dropped: ${takes('net:aws_iam_role_policies_exclusive.names', 'dropped')}`,
      `managed read: ${takes(only.key, 'read')}`,
      takes('net:aws_iam_role_policies_exclusive.names', 'dropped'),
      takes(only.key, 'read'),
    ]);
    expect(heldBy('aws_iam_role.app', given, named)).toEqual([READS]);
  });

  it('but not what a list surely holds that is told in part', () => {
    const only = resource('aws_iam_user_policy_attachments_exclusive.o', {
      user_name: 'alice',
      policy_arns: [ref('aws_iam_policy.read.arn'), unknown('set from outside')],
    });
    const names = resource('aws_iam_user_policies_exclusive.n', { user_name: 'alice', policy_names: ['a', unknown('b')] });
    const given = (name: string): ResourceFact =>
      resource(`aws_iam_user_policy.${name}`, { name, user: 'alice', policy: allowing('s3:A') });
    const role = resource('aws_iam_role.own', {
      name: 'own',
      inline_policy: [{ name: unknown('set from outside'), policy: allowing('s3:Own') }],
    });

    expect(heldBy('aws_iam_user.alice', only, names, given('a'), given('b')).filter((one) => !one.includes('not known'))).toEqual(
      [
        'inline a: Allow s3:A on *',
        "inline b: ? net:aws_iam_user_policies_exclusive.n takes away what it doesn't list, and may not list b",
        READS,
        "? net:aws_iam_user_policies_exclusive.n takes away what it doesn't list, and may not list b",
      ],
    );
    expect(heldBy('aws_iam_role.own', role)).toEqual(['inline inline_policy[0]: Allow s3:Own on *']);
  });

  it.each<[string, ResourceFact['body'][string]]>([
    ['holds others', ['arn:aws:iam::aws:policy/AWSCloudShellFullAccess']],
    ['is empty', []],
    ['is not told', unknown('set from outside')],
  ])('where a list inside of the role %s', (_what, arns) => {
    const role = resource('aws_iam_role.own', { name: 'own', managed_policy_arns: arns });
    const given = resource('aws_iam_role_policy_attachment.r', { role: 'own', policy_arn: ref('aws_iam_policy.read.arn') });
    const takes = `? ${role.key} takes away what it doesn't list, and may not list read`;

    expect(heldBy('aws_iam_role.own', role, given)).toEqual(expect.arrayContaining([`managed read: ${takes}`, takes]));
    expect(held(principalAt(factsOf([READ, role, given], 'state'), 'aws_iam_role.own'))).toContain(READS);
  });

  it('but not what another resource gives and the role itself repeats', () => {
    const role = resource('aws_iam_role.own', { name: 'own', inline_policy: [{ name: 'x', policy: allowing('x:Do') }] });
    const given = resource('aws_iam_role_policy.x', { name: 'x', role: 'own', policy: allowing('x:Do') });

    expect(heldBy('aws_iam_role.own', role, given)).toEqual(['inline x: Allow x:Do on *']);
  });

  it('where it is not told whose list it is', () => {
    const given = resource('aws_iam_user_policy_attachment.r', { user: 'alice', policy_arn: ref('aws_iam_policy.read.arn') });
    const only = resource('aws_iam_user_policy_attachments_exclusive.o', {
      user_name: unknown('set from outside'),
      policy_arns: [],
    });
    const takes = `? ${only.key} takes away what it doesn't list, and may not list read`;

    expect(heldBy('aws_iam_user.alice', given, only)).toEqual([`managed read: ${takes}`, takes]);
  });

  it('where one attachment lists all of its account who may have it', () => {
    const shared = (more: ResourceFact['body'], place: Parameters<typeof resource>[2] = {}): ResourceFact =>
      resource('aws_iam_policy_attachment.all', { policy_arn: ref('aws_iam_policy.read.arn'), groups: ['ops'], ...more }, place);
    const given = resource('aws_iam_user_policy_attachment.r', { user: 'alice', policy_arn: ref('aws_iam_policy.read.arn') });
    const inline = resource('aws_iam_user_policy.i', { name: 'i', user: 'alice', policy: allowing('s3:I') });
    const takes = "? net:aws_iam_policy_attachment.all takes read from everybody whom it doesn't list, and may not list it";
    const own = 'inline i: Allow s3:I on *';
    const taken = [own, `managed read: ${takes}`, takes];

    expect(heldBy('aws_iam_user.alice', given, inline, shared({}))).toEqual(taken);
    expect(heldBy('aws_iam_user.alice', given, inline, shared({}, { region: 'us-east-1' }))).toEqual(taken);
    expect(heldBy('aws_iam_user.alice', given, inline, shared({ users: [unknown('set from outside')] })).slice(0, 2)).toEqual(
      taken.slice(0, 2),
    );
    expect(heldBy('aws_iam_user.alice', given, inline, shared({ policy_arn: unknown('set from outside') }))).toEqual(taken);
    expect(heldBy('aws_iam_user.alice', given, inline, shared({ users: ['alice'] }))).toEqual([own, READS]);
    expect(heldBy('aws_iam_user.alice', given, inline, shared({ policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }))).toEqual(
      [own, READS],
    );
    expect(heldBy('aws_iam_user.alice', given, inline, shared({}, { accountId: '222222222222' }))).toEqual([own, READS]);
  });

  it('where a plan takes it from a role that still lists it, and not where a role that is there lists other ones', () => {
    const role = resource('aws_iam_role.app', {
      name: 'app',
      managed_policy_arns: ['arn:aws:iam::aws:policy/AWSDenyAll', 'arn:aws:iam::aws:policy/IAMUserChangePassword'],
      inline_policy: [{ name: 'old', policy: allowing('s3:Old') }],
    });
    const added = resource('aws_iam_role_policy.new', { name: 'new', role: 'app', policy: allowing('s3:New') });
    const gone = (type: string, before: ResourceFact['body']): PlannedChange => {
      return { address: `${type}.gone`, type, actions: ['delete'], before, isDeposed: false };
    };
    const changes = [
      gone('aws_iam_role_policy_attachment', { role: 'app', policy_arn: 'arn:aws:iam::aws:policy/AWSDenyAll' }),
      gone('aws_iam_role_policy', { role: 'app', name: 'old' }),
    ];
    const shown = (made: readonly PlannedChange[]): readonly string[] => {
      const [stack] = universeOf([role, added], 'plan').stacks;
      const facts = identityFactsOf({ stacks: stack === undefined ? [] : [{ ...stack, changes: made }] });
      return held(principalAt(facts, 'aws_iam_role.app'));
    };

    expect(shown(changes)).toEqual([
      'inline new: Allow s3:New on *',
      expect.stringMatching(/^aws-managed IAMUserChangePassword: /),
      '? the plan takes "arn:aws:iam::aws:policy/AWSDenyAll" from it, which the role itself still lists',
      '? the plan takes "old" from it, which the role itself still lists',
    ]);
    const made = { address: 'aws_iam_role.app', type: 'aws_iam_role', actions: ['create'], isDeposed: false };
    expect(shown([{ ...made, address: 'aws_iam_role.other' }])).toEqual(shown([]));
    expect(shown([made]).at(-1)).toBe("? net:aws_iam_role.app takes away what it doesn't list, and may not list new");
  });
});
