import type { Family } from '../../../modules/core/cidr';
import { asWritten, InputError } from '../../../modules/core/input-error';
import type { Port, PortRange } from '../../../modules/core/port';
import { type Key, type NetworkFacts, trafficOf } from '../../model/network';
import { Prover } from '../prover';
import type { Answer, End, Query } from '../query';
import { hasFamily, type Place, shapeOf, type Spot } from './place';
import type { PairAnswer, Reply } from './reply';
import { sharedByEach, together } from './together';

/** Can the one place open connections to the other? */
export interface Question {
  readonly from: Place;
  readonly to: Place;
  /** @default - every protocol and port */
  readonly port?: Port;
  /** @default - those that both ends can have */
  readonly family?: Family | 'both';
  /** @default 1024-65535 */
  readonly clientPorts?: PortRange;
}

/** What answers questions about two ends. */
export interface Answerer {
  answer(query: Query): Answer;
}

const FAMILIES: readonly Family[] = ['v4', 'v6'];
const FAMILY_OF: Readonly<Partial<Record<Port['protocol'], Family>>> = { icmp: 'v4', icmpv6: 'v6' };

/** The families that a question can be about; not yet which of them its ends have. */
function familiesOf({ from, to, port, family }: Question): readonly Family[] {
  const own = port === undefined ? undefined : FAMILY_OF[port.protocol];
  const limits = [from.families, to.families, own && [own], family === undefined || family === 'both' ? undefined : [family]];
  const families = FAMILIES.filter((each) => limits.every((limit) => limit?.includes(each) ?? true));
  if (families.length > 0) return families;
  const said = [
    ...[from, to].flatMap(({ name, families: only }) => (only === undefined ? [] : [`${name} is IP${only.join(' and IP')}`])),
    ...(port === undefined || own === undefined ? [] : [`${port.protocol} is of IP${own}`]),
    ...(family === undefined || family === 'both' ? [] : [`IP${family} is asked about`]),
  ];
  throw InputError.of({
    problem: 'no packet is of both families',
    got: asWritten(said.join(', ')),
    remedy: 'ask about ends, port and family that go together',
    code: 'LZ-REACH-5',
  });
}

function settled(verdict: Answer['verdict'], arrives: Answer['arrives'], why: string): Answer {
  return { verdict, arrives, lostPorts: [], path: [], blockers: [], why };
}

function listOf(families: readonly Family[]): string {
  return families.length === 0 ? 'no addresses' : `IP${families.join(' and IP')} alone`;
}

/** The pairs of one question, each asked once for each family and shape. */
class Pairs {
  readonly #known = new Map<string, Answer>();

  constructor(
    private readonly question: Question,
    private readonly facts: NetworkFacts,
    private readonly prover: Answerer,
  ) {}

  /** The families that two spots share, of those that the question is about. */
  families(from: Spot, to: Spot, families: readonly Family[]): readonly Family[] {
    const has = ({ ends, open }: Spot, family: Family): boolean =>
      open !== undefined || ends.some((end) => hasFamily(end, family, this.facts));
    const common = families.filter((family) => has(from, family) && has(to, family));
    return common.length === 0 ? families : common;
  }

