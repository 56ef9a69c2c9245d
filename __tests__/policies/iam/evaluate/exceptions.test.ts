import { decide } from '../../../../policies/iam/evaluate/decide';
import type { PolicySet } from '../../../../policies/iam/policy-set';
import type { AccessRequest } from '../../../../policies/iam/request';
import { Template, Unknown } from '../../../../policies/model/term';
import { said, named, unknown, admin, ALL, HOME, OTHER, REQUEST, root, shut, opened } from './asking';

describe("a bucket owner's root user", () => {
  const rescue = { caller: root(HOME), action: 's3:PutBucketPolicy' };

  it.each<[string, Partial<AccessRequest>, Partial<PolicySet>, string]>([
    [
      'may do all that nobody denies',
      { caller: root(HOME) },
      {},
      'allowed by root user: the root user may do everything that nobody denies',
    ],
    [
      'may change a policy that denies it',
      rescue,
      { resource: [shut] },
      'allowed by root user: the root user may do everything that nobody denies',
    ],
    [
      'may ask for no other thing that is denied',
      { ...rescue, action: 's3:GetBucketPolicyStatus' },
      { resource: [shut] },
      'denied by explicit deny: statement 1 of shut denies it',
    ],
    [
      "may not change another account's",
      { ...rescue, caller: root(OTHER) },
      { resource: [shut, opened(OTHER)] },
      'denied by explicit deny: statement 1 of shut denies it',
    ],
    [
      'is no user of the account',
      { action: 's3:PutBucketPolicy' },
      { identity: [admin], resource: [shut] },
      'denied by explicit deny: statement 1 of shut denies it',
    ],
  ])('%s', (_what, request, set, answer) => {
    expect(said(set, request)).toBe(answer);
  });

  const { resourceAccountId: _told, ...untold } = REQUEST;
  it('is the owner of what is surely of its account, though no account is told', () => {
    const set = { identity: [], resource: [shut], resourceKind: 'other' as const, grants: [], doubts: [] };

    expect(decide(set, { ...untold, ...rescue, isOwn: true }).decision).toBe('allowed');
  });

  it.each<[string, AccessRequest]>([
    [
      'whose account is not told may be the owner or not',
      { ...REQUEST, ...rescue, caller: { kind: 'root', arn: root(HOME).arn } },
    ],
    ['may be the owner or not of a bucket whose account is not told', { ...untold, ...rescue }],
  ])('%s', (_what, request) => {
    const set = { identity: [], resource: [shut, opened('*')], resourceKind: 'other' as const, grants: [], doubts: [] };

    expect(decide(set, request).why).toBe(
      "whether statement 1 of shut denies it isn't known: whether caller and resource are of one account isn't known",
    );
  });
});

describe('a session that may be of a service-linked role', () => {
  const session = (name: string): Partial<AccessRequest> => ({
    caller: { kind: 'role-session', arn: `arn:aws:sts::${HOME}:assumed-role/${name}/x`, accountId: HOME },
  });
  const WHY = "whether it is a service-linked role isn't known";
  const lock = named('lock', { Sid: 'Lock', Effect: 'Deny', ...ALL });

  it('is none by its name: guardrails limit it', () => {
    expect(said({ identity: [admin], scp: [[]] }, session('deploy'))).toBe(
      'denied by scp: no service control policy of level 1 allows it',
    );
  });

  it('is perhaps one by its name: what a guardrail denies, or does not allow, is not known', () => {
    const linked = session('AWSServiceRoleForX');

    expect(said({ identity: [admin], scp: [[]] }, linked)).toBe(`unknown by scp: ${WHY}`);
    expect(said({ identity: [admin], rcp: [[]] }, linked)).toBe(`unknown by rcp: ${WHY}`);
    expect(said({ identity: [admin], scp: [[admin, lock]] }, linked)).toBe(
      `unknown by explicit deny: whether Sid "Lock" of lock denies it isn't known: ${WHY}`,
    );
    expect(said({ identity: [admin], scp: [[admin, unknown('far', 'a')]] }, linked)).toBe(
      "unknown by explicit deny: whether far denies it isn't known: far isn't known: a",
    );
    expect(said({ identity: [admin], scp: [[admin]] }, linked)).toBe('allowed by identity: statement 1 of admin allows it');
  });

  it('is perhaps one where only apply tells the path of its role', () => {
    const roleArn = new Template([`arn:aws:iam::${HOME}:role`, new Unknown('x'), '/y']);
    const caller = { kind: 'role-session' as const, arn: `arn:aws:sts::${HOME}:assumed-role/y/x`, accountId: HOME, roleArn };

    expect(said({ identity: [admin], scp: [[]] }, { caller })).toBe(`unknown by scp: ${WHY}`);
  });

  it('is no user whose name only apply tells', () => {
    const caller = { kind: 'user' as const, arn: new Template([new Unknown('x')]), accountId: HOME };

    expect(said({ identity: [admin], scp: [[]] }, { caller })).toBe(
      'denied by scp: no service control policy of level 1 allows it',
    );
  });
});

describe('what AWS answers without a look at policies', () => {
  const identity = { action: 'sts:GetCallerIdentity' };
  const door = named('door', { Effect: 'Deny', Principal: '*', ...ALL });
  const nobody = { kind: 'anonymous' as const, arn: '' };

  it.each<[string, Partial<PolicySet>, Partial<AccessRequest>, string]>([
    [
      'who somebody is, denied or not',
      { identity: [door] },
      identity,
      'allowed by nobody: sts:GetCallerIdentity needs no permission',
    ],
    ['not who nobody is', {}, { ...identity, caller: nobody }, 'denied by resource: no policy of the resource allows it'],
    ['not through an endpoint', { endpoint: door }, identity, 'denied by explicit deny: statement 1 of door denies it'],
    [
      'no role for the root user',
      {},
      { action: 'sts:AssumeRole', caller: root(HOME) },
      'denied by root user: the root user can assume no role',
    ],
  ])('%s', (_what, set, request, answer) => {
    expect(said(set, request)).toBe(answer);
  });
});
