import { styleText } from 'node:util';

import { renderPort } from '../../modules/core/port';
import type { PairAnswer, Question, Reply } from '../../policies/reachability/ask';
import { packetText } from '../../policies/reachability/explain/packet-text';
import type { Step } from '../../policies/reachability/query';
import { harmless } from '../terminal/harmless';
import { drawWay, listSteps, type Mark, type Paint } from './drawing';
import type { Expectation } from './expectation';

const COLOURS = { '✓': 'green', '✗': 'red', '?': 'yellow' } as const;
const MARKS: Readonly<Record<Reply['verdict'], Mark>> = { proven: '✓', partial: '✗', unreachable: '✗', unknown: '?' };
const CAN: Readonly<Record<Reply['verdict'], string>> = {
  proven: 'can open',
  partial: 'can open only some of',
  unreachable: "can't open",
  unknown: 'may or may not be able to open',
};
const ARRIVES: Readonly<Record<Reply['arrives'], string>> = {
  some: 'Packets arrive, though no connection works.',
  none: 'No packet arrives.',
  unknown: "Whether packets arrive that nothing answers isn't known.",
};
/** A table of more rows than this is for programs. */
const MOST_PAIRS = 24;
const MOST_BLOCKERS = 24;

/** What a reply is shown with. */
export interface Shown {
  readonly question: Question;
  readonly reply: Reply;
  /** @default - nothing was expected */
  readonly expectation?: Expectation;
  /** The stacks that were read: a single one goes without saying. */
  readonly stacks: readonly string[];
  readonly colours: boolean;
}

function cut<T>(all: readonly T[], most: number, render: (shown: readonly T[]) => readonly string[]): readonly string[] {
  const more = all.length - most;
  return [...render(all.slice(0, most)), ...(more > 0 ? [`  … ${String(more)} more, which --json lists`] : [])];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function pairRows(pairs: readonly PairAnswer[], paint: Paint): readonly string[] {
  const names = pairs.map(({ from, to, family }) => `${from} → ${to}, IP${family}`);
  const width = Math.max(...names.map((name) => name.length));
  return pairs.map(({ verdict }, n) => `  ${paint(MARKS[verdict])} ${(names[n] ?? '').padEnd(width)}  ${verdict}`);
}

function headline({ from, to, port }: Question, { verdict, families }: Reply): string {
  const what = port === undefined || port.protocol === 'all' ? 'connections of every kind' : renderPort(port);
  const over = families.map((family) => `IP${family}`).join(' and ');
  return `${verdict}: ${from.name} ${CAN[verdict]} ${what} to ${to.name} over ${over}`;
}

/** The stacks that a reply tells of. */
function toldOf({ question, reply, stacks }: Shown): readonly string[] {
  const text = [question.from.name, question.to.name, JSON.stringify(reply)].join(' ');
  return stacks.filter((stack) => before(stack).test(text));
}

/** Where a stack stands before an address. */
function before(stack: string): RegExp {
  return new RegExp(`(?<![\\w.-])${stack.replace(/\W/g, '\\$&')}:(?=[a-z])`, 'g');
}

/** Takes the name of the only stack away. */
function shortened([only, ...others]: readonly string[]): (text: string) => string {
  return (text) => harmless(only === undefined || others.length > 0 ? text : text.replace(before(only), ''));
}

/** The reply for people: the verdict in a line, the way of its packet, what stops others, and what was taken for granted. */
export function renderReply(shown: Shown): string {
  const { question, reply, expectation, stacks, colours } = shown;
  const told = toldOf(shown);
  const say = shortened(told);
  const paint: Paint = (mark) => (colours ? styleText(COLOURS[mark], mark, { validateStream: false }) : mark);
  const worded = (steps: readonly Step[]): readonly Step[] =>
    steps.map((step) => ({ ...step, address: say(step.address), rule: say(step.rule) }));
  const steps = (all: readonly Step[]): readonly string[] => cut(worded(all), MOST_BLOCKERS, (some) => listSteps(some, paint));
  const pairs = reply.pairs.map((pair) => ({ ...pair, from: say(pair.from), to: say(pair.to) }));
  const alike = new Set(pairs.map(({ verdict }) => verdict)).size === 1;
  const failed = expectation?.holds === false ? expectation : undefined;
  const lines = [
    `${paint(MARKS[reply.verdict])} ${say(headline(question, reply))}`,
    `  ${say(reply.why)}`,
    ...(stacks.length > 1 && told.length === 1 ? [`  All of it stands in ${harmless(told.join(''))}.`] : []),
    ...(reply.verdict === 'unreachable' ? [`  ${ARRIVES[reply.arrives]}`] : []),
    ...section('the way of a packet:', drawWay(reply.witness, worded(reply.path), paint)),
    ...section('stopped by:', steps(reply.blockers.filter(({ passes }) => passes !== 'unknown'))),
    ...section('in doubt:', steps(reply.blockers.filter(({ passes }) => passes === 'unknown'))),
    ...section(
      'lost:',
      reply.verdict === 'unreachable'
        ? []
        : [
            ...reply.lostPorts.map((ports) => `  ${say(ports)}`),
            ...(reply.lost === undefined ? [] : [`  such as ${packetText(reply.lost)}`]),
          ],
    ),
    ...(alike
      ? []
      : section(
          'pairs:',
          cut(pairs, MOST_PAIRS, (some) => pairRows(some, paint)),
        )),
    ...(failed === undefined ? [] : ['', `${paint('✗')} expected ${failed.expected}: ${say(failed.reason ?? '')}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
