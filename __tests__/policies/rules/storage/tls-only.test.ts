import fc from 'fast-check';

import { tlsOnly } from '../../../../policies/rules/storage/tls-only';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { planOf, stateOf } from '../shown-universe';

const ARN = 'arn:aws:s3:::acme-data';
const REFUSAL = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [ARN, `${ARN}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const NOBODY = 'violated aws_s3_bucket_policy.data: its policy refuses plain HTTP to nobody';

const policyText = (...statements: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const found = (...statements: readonly object[]): readonly string[] =>
  linesOf(
    tlsOnly,
    universeOf({
      'aws_s3_bucket.data': { bucket: 'acme-data' },
      'aws_s3_bucket_policy.data': { bucket: '${aws_s3_bucket.data.id}', policy: policyText(...statements) },
    }),
  );

it.each([
  ['the statement', 'acme-data', '${var.arn}'],
  ['the bucket', '${var.name}', 'arn:aws:s3:::acme-data'],
])('knows nothing where only apply tells what %s is called', (_, bucket, arn) => {
  const resources = {
    'aws_s3_bucket.data': { bucket },
    'aws_s3_bucket_policy.data': {
      bucket: '${aws_s3_bucket.data.id}',
      policy: policyText({ ...REFUSAL, Resource: [arn, `${arn}/*`] }),
    },
  };

  expect(linesOf(tlsOnly, universeOf(resources))).toEqual([
    "unknown aws_s3_bucket_policy.data: which bucket statement 1 is for isn't known",
  ]);
});

describe('a policy refuses plain HTTP', () => {
  it.each<[string, object]>([
    ['to "*" by Bool false', {}],
    ['to AWS "*"', { Principal: { AWS: '*' } }],
    ['with a boolean in the place of its text', { Condition: { Bool: { 'aws:SecureTransport': false } } }],
    ['with the key in another case', { Condition: { Bool: { 'AWS:securetransport': 'False' } } }],
    ['by BoolIfExists', { Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } }],
    ['by ForAnyValue:Bool', { Condition: { 'ForAnyValue:Bool': { 'aws:SecureTransport': 'false' } } }],
    [
      'by ForAllValues:Bool, which a request without TLS meets',
      { Condition: { 'ForAllValues:Bool': { 'aws:SecureTransport': 'false' } } },
    ],
    ['with all else besides', { Condition: { Bool: { 'aws:SecureTransport': ['true', 'false'] } } }],
    [
      'by NumericLessThanIfExists of a version that it has not',
      { Condition: { NumericLessThanIfExists: { 's3:TlsVersion': '1.2' } } },
    ],
    ['by Null of a version that it has not', { Condition: { Null: { 's3:TlsVersion': 'true' } } }],
    ['and everything else', { Action: '*', Resource: '*', Condition: undefined }],
    ['for all that begins with the name', { Resource: `${ARN}*` }],
    ['by NotAction of another service', { Action: undefined, NotAction: 'iam:*' }],
    ['in another partition', { Resource: ['arn:aws-cn:s3:::acme-data', 'arn:aws-cn:s3:::acme-data/*'] }],
    ['by references', { Resource: ['${aws_s3_bucket.data.arn}', '${aws_s3_bucket.data.arn}/*'] }],
    [
      'by a reference to its name',
      { Resource: ['arn:aws:s3:::${aws_s3_bucket.data.id}', 'arn:aws:s3:::${aws_s3_bucket.data.bucket}/*'] },
    ],
  ])('%s', (_, change) => {
    expect(found({ ...REFUSAL, ...change })).toEqual([]);
  });

  it('by one statement for the bucket and another for its objects', () => {
    expect(found({ ...REFUSAL, Resource: ARN }, { ...REFUSAL, Resource: `${ARN}/*` })).toEqual([]);
  });
});

describe('a policy refuses plain HTTP to nobody', () => {
  it.each<[string, object, string]>([
    ['one principal', { Principal: { AWS: 'arn:aws:iam::111111111111:root' } }, 'statement 1 refuses it to some only'],
    [
      'all but one',
      { Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111111111111:root' } },
      'statement 1 refuses it to some only',
    ],
    ['one action', { Action: 's3:GetObject' }, 'statement 1 refuses some actions only'],
    ['all actions but one', { Action: undefined, NotAction: 's3:GetObject' }, 'statement 1 refuses some actions only'],
    ['reads and writes', { Action: ['s3:Get*', 's3:Put*'] }, 'statement 1 refuses some actions only'],
    [
      'TLS',
      { Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      'statement 1 is not met by all of it: Bool aws:SecureTransport',
    ],
    [
      'old versions of TLS',
      { Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
      'statement 1 is not met by all of it: NumericLessThan s3:TlsVersion',
    ],
    [
      'one address',
      { Condition: { Bool: { 'aws:SecureTransport': 'false' }, IpAddress: { 'aws:SourceIp': '192.0.2.1/32' } } },
      'statement 1 is not met by all of it: IpAddress aws:SourceIp',
    ],
    [
      'an Allow by TLS',
      { Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      'statement 1 allows by TLS only, which takes nothing from what others allow',
    ],
  ])('that refuses it to, or for, %s', (_, change, limit) => {
    expect(found({ ...REFUSAL, ...change })).toEqual([`${NOBODY}: ${limit}`]);
  });

  it('that speaks of other things', () => {
    expect(found({ ...REFUSAL, Condition: { StringEquals: { 'aws:PrincipalAccount': '111111111111' } } })).toEqual([NOBODY]);
  });

  it('that names another bucket', () => {
    expect(found({ ...REFUSAL, Resource: ['arn:aws:s3:::acme-dat', 'arn:aws:s3:::acme-dat/*'] })).toEqual([NOBODY]);
  });

  it.each([
    [`${ARN}/*`, 'for its objects, and not for the bucket'],
    [ARN, 'for the bucket, and not for its objects'],
  ])('that names %s alone', (resource, which) => {
    expect(found({ ...REFUSAL, Resource: resource })).toEqual([
      `violated aws_s3_bucket_policy.data: its policy refuses plain HTTP ${which}`,
    ]);
  });
});

describe('whether plain HTTP is refused is unknown', () => {
  it('where a text is compared with the key, of which AWS says nothing', () => {
    expect(found({ ...REFUSAL, Condition: { StringEquals: { 'aws:SecureTransport': 'false' } } })).toEqual([
      "unknown aws_s3_bucket_policy.data: whether statement 1 is met isn't sure: StringEquals aws:SecureTransport",
    ]);
  });

  it('where AWS would refuse the policy', () => {
    expect(found(REFUSAL, { Effect: 'Deny' })).toEqual([
      "unknown aws_s3_bucket_policy.data: whether its policy refuses plain HTTP isn't known: AWS refuses it: statement 2: it has neither Action nor NotAction",
    ]);
  });

  it('where the policy is known only after apply', () => {
    const universe = planOf({
      resources: [
        { address: 'aws_s3_bucket.data', known: { bucket: 'acme-data' } },
        { address: 'aws_s3_bucket_policy.data', known: { bucket: 'acme-data' }, unknown: { policy: true } },
      ],
      written: { 'aws_s3_bucket_policy.data': { policy: { references: ['data.aws_iam_policy_document.tls.json'] } } },
    });

    expect(linesOf(tlsOnly, universe).map((line) => line.slice(0, 95))).toEqual([
      "unknown aws_s3_bucket_policy.data: whether its policy refuses plain HTTP isn't known: known onl",
    ]);
  });
});

describe('a state', () => {
  const bucket = { bucket: 'acme-data', id: 'acme-data', arn: ARN };

  it('without a policy has nothing that refuses plain HTTP', () => {
    expect(linesOf(tlsOnly, stateOf({ 'aws_s3_bucket.data': { ...bucket, policy: '' } }))).toEqual([
      'violated aws_s3_bucket.data: no policy of it refuses plain HTTP',
    ]);
  });

  it('has the policy inside the bucket, as providers before 4.0 wrote it', () => {
    expect(linesOf(tlsOnly, stateOf({ 'aws_s3_bucket.data': { ...bucket, policy: policyText(REFUSAL) } }))).toEqual([]);
  });
});

it('finds no bucket safe that has no Deny, whatever it allows', () => {
  const statement = fc.record({
    Effect: fc.constant('Allow'),
    Principal: fc.constantFrom('*', { AWS: '*' }, { AWS: 'arn:aws:iam::111111111111:root' }),
    Action: fc.constantFrom('s3:*', '*', 's3:GetObject'),
    Resource: fc.constantFrom(ARN, `${ARN}/*`, '*'),
    Condition: fc.constantFrom({}, { Bool: { 'aws:SecureTransport': 'true' } }, { Bool: { 'aws:SecureTransport': 'false' } }),
  });
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
      expect(found(...statements).join()).toMatch(
        /^violated aws_s3_bucket_policy\.data: its policy refuses plain HTTP to nobody/,
      );
    }),
  );
});
