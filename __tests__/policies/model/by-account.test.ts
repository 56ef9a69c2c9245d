import { ByAccount } from '../../../policies/model/by-account';

function things(): ByAccount<string> {
  const found = new ByAccount<string>();
  found.add('111111111111', 'a');
  found.add(undefined, 'b');
  found.add('222222222222', 'c');
  found.add('111111111111', 'd');
  return found;
}

test.each([
  ['111111111111', ['a', 'd', 'b']],
  ['222222222222', ['c', 'b']],
  ['333333333333', ['b']],
  [undefined, ['a', 'b', 'c', 'd']],
])('near account %s are %j', (accountId, expected) => {
  expect(things().near(accountId)).toEqual(expected);
});

test('those of which nothing is told, and all of them, are there to be asked for', () => {
  expect([things().of(undefined), things().of('333333333333'), things().all]).toEqual([['b'], [], ['a', 'b', 'c', 'd']]);
});
