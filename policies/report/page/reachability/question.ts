import type { Family } from '../../../../modules/core/cidr';
import { CLIENT_PORTS, parsePort, parsePortRange, type PortRange } from '../../../../modules/core/port';
import { type NetworkFacts, type Traffic, ALL_TRAFFIC, trafficOf } from '../../../model/network';
import { shapeOf } from '../../../reachability/ask/place';
import { ANY_CLIENT_PORT } from '../../../reachability/proof/flows/coverage';
import { regionPorts } from '../../../reachability/proof/matrix/region-ports';
import type { Prover } from '../../../reachability/prover';
import type { End } from '../../../reachability/query';
import { isEmpty } from '../../../reachability/region/region';
import { type Cell, pairsOf, type Topic } from './grid';

/** What is asked to explain a topic of a cell: one pair of ends, and one port or all of them. */
export interface Question {
  readonly from: End;
  readonly to: End;
  readonly family: Family;
  /** As flows and `plinth reach` write it. */
  readonly port: string;
  readonly clientPorts: PortRange;
  /** Which pair of ends it is, counted from 1, and how many the cell has. */
  readonly pair: number;
  readonly pairs: number;
}

type Pair = readonly [End, End];

/** A port of a cell as it can be asked about. Cells say `tcp` of all ports, and types of ICMP one after another as one. */
function askable(ports: string | undefined): string {
  if (ports === undefined || ports === 'other protocols') return 'all';
  if (ports === 'tcp' || ports === 'udp') return `${ports}/0-65535`;
  const [protocol = 'all'] = ports.split('/');
  return protocol.startsWith('icmp') && /[-,]/.test(ports) ? protocol : ports;
}

/** What a port carries. */
export function trafficIn(port: string): Traffic {
  return port === 'all' ? ALL_TRAFFIC : trafficOf(parsePort(port));
}

/** Makes the question that explains a topic. */
export class Questions {
  constructor(
    private readonly prover: Prover,
    private readonly facts: NetworkFacts,
  ) {}

  /** Undefined: nothing can be asked, since one of them has no addresses of the family, or its place isn't known. */
  of(topic: Topic, cell: Pick<Cell, 'from' | 'to'>, family: Family): Question | undefined {
    const pairs = pairsOf(cell, family, this.facts);
    const about = (pair: Pair | undefined, port: string, clientPorts: PortRange): Question | undefined => {
      const [from, to] = pair ?? [];
      if (from === undefined || to === undefined) return undefined;
      const [source, target] = [shapeOf(from), shapeOf(to)];
      const number = pairs.findIndex((each) => shapeOf(each[0]) === source && shapeOf(each[1]) === target) + 1;
      return { from, to, family, port, clientPorts, pair: number, pairs: pairs.length };
    };
    switch (topic.kind) {
      case 'unknown':
        return undefined;
      case 'nothing':
        return about(pairs[0], 'all', ANY_CLIENT_PORT);
      case 'flow':
        return about(topic.proof.failed ?? pairs[0], topic.proof.flow.port, parsePortRange(topic.proof.flow.clientPorts));
      case 'undeclared': {
        const { from, to, region } = topic.found;
        const port = askable(regionPorts(region, family)[0]);
        return about([from, to], port, this.#clientPorts([from, to], family, port));
      }
      case 'ports': {
        const port = askable(topic.ports[0]);
        const pair = this.#passing(pairs, family, port, topic.state === 'passes' ? 'strict' : 'lenient');
        return about(pair, port, this.#clientPorts(pair, family, port));
      }
    }
  }

  /** The first pair between which it passes: the first of all where it does between none. */
  #passing(pairs: readonly Pair[], family: Family, port: string, reading: 'strict' | 'lenient'): Pair | undefined {
    if (pairs.length <= 1) return pairs[0];
    return pairs.find((pair) => this.#arrives(pair, family, port, reading, ANY_CLIENT_PORT)) ?? pairs[0];
  }

  /** Those that clients open from, unless only others pass. */
  #clientPorts(pair: Pair | undefined, family: Family, port: string): PortRange {
    if (pair === undefined || this.#arrives(pair, family, port, 'lenient', CLIENT_PORTS)) return CLIENT_PORTS;
    return ANY_CLIENT_PORT;
  }

  #arrives([from, to]: Pair, family: Family, port: string, reading: 'strict' | 'lenient', clientPorts: PortRange): boolean {
    return !isEmpty(this.prover.passing(from, to, family, reading, trafficIn(port), clientPorts).arrives);
  }
}

/** How `plinth reach` asks the same of all pairs. */
export function commandOf({ from, to, family, port, clientPorts }: Question, cell: Pick<Cell, 'from' | 'to'>): string {
  const side = (end: End, asked: string): string =>
    end.kind === 'outside' && end.block.kind === 'literal' ? end.block.cidr.toString() : asked;
  const { from: lowest, to: highest } = clientPorts;
  const isUsual = lowest === CLIENT_PORTS.from && highest === CLIENT_PORTS.to;
  return [
    'plinth reach PATH',
    `--from ${quoted(side(from, cell.from.asked))}`,
    `--to ${quoted(side(to, cell.to.asked))}`,
    `--port ${port}`,
    `--family ${family}`,
    ...(isUsual ? [] : [`--client-ports ${String(lowest)}-${String(highest)}`]),
  ].join(' ');
}

/** As shells take a word as it is. */
function quoted(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
