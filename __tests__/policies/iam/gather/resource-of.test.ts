import { findNamed, resourceOf } from '../../../../policies/iam/gather';
import { textShown } from '../../model/identity/facts-text';
import { computed, resource, universeOf } from '../../model/network/documents';

const UNIVERSE = universeOf([
  resource('aws_s3_bucket.logs', { bucket: 'acme' }),
  resource('aws_s3_bucket.made', { bucket: computed() }),
  resource('aws_kms_key.k', {}),
  resource('aws_vpc_endpoint.s3', { id: 'vpce-1' }),
  resource('aws_sqs_queue.jobs["a/b"]', { name: 'jobs' }),
  resource('data.aws_s3_bucket.theirs', { bucket: 'theirs' }),
  resource('aws_s3_object.theirs', { bucket: 'theirs', key: 'a' }),
  resource('aws_s3_bucket.moved', { bucket: 'moved' }),
  resource('aws_s3_bucket.moving', { bucket: 'moved' }),
  resource('aws_s3_bucket.twice', { bucket: 'twice' }),
  resource('aws_s3_bucket.again', { bucket: 'twice' }, { accountId: '222222222222' }),
  resource('aws_s3_bucket.third', { bucket: 'twice' }, { accountId: '222222222222' }),
]);
const ANY = '<not known (whatever stands for * in the question)>';

describe('what is asked about is', () => {
  it.each([
    ['aws_s3_bucket.logs', 'arn:aws:s3:::acme', '111111111111'],
    ['aws_s3_bucket.logs/2026/a.gz', 'arn:aws:s3:::acme/2026/a.gz', '111111111111'],
    ['aws_s3_bucket.logs/2026/*', `arn:aws:s3:::acme/2026/${ANY}`, '111111111111'],
    ['net:aws_s3_bucket.made/a', 'arn:aws:s3:::<net:aws_s3_bucket.made.bucket>/a', '111111111111'],
    ['aws_kms_key.k', 'arn:aws:kms:eu-west-1:111111111111:key/<net:aws_kms_key.k.key_id>', '111111111111'],
    ['aws_sqs_queue.jobs["a/b"]', 'arn:aws:sqs:eu-west-1:111111111111:jobs', '111111111111'],
    ['arn:aws:s3:::acme/x', 'arn:aws:s3:::acme/x', '111111111111'],
    ['arn:aws:s3:::other/x', 'arn:aws:s3:::other/x', undefined],
    // Who looks a bucket up, or puts something into it, need not own it.
    ['arn:aws:s3:::theirs/a', 'arn:aws:s3:::theirs/a', undefined],
    ['arn:aws:s3:::moved/a', 'arn:aws:s3:::moved/a', '111111111111'],
    // Of two accounts that make a bucket of one name nobody knows whose it will be.
    ['arn:aws:s3:::twice/a', 'arn:aws:s3:::twice/a', undefined],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess', undefined],
    ['arn:aws:route53:::acme/Z1', 'arn:aws:route53:::acme/Z1', undefined],
    ['arn:aws:sqs:eu-west-1:222222222222:jobs', 'arn:aws:sqs:eu-west-1:222222222222:jobs', '222222222222'],
    ['arn:aws:s3:::acme/*', `arn:aws:s3:::acme/${ANY}`, '111111111111'],
    ['*', '*', undefined],
  ])('%s: %s of account %s', (text, arn, accountId) => {
    const asked = resourceOf(UNIVERSE, text);

    expect([textShown(asked.arn), asked.accountId]).toEqual([arn, accountId]);
  });

  it.each([
    [
      'aws_s3_bucket.log',
      'nothing in the documents is called that, got "aws_s3_bucket.log"; did you mean "aws_s3_bucket.logs"? [LZ-CAN-5]',
    ],
    [
      'aws_s3_bucket.log/2026/11/29/audit.gz',
      'nothing in the documents is called that, got "aws_s3_bucket.log/2026/11/29/audit.gz"; did you mean "aws_s3_bucket.logs"? [LZ-CAN-5]',
    ],
    [
      'aws_s3_bucket.logsx',
      'nothing in the documents is called that, got "aws_s3_bucket.logsx"; did you mean "aws_s3_bucket.logs"? [LZ-CAN-5]',
    ],
    [
      'log/a',
      'nothing in the documents is called that, got "log/a"; write an address, an ARN, or * for an action without resources [LZ-CAN-5]',
    ],
    [
      'xyz',
      'nothing in the documents is called that, got "xyz"; write an address, an ARN, or * for an action without resources [LZ-CAN-5]',
    ],
  ])('nothing by %s', (text, message) => {
    expect(() => resourceOf(UNIVERSE, text)).toThrow(message);
  });

  it('by its id or ARN in a condition', () => {
    expect(findNamed(UNIVERSE, 'aws_vpc_endpoint.s3', 'id')).toBe('vpce-1');
    expect(findNamed(UNIVERSE, 'aws_s3_bucket.logs', 'arn')).toBe('arn:aws:s3:::acme');
    expect(findNamed(UNIVERSE, '192.0.2.1', 'id')).toBeUndefined();
  });
});
