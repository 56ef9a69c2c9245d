import { type PolicyJson, type StatementJson, user } from '../iam';
import { mfaLife, plainLife, roleLife } from './life-of-a-credential';
import { rendered } from './meaning';
import { astray, endOf, type Mfa } from './scenario';

const alice = user('alice');
const opsAlice = user('ops/night/alice');
const statements = (policy: PolicyJson): readonly StatementJson[] => policy.Statement as readonly StatementJson[];
/** The policy with one statement made another, or taken out. */
function altered(policy: PolicyJson, sid: string, change: Partial<StatementJson> | 'gone'): PolicyJson {
  const all = statements(policy);
  expect(all.filter((statement) => statement.Sid === sid)).toHaveLength(1);
  return {
    ...policy,
    Statement: all.flatMap((one) => (one.Sid !== sid ? [one] : change === 'gone' ? [] : [{ ...one, ...change }])),
  };
}

describe('the plain policy', () => {
  it('lets a user do all that is its own and nothing else', () => {
    expect(astray([rendered()], plainLife(alice))).toEqual([]);
  });

  it('lets a user with a path do nothing of it, and the variant for paths all of it', () => {
    expect(astray([rendered()], plainLife(opsAlice)).filter((line) => line.startsWith('rotation'))).toHaveLength(12);
    expect(astray([rendered({ userPaths: true })], plainLife(opsAlice))).toEqual([]);
    expect(astray([rendered({ userPaths: true })], plainLife(alice))).toEqual([]);
  });

  it("lets a role's session do nothing, of whatever name it is", () => {
    expect(astray([rendered({ userPaths: true })], roleLife())).toEqual([]);
    expect(astray([rendered({ userPaths: true, mfa: true })], roleLife())).toEqual([]);
  });
});

describe('the policy with MFA', () => {
  it('lets a person sign in first, enrol and, with a session, rotate; with a path or without', () => {
    expect(astray([rendered({ mfa: true })], mfaLife(alice))).toEqual([]);
    expect(astray([rendered({ mfa: true, userPaths: true })], mfaLife(alice))).toEqual([]);
    expect(astray([rendered({ mfa: true, userPaths: true })], mfaLife(opsAlice))).toEqual([]);
  });

  it('spares machine users, whose group has the plain policy: they rotate with their keys alone', () => {
    expect(astray([rendered()], plainLife(user('deploy-bot')))).toEqual([]);
  });

  const admin: PolicyJson = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
  const adminCall = (action: string, resource: string, policy: PolicyJson): string[] =>
    (['keys', 'session without', 'session with'] as const).map((mfa) =>
      endOf([admin, policy], { caller: alice, action, resource, mfa }),
    );

  it.each([
    ['s3:DeleteBucket', 'arn:aws:s3:::logs'],
    ['iam:EnableMFADevice', user('bob').arn],
    ['iam:ResyncMFADevice', user('bob').arn],
    ['iam:GetUser', user('bob').arn],
    ['iam:DeactivateMFADevice', user('alice').arn],
    ['iam:DeleteVirtualMFADevice', 'arn:aws:iam::111111111111:mfa/bob'],
    ['iam:CreateAccessKey', user('bob').arn],
  ])("holds back an administrator's rights until there is MFA: %s on %s", (action, resource) => {
    expect(adminCall(action, resource, rendered({ mfa: true }))).toEqual(['denied', 'denied', 'allowed']);
  });

  it('would let the keys of an administrator enrol a device for somebody else without its last refusal', () => {
    const without = altered(rendered({ mfa: true }), 'DenyOthersWithoutMfa', 'gone');

    expect(adminCall('iam:EnableMFADevice', user('bob').arn, without)).toEqual(['allowed', 'allowed', 'allowed']);
  });
});

describe('where a device may be enrolled without MFA', () => {
  const enrols = (enrolment: 'anywhere' | 'console'): string[] =>
    (['keys', 'session without', 'session with'] as Mfa[]).map((mfa) =>
      endOf([rendered({ mfa: true, enrolment })], { caller: alice, action: 'iam:EnableMFADevice', resource: alice.arn, mfa }),
    );

  it('is anywhere unless said otherwise, so that who has only keys can begin', () => {
    expect(enrols('anywhere')).toEqual(['allowed', 'allowed', 'allowed']);
  });

  it("is the console on demand, so that a stolen key can't enrol a device of its own", () => {
    expect(enrols('console')).toEqual(['denied', 'allowed', 'allowed']);
  });

  it('changes nothing else', () => {
    const console = astray([rendered({ mfa: true, enrolment: 'console' })], mfaLife(alice));

    expect(console).toEqual(['enrolment: iam:EnableMFADevice by keys is denied']);
  });
});

