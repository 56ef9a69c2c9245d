import fc from 'fast-check';

import { isWithin } from '../../../policies/suppressions/scope';

const LOGS = { stack: 'dev', address: 'aws_s3_bucket.logs' };
const KEYED = { stack: 'dev', address: 'module.vpc.aws_subnet.app["a*b"]' };
const STACK = { stack: 'dev' };

describe('a scope', () => {
  it.each([
    ['dev:aws_s3_bucket.logs', LOGS],
    ['dev', LOGS],
    ['dev', STACK],
    ['*', LOGS],
    ['*', STACK],
    ['d*', STACK],
    ['dev*', STACK],
    ['*dev*', STACK],
    ['dev:*', LOGS],
    ['*:aws_s3_bucket.logs', LOGS],
    ['dev:aws_s3_bucket.*', LOGS],
    ['*:aws_*_bucket.l*gs', LOGS],
    ['dev:module.vpc.*', KEYED],
    ['dev:module.vpc.aws_subnet.app["a*b"]', KEYED],
    ['dev:module.vpc.aws_subnet.app[*]', KEYED],
    ['dev**', STACK],
  ])('%s names %j', (scope, place) => {
    expect(isWithin(scope, place)).toBe(true);
  });

  it.each([
    ['dev:aws_s3_bucket.log', LOGS],
    ['dev:aws_s3_bucket.logs2', LOGS],
    ['aws_s3_bucket.logs', LOGS],
    ['prod', LOGS],
    ['de', STACK],
    ['dev:*', STACK],
    ['dev:aws_s3_bucket.logs', STACK],
    ['*:aws_s3_bucket.logs', { stack: 'dev', address: 'aws_s3_bucket.logs_2' }],
    ['dev:module.vpc', KEYED],
    ['DEV', STACK],
    ['', STACK],
    ['de*ev', STACK],
    ['d.v', STACK],
    ['d*v*v', STACK],
    ['d*e*e*v', STACK],
  ])('%s does not name %j', (scope, place) => {
    expect(isWithin(scope, place)).toBe(false);
  });

  // The law of scope.ts: a star is any number of characters, and nothing else has a meaning of its own.
  it('is a text in which a star stands for any number of characters', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', '['), maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '.', '['), maxLength: 8 }),
        (parts, stack) => {
          const expression = new RegExp(`^${parts.map((part) => part.replace(/[.[]/g, '\\$&')).join('.*')}$`);
          expect(isWithin(parts.join('*'), { stack })).toBe(expression.test(stack));
        },
      ),
    );
  });
});
