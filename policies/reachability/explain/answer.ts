import type { Answer, ReachVerdict, Step } from '../query';
import { REPLYING } from '../region/protocols';
import { covers, isEmpty, NOTHING, type Region, subtract } from '../region/region';
import { type Itinerary, type Passing, passingOf, strictly } from '../way/course';
import type { Terrain } from '../ground/terrain';
import { lostPorts } from './lost';
import { blockersOf, doubtsOf, findWalk } from './trace';
import { findPacket, renderPacket } from './witness';

/** Both readings of one question. */
interface Readings {
  readonly asked: Region;
  readonly strict: Passing;
  readonly lenient: Passing;
  /** Only some of the addresses are meant. */
  readonly doubt: string | undefined;
}

function verdictOf({ asked, strict, lenient, doubt }: Readings): ReachVerdict {
  if (isEmpty(asked)) return doubt === undefined ? 'unreachable' : 'unknown';
  if (isEmpty(lenient.works)) return 'unreachable';
  if (covers(strict.works, asked)) return 'proven';
  const partly = !isEmpty(strict.works) && !covers(lenient.works, asked) && doubt === undefined;
  return partly ? 'partial' : 'unknown';
}

function arrivesOf({ asked, strict, lenient, doubt }: Readings): Answer['arrives'] {
  if (isEmpty(lenient.arrives)) return isEmpty(asked) && doubt !== undefined ? 'unknown' : 'none';
  if (isEmpty(strict.arrives)) return 'unknown';
  return doubt === undefined || covers(strict.arrives, asked) ? 'some' : 'unknown';
}

/** The region whose packet shows the answer: the best that some packets have. */
function shownBy({ asked, strict, lenient }: Readings): Region {
  return [strict.works, strict.arrives, lenient.works, lenient.arrives, asked].find((region) => !isEmpty(region)) ?? NOTHING;
}

function stepText({ filter, address, rule, reply }: Step): string {
  return `${filter}${address === '' ? '' : ` ${address}`}${reply === true ? ' (of the reply)' : ''}: ${rule}`;
}

function whyOf(answer: Omit<Answer, 'why'>, doubt: string | undefined): string {
  const [first] = answer.blockers;
  const because = first === undefined ? '' : `; ${stepText(first)}`;
  switch (answer.verdict) {
    case 'proven':
      return 'Every packet asked about arrives, and its reply comes back.';
    case 'partial':
      return `Some pass; lost, if only for some addresses: ${answer.lostPorts.join(', ')}${because}.`;
    case 'unreachable':
      return answer.arrives === 'some' ? `Packets arrive, but no reply comes back${because}.` : `Nothing gets through${because}.`;
    case 'unknown':
      return `It can't be told${doubt === undefined ? because : `; ${doubt}`}.`;
  }
}

/** What is known of an itinerary, with everything that explains it. */
export function answerOf(terrain: Terrain, itinerary: Itinerary): Answer {
  const replying = REPLYING[terrain.family];
  const { asked, doubt, missing } = itinerary;
  const strict = strictly(itinerary, replying);
  const lenient = strict.exact ? strict : passingOf(itinerary, 'lenient', replying);
  const readings: Readings = { asked, strict, lenient, doubt };
  const verdict = verdictOf(readings);
  const lost = verdict === 'proven' ? NOTHING : subtract(asked, lenient.works);
  const undecided = verdict === 'unknown' ? subtract(lenient.works, strict.works) : NOTHING;
  const absent: readonly Step[] = missing === undefined ? [] : [{ filter: 'end', address: '', rule: missing, passes: false }];
  const blockers = [...absent, ...doubtsOf(itinerary, undecided, replying), ...blockersOf(itinerary, lost, replying)];
  const packet = findPacket(shownBy(readings));
  const walk = packet === undefined ? undefined : findWalk(itinerary, packet, replying);
  const stopped = findPacket(lost);
  const render = (corner: NonNullable<typeof packet>): NonNullable<Answer['witness']> =>
    renderPacket(corner, terrain.family, terrain.space, findWalk(itinerary, corner, replying)?.course.nat === true);
  const answer: Omit<Answer, 'why'> = {
    verdict,
    arrives: arrivesOf(readings),
    lostPorts: lostPorts(lost, asked, terrain.family),
    path: walk?.steps ?? [],
    blockers,
    ...(packet === undefined ? {} : { witness: render(packet) }),
    ...(stopped === undefined ? {} : { lost: render(stopped) }),
  };
  return { ...answer, why: whyOf(answer, doubt) };
}
