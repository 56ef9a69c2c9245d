import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { type SensitiveOperation } from '../../../../policies/iam/inquiry/sensitive-operations';
import { whoCan } from '../../../../policies/iam/inquiry/who-can';
import type { Term } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { resource, universeOf, unknown } from '../../model/network/documents';

const DELETING: SensitiveOperation = { id: 'delete', title: 'delete', actions: ['s3:DeleteObject'], on: 'objects' };
const STOPPING: SensitiveOperation = { id: 'stop', title: 'stop', actions: ['guardduty:DeleteDetector'], on: 'account' };

/** Of which no document tells the account. */
function untold({ accountId: _none, ...fact }: ResourceFact): ResourceFact {
  return fact;
}

/** Who can, one line each: `allowed net:aws_iam_user.ann on net:aws_s3_bucket.logs`. */
function lines(facts: readonly ResourceFact[], operation: SensitiveOperation): readonly string[] {
  const [found] = whoCan(Inquiry.of(universeOf(facts)), [operation]);
  return [...(found?.allowed ?? []), ...(found?.unknown ?? [])].map(
    ({ who, on, decision }) => `${decision.decision} ${who} on ${on}`,
  );
}

const ANN = resource('aws_iam_user.ann', { name: 'ann' });
const rights = (action: string): ResourceFact =>
  resource('aws_iam_user_policy.ann', { name: 'own', user: 'ann', policy: allowing(action) });
const LOGS = resource('aws_s3_bucket.logs', { bucket: 'logs' });

describe('who can do something to a bucket', () => {
  it('are those of its account, and its root user', () => {
    expect(lines([ANN, rights('s3:*'), LOGS], DELETING)).toEqual([
      'allowed net:aws_iam_user.ann on net:aws_s3_bucket.logs',
      'allowed root user of 111111111111 on net:aws_s3_bucket.logs',
    ]);
  });

  it('of an account that is not told are perhaps those of any', () => {
    expect(lines([ANN, rights('s3:*'), untold(LOGS)], DELETING)).toEqual([
      'unknown net:aws_iam_user.ann on net:aws_s3_bucket.logs',
    ]);
  });

  it('are all but some where its policy lets in all but some', () => {
    const open = allowing('s3:DeleteObject', { NotPrincipal: { AWS: '222222222222' } });
    const policy = resource('aws_s3_bucket_policy.logs', { bucket: 'logs', policy: open });

    expect(lines([LOGS, policy], DELETING)).toEqual([
      'allowed root user of 111111111111 on net:aws_s3_bucket.logs',
      'allowed * on net:aws_s3_bucket.logs',
    ]);
  });
});

describe("who can do something to a bucket by the bucket's own policy", () => {
  const by = (...policies: readonly (string | Term)[]): readonly string[] =>
    lines(
      [LOGS, ...policies.map((policy, at) => resource(`aws_s3_bucket_policy.p${String(at)}`, { bucket: 'logs', policy }))],
      DELETING,
    );
  const naming = (principal: Term, more: Readonly<Record<string, Term>> = {}): string =>
    allowing('s3:DeleteObject', { Principal: principal, ...more });
  const OWN_ROOT = 'allowed root user of 111111111111 on net:aws_s3_bucket.logs';

  it.each(['222222222222', 'arn:aws:iam::222222222222:root'])('are those of the account that it names by %s', (account) => {
    expect(by(naming({ AWS: account }))).toEqual([OWN_ROOT, 'allowed root user of 222222222222 on net:aws_s3_bucket.logs']);
  });

  it('are its own account once, whether it names that or not', () => {
    expect(by(naming({ AWS: ['111111111111', 'arn:aws:iam::111111111111:root'] }))).toEqual([OWN_ROOT]);
  });

  it('are a user of another account whose own policies nobody tells, and no service or provider', () => {
    const named = naming({ AWS: 'arn:aws:iam::222222222222:user/eve', Service: 'ec2.amazonaws.com' });

    expect(by(named)).toEqual([OWN_ROOT, 'unknown arn:aws:iam::222222222222:user/eve on net:aws_s3_bucket.logs']);
  });

  it('are nobody whom a Deny names, who is named in a way that nobody can be, or only apply tells', () => {
    expect(by(naming({ AWS: 'arn:aws:iam::222222222222:user/eve' }, { Effect: 'Deny' }))).toEqual([OWN_ROOT]);
    expect(by(naming({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' }))).toEqual([OWN_ROOT]);
    expect(by(unknown('set from outside'))).toEqual([OWN_ROOT.replace('allowed', 'unknown')]);
  });
});

describe('who can do something to an account', () => {
  it('are those of it', () => {
    expect(lines([ANN, rights('guardduty:*')], STOPPING)).toEqual([
      'allowed net:aws_iam_user.ann on 111111111111',
      'allowed root user of 111111111111 on 111111111111',
    ]);
  });

  it('that is not told are those of whom nothing is told either', () => {
    expect(lines([untold(ANN), untold(rights('guardduty:*'))], STOPPING)).toEqual([
      "allowed net:aws_iam_user.ann on the account, which isn't told",
    ]);
  });
});

describe('who can, asked until there are enough decisions', () => {
  const told = (most?: number): unknown => {
    const other = resource('aws_s3_bucket.other', { bucket: 'other' });
    const [found] = whoCan(Inquiry.of(universeOf([ANN, LOGS, other])), [DELETING], most);
    return { ...found, allowed: found?.allowed.map(({ on }) => on) };
  };

  it('counts those who are denied, and keeps those who are not', () => {
    expect(told()).toMatchObject({
      asked: 4,
      subjects: { of: 2, left: 0 },
      allowed: ['net:aws_s3_bucket.logs', 'net:aws_s3_bucket.other'],
      unknown: [],
    });
  });

  it('leaves out the second bucket where the two decisions about the first are all that is wanted', () => {
    expect(told(2)).toMatchObject({ asked: 2, subjects: { of: 2, left: 1 }, allowed: ['net:aws_s3_bucket.logs'] });
  });

  it('asks about the second bucket where one decision more is wanted', () => {
    expect(told(3)).toMatchObject({ asked: 4, subjects: { of: 2, left: 0 } });
  });
});
