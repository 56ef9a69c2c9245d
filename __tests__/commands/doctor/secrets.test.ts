import * as fc from 'fast-check';

import { Secrets } from '../../../commands/doctor/secrets';

test.each(['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'GITHUB_TOKEN', 'DB_PASSWORD', 'API_KEY', 'TF_TOKEN_app_terraform_io'])(
  'the value of %s is hidden wherever it stands',
  (name) => {
    expect(Secrets.of({ [name]: 'marker-value' }).clean('before marker-value, after')).toBe('before ***, after');
  },
);

test('the value of a variable with a harmless name is shown', () => {
  expect(Secrets.of({ EDITOR: 'marker-value' }).clean('marker-value')).toBe('marker-value');
});

test('a value of 5 characters is a word, one of 6 is hidden', () => {
  expect(Secrets.of({ TOKEN: 'words' }).clean('in words')).toBe('in words');
  expect(Secrets.of({ TOKEN: 'wordss' }).clean('in wordss')).toBe('in ***');
});

test('of two secrets of which one begins with the other, nothing of the longer is left', () => {
  expect(Secrets.of({ TOKEN: 'marker', SECRET: 'marker-and-more' }).clean('marker-and-more')).toBe('***');
});

test.each([
  ['http://user:hidden@proxy:3128', 'http://***@proxy:3128'],
  ['https://token@host/path', 'https://***@host/path'],
  ['https://host/path@2', 'https://host/path@2'],
])('of the address %s is shown %s', (address, shown) => {
  expect(new Secrets().clean(address)).toBe(shown);
});

test('what would move the cursor of a terminal, or turn the text around, is shown as unreadable', () => {
  expect(new Secrets().clean('a\u001b[2Jb\u202ec\r\td\ne')).toBe('a\ufffd[2Jb\ufffdc\ufffd\ufffdd\ne');
});

test('no secret of 6 or more characters stays in any text', () => {
  const secret = fc.stringMatching(/^[a-zA-Z0-9+/=]{6,40}$/);
  fc.assert(
    fc.property(fc.array(secret, { maxLength: 4 }), fc.array(fc.string()), (secrets, texts) => {
      const keeper = new Secrets();
      secrets.forEach((value) => keeper.add(value));
      const text = [...texts, ...secrets, ...texts].join(' ');
      const clean = keeper.clean(text);
      expect(secrets.filter((value) => clean.includes(value))).toEqual([]);
    }),
  );
});
