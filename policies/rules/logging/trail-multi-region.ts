import type { ResourceFact } from '../../model/universe';
import { factsOf, type Finding, findingOn, type Rule } from '../rule';
import { anyOfAccount, byAccount } from './accounts';
import { records, type Told, toldBy } from './trail/trails';

const ID = 'logging/trail-multi-region';

/** What a trail has to do, and what is wrong where it doesn't. */
const DEMANDS: readonly (readonly [holds: (trail: ResourceFact) => Told, problem: string, fix: string])[] = [
  [({ body }) => toldBy(body.is_multi_region_trail, false), 'it records one Region only', 'set is_multi_region_trail = true'],
  [({ body }) => toldBy(body.enable_logging, true), 'it is switched off', 'set enable_logging = true'],
  [
    ({ body }) => toldBy(body.include_global_service_events, true),
    'it leaves out IAM and other global services',
    'set include_global_service_events = true',
  ],
  ...[true, false].map(
    (write) =>
      [
        (trail: ResourceFact) => records(trail, { category: 'Management', write }),
        `it leaves out management events that ${write ? 'write' : 'read'}`,
        'select management events of all kinds',
      ] as const,
  ),
];

function judgeTrail(trail: ResourceFact): readonly Finding[] {
  return DEMANDS.flatMap(([holds, problem, fix]) => {
    const told = holds(trail);
    if (told === true) return [];
    return told === false
      ? [findingOn(ID, trail, problem, fix)]
      : [findingOn(ID, trail, `whether ${problem} isn't known: ${told.why}`, fix, 'unknown')];
  });
}

/** Every call to AWS is told, wherever it was made: somebody who isn't watched in one Region works there. */
export const trailMultiRegion: Rule = {
  id: ID,
  summary: 'A trail of the account records management events of all Regions',
  judge: (universe) => {
    const accounts = byAccount(factsOf(universe, 'aws_cloudtrail'));
    return accounts.flatMap((trails) => {
      // One that records everything is enough: others are for what it leaves out.
      const told = anyOfAccount(trails, accounts, (trail) => judgeTrail(trail).length === 0);
      if (told === true) return [];
      const findings = trails.flatMap(judgeTrail);
      if (told === false) return findings;
      return findings.map((finding): Finding => ({
        ...finding,
        problem: `${finding.problem}, and ${told.why}`,
        verdict: 'unknown',
      }));
    });
  },
};
