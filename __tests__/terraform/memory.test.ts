import { Token, Tokenization } from 'cdktf';

import { forgettingTokens } from '../../modules/terraform';

/** Whether cdktf still knows what a text stands for. */
function isKnown(text: string): boolean {
  try {
    return Tokenization.reverseString(text).tokens.length > 0;
  } catch {
    return false;
  }
}

function tokenFor(value: string): string {
  return Token.asString({ resolve: () => value, creationStack: [], toString: () => value });
}

test('tokens of the work are forgotten, those from before are not', () => {
  const before = tokenFor('before');
  const during = forgettingTokens(() => tokenFor('during'));

  expect([isKnown(before), isKnown(during)]).toEqual([true, false]);
});

test('tokens are forgotten where the work fails', () => {
  let during = '';
  const work = (): void => {
    during = tokenFor('during');
    throw new Error('the work fails');
  };

  expect(() => {
    forgettingTokens(work);
  }).toThrow('the work fails');
  expect(isKnown(during)).toBe(false);
});
