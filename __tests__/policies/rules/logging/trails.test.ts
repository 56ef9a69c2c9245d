import { trailBucketLogging } from '../../../../policies/rules/logging/trail-bucket-logging';
import { trailBucketPrivate } from '../../../../policies/rules/logging/trail-bucket-private';
import { trailDataEvents } from '../../../../policies/rules/logging/trail-data-events';
import { trailKey } from '../../../../policies/rules/logging/trail-key';
import { trailLogGroup } from '../../../../policies/rules/logging/trail-log-group';
import { trailMultiRegion } from '../../../../policies/rules/logging/trail-multi-region';
import { trailValidation } from '../../../../policies/rules/logging/trail-validation';
import type { Rule } from '../../../../policies/rules/rule';
import { documentsOf, universeOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { stateOf } from '../shown-universe';

const WHOLE = { is_multi_region_trail: true };
const found = (rule: Rule, trail: object, others: Readonly<Record<string, object>> = {}): readonly string[] =>
  linesOf(rule, universeOf({ 'aws_cloudtrail.all': trail, ...others }));
const selector = (...fields: readonly (readonly [string, object])[]): object => ({
  field_selector: fields.map(([field, asked]) => ({ field, ...asked })),
});
const MANAGEMENT = selector(['eventCategory', { equals: ['Management'] }]);
const OBJECTS = [
  ['eventCategory', { equals: ['Data'] }],
  ['resources.type', { equals: ['AWS::S3::Object'] }],
] as const;

describe('logging/trail-multi-region', () => {
  const line = (problem: string): string => `violated aws_cloudtrail.all: ${problem}`;

  it.each<[string, object]>([
    ['without selectors', {}],
    ['with a basic selector of everything', { event_selector: [{ read_write_type: 'All' }] }],
    ['with two basic selectors', { event_selector: [{ read_write_type: 'ReadOnly' }, { read_write_type: 'WriteOnly' }] }],
    ['with an advanced selector', { advanced_event_selector: [MANAGEMENT] }],
    [
      'with an advanced selector for each kind',
      {
        advanced_event_selector: [
          selector(['eventCategory', { equals: ['Management'] }], ['readOnly', { equals: ['true'] }]),
          selector(['eventCategory', { equals: ['Management'] }], ['readOnly', { equals: ['false'] }]),
        ],
      },
    ],
  ])('takes a trail of all Regions %s', (_, change) => {
    expect(found(trailMultiRegion, { ...WHOLE, ...change })).toEqual([]);
  });

  it.each<[object, readonly string[]]>([
    [{ is_multi_region_trail: false }, ['it records one Region only']],
    [{ enable_logging: false }, ['it is switched off']],
    [{ include_global_service_events: false }, ['it leaves out IAM and other global services']],
    [{ event_selector: [{ read_write_type: 'WriteOnly' }] }, ['it leaves out management events that read']],
    [
      { event_selector: [{ include_management_events: false }] },
      ['it leaves out management events that read', 'it leaves out management events that write'],
    ],
    [
      { advanced_event_selector: [selector(...OBJECTS)] },
      ['it leaves out management events that read', 'it leaves out management events that write'],
    ],
    [
      {
        advanced_event_selector: [
          selector(['eventCategory', { equals: ['Management'] }], ['eventSource', { not_equals: ['kms.amazonaws.com'] }]),
        ],
      },
      ['it leaves out management events that read', 'it leaves out management events that write'],
    ],
  ])('finds %j', (change, problems) => {
    expect(found(trailMultiRegion, { ...WHOLE, ...change })).toEqual(problems.map(line));
  });

  it('takes any further trail of an account that has one which records everything', () => {
    expect(found(trailMultiRegion, {}, { 'aws_cloudtrail.data': WHOLE })).toEqual([]);
  });

  it('asks each account for one', () => {
    const stack = (account: string, trail: object): object => ({
      provider: { aws: [{ allowed_account_ids: [account] }] },
      resource: { aws_cloudtrail: { all: trail } },
    });
    const stacks = documentsOf({ dev: stack('111111111111', WHOLE) as never, prod: stack('222222222222', {}) as never });

    expect(trailMultiRegion.judge({ stacks }).map(({ stack: name, problem }) => [name, problem])).toEqual([
      ['prod', 'it records one Region only'],
    ]);
  });

  it('knows nothing of a trail whose selectors are generated', () => {
    const dynamic = { event_selector: [{ for_each: '${var.selectors}', content: {} }] };

    expect(found(trailMultiRegion, { ...WHOLE, dynamic })).toEqual([
      "unknown aws_cloudtrail.all: whether it leaves out management events that read isn't known: its selectors are known only after apply",
      "unknown aws_cloudtrail.all: whether it leaves out management events that write isn't known: its selectors are known only after apply",
    ]);
  });

  it('reads a state, in which nobody set selectors', () => {
    const values = { is_multi_region_trail: true, enable_logging: true, include_global_service_events: true };

    expect(
      linesOf(
        trailMultiRegion,
        stateOf({ 'aws_cloudtrail.all': { ...values, event_selector: [], advanced_event_selector: [] } }),
      ),
    ).toEqual([]);
  });
});

describe('logging/trail-data-events', () => {
  const no = (what: string): string =>
    `violated aws_cloudtrail.all: no trail of its account records ${what} of the objects of all buckets`;
  const basic = (values: readonly string[], types = 'All'): object => ({
    event_selector: [{ read_write_type: types, data_resource: [{ type: 'AWS::S3::Object', values }] }],
  });

  it.each<[string, object, readonly string[]]>([
    ['no selectors', {}, ['reads', 'writes']],
    ['an advanced selector', { advanced_event_selector: [selector(...OBJECTS)] }, []],
    ['one of writes', { advanced_event_selector: [selector(...OBJECTS, ['readOnly', { equals: ['false'] }])] }, ['reads']],
    [
      'one of a bucket',
      { advanced_event_selector: [selector(...OBJECTS, ['resources.ARN', { starts_with: ['arn:aws:s3:::acme/'] }])] },
      ['reads', 'writes'],
    ],
    ['one of functions', { advanced_event_selector: [selector(['eventCategory', { equals: ['Data'] }])] }, ['reads', 'writes']],
    ['a basic selector of all buckets', basic(['arn:aws:s3']), []],
    ['a basic selector of all buckets, as it was once', basic(['arn:aws:s3:::']), []],
    ['a basic selector of reads', basic(['arn:aws:s3'], 'ReadOnly'), ['writes']],
    ['a basic selector of one bucket', basic(['arn:aws:s3:::acme/']), ['reads', 'writes']],
  ])('of %s finds what is left out', (_, trail, missing) => {
    expect(found(trailDataEvents, trail)).toEqual(missing.map(no));
  });

  it('counts the trails of an account together', () => {
    const writes = { advanced_event_selector: [selector(...OBJECTS, ['readOnly', { equals: ['false'] }])] };
    const reads = { advanced_event_selector: [selector(...OBJECTS, ['readOnly', { equals: ['true'] }])] };

    expect(found(trailDataEvents, writes, { 'aws_cloudtrail.reads': reads })).toEqual([]);
  });
});

describe('logging/trail-log-group', () => {
  const ROLE = { cloud_watch_logs_role_arn: 'arn:aws:iam::111111111111:role/trail' };
  const GROUP = { 'aws_cloudwatch_log_group.trail': { name: 'trail' } };
  const arn = (text: string): readonly string[] => found(trailLogGroup, { ...ROLE, cloud_watch_logs_group_arn: text }, GROUP);

  it.each(['${aws_cloudwatch_log_group.trail.arn}:*', 'arn:aws:logs:eu-west-1:111111111111:log-group:trail:*'])(
    'takes %s',
    (text) => {
      expect(arn(text)).toEqual([]);
    },
  );

  it.each([
    ['${aws_cloudwatch_log_group.trail.arn}', 'dev:aws_cloudwatch_log_group.trail.arn'],
    ['arn:aws:logs:eu-west-1:111111111111:log-group:trail', '"arn:aws:logs:eu-west-1:111111111111:log-group:trail"'],
  ])('finds %s', (text, got) => {
    expect(arn(text)).toEqual([`violated aws_cloudtrail.all: cloud_watch_logs_group_arn does not end in ":*", got ${got}`]);
  });

  it('knows nothing of an ARN from outside', () => {
    expect(arn('${var.group}')).toEqual([
      'unknown aws_cloudtrail.all: whether cloud_watch_logs_group_arn ends in ":*" isn\'t known: it is set from outside: ${var.group}',
    ]);
  });

  it('finds a trail without a role', () => {
    expect(found(trailLogGroup, { cloud_watch_logs_group_arn: 'arn:aws:logs:eu-west-1:111111111111:log-group:trail:*' })).toEqual(
      ['violated aws_cloudtrail.all: cloud_watch_logs_role_arn is left out: CloudTrail may not write to the log group'],
    );
  });
});

describe('settings of a trail', () => {
  it.each<[Rule, object, readonly string[]]>([
    [trailKey, { kms_key_id: '${aws_kms_key.trail.arn}' }, []],
    [trailKey, { kms_key_id: '' }, ['violated aws_cloudtrail.all: kms_key_id is left out']],
    [trailValidation, { enable_log_file_validation: true }, []],
    [
      trailValidation,
      { enable_log_file_validation: false },
      ['violated aws_cloudtrail.all: enable_log_file_validation is false'],
    ],
  ])('%#: are judged by what is said, or left out', (rule, trail, expected) => {
    expect(found(rule, trail)).toEqual(expected);
  });
});

describe('the bucket of a trail', () => {
  const TRAIL = { s3_bucket_name: 'acme-trail' };
  const BUCKETS = { 'aws_s3_bucket.trail': { bucket: 'acme-trail' }, 'aws_s3_bucket.data': { bucket: 'acme-data' } };

  it('is judged and no other', () => {
    expect(found(trailBucketPrivate, TRAIL, BUCKETS)).toEqual([
      'violated aws_cloudtrail.all: of its bucket, aws_s3_bucket.trail: nothing blocks public access to it',
    ]);
    expect(found(trailBucketLogging, TRAIL, BUCKETS)).toEqual([
      'violated aws_cloudtrail.all: of its bucket, aws_s3_bucket.trail: access to it is not logged',
    ]);
  });

  it('is found in the stack of another account', () => {
    const stack = (account: string, resource: object): never =>
      ({ provider: { aws: [{ allowed_account_ids: [account] }] }, resource }) as never;
    const stacks = documentsOf({
      archive: stack('222222222222', { aws_s3_bucket: { trail: { bucket: 'acme-trail' } } }),
      management: stack('111111111111', { aws_cloudtrail: { all: TRAIL } }),
    });

    expect(linesOf(trailBucketLogging, { stacks })).toEqual([
      'violated aws_cloudtrail.all: of its bucket, aws_s3_bucket.trail: access to it is not logged',
    ]);
  });

  it.each(['acme-elsewhere', '${var.bucket}'])('is not judged where it is not in the documents: %s', (name) => {
    expect(found(trailBucketPrivate, { s3_bucket_name: name }, BUCKETS)).toEqual([]);
  });
});

describe('a trail of a stack whose account is not told', () => {
  const whole = { ...WHOLE, advanced_event_selector: [MANAGEMENT, selector(...OBJECTS)] };
  const stack = (account: string | undefined, trail: object): never =>
    ({
      ...(account === undefined ? {} : { provider: { aws: [{ allowed_account_ids: [account] }] } }),
      resource: { aws_cloudtrail: { all: trail } },
    }) as never;
  const beside = (rule: Rule, own: string | undefined, other: string | undefined): readonly string[] =>
    linesOf(rule, { stacks: documentsOf({ a: stack(own, {}), b: stack(other, whole) }) });

  it.each([
    [undefined, undefined],
    ['111111111111', undefined],
    [undefined, '111111111111'],
  ])('may be of one that records everything (%s beside %s)', (own, other) => {
    expect(beside(trailMultiRegion, own, other)).toEqual([
      'unknown aws_cloudtrail.all: it records one Region only, and b:aws_cloudtrail.all may be of its account',
    ]);
    expect(beside(trailDataEvents, own, other)).toEqual(
      ['reads', 'writes'].map(
        (what) =>
          `unknown aws_cloudtrail.all: whether a trail records ${what} of objects isn't known: b:aws_cloudtrail.all may be of its account`,
      ),
    );
  });

  it('is judged by itself beside one of another account', () => {
    expect(beside(trailMultiRegion, '111111111111', '222222222222')).toEqual([
      'violated aws_cloudtrail.all: it records one Region only',
    ]);
  });
});

it('counts no trail for sure that may not be there', () => {
  const trails = { 'aws_cloudtrail.all': {}, 'aws_cloudtrail.more': { ...WHOLE, count: '${var.more}' } };

  expect(linesOf(trailMultiRegion, universeOf(trails))).toEqual([
    'unknown aws_cloudtrail.all: it records one Region only, and dev:aws_cloudtrail.more may not be there',
  ]);
});
