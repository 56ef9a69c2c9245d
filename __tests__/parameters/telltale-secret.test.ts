import fc from 'fast-check';

import { Parameter } from '../../modules/parameters';
import { refusalOf } from '../refusal';
import { testStack } from '../test-stack';

// Put together here, so that no scanner of this repository takes them for lost ones.
const KEY = ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/');
const pem = (kind: string): string => `-----BEGIN ${kind}-----\nMIIEow\n-----END ${kind}-----\n`;
const refused = (value: string): string => refusalOf(() => new Parameter(testStack(), 'a', { name: '/acme/a', value }));
const isRefused = (value: string): boolean => {
  try {
    new Parameter(testStack(), 'a', { name: '/acme/a', value });
    return false;
  } catch {
    return true;
  }
};
const REMEDY = 'use SecretParameter, whose value stands in no code, state or plan [LZ-PARAM-13]';

describe('a secret in a String', () => {
  it.each(['PRIVATE KEY', 'RSA PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'])(
    'is refused where it is a %s',
    (kind) => {
      expect(refused(pem(kind))).toBe(
        `Parameter "shop-eu-west-1-network/a": everybody who may read the state would read this value, got a private key in PEM form; ${REMEDY}`,
      );
    },
  );

  it.each([
    ['alone', KEY],
    ['with a line end', `${KEY}\n`],
    ['in a credentials file', `[default]\naws_secret_access_key = ${KEY}\n`],
    ['in JSON', JSON.stringify({ AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: KEY })],
    ['in an environment file', `AWS_SECRET_ACCESS_KEY="${KEY}"`],
  ])('is refused where it is an AWS secret access key %s', (_, value) => {
    expect(refused(value)).toBe(
      `Parameter "shop-eu-west-1-network/a": everybody who may read the state would read this value, got an AWS secret access key; ${REMEDY}`,
    );
  });

  it('is refused in an item of a list, and not repeated for the comma beside it', () => {
    const values = ['a', `x,aws_secret_access_key=${KEY}`];
    const message = refusalOf(() => new Parameter(testStack(), 'a', { name: '/acme/a', values }));
    expect(message).toContain('got an AWS secret access key; use SecretParameter');
    expect(message).not.toContain(KEY);
  });

  it('is not repeated for the pattern that it misses', () => {
    const message = refusalOf(() => new Parameter(testStack(), 'a', { name: '/acme/a', value: KEY, allowedPattern: '[0-9]+' }));
    expect(message.split('\n')).toHaveLength(1);
    expect(message).not.toContain(KEY);
  });

  it.each([
    ['a Git commit', 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'],
    ['a public key', pem('PUBLIC KEY')],
    ['a certificate', pem('CERTIFICATE')],
    ['an access key id, which is no secret', 'AKIAIOSFODNN7EXAMPLE'],
    ['a path of 40 characters', '/Acme/prod/shop1/database/connection/urls'.slice(0, 40)],
    ['40 small letters and digits', 'abcdefghijklmnopqrstuvwxyz0123456789abcd'],
    ['40 letters', 'TheQuickBrownFoxJumpsOverTheLazyDogAgain'],
    ['a key longer by one', `${KEY}a`],
    ['the name of a key without its value', 'aws_secret_access_key = see /acme/prod/keys'],
  ])('is not suspected in %s', (_, value) => {
    expect(isRefused(value)).toBe(false);
  });

  it('is never suspected in 40 hexadecimal digits, small or great', () => {
    const small = fc.stringMatching(/^[0-9a-f]{40}$/);
    const great = small.map((text) => text.toUpperCase());
    fc.assert(fc.property(fc.oneof(small, great), (text) => !isRefused(text)));
  });
});
