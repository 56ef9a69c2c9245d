import type { NetworkFacts } from '../../../../policies/model/network';
import { Prover } from '../../../../policies/reachability/prover';
import type { Answer, Query, Step } from '../../../../policies/reachability/query';

import type { Case, Expectation } from './case';
import { queryOf } from './question';
import { networkOf, STACK } from './terraform';
import { faultOf } from './witness';

/** `<filter> <address>: <rule>`, the address without its stack. */
function written({ filter, address, rule, reply = false }: Step): string {
  return `${filter}${reply ? ' of the reply' : ''} ${address.replace(`${STACK}:`, '')}: ${rule}`;
}

/** The step that was asked for, else all that there are. */
function stepOf(steps: readonly Step[], wanted: Expectation['blocker']): unknown {
  if (wanted === undefined) return undefined;
  const [filter, place, part] = wanted;
  const found = steps.some(({ filter: own, address, rule }) => {
    return own === filter && [place, `${STACK}:${place}`].includes(address) && rule.includes(part);
  });
  return found ? wanted : steps.map(written);
}

function pickedOf(answer: Answer, wanted: Expectation['witness']): unknown {
  if (wanted === undefined) return undefined;
  const { witness = {} } = answer;
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, (witness as Record<string, unknown>)[key]]));
}

/** Verdicts that say what is lost even where a case doesn't ask: of `unreachable` all is. */
const SERVED: ReadonlySet<Answer['verdict']> = new Set(['proven', 'partial']);

/** What the answer says, as far as the expectation looks, in the expectation's own form. */
function observed(answer: Answer, query: Query, facts: NetworkFacts, wanted: Expectation): object {
  return {
    verdict: answer.verdict,
    why: answer.verdict === wanted.verdict ? 'as expected' : answer.why,
    lost: wanted.lost !== undefined || SERVED.has(answer.verdict) ? answer.lostPorts : [],
    arrives: answer.arrives,
    blocker: stepOf(answer.blockers, wanted.blocker),
    decides: stepOf(answer.path, wanted.decides),
    witness: pickedOf(answer, wanted.witness),
    witnessFault: faultOf(answer, query, facts),
  };
}

const ARRIVES = { proven: 'some', partial: 'some', unreachable: 'none', unknown: 'unknown' } as const;

function expected(wanted: Expectation): object {
  const { verdict, lost = [], arrives = ARRIVES[verdict], blocker, decides, witness } = wanted;
  return { verdict, why: 'as expected', lost, arrives, blocker, decides, witness, witnessFault: undefined };
}

/** Asks the prover what every case expects, one test for each question. */
export function judge(cases: readonly Case[]): void {
  describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { network, expect: questions }) => {
    it.each(questions.map((one) => [`${one.ask} is ${one.verdict}`, one] as const))('%s', (_title, wanted) => {
      const facts = networkOf(network);
      const query = queryOf(facts, wanted.ask);

      expect(observed(new Prover(facts).answer(query), query, facts, wanted)).toEqual(expected(wanted));
    });
  });
}
