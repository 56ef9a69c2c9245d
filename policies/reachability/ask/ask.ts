import type { Family } from '../../../modules/core/cidr';
import { asWritten, InputError } from '../../../modules/core/input-error';
import type { Port, PortRange } from '../../../modules/core/port';
import { type Key, type NetworkFacts, trafficOf } from '../../model/network';
import { Prover } from '../prover';
import { type Answerer, FAMILIES, PairAnswers } from './pair-answers';
import type { Place, Spot } from './place';
import type { Reply } from './reply';
import { together } from './together';

/** Can the one place open connections to the other? */
export interface Question {
  readonly from: Place;
  readonly to: Place;
  /** @default - every protocol and port */
  readonly port?: Port;
  /** @default - those that both ends can have */
  readonly family?: Family | 'both';
  /** @default - 1024 to 65535 */
  readonly clientPorts?: PortRange;
}

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
  const { port = { protocol: 'all' }, clientPorts } = question;
  const each = { traffic: trafficOf(port), ...(clientPorts === undefined ? {} : { clientPorts }) };
  const pairs = new PairAnswers(each, facts, prover);
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
