import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { type SensitiveOperation } from '../../../../policies/iam/inquiry/sensitive-operations';
import { whoCan } from '../../../../policies/iam/inquiry/who-can';
import { Template, type Term } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { ref, resource, universeOf, unknown } from '../../model/network/documents';

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
const rights = (action: string, more: Readonly<Record<string, Term>> = {}): ResourceFact =>
  resource('aws_iam_user_policy.ann', { name: 'own', user: 'ann', policy: allowing(action, more) });
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
  /** Of whom only apply tells. */
  const hidden = (action: string): Template => {
    const [before = '', after = ''] = allowing(action, { Principal: { AWS: 'HOLE' } }).split('HOLE');
    return new Template([before, unknown('set from outside'), after]);
  };
  const OWN_ROOT = 'allowed root user of 111111111111 on net:aws_s3_bucket.logs';
  const STRANGER = 'unknown somebody of another account on net:aws_s3_bucket.logs';
  const EVE = { AWS: 'arn:aws:iam::222222222222:user/eve' };

  it.each(['222222222222', 'arn:aws:iam::222222222222:root'])('are those of the account that it names by %s', (account) => {
    expect(by(naming({ AWS: account }))).toEqual([OWN_ROOT, 'allowed root user of 222222222222 on net:aws_s3_bucket.logs']);
  });

  it('are its own account once, whether it names that or not', () => {
    expect(by(naming({ AWS: ['111111111111', 'arn:aws:iam::111111111111:root'] }))).toEqual([OWN_ROOT]);
  });

  it.each(['222222222222', 'arn:aws:iam::222222222222:user/ann'])(
    'are users of another account by their address: %s',
    (named) => {
      const [ann, own] = [ANN, rights('s3:*')].map((fact) => ({ ...fact, accountId: '222222222222' }));
      const policy = resource('aws_s3_bucket_policy.logs', { bucket: 'logs', policy: naming({ AWS: named }) });

      expect(lines([LOGS, policy, ...(ann && own ? [ann, own] : [])], DELETING)).toContain(
        'allowed net:aws_iam_user.ann on net:aws_s3_bucket.logs',
      );
    },
  );

  it('are a user of another account whose own policies nobody tells, and no service or provider', () => {
    const named = naming({ ...EVE, Service: 'ec2.amazonaws.com', Federated: 'accounts.google.com' });

    expect(by(named)).toEqual([OWN_ROOT, 'unknown arn:aws:iam::222222222222:user/eve on net:aws_s3_bucket.logs']);
  });

  it('are nobody whom a Deny names, or whom it lets do something else', () => {
    expect(by(naming(EVE, { Effect: 'Deny' }))).toEqual([OWN_ROOT]);
    expect(by(hidden('s3:GetObject'))).toEqual([OWN_ROOT]);
  });

  it.each<[string, string | Template]>([
    ['everybody of an organisation', naming('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-acme' } } })],
    ['everybody of an account', naming('*', { Condition: { StringEquals: { 'aws:PrincipalAccount': '222222222222' } } })],
    [
      'whoever has a canonical user id',
      naming({ CanonicalUser: 'c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0' }),
    ],
    ['whoever has an id', naming({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })],
    ['somebody whom only apply tells', hidden('s3:DeleteObject')],
  ])('are perhaps others where it lets in %s', (_whom, policy) => {
    expect(by(policy).filter((line) => !line.includes('root user'))).toEqual([STRANGER]);
  });

  it('are perhaps others where only apply tells it, or which of two it is', () => {
    const open = [OWN_ROOT.replace('allowed', 'unknown'), STRANGER];

    expect(by(unknown('set from outside'))).toEqual(open);
    expect(by(allowing('s3:GetObject', { Principal: { AWS: '111111111111' } }), allowing('s3:GetObject'))).toEqual(open);
  });

  it('are others, surely where it lets in everybody, and perhaps where it keeps out those without an organisation', () => {
    const perimeter = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' };
    const member = { ...perimeter, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-acme' } } };
    const all = { Effect: 'Allow', Principal: '*', Action: 's3:DeleteObject', Resource: '*' };

    expect(by(naming('*'))).toEqual([OWN_ROOT, 'allowed * on net:aws_s3_bucket.logs']);
    expect(by(JSON.stringify({ Version: '2012-10-17', Statement: [all, member] }))).toEqual([
      OWN_ROOT.replace('allowed', 'unknown'),
      STRANGER,
    ]);
  });
});

/** What is decided of ann by one policy of hers. */
function annCan(operation: SensitiveOperation, action: string, on: string, ...facts: readonly ResourceFact[]): string {
  const found = lines([ANN, rights(action, { Resource: on }), ...facts], operation);
  return found.find((line) => line.includes('user.ann'))?.replace(/ .*/, '') ?? 'denied';
}