  of(from: Spot, to: Spot, family: Family): PairAnswer {
    const doubt = from.doubt ?? to.doubt;
    const names = { from: from.name, to: to.name, family, ...(doubt === undefined ? {} : { doubt }) };
    return { ...names, ...this.#answer(from, to, family) };
  }

  #answer(from: Spot, to: Spot, family: Family): Answer {
    const open = from.open ?? to.open;
    if (open !== undefined) return settled('unknown', 'unknown', `It can't be told: ${open}.`);
    const answers = from.ends.flatMap((source) => to.ends.map((destination) => this.#ask(source, destination, family)));
    const [first, ...others] = answers;
    if (first === undefined) throw new Error(`${from.name} or ${to.name} has neither an end nor a reason`);
    if (others.length === 0) return first;
    const verdict = sharedByEach(answers.map((answer) => answer.verdict));
    const arrives = sharedByEach(answers.map((answer) => answer.arrives));
    const lostPorts = [...new Set(answers.flatMap((answer) => answer.lostPorts))];
    if (verdict !== 'unknown') return { ...first, arrives, lostPorts };
    return settled(
      verdict,
      arrives,
      `It stands in one of several places, and the documents don't say in which: ${from.name}, ${to.name}.`,
    );
  }

  #ask(from: End, to: End, family: Family): Answer {
    const shape = JSON.stringify([family, shapeOf(from), shapeOf(to)]);
    const known = this.#known.get(shape) ?? this.#plain(from, to, family) ?? this.#prove(from, to, family);
    this.#known.set(shape, known);
    return known;
  }

  /** What needs no proof. */
  #plain(from: End, to: End, family: Family): Answer | undefined {
    if (from.kind === 'service') return settled('unreachable', 'none', `${from.name} answers, and opens no connections.`);
    if (from.kind !== 'interface' && to.kind !== 'interface') {
      return settled('unknown', 'unknown', 'Neither end stands in a network of the documents: what lies between is not judged.');
    }
    const without = [from, to].find((end) => !hasFamily(end, family, this.facts));
    if (without === undefined) return undefined;
    const has = FAMILIES.filter((each) => hasFamily(without, each, this.facts));
    const name = without.kind === 'internet' ? 'The internet' : without.name;
    return settled('unreachable', 'none', `${name} has ${listOf(has)}.`);
  }

  #prove(from: End, to: End, family: Family): Answer {
    const { port = { protocol: 'all' }, clientPorts } = this.question;
    return this.prover.answer({
      from,
      to,
      family,
      traffic: trafficOf(port),
      ...(clientPorts === undefined ? {} : { clientPorts }),
    });
  }
}

function vpcOf({ ends: [end], vpc }: Spot, facts: NetworkFacts): Key | undefined {
  const owner = end?.kind === 'interface' ? facts.subnets.get(end.subnet)?.vpc : undefined;
  return vpc ?? (owner?.open === undefined && owner?.choices.length === 1 ? owner.choices[0] : undefined);
}

/** Every spot with every spot. Of one address in several VPCs, who stands in one of them means its own. */
function spotPairs({ from, to }: Question, facts: NetworkFacts): readonly (readonly [Spot, Spot])[] {
  const owners = ({ oneAddress, spots }: Place): readonly Key[] =>
    oneAddress === true ? spots.flatMap(({ vpc }) => vpc ?? []) : [];
  const [sources, targets] = [owners(from), owners(to)];
  const all = from.spots.flatMap((source) => to.spots.map((target) => [source, target] as const));
  return all.filter(([source, target]) => {
    const [a, b] = [vpcOf(source, facts), vpcOf(target, facts)];
    return a === b || !(targets.some((vpc) => vpc === a) || sources.some((vpc) => vpc === b));
  });
}

/**
 * Answers a question about places: asks every spot of the one with every spot of the other, in every family that both
 * have, and puts the answers together.
 * @throws InputError LZ-REACH-5 the ends share no family
 */
export function ask(facts: NetworkFacts, question: Question, prover: Answerer = new Prover(facts)): Reply {
  const asked = familiesOf(question);
  const pairs = new Pairs(question, facts, prover);
  const answers = spotPairs(question, facts).flatMap(([from, to]) =>
    pairs.families(from, to, asked).map((family) => pairs.of(from, to, family)),
  );
  const reply = together(answers);
  const assumed = [...new Set([...question.from.assumed, ...question.to.assumed])];
  return {
    ...reply,
    why: [reply.why, ...assumed.map((clause) => `Taken for granted: ${clause}.`)].join(' '),
    families: FAMILIES.filter((family) => answers.some((answer) => answer.family === family)),
    assumed,
  };
}
