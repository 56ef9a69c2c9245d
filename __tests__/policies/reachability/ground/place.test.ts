import type { OneOf } from '../../../../policies/model/network';
import { Unknown } from '../../../../policies/model/term';
import { carries, certaintyOf, findOnly, isOne, type Place } from '../../../../policies/reachability/ground/place';
import { Facts, host } from '../facts';

const APPLY = new Unknown('known only after apply');

describe('what is one of several', () => {
  it.each<[string, OneOf<string>, string | undefined, string]>([
    ['is a if a is all that it can be', { choices: ['a'] }, 'a', 'yes'],
    ['may be a beside b', { choices: ['a', 'b'] }, undefined, 'unknown'],
    ['may be a beside what isn’t known', { choices: ['a'], open: APPLY }, undefined, 'unknown'],
    ['may be a where nothing is known', { choices: [], open: APPLY }, undefined, 'unknown'],
    ['isn’t a if it is b', { choices: ['b'] }, 'b', 'no'],
    ['isn’t a if it is nothing', { choices: [] }, undefined, 'no'],
  ])('%s', (_what, one, only, isA) => {
    expect([findOnly(one), isOne(one, 'a')]).toEqual([only, isA]);
  });
});

it('what is true is sure, what is false surely not, and what no document tells unknown', () => {
  expect([true, false, 'unknown' as const, APPLY].map(certaintyOf)).toEqual(['yes', 'no', 'unknown', 'unknown']);
});

it('an interface carries its groups and no others; one whose groups no document tells, or that stands for its subnet, perhaps', () => {
  const { facts } = new Facts().vpc('v', ['10.0.0.0/16']).subnet('s', 'v', '10.0.0.0/24');
  const [subnet, vpc] = [facts.subnets.get('s')!, facts.vpcs.get('v')!];
  const place = (groups: 'open' | 'unknown' | readonly string[]): Place => ({ end: host('s', groups), subnet, vpc, spans: [] });
  const groups = [['g', 'h'], ['h'], [], 'unknown', 'open'] as const;
  expect(groups.map((those) => carries(place(those), 'g'))).toEqual(['yes', 'no', 'no', 'unknown', 'unknown']);
});
