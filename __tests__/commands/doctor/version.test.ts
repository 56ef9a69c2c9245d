import * as fc from 'fast-check';

import { compareVersions, parseVersion, satisfies, type Version } from '../../../commands/doctor/version';

const version = (text: string): Version => parseVersion(text)!;

describe('a version', () => {
  it.each([
    ['v20.19.2', { numbers: [20, 19, 2] }],
    ['1.10', { numbers: [1, 10, 0] }],
    ['1.12.0-rc1', { numbers: [1, 12, 0], prerelease: 'rc1' }],
    ['1.2.3+build.7', { numbers: [1, 2, 3] }],
  ])('%s is read', (text, expected) => {
    expect(parseVersion(text)).toEqual(expected);
  });

  it.each(['', 'latest', '1.2.3.4', '>= 1.0'])('%j is none', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  it('comes after those with smaller numbers, whatever their length', () => {
    const part = fc.nat({ max: 300 });
    const numbers = fc.tuple(part, part, part);
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const naive = a[0] * 1e6 + a[1] * 1e3 + a[2] - (b[0] * 1e6 + b[1] * 1e3 + b[2]);
        expect(Math.sign(compareVersions(version(a.join('.')), version(b.join('.'))))).toBe(Math.sign(naive));
      }),
    );
  });

  it('1.11.0-beta1 comes before 1.11.0-rc1, and that before 1.11.0', () => {
    expect(compareVersions(version('1.11.0-beta1'), version('1.11.0-rc1'))).toBeLessThan(0);
    expect(compareVersions(version('1.11.0-rc1'), version('1.11.0'))).toBeLessThan(0);
    expect(compareVersions(version('1.11.0'), version('1.11.0-rc1'))).toBeGreaterThan(0);
    expect(compareVersions(version('1.11.0-rc1'), version('1.11.0-rc1'))).toBe(0);
  });
});

describe('a range', () => {
  it.each([
    ['1.9.8', '>= 1.10.0', false],
    ['1.10.0', '>= 1.10.0', true],
    ['1.11.0-rc1', '>= 1.11.0', false],
    ['20.18.3', '>=20.19', false],
    ['20.19.0', '>=20.19', true],
    ['5.99.1', '>= 5.100.0, < 7.0.0', false],
    ['5.100.0', '>= 5.100.0, < 7.0.0', true],
    ['6.99.9', '>= 5.100.0, < 7.0.0', true],
    ['7.0.0', '>= 5.100.0, < 7.0.0', false],
    ['1.11.9', '~> 1.11.2', true],
    ['1.12.0', '~> 1.11.2', false],
    ['1.11.1', '~> 1.11.2', false],
    ['1.99.0', '~> 1.11', true],
    ['2.0.0', '~> 1.11', false],
    ['1.11.4', '1.11.4', true],
    ['1.11.4', '= 1.11.5', false],
    ['1.11.4', '!= 1.11.4', false],
    ['1.11.5', '!= 1.11.4', true],
    ['1.11.4', '<= 1.11.4', true],
    ['1.11.5', '<= 1.11.4', false],
    ['1.11.4', '> 1.11.4', false],
    ['1.11.5', '> 1.11.4', true],
  ])('%s lies in %s: %s', (text, range, expected) => {
    expect(satisfies(version(text), range)).toBe(expected);
  });

  it.each(['^1.2.3', '>= 1.10 || < 1', 'latest', ''])('%j is of a form that says nothing', (range) => {
    expect(satisfies(version('1.11.4'), range)).toBeUndefined();
  });
});