describe('who can use a key by a grant', () => {
  const GRANTING: SensitiveOperation = { ...DELETING, actions: ['kms:CreateGrant'], on: ['aws_kms_key'] };
  const KEY = resource('aws_kms_key.k', {});
  const grant = (grantee: Term): readonly ResourceFact[] => [
    KEY,
    resource('aws_kms_grant.g', { key_id: ref('aws_kms_key.k.id'), grantee_principal: grantee, operations: ['CreateGrant'] }),
  ];

  it.each<[string, Term]>([
    ['unknown arn:aws:iam::222222222222:role/backup', 'arn:aws:iam::222222222222:role/backup'],
    ['unknown somebody of another account', unknown('set from outside')],
  ])('is perhaps its grantee: %s', (line, grantee) => {
    expect(lines(grant(grantee), GRANTING)).toContain(`${line} on net:aws_kms_key.k`);
  });

  it('is nobody of another account on whose key there is none', () => {
    expect(lines([...grant(unknown('set from outside')), resource('aws_kms_key.other', {})], GRANTING)).not.toContainEqual(
      expect.stringMatching(/another account on net:aws_kms_key.other/),
    );
  });
});

describe('who can do something, by what their policies name', () => {
  const GROUP = resource('aws_cloudwatch_log_group.app', { name: 'app' });
  const TRIMMING: SensitiveOperation = { ...DELETING, actions: ['logs:DeleteLogStream'], on: ['aws_cloudwatch_log_group'] };

  it.each([
    ['allowed', 'arn:aws:s3:::logs/*'],
    ['unknown', 'arn:aws:s3:::logs/2026/*'],
    ['denied', 'arn:aws:s3:::logs'],
  ])('of the objects in a bucket: %s by %s', (decision, named) => {
    expect(annCan(DELETING, 's3:DeleteObject', named, LOGS)).toBe(decision);
  });

  it.each([
    ['allowed', 'arn:aws:s3:::logs'],
    ['denied', 'arn:aws:s3:::logs/*'],
  ])('of the bucket itself: %s by %s', (decision, named) => {
    const emptying: SensitiveOperation = { ...DELETING, actions: ['s3:DeleteBucket'], on: ['aws_s3_bucket'] };

    expect(annCan(emptying, 's3:DeleteBucket', named, LOGS)).toBe(decision);
  });

  it.each([
    ['allowed', 'arn:aws:logs:eu-west-1:111111111111:log-group:app:*'],
    ['unknown', 'arn:aws:logs:eu-west-1:111111111111:log-group:app:log-stream:*'],
    ['denied', 'arn:aws:logs:eu-west-1:111111111111:log-group:app'],
  ])('of the streams of a log group: %s by %s', (decision, named) => {
    expect(annCan(TRIMMING, 'logs:*', named, GROUP)).toBe(decision);
  });

  it.each([
    ['allowed', 'arn:aws:guardduty:*:111111111111:detector/*'],
    ['unknown', 'arn:aws:guardduty:eu-west-1:111111111111:detector/*'],
    ['denied', 'arn:aws:config:*:111111111111:configuration-recorder/*'],
  ])('of a detector of the account, which the documents need not make: %s by %s', (decision, named) => {
    expect(annCan(STOPPING, 'guardduty:*', named)).toBe(decision);
  });

  it('of nothing that a Deny keeps from them, which names it as the action knows it', () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: '*', Resource: 'arn:aws:guardduty:*:*:detector/*' },
      ],
    });

    expect(lines([ANN, resource('aws_iam_user_policy.ann', { name: 'own', user: 'ann', policy })], STOPPING)).toEqual([
      'allowed root user of 111111111111 on 111111111111',
    ]);
  });
});

describe("who can change an organisation's guardrails", () => {
  const DETACHING: SensitiveOperation = { ...STOPPING, actions: ['organizations:DetachPolicy'] };
  const ORGANIZATION = resource('aws_organizations_organization.o', { feature_set: 'ALL' });

  it.each([
    ['allowed', 'is the management account', [ORGANIZATION]],
    ['unknown', 'is perhaps no management account', []],
  ])('are %s in an account that %s', (decision, _what, facts) => {
    expect(lines([ANN, rights('*'), ...facts], DETACHING)).toEqual([
      `${decision} net:aws_iam_user.ann on 111111111111`,
      `${decision} root user of 111111111111 on 111111111111`,
    ]);
  });

  it('are nobody who has no rights, whoever the organisation may delegate to', () => {
    expect(lines([untold(ANN)], DETACHING)).toEqual([]);
  });
});

describe('who can do something to an account', () => {
  it('are those of it', () => {
    expect(lines([ANN, rights('guardduty:*')], STOPPING)).toEqual([
      'allowed net:aws_iam_user.ann on 111111111111',
      'allowed root user of 111111111111 on 111111111111',
    ]);
  });

  it('are perhaps those of whom nothing is told', () => {
    const other = resource('aws_s3_bucket.logs', { bucket: 'logs' });

    expect(lines([untold(ANN), untold(rights('guardduty:*')), other], STOPPING)).toEqual([
      'allowed root user of 111111111111 on 111111111111',
      "allowed net:aws_iam_user.ann on the account, which isn't told",
      'unknown net:aws_iam_user.ann on 111111111111',
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
