import fc from 'fast-check';

import { ParameterPath } from '../../modules/parameters';
import { refusalOf } from '../refusal';

const PLACE = { accountId: '111111111111', region: 'eu-west-1' };
const levels = (count: number): string => '/level'.repeat(count);
const refused = (text: string): string => refusalOf(() => ParameterPath.parse(text));

describe('a ParameterPath', () => {
  const shop = ParameterPath.of({ organization: 'acme', environment: 'prod', service: 'shop' });

  it('is /<organization>/<environment>/<service>, and names parameters below', () => {
    expect(shop.toString()).toBe('/acme/prod/shop');
    expect(shop.name('database/host')).toBe('/acme/prod/shop/database/host');
  });

  it('may be any other path', () => {
    expect(ParameterPath.parse('/lz/dev/network').name('vpc_id')).toBe('/lz/dev/network/vpc_id');
  });

  it('has an ARN for itself and one for all below, of its partition', () => {
    expect(shop.arn(PLACE)).toBe('arn:aws:ssm:eu-west-1:111111111111:parameter/acme/prod/shop');
    expect(shop.arnOfAll({ ...PLACE, region: 'cn-north-1' })).toBe(
      'arn:aws-cn:ssm:cn-north-1:111111111111:parameter/acme/prod/shop/*',
    );
  });
});

describe('the form of names', () => {
  it('takes 15 levels and refuses 16', () => {
    expect(ParameterPath.parse(levels(14)).name('last')).toBe(`${levels(14)}/last`);
    expect(refusalOf(() => ParameterPath.parse(levels(15)).name('l'))).toBe(
      `ParameterPath "${levels(15)}": a path has at most 15 levels, got "${levels(15)}/l"; join levels, 16 are too many [LZ-PARAM-4]`,
    );
  });

  it('takes 956 characters and refuses 957: with the longest ARN in front they are 1011 and 1012', () => {
    expect(ParameterPath.parse(`/${'x'.repeat(955)}`).toString()).toHaveLength(956);
    expect(ParameterPath.parse(`/${'x'.repeat(955)}`).arn({ ...PLACE, region: 'us-gov-west-1' })).toHaveLength(1011);
    const long = `/${'x'.repeat(956)}`;
    expect(refused(long)).toBe(
      `ParameterPath "${long}": a name has at most 956 characters, since its ARN has at most 1011, got "/${'x'.repeat(115)}...; shorten it by 1 [LZ-PARAM-5]`,
    );
  });

  it.each(['/aws/shop', '/AWS/shop', '/awsome', '/ssm-shop'])('refuses %s, whose beginning AWS keeps for itself', (name) => {
    const start = name.slice(1, 4);
    expect(refused(name)).toBe(
      `ParameterPath "${name}": AWS keeps names that begin with "${start}" for itself, got "${name}"; begin with another word [LZ-PARAM-6]`,
    );
  });

  it('takes aws and ssm further down', () => {
    expect(ParameterPath.parse('/acme/aws/ssm').toString()).toBe('/acme/aws/ssm');
  });

  it.each([
    [
      'acme/prod',
      'ParameterPath "acme/prod": a parameter\'s full name begins with a slash, got "acme/prod"; write the whole path: "/acme/prod/shop/database" [LZ-PARAM-1]',
    ],
    [
      '/acme/größe *',
      'ParameterPath "/acme/größe *": a parameter\'s name is made of a-z A-Z 0-9 _ . - and slashes, got "/acme/größe *"; leave out "ö", "ß", " ", "*" [LZ-PARAM-2]',
    ],
    [
      '/acme//shop',
      'ParameterPath "/acme//shop": a level of the path is empty, got "/acme//shop"; write one slash between two levels, and none at the end [LZ-PARAM-3]',
    ],
    [
      '/acme/',
      'ParameterPath "/acme/": a level of the path is empty, got "/acme/"; write one slash between two levels, and none at the end [LZ-PARAM-3]',
    ],
  ])('refuses %s', (name, message) => {
    expect(refused(name)).toBe(message);
  });

  it('names all mistakes of a path at once: a slash in a part, an empty one, a blank', () => {
    const parts = { organization: 'acme/eu', environment: '', service: 'web shop' };
    expect(refusalOf(() => ParameterPath.of(parts)).split('\n')).toEqual([
      'ParameterPath "/acme/eu//web shop": organization is one level of the path, got "acme/eu"; write it without a slash [LZ-PARAM-7]',
      'ParameterPath "/acme/eu//web shop": a parameter\'s name is made of a-z A-Z 0-9 _ . - and slashes, got "/acme/eu//web shop"; leave out " " [LZ-PARAM-2]',
      'ParameterPath "/acme/eu//web shop": a level of the path is empty, got "/acme/eu//web shop"; write one slash between two levels, and none at the end [LZ-PARAM-3]',
    ]);
  });

  it("takes exactly what AWS's rules say, for any text", () => {
    const level = fc.stringMatching(/^[a-zA-Z0-9_.-]{0,4}$/);
    const odd = fc.constantFrom('aws', 'SSM1', 'a b', 'ü', '*', '');
    const name = fc
      .array(fc.oneof({ weight: 9, arbitrary: level }, odd), { maxLength: 18 })
      .map((parts) => `/${parts.join('/')}`);
    const isGood = (text: string): boolean => /^(\/[\w.-]+){1,15}$/.test(text) && !/^\/(aws|ssm)/i.test(text);
    const isTaken = (text: string): boolean => {
      try {
        return ParameterPath.parse(text).toString() === text;
      } catch {
        return false;
      }
    };

    fc.assert(
      fc.property(name, (text) => {
        expect(isTaken(text)).toBe(isGood(text));
      }),
      { numRuns: 500 },
    );
  });
});
