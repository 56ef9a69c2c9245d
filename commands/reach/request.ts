import { suggestName } from '../../modules/core/text/did-you-mean';
import { asWritten, ProblemList } from '../../modules/core/input-error';
import { parsePort, parsePortRange } from '../../modules/core/port';
import type { NetworkFacts } from '../../policies/model/network';
import { networkFactsOf } from '../../policies/model/network/reading';
import { readUniverse } from '../../policies/model/read-universe';
import { Places, type Question } from '../../policies/reachability/ask';
import { type Expected, EXPECTATIONS } from './expectation';

/** The command line as it was written. */
export interface Flags {
  readonly from?: string;
  readonly to?: string;
  readonly port?: string;
  readonly family?: string;
  readonly clientPorts?: string;
  readonly expect?: string;
  readonly json?: true;
}

/** The command line as it was meant. */
export interface Request {
  readonly facts: NetworkFacts;
  readonly question: Question;
  /** The stacks that were read. */
  readonly stacks: readonly string[];
  readonly expected?: Expected;
}

const FAMILIES = ['v4', 'v6', 'both'] as const;

function oneOf<T extends string>(
  problems: ProblemList,
  subject: string,
  text: string | undefined,
  known: readonly T[],
): T | undefined {
  const found = known.find((each) => each === text);
  if (text !== undefined && found === undefined) {
    const remedy = suggestName(text, known);
    problems.add({ subject, problem: 'there is no such choice', got: asWritten(text), remedy, code: 'LZ-REACH-6' });
  }
  return found;
}

function needed(problems: ProblemList, subject: string, text: string | undefined): void {
  if (text !== undefined) return;
  const remedy = 'write internet, an IP address, a block, or the address of something in a network';
  problems.add({ subject, problem: 'it is missing', remedy, code: 'LZ-REACH-1' });
}

/**
 * Reads the documents and finds in them what the command line names.
 * @throws InputError everything that is wrong with either, at once
 */
export function requestOf(path: string, flags: Flags): Request {
  const problems = new ProblemList();
  const attempt = <T, R>(subject: string, value: T | undefined, work: (value: T) => R): R | undefined =>
    value === undefined ? undefined : problems.attempt(subject, () => work(value));
  const universe = attempt('', path, readUniverse);
  needed(problems, '--from', flags.from);
  needed(problems, '--to', flags.to);
  const facts = universe && networkFactsOf(universe);
  const places = universe && facts && new Places(universe, facts);
  const [from, to] = [
    attempt('--from', flags.from, (text) => places?.of(text)),
    attempt('--to', flags.to, (text) => places?.of(text)),
  ];
  const port = attempt('--port', flags.port, parsePort);
  const family = oneOf(problems, '--family', flags.family, FAMILIES);
  const clientPorts = attempt('--client-ports', flags.clientPorts, (text) => parsePortRange(text));
  const expected = oneOf(problems, '--expect', flags.expect, EXPECTATIONS);
  problems.throwIfAny();
  if (universe === undefined || facts === undefined || from === undefined || to === undefined) {
    throw new Error('what is not there was not told');
  }
  const question = {
    from,
    to,
    ...(port === undefined ? {} : { port }),
    ...(family === undefined ? {} : { family }),
    ...(clientPorts === undefined ? {} : { clientPorts }),
  };
  return { facts, question, stacks: universe.stacks.map(({ name }) => name), ...(expected === undefined ? {} : { expected }) };
}
