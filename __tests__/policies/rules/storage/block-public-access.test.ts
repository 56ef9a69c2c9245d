import { blockPublicAccess } from '../../../../policies/rules/storage/block-public-access';
import { documentsOf } from '../../universe';
import { linesOf } from '../rule-fixture';
import { planOf, stateOf } from '../shown-universe';

const ON = { block_public_acls: true, ignore_public_acls: true, block_public_policy: true, restrict_public_buckets: true };
const BUCKET = { aws_s3_bucket: { data: { bucket: 'acme-data' } } };
const NOTHING = 'violated aws_s3_bucket.data: nothing blocks public access to it';

const provider = (account?: string): object => ({
  aws: [{ region: 'eu-west-1', ...(account === undefined ? {} : { allowed_account_ids: [account] }) }],
});
const found = (resource: object, account?: string): readonly string[] =>
  linesOf(blockPublicAccess, {
    stacks: documentsOf({ dev: JSON.parse(JSON.stringify({ provider: provider(account), resource })) as never }),
  });
const own = (change: object): object => ({
  ...BUCKET,
  aws_s3_bucket_public_access_block: { data: { bucket: '${aws_s3_bucket.data.id}', ...ON, ...change } },
});
const ofAccount = (change: object): object => ({ ...BUCKET, aws_s3_account_public_access_block: { all: { ...ON, ...change } } });

it.each(Object.keys(ON))('finds a bucket of which %s alone is off or left out', (name) => {
  expect(found(own({ [name]: false }))).toEqual([`violated aws_s3_bucket.data: ${name} is off`]);
  expect(found(own({ [name]: undefined }))).toEqual([`violated aws_s3_bucket.data: ${name} is off`]);
});

it.each<[string, object]>([
  ['true', {}],
  ['the text "true"', { block_public_acls: 'true' }],
])('takes a bucket whose switches are %s', (_, change) => {
  expect(found(own(change))).toEqual([]);
});

describe("the account's own block", () => {
  it('is enough where the provider tells the account', () => {
    expect(found(ofAccount({}), '111111111111')).toEqual([]);
  });

  it('is enough where it names the account itself', () => {
    expect(found(ofAccount({ account_id: '111111111111' }), '111111111111')).toEqual([]);
  });

  it('completes a block of the bucket', () => {
    const resource = { ...own({ block_public_policy: false }), ...ofAccount({}) };

    expect(found(resource, '111111111111')).toEqual([]);
  });

  it('counts for nothing in another account', () => {
    expect(found(ofAccount({ account_id: '222222222222' }), '111111111111')).toEqual([NOTHING]);
  });

  it('may be of another account where nobody tells which', () => {
    expect(found(ofAccount({}))).toEqual([
      "unknown aws_s3_bucket.data: whether block_public_acls, ignore_public_acls, block_public_policy, restrict_public_buckets is on isn't known: dev:aws_s3_account_public_access_block.all may be of its account",
    ]);
  });

  it('is found by itself where a switch is off', () => {
    expect(found({ aws_s3_account_public_access_block: { all: { ...ON, block_public_policy: false } } })).toEqual([
      'violated aws_s3_account_public_access_block.all: block_public_policy is off',
    ]);
  });
});

it('knows no switch that is set from outside', () => {
  expect(found(own({ block_public_policy: '${var.closed}' }))).toEqual([
    "unknown aws_s3_bucket.data: whether block_public_policy is on isn't known: it is set from outside: ${var.closed}",
  ]);
});

it('knows nothing of a bucket where a module may hold its block', () => {
  const [document] = documentsOf({ dev: { resource: BUCKET, module: { block: { source: './block' } } } });

  expect(linesOf(blockPublicAccess, { stacks: document === undefined ? [] : [document] })).toEqual([
    'unknown aws_s3_bucket.data: nothing blocks public access to it, and module.block may hold more: what a module makes only a plan or a state tells',
  ]);
});

it('knows nothing of a bucket where a block of a plan may be of any', () => {
  const universe = planOf({
    resources: [
      { address: 'aws_s3_bucket.data', known: { bucket: 'acme-data' } },
      { address: 'aws_s3_bucket_public_access_block.any', known: ON, unknown: { bucket: true } },
    ],
    written: {
      'aws_s3_bucket_public_access_block.any': {
        bucket: { references: ['data.aws_ssm_parameter.bucket.value', 'data.aws_ssm_parameter.bucket'] },
      },
    },
  });

  expect(linesOf(blockPublicAccess, universe)).toEqual([
    'unknown aws_s3_bucket.data: nothing blocks public access to it, and dev:aws_s3_bucket_public_access_block.any may belong to it',
  ]);
});

it('joins a block of a state to its bucket by name', () => {
  const bucket = { id: 'acme-data', bucket: 'acme-data', arn: 'arn:aws:s3:::acme-data' };

  expect(linesOf(blockPublicAccess, stateOf({ 'aws_s3_bucket.data': bucket }))).toEqual([NOTHING]);
  expect(
    linesOf(
      blockPublicAccess,
      stateOf({ 'aws_s3_bucket.data': bucket, 'aws_s3_bucket_public_access_block.data': { bucket: 'acme-data', ...ON } }),
    ),
  ).toEqual([]);
});
