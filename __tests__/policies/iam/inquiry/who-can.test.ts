import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { type SensitiveOperation } from '../../../../policies/iam/inquiry/sensitive-operations';
import { whoCan } from '../../../../policies/iam/inquiry/who-can';
import { Template, type Term } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { ref, resource, universeOf, unknown } from '../../model/network/documents';
import { ANN, DELETING, lines, LOGS, rights, UNBLOCKED, untold } from './asking-who';

describe('who can do something to a bucket', () => {
  it('are those of its account, and its root user', () => {
    expect(lines([ANN, rights('s3:*'), LOGS], DELETING)).toEqual([
      'allowed net:aws_iam_user.ann on net:aws_s3_bucket.logs',
      'allowed root user of 111111111111 on net:aws_s3_bucket.logs',
    ]);
  });

  it('are asked as whoever comes by HTTPS, which most policies want', () => {
    const tls = { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const policy = resource('aws_s3_bucket_policy.logs', { bucket: 'logs', policy: allowing('s3:*', tls) });

    expect(lines([LOGS, policy], DELETING)).toEqual(['allowed root user of 111111111111 on net:aws_s3_bucket.logs']);
  });

  it('that the documents do not make are not asked for', () => {
    expect(lines([ANN, rights('s3:*'), resource('data.aws_s3_bucket.logs', { bucket: 'logs' })], DELETING)).toEqual([]);
  });

  it('of an account that is not told are perhaps those of any', () => {
    expect(lines([ANN, rights('s3:*'), untold(LOGS)], DELETING)).toEqual([
      'unknown net:aws_iam_user.ann on net:aws_s3_bucket.logs',
    ]);
  });

  it('are all but some where its policy lets in all but some', () => {
    const open = allowing('s3:DeleteObject', { NotPrincipal: { AWS: '222222222222' } });
    const policy = resource('aws_s3_bucket_policy.logs', { bucket: 'logs', policy: open });

    expect(lines([LOGS, UNBLOCKED, policy], DELETING)).toEqual([
      'allowed root user of 111111111111 on net:aws_s3_bucket.logs',
      'allowed * on net:aws_s3_bucket.logs',
    ]);
  });

  it('are perhaps all whom its policy lets in, where no public access block is in the documents, and none from outside where it is restricted', () => {
    const policy = resource('aws_s3_bucket_policy.logs', { bucket: 'logs', policy: allowing('s3:*', { Principal: '*' }) });
    const restricted = resource('aws_s3_bucket_public_access_block.logs', { bucket: 'logs', restrict_public_buckets: true });
    const own = 'allowed root user of 111111111111 on net:aws_s3_bucket.logs';

    expect(lines([LOGS, policy], DELETING)).toEqual([
      own,
      'unknown * on net:aws_s3_bucket.logs',
      'unknown somebody of another account on net:aws_s3_bucket.logs',
    ]);
    expect(lines([LOGS, restricted, policy], DELETING)).toEqual([own]);
  });

  it('are perhaps others by its ACL, where ACLs count', () => {
    const ownership = (is: string): ResourceFact =>
      resource('aws_s3_bucket_ownership_controls.logs', { bucket: 'logs', rule: [{ object_ownership: is }] });
    const acl = resource('aws_s3_bucket_acl.logs', { bucket: 'logs', acl: 'public-read-write' });
    const listing: SensitiveOperation = { id: 'list', title: 'list', actions: ['s3:ListBucket'], on: ['aws_s3_bucket'] };
    const own = 'allowed root user of 111111111111 on net:aws_s3_bucket.logs';

    expect(lines([LOGS, UNBLOCKED, acl, ownership('ObjectWriter')], listing)).toEqual([
      own,
      'allowed * on net:aws_s3_bucket.logs',
    ]);
    expect(lines([LOGS, UNBLOCKED, acl, ownership('BucketOwnerEnforced')], listing)).toEqual([own]);
  });
});

describe("who can do something to a bucket by the bucket's own policy", () => {
  const by = (...policies: readonly (string | Term)[]): readonly string[] =>
    lines(
      [
        LOGS,
        UNBLOCKED,
        ...policies.map((policy, at) => resource(`aws_s3_bucket_policy.p${String(at)}`, { bucket: 'logs', policy })),
      ],
      DELETING,
    );
  const naming = (principal: Term, more: Readonly<Record<string, Term>> = {}): string =>
    allowing('s3:DeleteObject', { Principal: principal, ...more });
  /** Of whom only apply tells. */
  const hidden = (action: string, known = ''): Template => {
    const [before = '', after = ''] = allowing(action, { Principal: { AWS: `${known}HOLE` } }).split('HOLE');
    return new Template([before, unknown('set from outside'), after]);
  };
  const OWN_ROOT = 'allowed root user of 111111111111 on net:aws_s3_bucket.logs';
  const STRANGER = 'unknown somebody of another account on net:aws_s3_bucket.logs';
  const EVE = { AWS: 'arn:aws:iam::222222222222:user/eve' };

  it.each(['222222222222', 'arn:aws:iam::222222222222:root'])('are those of the account that it names by %s', (account) => {
    expect(by(naming({ AWS: account }))).toEqual([OWN_ROOT, 'allowed root user of 222222222222 on net:aws_s3_bucket.logs']);
  });

  it.each<[string, Term, readonly string[]]>([
    [
      'a user of another account by his name alone',
      naming('*', { Condition: { StringEquals: { 'aws:username': 'bob' } } }),
      [OWN_ROOT, STRANGER],
    ],
    [
      'root users alone',
      naming('*', { Condition: { StringEquals: { 'aws:PrincipalType': 'Account' } } }),
      [OWN_ROOT, 'allowed somebody of another account on net:aws_s3_bucket.logs'],
    ],
    [
      'roles alone of an account that no document is about',
      naming({ AWS: '222222222222' }, { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::222222222222:role/ops-*' } } }),
      [OWN_ROOT, 'unknown somebody of 222222222222 on net:aws_s3_bucket.logs'],
    ],
    [
      'users alone of such an account',
      naming({ AWS: '222222222222' }, { Condition: { Null: { 'aws:username': 'false' } } }),
      [OWN_ROOT, 'unknown somebody of 222222222222 on net:aws_s3_bucket.logs'],
    ],
  ])('are those of whom nothing is told, where it lets in %s', (_what, policy, expected) => {
    expect(by(policy)).toEqual(expected);
  });

  it('are a session that it names, and the role of the documents whose session it may be', () => {
    const trust = allowing('sts:AssumeRole', { Principal: { Service: 'ec2.amazonaws.com' } });
    const role = resource('aws_iam_role.deploy', { name: 'deploy', assume_role_policy: trust }, { accountId: '222222222222' });
    const rights = resource('aws_iam_role_policy.p', { role: 'deploy', policy: allowing('s3:*') }, { accountId: '222222222222' });
    const session = 'arn:aws:sts::222222222222:assumed-role/deploy/work';
    const policy = resource('aws_s3_bucket_policy.logs', { bucket: 'logs', policy: naming({ AWS: session }) });

    expect(lines([role, rights, LOGS, UNBLOCKED, policy], DELETING)).toEqual([
      OWN_ROOT,
      `allowed ${session} on net:aws_s3_bucket.logs`,
      'unknown net:aws_iam_role.deploy on net:aws_s3_bucket.logs',
    ]);
  });

  it('are its own account once, whether it names that or not', () => {
    expect(by(naming({ AWS: ['111111111111', 'arn:aws:iam::111111111111:root'] }))).toEqual([OWN_ROOT]);
  });

  it.each(['222222222222', 'arn:aws:iam::222222222222:user/ann'])(
    'are users of another account by their address: %s',
    (named) => {
      const [ann, own] = [ANN, rights('s3:*')].map((fact) => ({ ...fact, accountId: '222222222222' }));
      const policy = resource('aws_s3_bucket_policy.logs', { bucket: 'logs', policy: naming({ AWS: named }) });

      const found = lines([LOGS, policy, ...(ann && own ? [ann, own] : [])], DELETING);
      expect(found.filter((line) => line.includes('ann'))).toEqual(['allowed net:aws_iam_user.ann on net:aws_s3_bucket.logs']);
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
    ['roles of a name', naming('*', { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::222222222222:role/ops-*' } } })],
    ['whoever has an id', naming({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })],
    ['somebody whom only apply tells', hidden('s3:DeleteObject')],
    ['a role whose name only apply tells', hidden('s3:DeleteObject', 'arn:aws:iam::222222222222:role/')],
    ['somebody in a way that AWS does not take', naming({ AWS: '111111111111' }, { Effect: 'Permit' })],
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
