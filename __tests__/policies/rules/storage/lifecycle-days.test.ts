import { lifecycleDays } from '../../../../policies/rules/storage/lifecycle-days';
import { universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { stateOf } from '../shown-universe';

const TYPE = 'aws_s3_bucket_lifecycle_configuration';
const found = (rule: object): readonly string[] =>
  linesOf(lifecycleDays, universeOf({ [`${TYPE}.data`]: { bucket: 'acme', rule } }));
const early = (block: string, to: string, days: number | string): string =>
  `violated ${TYPE}.data: ${block} moves to ${to} after ${String(days)} days, which S3 does after 30 at the earliest`;

describe.each(['STANDARD_IA', 'ONEZONE_IA'])('a move to %s', (storage_class) => {
  it('is found at 29 days and taken at 30', () => {
    expect(found({ transition: [{ days: 29, storage_class }] })).toEqual([early('transition', storage_class, 29)]);
    expect(found({ transition: [{ days: 30, storage_class }] })).toEqual([]);
  });

  it('of old versions is found at 29 days and taken at 30', () => {
    const block = 'noncurrent_version_transition';

    expect(found({ [block]: { noncurrent_days: 29, storage_class } })).toEqual([early(block, storage_class, 29)]);
    expect(found({ [block]: { noncurrent_days: 30, storage_class } })).toEqual([]);
  });
});

it.each(['GLACIER', 'GLACIER_IR', 'DEEP_ARCHIVE', 'INTELLIGENT_TIERING'])('takes a move to %s at once', (storage_class) => {
  expect(found({ transition: [{ days: 0, storage_class }] })).toEqual([]);
});

it('takes a move at a date, beside which a state has 0 days', () => {
  expect(found({ transition: [{ date: '2030-01-01T00:00:00Z', days: 0, storage_class: 'STANDARD_IA' }] })).toEqual([]);
});

it('finds an end on the day of the last move and takes one a day later', () => {
  const transition = [
    { days: 30, storage_class: 'STANDARD_IA' },
    { days: 90, storage_class: 'GLACIER' },
  ];

  expect(found({ transition, expiration: { days: 90 } })).toEqual([
    `violated ${TYPE}.data: objects expire after 90 days, before they move after 90`,
  ]);
  expect(found({ transition, expiration: { days: 91 } })).toEqual([]);
});

it('knows nothing of days from outside', () => {
  expect(found({ transition: [{ days: '${var.days}', storage_class: 'STANDARD_IA' }] })).toEqual([
    `unknown ${TYPE}.data: after how many days transition moves to STANDARD_IA isn't known: it is set from outside: \${var.days}`,
  ]);
});

it('reads the rules inside a bucket', () => {
  const lifecycle_rule = [{ enabled: true, transition: [{ days: 10, storage_class: 'STANDARD_IA' }] }];

  expect(linesOf(lifecycleDays, universeOf({ 'aws_s3_bucket.data': { lifecycle_rule } }))).toEqual([
    'violated aws_s3_bucket.data: transition moves to STANDARD_IA after 10 days, which S3 does after 30 at the earliest',
  ]);
});

it('takes the 0 of a state for an end that nobody set', () => {
  const rule = [
    {
      status: 'Enabled',
      transition: [{ days: 60, storage_class: 'GLACIER', date: '' }],
      expiration: [{ days: 0, date: '2030-01-01T00:00:00Z' }],
    },
  ];

  expect(linesOf(lifecycleDays, stateOf({ [`${TYPE}.data`]: { bucket: 'acme', rule } }))).toEqual([]);
});
