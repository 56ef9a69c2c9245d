import type { Answer, ReachVerdict, Step } from '../query';
import type { PairAnswer } from './reply';

type Arrives = Answer['arrives'];

function distinct<T>(values: readonly T[]): ReadonlySet<T> {
  return new Set(values);
}

/** Of all pairs: proven and unreachable where every pair is; partial as soon as some connections surely work and some don't. */
export function verdictOfAll(verdicts: readonly ReachVerdict[]): ReachVerdict {
  const found = distinct(verdicts);
  const [only] = found;
  if (only !== undefined && found.size === 1) return only;
  return found.has('partial') || (found.has('proven') && found.has('unreachable')) ? 'partial' : 'unknown';
}

/** Of all pairs: some packet arrives as soon as one does at any, none where none does at all. */
export function arrivesAtAny(arrivals: readonly Arrives[]): Arrives {
  const found = distinct(arrivals);
  if (found.has('some')) return 'some';
  return found.size === 1 && found.has('none') ? 'none' : 'unknown';
}

/** Of several, one of which it is: what holds for each of them. */
export function sharedByEach<T extends string>(values: readonly T[]): T | 'unknown' {
  const [only, ...others] = distinct(values);
  return only === undefined || others.length > 0 ? 'unknown' : only;
}

/**
 * Without what may not belong to the question, and with all of it: what holds for both holds with any part of it. Where
 * nothing surely belongs, one that does decides, and it may be any.
 */
function eitherWay(pairs: readonly PairAnswer[]): Pick<Answer, 'verdict' | 'arrives'> {
  const sure = pairs.filter(({ doubt }) => doubt === undefined);
  const ways = sure.length === 0 ? pairs.map((pair) => [pair]) : [sure, pairs];
  return {
    verdict: sharedByEach(ways.map((way) => verdictOfAll(way.map(({ verdict }) => verdict)))),
    arrives: sharedByEach(ways.map((way) => arrivesAtAny(way.map(({ arrives }) => arrives)))),
  };
}

function nameOf({ from, to, family }: PairAnswer): string {
  return JSON.stringify([from, to, family]);
}

function inOrder(pairs: readonly PairAnswer[]): readonly PairAnswer[] {
  const keyed = pairs.map((pair) => [`${nameOf(pair)} ${JSON.stringify(pair)}`, pair] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, pair]) => pair);
}

/** The pairs in the order of how much their packets tell about the whole. */
function mostTelling(pairs: readonly PairAnswer[], verdict: ReachVerdict): PairAnswer | undefined {
  const preferred: Readonly<Record<ReachVerdict, readonly ReachVerdict[]>> = {
    proven: ['proven'],
    partial: ['partial', 'unreachable', 'proven'],
    unreachable: ['unreachable'],
    unknown: ['unknown', 'partial', 'proven'],
  };
  const rank = ({ verdict: own, witness, arrives, blockers }: PairAnswer): readonly number[] => {
    const place = preferred[verdict].indexOf(own);
    // Of what is stopped, the one that is stopped at the fewest filters is nearest to a surprise.
    return [
      place < 0 ? preferred[verdict].length : place,
      witness === undefined ? 1 : 0,
      arrives === 'none' ? 1 : 0,
      blockers.length,
    ];
  };
  const before = (a: readonly number[], b: readonly number[]): boolean => {
    const at = a.findIndex((value, n) => value !== b[n]);
    return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
  };
  return pairs.reduce<PairAnswer | undefined>(
    (best, pair) => (best === undefined || before(rank(pair), rank(best)) ? pair : best),
    undefined,
  );
}

function eachOnce(steps: readonly Step[]): readonly Step[] {
  return [
    ...new Map(steps.map((step) => [JSON.stringify([step.filter, step.reply ?? false, step.address, step.rule]), step])).values(),
  ];
}

const VERDICTS: readonly ReachVerdict[] = ['proven', 'partial', 'unreachable', 'unknown'];

function countsOf(pairs: readonly PairAnswer[]): string {
  const counts = VERDICTS.flatMap((verdict) => {
    const number = pairs.filter((pair) => pair.verdict === verdict).length;
    return number === 0 ? [] : [`${String(number)} ${verdict}`];
  });
  return `Of ${String(pairs.length)} pairs ${counts.join(', ')}.`;
}

function whyOf(pairs: readonly PairAnswer[], telling: PairAnswer, verdict: ReachVerdict): string {
  const doubt = verdict === 'unknown' ? pairs.find((pair) => pair.doubt !== undefined)?.doubt : undefined;
  const doubted = doubt === undefined ? [] : [`It can't be told ${doubt}.`];
  if (pairs.length === 1) return [...doubted, telling.why].join(' ');
  const example = `${telling.from} to ${telling.to}, IP${telling.family}: ${telling.why}`;
  return [countsOf(pairs), ...doubted, example].join(' ');
}

/** One answer from those of all pairs, in whatever order they come. */
export function together(unordered: readonly PairAnswer[]): Answer & { readonly pairs: readonly PairAnswer[] } {
  const pairs = inOrder(unordered);
  const { verdict, arrives } = eitherWay(pairs);
  const telling = mostTelling(pairs, verdict);
  if (telling === undefined) throw new Error('a question has at least one pair');
  const stopped = pairs.filter((pair) => pair.verdict !== 'proven');
  const lost = telling.lost ?? stopped.find((pair) => pair.lost !== undefined)?.lost;
  return {
    verdict,
    arrives,
    lostPorts: [...new Set(pairs.flatMap(({ lostPorts }) => lostPorts))].sort(),
    path: telling.path,
    blockers: eachOnce([...telling.blockers, ...stopped.flatMap(({ blockers }) => blockers)]),
    ...(telling.witness === undefined ? {} : { witness: telling.witness }),
    ...(lost === undefined ? {} : { lost }),
    why: whyOf(pairs, telling, verdict),
    pairs,
  };
}
