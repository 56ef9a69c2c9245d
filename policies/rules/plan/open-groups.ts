import { isTermList, isTermMap, type Term, Unknown } from '../../model/term';
import { describeTerm } from '../../model/term-text';
import { findStated } from '../argument';
import type { Finding, Rule, Verdict } from '../rule';
import { type Change, changesOf, findingOnChange, isMade, told } from './change/change';
import { isUntold } from './change/comparison';

const ID = 'plan/open-groups';
const GROUPS = ['aws_default_security_group', 'aws_security_group'];

/** Remote administration, file shares, databases, and container engines. @source CIS AWS Foundations 5.1.2, 5.2 to 5.4; Security Hub EC2.19 */
export const GUARDED_PORTS: readonly number[] = [
  22, 23, 135, 445, 1433, 1434, 1521, 2375, 2376, 3306, 3389, 5432, 5985, 5986, 6379, 9200, 9300, 11211, 27017,
];

/** A rule of a group, in whichever of the three forms it is written. */
interface Opening {
  readonly change: Change;
  readonly protocol: Term | undefined;
  readonly from: Term | undefined;
  readonly to: Term | undefined;
  readonly blocks: readonly (Term | undefined)[];
  /** Lists of addresses, which are told elsewhere. */
  readonly lists: readonly (Term | undefined)[];
}

type Told = 'yes' | 'maybe' | 'no';

function elementsOf(term: Term | undefined): readonly (Term | undefined)[] {
  return isTermList(term) ? term : [term];
}

function openingOf(change: Change, body: Readonly<Record<string, Term | undefined>>): Opening {
  return {
    change,
    protocol: body.protocol ?? body.ip_protocol,
    from: body.from_port,
    to: body.to_port,
    blocks: ['cidr_blocks', 'ipv6_cidr_blocks', 'cidr_ipv4', 'cidr_ipv6'].flatMap((name) => elementsOf(body[name])),
    lists: ['prefix_list_ids', 'prefix_list_id'].flatMap((name) => elementsOf(body[name])),
  };
}

const isProtocolOfPorts = (protocol: string): boolean => ['6', '17', 'tcp', 'udp'].includes(protocol);
const isAll = (protocol: Term | undefined): boolean =>
  typeof protocol === 'string' && ['-1', 'all'].includes(protocol.toLowerCase());

/** Whether it reaches one of the ports. */
function serves({ protocol, from, to }: Opening): Told {
  if (typeof protocol !== 'string') return isUntold(protocol) ? 'maybe' : 'no';
  if (isAll(protocol)) return 'yes';
  if (!isProtocolOfPorts(protocol.toLowerCase())) return 'no';
  if (isUntold(from) || isUntold(to)) return 'maybe';
  const isReached = (port: number): boolean => Number(from ?? Number.NaN) <= port && port <= Number(to ?? Number.NaN);
  return GUARDED_PORTS.some(isReached) ? 'yes' : 'no';
}

/**
 * Whether a block is everybody. Nobody has an IPv4 block as wide as /8, or an IPv6 block as wide as /16: halves and quarters
 * of everything are everybody, too.
 */
function isWorld(block: string): boolean {
  const [, address = '', length = ''] = /^([^/]*)\/(\d+)$/.exec(block) ?? [];
  if (length === '') return false;
  const [first = ''] = address.split(/[.:]/);
  if (!address.includes(':')) return Number(length) <= 8 && !['10', '127'].includes(first) && Number(first) < 224;
  const head = Number.parseInt(first === '' ? '0' : first, 16);
  return Number(length) <= 16 && head < 0xfc00;
}

const isWorldBlock = (block: Term | undefined): block is string => typeof block === 'string' && isWorld(block);

/** Whether everybody may send. */
function admits({ blocks, lists }: Opening): Told {
  if (blocks.some(isWorldBlock)) return 'yes';
  const isDoubtful = blocks.some((block) => isUntold(findStated(block))) || lists.some((list) => findStated(list) !== undefined);
  return isDoubtful ? 'maybe' : 'no';
}

function portText(opening: Opening): string {
  const { protocol, from, to } = opening;
  if (serves(opening) === 'maybe') return 'a port that only the apply tells';
  if (isAll(protocol)) return 'every port';
  return `${describeTerm(protocol ?? null)}/${describeTerm(from ?? null)}${from === to ? '' : `-${describeTerm(to ?? null)}`}`.replaceAll(
    '"',
    '',
  );
}

function findingFor(opening: Opening): readonly Finding[] {
  const [served, admitted] = [serves(opening), admits(opening)];
  if (served === 'no' || admitted === 'no') return [];
  const verdict: Verdict = served === 'yes' && admitted === 'yes' ? 'violated' : 'unknown';
  const world = opening.blocks.filter(isWorldBlock).sort();
  const sources = world.length === 0 ? 'everybody' : world.join(', ');
  const problem = told(verdict, `${portText(opening)} is open to ${sources}`);
  return [findingOnChange(ID, opening.change, problem, 'name the addresses that need it, or the group that they have', verdict)];
}

/** Rules that stand in the group itself. */
function inlineFindings(change: Change): readonly Finding[] {
  const ingress = findStated(change.will('ingress'));
  if (ingress === undefined) return [];
  const elements = elementsOf(ingress);
  const opaque = elements.some((element) => element instanceof Unknown);
  const unknown = findingOnChange(
    ID,
    change,
    'only the apply tells which rules let in',
    'write the rules with literal addresses and ports',
    'unknown',
  );
  const openings = elements.flatMap((element) => (isTermMap(element) ? [openingOf(change, element)] : []));
  return [...openings.flatMap(findingFor), ...(opaque ? [unknown] : [])];
}

/** No plan lets everybody in where machines are run. */
export const openGroups: Rule = {
  id: ID,
  summary: 'No plan opens administration or databases to everybody',
  judge: (universe) => {
    const separate = changesOf(universe, ['aws_vpc_security_group_ingress_rule']).filter(isMade);
    const legacy = changesOf(universe, ['aws_security_group_rule']).filter(isMade);
    const ingress = legacy.filter(({ after }) => after?.body.type === 'ingress');
    return [
      ...[...separate, ...ingress].flatMap((change) => findingFor(openingOf(change, change.after?.body ?? {}))),
      ...changesOf(universe, GROUPS).filter(isMade).flatMap(inlineFindings),
    ];
  },
};
