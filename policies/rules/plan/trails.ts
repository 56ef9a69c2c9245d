import type { Term } from '../../model/term';
import type { Universe } from '../../model/universe';
import type { Finding, Rule, Verdict } from '../rule';
import { type Change, changesOf, findFormer, findingOnChange, told } from './change/change';
import { argumentFindings, isUntold, lessened, lossFindings, movedFrom, switchedOff } from './change/comparison';
import { viewCovers, viewsOf } from './change/trail-view';

const ID = 'plan/trails';
const SELECTORS = ['advanced_event_selector', 'event_selector'];

/** What must stay on, by what has it. */
export const TRAIL_SWITCHES: Readonly<Record<string, readonly string[]>> = {
  aws_cloudtrail: [
    'enable_log_file_validation',
    'enable_logging',
    'include_global_service_events',
    'is_multi_region_trail',
    'is_organization_trail',
  ],
  aws_cloudtrail_event_data_store: ['multi_region_enabled', 'organization_enabled', 'termination_protection_enabled'],
};

/** Where it delivers: what others read and hold against alarms. */
const DESTINATIONS = { aws_cloudtrail: ['cloud_watch_logs_group_arn', 's3_bucket_name', 's3_key_prefix'] };

const RETENTIONS = { aws_cloudtrail_event_data_store: ['retention_period'] };

/** The provider fills in what nobody wrote: none is less than any. */
function daysOf(term: Term | undefined): number {
  return typeof term === 'number' ? term : Number.NEGATIVE_INFINITY;
}

function shortened(change: Change, argument: string): Verdict | undefined {
  return lessened(daysOf, change, argument);
}

function narrowed(change: Change): Verdict | undefined {
  const former = findFormer(change);
  if (former === undefined) return undefined;
  const will = Object.fromEntries(SELECTORS.map((name) => [name, change.will(name)]));
  if (Object.values(will).some(isUntold)) return 'unknown';
  const after = viewsOf(will);
  return viewsOf(former).every((view) => after.some((other) => viewCovers(other, view))) ? undefined : 'violated';
}

function selectorFindings(change: Change): readonly Finding[] {
  const verdict = narrowed(change);
  if (verdict === undefined) return [];
  const fix = 'leave the selectors as they are, and add others beside them';
  return [findingOnChange(ID, change, told(verdict, 'its selectors are narrowed'), fix, verdict)];
}

function changesTo(universe: Universe, judged: object): readonly Change[] {
  return changesOf(universe, Object.keys(judged));
}

/** No plan makes a trail see less. */
export const trails: Rule = {
  id: ID,
  summary: 'No plan ends a trail, switches it off, narrows it or sends it elsewhere',
  judge: (universe) => {
    const all = changesTo(universe, TRAIL_SWITCHES);
    return [
      ...lossFindings(ID, all, 'what happens meanwhile is recorded by nobody', 'keep it'),
      ...argumentFindings(ID, all, TRAIL_SWITCHES, switchedOff, (argument) => ({
        problem: `${argument} is switched off`,
        fix: `set ${argument} = true`,
      })),
      ...argumentFindings(ID, all, DESTINATIONS, movedFrom, (argument) => ({
        problem: `${argument} is changed, and it delivers elsewhere`,
        fix: `leave ${argument} as it is`,
      })),
      ...argumentFindings(ID, all, RETENTIONS, shortened, (argument) => ({
        problem: `${argument} is shortened, and what is older is deleted`,
        fix: `leave ${argument} as it is`,
      })),
      ...all.flatMap(selectorFindings),
    ];
  },
};
