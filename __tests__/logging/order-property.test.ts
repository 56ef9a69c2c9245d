import * as fc from 'fast-check';

import { KINDS, policyOf } from './kinds';

const accountId = fc.integer({ min: 1, max: 20 }).map((n) => String(n).padStart(12, '0'));
const accounts = fc.uniqueArray(accountId, { minLength: 2, maxLength: 8 });
/** A list, and the same in another order with some said twice. */
const turned = <T>(lists: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> =>
  lists.chain((list) =>
    fc
      .tuple(fc.shuffledSubarray(list, { minLength: list.length }), fc.subarray(list))
      .map(([shuffled, again]): [T[], T[]] => [list, [...shuffled, ...again]]),
  );
const roles = accounts.map((ids) => ids.map((id) => `arn:aws:iam::${id}:role/auditor`));

describe('one policy comes out whatever the order, and however often somebody is named,', () => {
  it.each(['ConfigLogBucket', 'FlowLogBucket', 'LoadBalancerLogBucket', 'CloudFrontLogBucket'] as const)(
    'of sources and readers of a %s',
    (kind) => {
      fc.assert(
        fc.property(turned(accounts), turned(roles), ([sources, otherSources], [readers, otherReaders]) => {
          const policy = (sourceAccountIds: string[], by: string[]): string =>
            policyOf((scope) => KINDS[kind](scope, { sourceAccountIds, readers: by }));
          expect(policy(otherSources, otherReaders)).toBe(policy(sources, readers));
        }),
        { numRuns: 10 },
      );
    },
  );

  it('of trails', () => {
    const trails = accounts.map((ids) => ids.map((id) => `arn:aws:cloudtrail:eu-west-1:${id}:trail/main`));
    fc.assert(
      fc.property(turned(trails), ([trailArns, others]) => {
        const policy = (arns: string[]): string => policyOf((scope) => KINDS.CloudTrailLogBucket(scope, { trailArns: arns }));
        expect(policy(others)).toBe(policy(trailArns));
      }),
      { numRuns: 10 },
    );
  });

  it("of a bucket's sources, of sessions' writers and of copied buckets", () => {
    fc.assert(
      fc.property(turned(accounts), turned(roles), ([ids, otherIds], [writers, otherWriters]) => {
        const logged = (names: string[]): string =>
          policyOf((scope) => KINDS.AccessLogBucket(scope, { sourceBuckets: names.map((id) => `acme-${id}`) }));
        const copied = (names: string[]): string =>
          policyOf((scope) =>
            KINDS.ReplicaLogBucket(scope, {
              sourceBuckets: names.map((id) => ({ accountId: id, bucketName: `acme-${id}` })),
            }),
          );
        const written = (arns: string[]): string => policyOf((scope) => KINDS.SessionLogBucket(scope, { writers: arns }));
        expect(logged(otherIds)).toBe(logged(ids));
        expect(copied(otherIds)).toBe(copied(ids));
        expect(written(otherWriters)).toBe(written(writers));
      }),
      { numRuns: 10 },
    );
  });
});
