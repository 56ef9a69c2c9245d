import fc from 'fast-check';

import { renderPolicy } from '../../modules/core/policy/render-policy';
import { selfRotationStatements, type SelfRotationRights } from '../../modules/identity';
import { evaluate, OTHER, policyFaults, type PolicyJson, user } from '../iam';
import { meaningOf, rendered } from './meaning';
import { SEED_POLICY } from './seed-policy';

describe('the policy', () => {
  it('is the one of the first page, word for word', () => {
    expect(meaningOf(rendered())).toEqual(meaningOf(SEED_POLICY));
  });

  it('leaves with the variable escaped from Terraform, once', () => {
    expect(renderPolicy('managed', selfRotationStatements())).toContain('"Resource":"arn:aws:iam::*:user/$${aws:username}"');
  });

  it('covers users with a path where there are any', () => {
    const resource = rendered({ userPaths: true }).Statement;

    expect(JSON.stringify(resource)).toContain('["arn:aws:iam::*:user/${aws:username}","arn:aws:iam::*:user/*/${aws:username}"]');
  });

  it('names the partition that it is for', () => {
    expect(JSON.stringify(rendered({ partition: 'aws-cn', userPaths: true, mfa: true }))).not.toContain('arn:aws:');
  });

  const everyRight: SelfRotationRights[] = [false, true].flatMap((userPaths) => [
    { userPaths },
    { userPaths, mfa: true },
    { userPaths, mfa: true, enrolment: 'console' },
  ]);

  it.each(everyRight)('has nothing that AWS does not know: %j', async (rights) => {
    expect(await policyFaults(rendered(rights))).toEqual([]);
  });

  it('says nothing of MFA, nor of where to enrol, where none is asked for', () => {
    expect(rendered({ enrolment: 'console' })).toEqual(rendered());
  });
});

/** A policy of one pattern, to see whom it lets in. */
const onlyOn = (...resource: string[]): PolicyJson => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: resource },
});

/** Whether a user may make keys for another one; both with their paths. */
function reaches(policy: PolicyJson, caller: string, target: string, accountId?: string): boolean {
  const resource = user(target, accountId).arn;
  const request = { principal: user(caller), action: 'iam:CreateAccessKey', resource };
  return (
    evaluate({ identity: [policy] }, { ...request, ...(accountId === undefined ? {} : { resourceAccountId: accountId }) })
      .decision === 'allowed'
  );
}

describe('users with a path', () => {
  const NAMES = ['alice', 'bob', 'a', 'malice', 'alice.x', 'alice-', 'lice', 'alicealice', 'x+=,.@-_'];
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^[\w+=,.@-]{1,8}$/));
  // Paths may hold every visible character of ASCII: names of others, colons and stars too.
  const folder = fc.oneof(
    name,
    fc.constantFrom('user', 'x:user', '*', '?', '${aws:username}', 'a/b'),
    fc.stringMatching(/^[!-~]{1,6}$/),
  );
  const path = fc.array(folder, { maxLength: 3 }).map((folders) => folders.map((part) => `${part}/`).join(''));

  it('reach themselves and nobody else, whatever names and paths there are', () => {
    const policy = rendered({ userPaths: true });

    fc.assert(
      fc.property(path, name, path, name, (ownPath, own, otherPath, other) => {
        expect(reaches(policy, `${ownPath}${own}`, `${ownPath}${own}`)).toBe(true);
        // In one account, there is one user of a name.
        expect(reaches(policy, `${ownPath}${own}`, `${otherPath}${other}`)).toBe(own === other);
      }),
      { numRuns: 3000 },
    );
  });

  it('do nothing with the policy for users without one', () => {
    expect([reaches(rendered(), 'ops/alice', 'ops/alice'), reaches(rendered(), 'alice', 'alice')]).toEqual([false, true]);
  });

  it('reach nobody of their name in another account', () => {
    expect(reaches(rendered({ userPaths: true }), 'ops/alice', 'ops/alice', OTHER)).toBe(false);
  });

  it.each([
    ['arn:aws:iam::*:user/*${aws:username}', 'alice', 'malice'],
    ['arn:aws:iam::*:user/*/${aws:username}*', 'alice', 'ops/alice2'],
    ['arn:aws:iam::*:user/${aws:username}*', 'alice', 'alice2'],
    ['arn:aws:iam::*:user/*${aws:username}*', 'alice', 'alice/bob'],
    ['arn:aws:iam::*:user/${aws:username}/*', 'alice', 'alice/bob'],
  ])('would reach others by %s: %s reaches %s', (pattern, caller, target) => {
    expect([reaches(onlyOn(pattern), caller, target), reaches(rendered({ userPaths: true }), caller, target)]).toEqual([
      true,
      false,
    ]);
  });
});
