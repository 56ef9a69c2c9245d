import { readFileSync } from 'node:fs';

import { asWritten, InputError, ProblemList } from '../../../modules/core/input-error';
import { selectStacks } from '../request';
import { type Token, tokenOf } from '../token';
import { type Place, placesOf } from './places';
import type { Yardstick } from './verdict';

/** The command line as it was written. */
export interface GateFlags {
  readonly out: string;
  readonly tokenFile?: string;
  readonly since?: string;
  readonly known?: string;
  readonly wait: string;
  readonly json?: true;
}

/** What a command line asks for. */
export interface GateRequest {
  readonly places: readonly Place[];
  readonly token: Token;
  readonly yardstick: Yardstick;
  readonly minutes: number;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** @throws InputError LZ-DELIVER-12 */
function sinceOf(written: string | undefined): Pick<Yardstick, 'since'> {
  if (written === undefined) return {};
  const since = new Date(INSTANT.test(written) ? written : Number.NaN);
  if (since.getTime() <= Date.now()) return { since };
  const problem = Number.isNaN(since.getTime()) ? 'this is no instant' : 'nothing can have come after it yet';
  const remedy = 'write when the apply began, with its offset, like 2026-11-29T18:00:00Z';
  throw InputError.of({ subject: '--since', problem, got: asWritten(written), remedy, code: 'LZ-DELIVER-12' });
}

/** @throws InputError LZ-DELIVER-13 */
function waitOf(written: string): number {
  const minutes = /^\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
  if (minutes <= 24 * 60) return minutes;
  const [problem, remedy] = ['it is counted in minutes, a day at most', 'write a number, like 10'];
  throw InputError.of({ subject: '--wait', problem, got: asWritten(written), remedy, code: 'LZ-DELIVER-13' });
}

interface KnownViolation {
  readonly rule: string;
  readonly resourceType: string;
  readonly resourceId: string;
}
interface KnownPlace {
  readonly account: string;
  readonly region: string;
  readonly violated: readonly KnownViolation[];
  readonly before: { readonly violated: readonly KnownViolation[] };
}

function keyOf(place: Pick<KnownPlace, 'account' | 'region'>, { rule, resourceType, resourceId }: KnownViolation): string {
  return JSON.stringify([place.account, place.region, rule, resourceType, resourceId]);
}

/**
 * What a gate before the apply found violated. Rules that are checked on a schedule find it again and again, and the time
 * of a result is that of the last check.
 * @throws InputError LZ-DELIVER-14
 */
function knownOf(file: string | undefined): Pick<Yardstick, 'isKnown'> {
  if (file === undefined) return { isKnown: () => false };
  let got = 'no document of plinth deliver gate';
  try {
    const { places } = JSON.parse(readFileSync(file, 'utf8')) as { readonly places: readonly KnownPlace[] };
    const known = new Set(
      places.flatMap((place) => [...place.violated, ...place.before.violated].map((each) => keyOf(place, each))),
    );
    return { isKnown: (place, violation) => known.has(keyOf(place, violation)) };
  } catch (error) {
    if (error instanceof SyntaxError) got = 'no JSON';
    else got = (error as NodeJS.ErrnoException).code ?? got;
  }
  const remedy = 'write it before the apply: plinth deliver gate --json';
  throw InputError.of({ subject: file, problem: "what was violated before can't be read", got, remedy, code: 'LZ-DELIVER-14' });
}

/**
 * @param folder where a token may be written
 * @throws InputError everything that is wrong with the command line
 */
export function requestOf(named: readonly string[], flags: GateFlags, folder: string, env: NodeJS.ProcessEnv): GateRequest {
  const problems = new ProblemList();
  const since = problems.attempt('', () => sinceOf(flags.since));
  const known = problems.attempt('', () => knownOf(flags.known));
  const minutes = problems.attempt('', () => waitOf(flags.wait));
  const places = problems.attempt('', () => placesOf(selectStacks(flags.out, named).stacks));
  const token = problems.attempt('', () => tokenOf(flags.tokenFile, folder, env));
  problems.throwIfAny();
  return { places, token, yardstick: { ...since, ...known }, minutes } as GateRequest;
}
