import type { LogBucket } from '../../modules/logging';
import { type Decision, evaluate, HOME } from '../iam';
import { testStack } from '../test-stack';
import { DELIVERIES, type Delivery, type Sent } from './deliveries';
import { ADMINISTRATOR, readPolicy } from './read-policy';

const buckets = new Map(DELIVERIES.map((delivery) => [delivery, delivery.make(testStack('logging'))]));
const bucketFor = (delivery: Delivery): LogBucket => buckets.get(delivery)!;

/** What S3 answers to what is sent. */
function answerTo(delivery: Delivery, change: Partial<Sent> = {}): Decision {
  const { caller, action, key, context } = { ...delivery.sent, ...change };
  const bucket = bucketFor(delivery);
  const identity = caller.kind === 'service' ? [] : [ADMINISTRATOR];
  return evaluate(
    { identity, resource: [readPolicy(bucket)] },
    { principal: caller, action, resource: `${bucket.arn}/${key}`, resourceAccountId: HOME, context },
  );
}

const cases = DELIVERIES.map((delivery): [string, Delivery] => [delivery.name, delivery]);

describe.each(cases)('of %s S3', (_, delivery) => {
  const { sent, strange } = delivery;
  const asked = JSON.stringify(readPolicy(bucketFor(delivery)));

  it('takes what is sent as AWS documents it', () => {
    expect(answerTo(delivery).decision).toBe('allowed');
  });

  it('refuses the same for a stranger', () => {
    expect(answerTo(delivery, strange)).toMatchObject({ decision: 'denied' });
    expect(answerTo(delivery, strange).by).not.toBe('explicit deny');
  });

  it('refuses it when but one of what tells the source is strange', () => {
    // In an organisation its id alone tells.
    const telling = asked.includes('aws:SourceOrgID') ? ['aws:SourceOrgID'] : ['aws:SourceArn', 'aws:SourceAccount'];
    const changes = telling.flatMap((key) => {
      const value = strange.context?.[key];
      return asked.includes(key) && value !== undefined ? [{ ...sent.context, [key]: value }] : [];
    });
    expect(changes.map((context) => answerTo(delivery, { context }).decision)).toEqual(changes.map(() => 'denied'));
  });

  it('refuses the same without TLS', () => {
    const context = { ...sent.context, 'aws:SecureTransport': 'false' };
    expect(answerTo(delivery, { context })).toEqual({ decision: 'denied', by: 'explicit deny', sid: 'RefuseWithoutTls' });
  });

  it('refuses that sender everything else', () => {
    const others = ['s3:GetObject', 's3:PutObjectAcl', 's3:PutObjectRetention', 's3:AbortMultipartUpload', 's3:RestoreObject'];
    expect(others.map((action) => answerTo(delivery, { action }).decision)).toEqual(others.map(() => 'denied'));
  });
});

const placed = DELIVERIES.flatMap((delivery): [string, Delivery, string][] =>
  delivery.elsewhere === undefined ? [] : [[delivery.name, delivery, delivery.elsewhere]],
);

test.each(placed)('of %s S3 refuses the same under another prefix', (_, delivery, key) => {
  expect(answerTo(delivery, { key })).toMatchObject({ decision: 'denied' });
});

const withOwner = cases.filter(([, { sent }]) => 's3:x-amz-acl' in sent.context);

test('the ones that send an ACL are CloudTrail and AWS Config', () => {
  expect(withOwner.map(([name]) => name)).toEqual([
    "an account's trail",
    "an organisation's trail",
    'AWS Config',
    'AWS Config in an organisation',
  ]);
});

test.each(withOwner)('of %s S3 refuses the same with another ACL', (_, delivery) => {
  const context = { ...delivery.sent.context, 's3:x-amz-acl': 'private' };
  expect(answerTo(delivery, { context })).toMatchObject({ decision: 'denied' });
});
