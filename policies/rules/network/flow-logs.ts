import type { Term } from '../../model/term';
import { Unknown } from '../../model/term';
import type { ResourceFact, Universe } from '../../model/universe';
import { companionsOf } from '../companions';
import { findLiteral } from '../literal';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';

const ID = 'network/flow-logs';
const FIX = 'add an aws_flow_log with vpc_id of it and traffic_type = "ALL", to the bucket of the log archive';
const LOGS = { type: 'aws_flow_log', argument: 'vpc_id', names: [] } as const;

/** Whether a log of this traffic shows what was refused, or why that can't be told. */
function showsRejected(type: Term | undefined): boolean | Unknown {
  const text = findLiteral(type);
  if (text instanceof Unknown) return text;
  return text === undefined ? new Unknown('traffic_type is left out') : text === 'ALL' || text === 'REJECT';
}

function findingFor(universe: Universe, vpc: ResourceFact): readonly Finding[] {
  const { known, doubts } = companionsOf(universe, vpc, { ...LOGS, of: vpc.type });
  const shown = known.map((log) => ({ log, shows: showsRejected(log.body.traffic_type) }));
  if (shown.some(({ shows }) => shows === true)) return [];
  const doubt = shown.find(({ shows }) => shows instanceof Unknown);
  const [first] = doubts;
  if (doubt !== undefined) {
    const why = doubt.shows instanceof Unknown ? doubt.shows.why : '';
    return [findingOn(ID, vpc, `what its flow log ${doubt.log.address} records isn't known: ${why}`, FIX, 'unknown')];
  }
  if (first !== undefined) return [findingOn(ID, vpc, `no flow log is surely its own: ${first}`, FIX, 'unknown')];
  const [log] = known;
  const problem = log === undefined ? 'it has no flow log' : `its flow log ${log.address} records accepted traffic only`;
  return [findingOn(ID, vpc, problem, FIX)];
}

/** What a VPC refused is the first sign of an attack, and the first thing to look at when something doesn't work. */
export const flowLogs: Rule = {
  id: ID,
  summary: 'Every VPC has flow logs that show refused packets',
  judge: (universe) => [...factsOf(universe, 'aws_vpc', 'aws_default_vpc')].flatMap((vpc) => findingFor(universe, vpc)),
};
