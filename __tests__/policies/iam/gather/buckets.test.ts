import { decide } from '../../../../policies/iam/evaluate/decide';
import type { Term } from '../../../../policies/model/term';
import type { ResourceFact } from '../../../../policies/model/universe';
import { allowing } from '../../model/identity/facts-text';
import { resource } from '../../model/network/documents';
import { ask, BUCKET } from './asking';

const of = (type: string, body: Readonly<Record<string, Term>>): ResourceFact =>
  resource(`aws_s3_bucket_${type}.b`, { bucket: 'acme', ...body });
const OPEN = of('policy', { policy: allowing('s3:*', { Principal: '*' }) });
const UNBLOCKED = of('public_access_block', {});
const WRITER = of('ownership_controls', { rule: [{ object_ownership: 'ObjectWriter' }] });

function says(who: string, action: string, what: string, ...facts: readonly ResourceFact[]): string {
  const { set, request } = ask([BUCKET, ...facts], [who, action, what]);
  const { decision, why } = decide(set, request);
  return `${decision}: ${why}`;
}
const reads = (...facts: readonly ResourceFact[]): string => says('anonymous', 's3:GetObject', 'aws_s3_bucket.b/x', ...facts);
const lists = (...facts: readonly ResourceFact[]): string => says('anonymous', 's3:ListBucket', 'aws_s3_bucket.b', ...facts);

/** S3 user guide, "Blocking public access to your Amazon S3 storage". */
describe('of a bucket with an open policy a stranger', () => {
  it('reads nothing where restrict_public_buckets is on', () => {
    const why = 'its policy is public, and restrict_public_buckets lets nobody in by it who is not of its account';

    expect(reads(OPEN, of('public_access_block', { restrict_public_buckets: true }))).toBe(`denied: ${why}`);
    expect(reads(OPEN, UNBLOCKED, resource('aws_s3_account_public_access_block.a', { restrict_public_buckets: true }))).toBe(
      `denied: ${why}`,
    );
  });

  it('reads all where nothing is blocked', () => {
    expect(reads(OPEN, UNBLOCKED)).toBe('allowed: statement 1 of aws_s3_bucket_policy.b allows it');
  });

  it('perhaps reads where no block is in the documents', () => {
    expect(reads(OPEN)).toBe(
      "unknown: whether statement 1 of aws_s3_bucket_policy.b allows it isn't known: no public access block of it is in the documents: since April 2023 new buckets have one, and older ones haven't",
    );
  });

  it('perhaps reads where S3 takes no public policy, unless it takes none and restricts it', () => {
    const blocked = of('public_access_block', { block_public_policy: true });
    const both = of('public_access_block', { block_public_policy: true, restrict_public_buckets: true });

    expect(reads(OPEN, blocked)).toBe(
      "unknown: whether statement 1 of aws_s3_bucket_policy.b allows it isn't known: S3 takes no public policy while block_public_policy is on",
    );
    expect(reads(OPEN, both)).toMatch(/^denied: /);
  });
});

it('another account comes in by a policy that is not public, whatever is blocked', () => {
  const named = of('policy', { policy: allowing('s3:*', { Principal: { AWS: '222222222222' } }) });
  const all = of('public_access_block', { block_public_policy: true, restrict_public_buckets: true });

  expect(says('222222222222', 's3:GetObject', 'aws_s3_bucket.b/x', named, all)).toMatch(/^allowed: /);
});

/** S3 user guide, "Access control list (ACL) overview". */
describe('of a bucket whose ACL is public-read a stranger', () => {
  const acl = of('acl', { acl: 'public-read' });

  it('lists what is in it', () => {
    expect(lists(acl, WRITER, UNBLOCKED)).toBe('allowed: the ACL of aws_s3_bucket.b allows it');
  });

  it('perhaps does where no ownership controls are in the documents', () => {
    expect(lists(acl, UNBLOCKED)).toBe(
      "unknown: whether the ACL of aws_s3_bucket.b allows it isn't known: it has an ACL, and no ownership controls of it are in the documents",
    );
  });

  it('lists nothing where public ACLs are ignored, or the owner of the bucket owns all', () => {
    const denied = 'denied: no policy of the resource allows it';

    expect(lists(acl, WRITER, of('public_access_block', { ignore_public_acls: true }))).toBe(denied);
    expect(lists(acl, of('ownership_controls', { rule: [{ object_ownership: 'BucketOwnerEnforced' }] }), UNBLOCKED)).toBe(denied);
  });

  it('perhaps reads objects, whose own ACLs no document tells', () => {
    expect(reads(acl, WRITER, UNBLOCKED)).toBe(
      "unknown: whether the ACL of aws_s3_bucket.b allows it isn't known: the ACLs of objects aren't in the documents",
    );
  });
});

it('what another account may have written, the owner of the bucket perhaps may not read', () => {
  const writing = of('policy', { policy: allowing('s3:PutObject', { Principal: { AWS: '222222222222' } }) });
  const root = (...facts: readonly ResourceFact[]): string => says('111111111111', 's3:GetObject', 'aws_s3_bucket.b/x', ...facts);

  expect(root(writing, WRITER)).toBe(
    "unknown: who owns the object isn't told: another account may have written it, and decides then",
  );
  expect(root(writing)).toMatch(/^allowed: /);
});

it('a bucket without a block and without an ACL is private', () => {
  expect([reads(), lists()]).toEqual(Array(2).fill('denied: no policy of the resource allows it'));
});
