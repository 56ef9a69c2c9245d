import { companionsOf, type Naming } from '../../../policies/rules/companions';
import { factsOf } from '../../../policies/rules/rule';
import { type Document, documentsOf } from '../universe';

const NAMING: Naming = { type: 'aws_s3_bucket_versioning', argument: 'bucket', of: 'aws_s3_bucket', names: ['bucket'] };
const BUCKET = { aws_s3_bucket: { data: { bucket: 'acme-data' } } };
const versioning = (bucket: string): object => ({ aws_s3_bucket_versioning: { v: { bucket } } });
const MAYBE = ['b:aws_s3_bucket_versioning.v may belong to it'];

function document(resource: object, account: string | undefined, data: object = {}): Document {
  const told = account === undefined ? {} : { allowed_account_ids: [account] };
  return JSON.parse(JSON.stringify({ provider: { aws: { region: 'eu-west-1', ...told } }, resource, data })) as Document;
}

/** What belongs to the bucket of stack a: keys that surely do, and doubts. */
function found(documents: Readonly<Record<string, Document>>): readonly [known: readonly string[], doubts: readonly string[]] {
  const universe = { stacks: documentsOf(documents) };
  const [bucket] = [...factsOf(universe, 'aws_s3_bucket')].filter(({ stack }) => stack === 'a');
  if (bucket === undefined) throw new Error('no bucket');
  const { known, doubts } = companionsOf(universe, bucket, NAMING);
  return [known.map(({ key }) => key), doubts];
}

const between = (own: string | undefined, other: string | undefined, name = 'acme-data'): ReturnType<typeof found> =>
  found({ a: document(BUCKET, own), b: document(versioning(name), other) });

describe('what names a bucket by its literal name', () => {
  const KNOWN = [['b:aws_s3_bucket_versioning.v'], []];

  it('belongs to it in the same account, and where no provider tells one', () => {
    expect(between('111111111111', '111111111111')).toEqual(KNOWN);
    expect(between(undefined, undefined)).toEqual(KNOWN);
  });

  it('may belong to it where the account of one of them is not told', () => {
    expect(between('111111111111', undefined)).toEqual([[], MAYBE]);
    expect(between(undefined, '111111111111')).toEqual([[], MAYBE]);
  });

  it('belongs to another one in another account, and under another name', () => {
    expect(between('111111111111', '222222222222')).toEqual([[], []]);
    expect(between('111111111111', '111111111111', 'acme-other')).toEqual([[], []]);
  });

  it('may belong to either of two of one name', () => {
    const [first, second] = [document(BUCKET, undefined), document(BUCKET, undefined)];

    expect(found({ a: first, b: document(versioning('acme-data'), undefined), c: second })).toEqual([[], MAYBE]);
  });
});

describe('what names a bucket that it looks up', () => {
  const looking = (lookup: object): ReturnType<typeof found> =>
    found({
      a: document(BUCKET, '111111111111'),
      b: document(versioning('${data.aws_s3_bucket.d.id}'), '111111111111', { aws_s3_bucket: { d: lookup } }),
    });

  it('belongs to the one of that name', () => {
    expect(looking({ bucket: 'acme-data' })).toEqual([['b:aws_s3_bucket_versioning.v'], []]);
    expect(looking({ bucket: 'acme-other' })).toEqual([[], []]);
  });

  it('may belong to any where the name is not told', () => {
    expect(looking({ bucket: '${var.name}' })).toEqual([[], MAYBE]);
  });
});

it('may belong to a bucket that it names by the id of a part: it is the id of the bucket', () => {
  const resource = { ...versioning('${aws_s3_bucket_policy.p.id}'), aws_s3_bucket_policy: { p: { bucket: 'acme-data' } } };

  expect(found({ a: document(BUCKET, '111111111111'), b: document(resource, '111111111111') })).toEqual([[], MAYBE]);
});

it('belongs to another one where it names what is no bucket', () => {
  const resource = { ...versioning('${aws_vpc.p.id}'), aws_vpc: { p: {} } };

  expect(found({ a: document(BUCKET, '111111111111'), b: document(resource, '111111111111') })).toEqual([[], []]);
});
