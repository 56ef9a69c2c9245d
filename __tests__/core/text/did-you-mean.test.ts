import fc from 'fast-check';

import { findNearest, suggestName } from '../../../modules/core/text/did-you-mean';

describe('the name that was meant', () => {
  test.each([
    ['vpc_sise', ['vpc_size', 'pool'], 'vpc_size'],
    ['teirs', ['zones', 'tiers'], 'tiers'],
    ['ZONES', ['zones', 'tiers'], 'zones'],
    ['ap', ['app', 'data'], 'app'],
    ['shard', ['sharp', 'shared'], 'sharp'],
    ['isolatd', ['public', 'private', 'isolated'], 'isolated'],
  ])('of %s among %j is %s', (written, candidates, meant) => {
    expect(findNearest(written, candidates)).toBe(meant);
  });

  test.each([
    ['three of six letters are too many', 'abcxyz', ['abcdef']],
    ['two of five letters are too many', 'abcxy', ['abcde']],
    ['a single letter is another one', 'c', ['a', 'b']],
    ['there are no candidates', 'abc', []],
  ])('is nobody where %s', (_, written, candidates) => {
    expect(findNearest(written, candidates)).toBeUndefined();
  });

  test('a third of the letters may differ: two of six', () => {
    expect(findNearest('abcdxy', ['abcdef'])).toBe('abcdef');
  });

  test('two neighbours that changed places count once', () => {
    expect(findNearest('abdc', ['abcd'])).toBe('abcd');
  });

  test('any name with one letter changed is found again', () => {
    const name = fc.stringMatching(/^[a-z]{3,12}$/);
    fc.assert(
      fc.property(name, fc.nat(), (original, place) => {
        const at = place % original.length;
        expect(findNearest(`${original.slice(0, at)}9${original.slice(at + 1)}`, ['000000000000', original])).toBe(original);
      }),
    );
  });
});

describe('the remedy for an unknown name', () => {
  test('is the one that was meant', () => {
    expect(suggestName('dat', ['app', 'data'])).toBe('did you mean "data"?');
  });

  test('is the list where none is near', () => {
    expect(suggestName('xyz', ['app', 'data'])).toBe('use one of "app", "data"');
  });

  test('says so where there is none', () => {
    expect(suggestName('xyz', [])).toBe('there is none to choose from');
  });
});
