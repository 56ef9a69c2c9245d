import { OperationError } from '../../../modules/core/operation-error';
import { forEachOf } from '../../doctor/attempt';
import type { Outcome } from '../../terminal/outcome';
import { withPrivateFolder } from '../private-folder';
import type { Token } from '../token';
import { type GateFlags, requestOf } from './gate-request';
import { PlaceReader } from './place-reader';
import type { Place } from './places';
import { documentOf, linesOf } from './report';
import { judge, stops, type Verdict, type Yardstick } from './verdict';
import { watch } from './watch';

/** What a gate has of the process that runs it. */
export interface GateGround {
  readonly env: NodeJS.ProcessEnv;
  readonly signals: NodeJS.EventEmitter;
  /** Called with how far it is. */
  readonly tell: (line: string) => void;
  /** Between two looks. @unit seconds */
  readonly pollSeconds: number;
}

const AT_ONCE = 4;

/** What one look came to. */
interface Look {
  readonly verdicts: readonly Verdict[];
  readonly failures: readonly OperationError[];
}

/** Looks at all places, also where one fails: what the others say is told anyway. */
function lookOf(places: readonly Place[], token: Token, env: NodeJS.ProcessEnv, yardstick: Yardstick): () => Promise<Look> {
  const readers = places.map((place) => ({ place, reader: new PlaceReader(place, token, env) }));
  return async () => {
    const seen = await forEachOf(readers, AT_ONCE, ({ place, reader }) =>
      reader.read().then(
        (reading) => judge(place, reading, yardstick),
        (error: unknown) => {
          if (error instanceof OperationError) return error;
          throw error;
        },
      ),
    );
    return {
      verdicts: seen.filter((each): each is Verdict => !(each instanceof OperationError)),
      failures: seen.filter((each) => each instanceof OperationError),
    };
  };
}

function outcome({ verdicts, failures }: Look, { since }: Yardstick): Outcome {
  const stopped = verdicts.some(stops);
  const exitCode = failures.length > 0 ? 3 : stopped ? 1 : 0;
  return {
    exitCode,
    lines: [
      ...verdicts.flatMap(linesOf),
      ...failures.map(({ message }) => message),
      ...(stopped ? ['the pipeline stops here: docs/pipelines.md says how to go on'] : []),
      ...(verdicts.length + failures.length === 0 ? ['nothing was looked at: no pipeline delivers any of it'] : []),
    ],
    document: {
      ok: exitCode === 0,
      ...(since === undefined ? {} : { since }),
      places: verdicts.map(documentOf),
      ...(failures.length === 0 ? {} : { problems: failures.map(({ problem }) => problem) }),
    },
  };
}

/**
 * Reads the alarms and the rules of AWS Config where stacks are, for as long as is asked for or until one stops the pipeline.
 * @throws InputError everything that is wrong with the command line
 * @throws OperationError LZ-DELIVER-17 there was a signal
 */
export function gate(named: readonly string[], flags: GateFlags, ground: GateGround): Promise<Outcome> {
  const { env, signals, pollSeconds, tell } = ground;
  return withPrivateFolder(async (folder) => {
    const { places, token, yardstick, minutes } = requestOf(named, flags, folder, env);
    tell(`gate: ${places.map(({ account, region }) => `${account} ${region}`).join(', ')}`);
    const look = lookOf(places, token, env, yardstick);
    const isEnough = ({ verdicts, failures }: Look): boolean => failures.length > 0 || verdicts.some(stops);
    const seen = await watch(look, isEnough, {
      minutes,
      pollSeconds,
      signals,
      tell: (left) => tell(`gate: nothing yet, ${String(left)} min left`),
    });
    return outcome(seen, yardstick);
  });
}
