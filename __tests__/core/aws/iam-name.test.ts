import fc from 'fast-check';

import { addressPart } from '../../../modules/core/aws/iam-name';

it.each([
  ['alice', 'alice'],
  ['deploy-bot', 'deploy-bot'],
  ['alice@example.com', 'alice--40example--2ecom'],
  ['a_b', 'a--5fb'],
  ['a--b', 'a--2d-b'],
  ['a-', 'a--2d'],
])('%s is %s in addresses', (name, part) => {
  expect(addressPart(name)).toBe(part);
});

it('never makes one part of two names, and parts are fit for addresses', () => {
  const name = fc.oneof(fc.stringMatching(/^[ab.@_+=,-]{1,6}$/), fc.stringMatching(/^(a|-|--2d|--40|@|--|_){1,4}$/));

  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(addressPart(a) === addressPart(b)).toBe(a === b);
      expect(`x_${addressPart(a)}`).toMatch(/^[a-z][a-z0-9_-]*$/i);
      expect(addressPart(a)).not.toContain('_');
    }),
    { numRuns: 3000 },
  );
});
