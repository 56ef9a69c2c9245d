import type { PlanCounts } from '../api/host';
import type { PolicyResult } from './policies';

/** What became of one stack, as far as it came. */
export interface StackReport {
  readonly stack: string;
  readonly workspace: string;
  /** The run's id. @default - there is none yet */
  run?: string;
  /** Where people see the run. @default - there is none yet */
  url?: string;
  /** What the host calls the state that it was last seen in. @default - there is none yet */
  status?: string;
  /** @default - the plan isn't done */
  plan?: PlanCounts;
  /** @default - the plan isn't done */
  hasChanges?: boolean;
  /** @default - the plan isn't judged */
  policies?: readonly PolicyResult[];
  /** Whether what judges it doesn't let it go on. @default - the plan isn't judged */
  isRefused?: boolean;
  /** The file that has the plan's JSON. @default - none was asked for */
  planFile?: string;
}

const counted = ({ add, change, destroy, import: imported }: PlanCounts): string =>
  `${imported === 0 ? '' : `${String(imported)} to import, `}${String(add)} to add, ${String(change)} to change, ${String(destroy)} to destroy`;

const ENDS: Readonly<Record<string, string>> = {
  applied: 'applied',
  errored: 'errored',
  discarded: 'discarded',
  canceled: 'canceled',
  confirmed: 'is being applied',
  apply_queued: 'is being applied',
  applying: 'is being applied',
};

/** The report in lines. */
export function linesOf(report: StackReport): string[] {
  const { stack, status = '', plan, hasChanges, policies = [], isRefused = false, planFile, url } = report;
  const end =
    ENDS[status] ??
    (hasChanges === false ? 'nothing to change' : status === 'planned_and_finished' ? 'planned' : 'awaits confirmation');
  const judged = policies.filter((each) => each.status !== 'passed' && each.status !== 'passes');
  return [
    `${stack}: ${isRefused ? 'refused by policies' : end}${plan === undefined ? '' : ` (${counted(plan)})`}`,
    ...(policies.length === 0
      ? []
      : [`  policies: ${String(policies.length - judged.length)} of ${String(policies.length)} passed`]),
    ...judged.map(
      (each) =>
        `  ${each.level} policy ${each.set}/${each.policy} ${each.status}${each.description === '' ? '' : `: ${each.description}`}`,
    ),
    ...(planFile === undefined ? [] : [`  the plan is in ${planFile}`]),
    ...(url === undefined ? [] : [`  ${url}`]),
  ];
}
