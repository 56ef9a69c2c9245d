import { hold } from '../../../commands/reach/expectation';
import type { Reply } from '../../../policies/reachability/ask';

type Arrives = Reply['arrives'];
type Verdict = Reply['verdict'];

const replyOf = (verdict: Verdict, arrives: Arrives): Reply => ({
  verdict,
  arrives,
  lostPorts: [],
  path: [],
  blockers: [],
  why: 'So it is.',
  families: ['v4'],
  assumed: [],
  pairs: [],
});

describe('what is expected', () => {
  it.each<[Verdict, Arrives, string | undefined]>([
    ['proven', 'some', undefined],
    ['partial', 'some', 'only some connections work'],
    ['unreachable', 'none', 'no connection works'],
    ['unknown', 'some', 'what is not known never passes'],
  ])('reaches, with %s, %s', (verdict, arrives, reason) => {
    expect(hold('reaches', replyOf(verdict, arrives)).reason).toBe(reason);
    expect(hold('reaches', replyOf(verdict, arrives)).holds).toBe(reason === undefined);
  });

  it.each<[Verdict, Arrives, string | undefined]>([
    ['unreachable', 'none', undefined],
    ['unreachable', 'some', 'no connection works, but packets arrive that nothing answers, and one packet may be enough'],
    ['unreachable', 'unknown', "no connection works, but whether packets arrive that nothing answers isn't known"],
    ['partial', 'some', 'some connections work'],
    ['proven', 'some', 'connections work'],
    ['unknown', 'none', 'what is not known never passes'],
  ])('isolated, with %s, %s', (verdict, arrives, reason) => {
    expect(hold('isolated', replyOf(verdict, arrives)).reason).toBe(reason);
    expect(hold('isolated', replyOf(verdict, arrives)).holds).toBe(reason === undefined);
  });
});
