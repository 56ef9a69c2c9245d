import { OperationError } from '../../../modules/core/operation-error';
import { writeWhole } from '../../terminal/whole-file';
import { Connection, type ConnectionOptions } from '../api/connection';
import { Host, type RunState } from '../api/host';
import { archiveOf } from '../archive/archive';
import type { Purpose } from '../request/flags';
import type { Target } from '../request/targets';
import { Follower, type Watch } from './follower';
import { isFailure, policiesOf } from './policies';
import type { StackReport } from './stack-report';
import { isApplying, isOver, isUndecided } from './status';

/** How one stack is uploaded. */
export interface StackUpload {
  readonly target: Target;
  readonly purpose: Purpose;
  readonly connection: ConnectionOptions;
  readonly watch: Watch;
  /** @default - the host's own words */
  readonly message?: string;
  /** The run to wait for. @default - a new one */
  readonly run?: string;
  /** Where the plan's JSON goes. @default - nowhere */
  readonly planOut?: string;
}

async function begin(host: Host, upload: StackUpload): Promise<RunState> {
  const { target, purpose, run, message, watch } = upload;
  const workspace = await host.workspace(target.workspace);
  if (run === undefined) {
    watch.tell('uploading');
    const archive = await archiveOf(target.folder, workspace.workingDirectory);
    const configuration = await host.upload(workspace, archive, purpose === 'speculative');
    return host.begin({ workspace, configuration, ...(message === undefined ? {} : { message }) });
  }
  const found = await host.run(run);
  if (found.workspaceId === workspace.id) return found;
  throw new OperationError({
    subject: `run ${run}`,
    problem: `it belongs to another workspace than ${target.organization}/${target.workspace}`,
    remedy: 'name the stack that it was begun for',
    code: 'LZ-UPLOAD-30',
  });
}

/** @throws OperationError LZ-UPLOAD-31 the run ended before its work was done */
async function refuseEnd(run: RunState, follower: Follower): Promise<void> {
  if (!['errored', 'canceled', 'force_canceled', 'discarded'].includes(run.status)) return;
  const words = run.status === 'errored' ? (await follower.lastWords(run)).join('\n') : '';
  throw new OperationError({
    subject: `run ${run.id}`,
    problem: `it was ${run.status.replace('errored', 'not successful').replace('_', ' ')}${words === '' ? '' : `:\n${words}\n`}`,
    remedy: run.status === 'errored' ? 'mend what it tells, and upload again' : 'upload again, if that was not meant',
    code: 'LZ-UPLOAD-31',
  });
}

/**
 * Uploads a stack, waits for its plan and what judges it, and confirms it where that is asked for.
 * @param report is filled as far as it comes
 * @throws OperationError what failed
 */
export async function uploadStack(upload: StackUpload, report: StackReport): Promise<void> {
  const { target, purpose, planOut, watch } = upload;
  const connection = new Connection(upload.connection);
  const host = new Host(connection, target.organization);
  const begun = await begin(host, upload);
  report.run = begun.id;
  report.url = `https://${target.host}/app/${target.organization}/workspaces/${target.workspace}/runs/${begun.id}`;
  watch.tell(`run ${begun.id}`);
  const follower = new Follower(host, watch, (run) => (report.status = run.status));
  let run = await follower.untilPlanned(begun);
  report.policies = await policiesOf(connection, run.id);
  report.isRefused = isUndecided(run) || report.policies.some(isFailure);
  if (!report.isRefused) await refuseEnd(run, follower);
  report.hasChanges = run.hasChanges;
  report.plan = await host.planCounts(run);
  if (planOut !== undefined) {
    writeWhole(planOut, (await host.planJson(run)).toString('utf8'));
    report.planFile = planOut;
  }
  if (report.isRefused || purpose !== 'apply' || (isOver(run) && run.status !== 'applied')) return;
  if (!isApplying(run)) await host.confirm(run);
  run = await follower.untilOver(run);
  await refuseEnd(run, follower);
}
