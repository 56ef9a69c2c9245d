import {
  type Answer,
  conflict,
  invalid,
  notFound,
  one,
  page,
  relation,
  relations,
  type Resource,
  sentIn,
} from '../protocol/json-api';
import type { Call, Routes } from '../protocol/router';
import type { Variable } from '../runs/executor';
import type { RunLife } from '../runs/run-life';
import { type ConfigurationVersion, type Run, statusOf, type World, type Workspace } from '../runs/world';
import { API } from './organization-routes';
import { planResource } from './plan-routes';
import { stageResource } from './policy-routes';
import { workspaceOf, workspaceResource } from './workspace-routes';

const CANCELABLE = [
  'pending',
  'plan_queued',
  'planning',
  'planned',
  'post_plan_running',
  'confirmed',
  'apply_queued',
  'applying',
];

function runResource(run: Run): Resource {
  const status = statusOf(run);
  const waits = run.decide !== undefined;
  const attributes = {
    status,
    message: run.message,
    source: 'tfe-api',
    'plan-only': run.planOnly,
    'auto-apply': run.autoApply,
    'has-changes': run.plan.result?.hasChanges ?? false,
    'is-destroy': run.options.isDestroy,
    refresh: run.options.refresh,
    'refresh-only': run.options.refreshOnly,
    actions: {
      'is-cancelable': CANCELABLE.includes(status) && !waits,
      'is-confirmable': waits,
      'is-discardable': waits,
      'is-force-cancelable': false,
    },
    permissions: { 'can-apply': true, 'can-cancel': true, 'can-discard': true },
  };
  const relationships = {
    workspace: relation('workspaces', run.workspace),
    'configuration-version': relation('configuration-versions', run.configurationVersion),
    plan: relation('plans', run.plan.id),
    apply: relation('applies', run.apply.id),
    'task-stages': relations(
      'task-stages',
      run.stages.map(({ id }) => id),
    ),
    'policy-checks': relations('policy-checks', []),
  };
  return { id: run.id, type: 'runs', attributes, relationships };
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function runVariables(sent: unknown): Variable[] {
  const all = Array.isArray(sent) ? (sent as { readonly key: string; readonly value: string }[]) : [];
  // Their values are expressions always.
  return all.map(({ key, value }) => ({ key, value, category: 'terraform', hcl: true }));
}

/** @throws Refusal for a run that can't be */
function createRun(world: World, call: Call): { readonly run: Run; readonly workspace: Workspace } {
  const { attributes, relationships } = sentIn(call.body, 'runs');
  const workspace = world.workspaces.get(relationships.workspace?.data?.id ?? '');
  if (workspace === undefined) throw notFound();
  const stated = relationships['configuration-version']?.data?.id;
  const latest = [...world.configurationVersions.values()].filter((each) => each.workspace === workspace.id && !each.speculative);
  const version = stated === undefined ? latest.at(-1) : world.configurationVersions.get(stated);
  if (version?.workspace !== workspace.id) throw invalid('Configuration version is missing');
  if (version.status !== 'uploaded') throw invalid('Configuration version is not uploaded');
  if (workspace.executionMode === 'local') throw invalid('Workspace executes its runs locally');
  const { message, 'auto-apply': autoApply, refresh, variables } = attributes;
  const run = world.newRun({
    workspace: workspace.id,
    configurationVersion: version.id,
    message: typeof message === 'string' && message !== '' ? message : 'Queued manually via the Terraform Enterprise API',
    planOnly: version.speculative || attributes['plan-only'] === true,
    autoApply: typeof autoApply === 'boolean' ? autoApply : workspace.autoApply,
    options: {
      isDestroy: attributes['is-destroy'] === true,
      refresh: refresh !== false,
      refreshOnly: attributes['refresh-only'] === true,
      targets: texts(attributes['target-addrs']),
      replacements: texts(attributes['replace-addrs']),
    },
    variables: runVariables(variables),
  });
  return { run, workspace };
}

/** Begins the run of a configuration that asks for one when it is uploaded. */
export function queueRun(world: World, life: RunLife, version: ConfigurationVersion): void {
  const workspace = world.workspaces.get(version.workspace);
  if (workspace === undefined) return;
  const options = { isDestroy: false, refresh: true, refreshOnly: false, targets: [], replacements: [] };
  const of = { workspace: workspace.id, configurationVersion: version.id, message: '', options, variables: [] };
  life.begin(world.newRun({ ...of, planOnly: version.speculative, autoApply: workspace.autoApply }), workspace);
}

function included(world: World, run: Run, query: URLSearchParams): Resource[] {
  const wanted = (query.get('include') ?? '').split(',');
  const workspace = world.workspaces.get(run.workspace);
  return [
    ...(wanted.includes('plan') ? [planResource(run, undefined)] : []),
    ...(wanted.includes('workspace') && workspace !== undefined ? [workspaceResource(world, workspace)] : []),
    ...(wanted.includes('task_stages') ? run.stages.map((stage) => stageResource(run, stage)) : []),
  ];
}

function actionRoutes(runOf: (call: Call) => Run): Routes {
  const decide =
    (decision: 'apply' | 'discard') =>
    (call: Call): Answer => {
      const { decide: say } = runOf(call);
      if (say === undefined) {
        throw conflict(`transition not allowed: the run can't be ${decision === 'apply' ? 'applied' : 'discarded'}`);
      }
      say(decision);
      return { status: 202 };
    };
  return {
    [`POST ${API}/runs/:run/actions/apply`]: decide('apply'),
    [`POST ${API}/runs/:run/actions/discard`]: decide('discard'),
    [`POST ${API}/runs/:run/actions/cancel`]: (call) => {
      const run = runOf(call);
      if (!CANCELABLE.includes(statusOf(run)) || run.decide !== undefined) {
        throw conflict("transition not allowed: the run can't be canceled");
      }
      run.cancellation.abort();
      return { status: 202 };
    },
  };
}

/** Runs and what is said to them. */
export function runRoutes(world: World, life: RunLife): Routes {
  const runOf = ({ in: { run = '' } }: Call): Run => {
    const found = world.runs.get(run);
    if (found === undefined) throw notFound();
    return found;
  };
  return {
    [`POST ${API}/runs`]: (call) => {
      const { run, workspace } = createRun(world, call);
      life.begin(run, workspace);
      return one(runResource(run), 201);
    },
    [`GET ${API}/runs/:run`]: (call) => {
      const run = runOf(call);
      return one(runResource(run), 200, included(world, run, call.query));
    },
    [`GET ${API}/runs/:run/run-events`]: (call) => {
      runOf(call);
      return page([], call.query);
    },
    [`GET ${API}/workspaces/:workspace/runs`]: (call) => {
      const { id } = workspaceOf(world, call);
      const all = [...world.runs.values()].filter(({ workspace }) => workspace === id).reverse();
      return page(all.map(runResource), call.query);
    },
    ...actionRoutes(runOf),
  };
}