describe('policies of the field that lock people out, or in', () => {
  const ours = rendered({ mfa: true });
  const [deny] = statements(ours).filter(({ Sid: sid }) => sid === 'DenyWithoutMfa');
  const without = (...actions: string[]): readonly string[] =>
    (deny?.NotAction as readonly string[]).filter((one) => !actions.includes(one));

  it('terraform-aws-iam #447: without iam:ChangePassword the first login with a forced reset never ends', () => {
    const policy = altered(ours, 'DenyWithoutMfa', { NotAction: without('iam:ChangePassword') });

    expect(astray([policy], mfaLife(alice))).toEqual([
      'first login: iam:ChangePassword by keys is denied',
      'first login: iam:ChangePassword by session without is denied',
    ]);
  });

  it('terraform-aws-iam #332: a refusal for everybody stops the rotation of machine users too', () => {
    const machine = user('deploy-bot');

    expect(astray([ours], plainLife(machine)).filter((line) => line.startsWith('rotation'))).toEqual(
      ['Create', 'List', 'Update', 'Delete'].flatMap((verb) => {
        const action = verb === 'List' ? 'iam:ListAccessKeys' : `iam:${verb}AccessKey`;
        return [`rotation: ${action} by keys is denied`, `rotation: ${action} by session without is denied`];
      }),
    );
  });

  it("terraform-aws-iam #312: a device by the user's name alone leaves no way past an abandoned one", () => {
    const policy = altered(ours, 'NameDevices', { Resource: 'arn:aws:iam::*:mfa/${aws:username}' });

    expect(astray([policy], mfaLife(alice)).filter((line) => line.startsWith('abandoned'))).toEqual([
      'abandoned device: iam:CreateVirtualMFADevice by keys is denied',
      'abandoned device: iam:CreateVirtualMFADevice by session without is denied',
      'abandoned device: iam:CreateVirtualMFADevice by session with is denied',
    ]);
  });

  it('the way that AWS warns of: who may delete devices without MFA has got rid of MFA', () => {
    const policy = altered(ours, 'DenyWithoutMfa', {
      NotAction: [...without(), 'iam:DeleteVirtualMFADevice', 'iam:DeactivateMFADevice'],
    });

    expect(astray([policy], mfaLife(alice))).toEqual([
      'abandoned device: iam:DeleteVirtualMFADevice by keys is allowed',
      'abandoned device: iam:DeleteVirtualMFADevice by session without is allowed',
      'a lost phone: iam:DeactivateMFADevice by keys is allowed',
      'a lost phone: iam:DeactivateMFADevice by session without is allowed',
    ]);
  });

  it('Bool instead of BoolIfExists: keys, which say nothing of MFA, pass', () => {
    const policy = altered(ours, 'DenyWithoutMfa', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } });

    expect(astray([policy], mfaLife(alice))).toContain('rotation: iam:CreateAccessKey by keys is allowed');
  });

  it.each(without())('every exception is needed: without %s something of the life of a credential is denied', (action) => {
    const policy = altered(ours, 'DenyWithoutMfa', { NotAction: without(action) });
    const lines = astray([policy], mfaLife(alice));

    expect([...new Set(lines.map((line) => line.replace(/^.*: (\S+) by .* is denied$/, '$1')))]).toEqual([action]);
  });

  it.each(statements(ours).map(({ Sid: sid = '' }) => sid))(
    'every statement is needed: without %s a scenario goes astray',
    (sid) => {
      const policy = altered(ours, sid, 'gone');
      const admin: PolicyJson = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
      const bob = { caller: alice, action: 'iam:EnableMFADevice', resource: user('bob').arn, mfa: 'keys' as const };

      expect([...astray([policy], mfaLife(alice)), ...(endOf([admin, policy], bob) === 'denied' ? [] : ['bob'])]).not.toEqual([]);
    },
  );
});
