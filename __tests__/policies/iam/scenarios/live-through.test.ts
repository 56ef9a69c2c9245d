import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { liveThrough } from '../../../../policies/iam/scenarios/live-through';
import { FIXTURES } from '../../rules/rule-fixture';
import { policyOf, universeOf } from '../inquiry/organization';

interface StatementJson {
  readonly Sid: string;
  readonly [element: string]: unknown;
}

/** What our own policy with MFA says. */
function ours(): readonly StatementJson[] {
  const file = join(FIXTURES, 'access/credential-life-cycle/conforming.tf.json');
  const { resource } = JSON.parse(readFileSync(file, 'utf8')) as {
    resource: { aws_iam_policy: { 'self-rotation_self-rotation': { policy: string } } };
  };
  const text = resource.aws_iam_policy['self-rotation_self-rotation'].policy.replaceAll('$${', () => '${');
  return (JSON.parse(text) as { Statement: readonly StatementJson[] }).Statement;
}

/** The statements with one made another. */
function altered(sid: string, change: object): readonly StatementJson[] {
  expect(ours().filter((statement) => statement.Sid === sid)).toHaveLength(1);
  return ours().map((statement) => (statement.Sid === sid ? { ...statement, ...change } : statement));
}

/** `DenyWithoutMfa` sparing all that it spares but these. */
function sparing(...without: readonly string[]): readonly StatementJson[] {
  const spared = ours().find(({ Sid }) => Sid === 'DenyWithoutMfa')?.NotAction as readonly string[];
  return altered('DenyWithoutMfa', { NotAction: spared.filter((action) => !without.includes(action)) });
}

/** Users in a group with these statements: the machine has a key, the person a password. */
function astray(statements: readonly StatementJson[], who: 'machine' | 'person' | 'member' = 'member'): readonly string[] {
  const people = universeOf({
    aws_iam_group: { self: { name: 'self' } },
    aws_iam_group_policy: { self: { group: '${aws_iam_group.self.name}', name: 'self', policy: policyOf(...statements) } },
    aws_iam_user: { machine: { name: 'machine' }, person: { name: 'person', path: '/' } },
    aws_iam_access_key: { machine: { user: '${aws_iam_user.machine.name}' } },
    aws_iam_user_login_profile: { person: { user: '${aws_iam_user.person.name}' } },
    aws_iam_user_group_membership: {
      machine: { user: '${aws_iam_user.machine.name}', groups: ['${aws_iam_group.self.name}'] },
      person: { user: '${aws_iam_user.person.name}', groups: ['${aws_iam_group.self.name}'] },
    },
  });
  const address = who === 'member' ? 'aws_iam_group.self' : `aws_iam_user.${who}`;
  const lives = liveThrough(Inquiry.of(people)).filter(({ actor }) => actor.key === `dev:${address}`);
  expect(lives.map(({ life }) => life.name)).toEqual([who === 'machine' ? 'a machine user' : 'a person with MFA']);
  return lives.flatMap(({ calls }) =>
    calls.flatMap(({ call, decisions, astray: by }) =>
      by.map((one) => `${call.scenario}: ${call.action} by ${one} is ${decisions[one].decision}`),
    ),
  );
}

describe('our policy with MFA', () => {
  it.each(['member', 'person'] as const)('takes a %s through all of the life of a credential', (who) => {
    expect(astray(ours(), who)).toEqual([]);
  });
});

describe('policies of the field that lock people out, or let them through', () => {
  it('terraform-aws-iam #447: without iam:ChangePassword the first login with a forced reset never ends', () => {
    expect(astray(sparing('iam:ChangePassword'))).toEqual([
      'first login: iam:ChangePassword by access key is denied',
      'first login: iam:ChangePassword by session without MFA is denied',
    ]);
  });

  it('terraform-aws-iam #332: a refusal for everybody stops the rotation of machine users too', () => {
    const rotations = ['Create', 'List', 'Update', 'Delete'].map((verb) => `iam:${verb}AccessKey${verb === 'List' ? 's' : ''}`);

    expect(astray(ours(), 'machine')).toEqual(
      rotations.flatMap((action) => [
        `rotation of the own key: ${action} by access key is denied`,
        `rotation of the own key: ${action} by session without MFA is denied`,
      ]),
    );
  });

  it("terraform-aws-iam #312: a device by the user's name alone leaves no way past an abandoned one", () => {
    const only = altered('NameDevices', { Resource: 'arn:aws:iam::*:mfa/${aws:username}' });

    expect(astray(only).filter((line) => line.startsWith('abandoned'))).toEqual([
      'abandoned device: iam:CreateVirtualMFADevice by access key is denied',
      'abandoned device: iam:CreateVirtualMFADevice by session without MFA is denied',
      'abandoned device: iam:CreateVirtualMFADevice by session with MFA is denied',
    ]);
  });

  it('Bool instead of BoolIfExists: an access key, which says nothing of MFA, passes', () => {
    expect(astray(altered('DenyWithoutMfa', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }))).toContain(
      'rotation of the own key: iam:CreateAccessKey by access key is allowed',
    );
  });

  it('a star in the place of the own name makes keys for others', () => {
    const own = ours().find(({ Action }) => JSON.stringify(Action ?? '').includes('AccessKey'));

    expect(astray(altered(own?.Sid ?? '', { Resource: 'arn:aws:iam::*:user/*' }))).toContain(
      "another user's key: iam:CreateAccessKey by session with MFA is allowed",
    );
  });
});

it('those who look after no credentials have no such life', () => {
  const reader = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

  expect(
    liveThrough(
      Inquiry.of(
        universeOf({
          aws_iam_group: { g: { name: 'g' } },
          aws_iam_group_policy: { g: { group: 'g', name: 'p', policy: policyOf(reader) } },
        }),
      ),
    ),
  ).toEqual([]);
});
