import { notFound, one, page, relation, relations, type Resource } from '../protocol/json-api';
import type { Call, Routes } from '../protocol/router';
import { hasMandatoryFailure, type PolicyOutcome, type PolicyStage } from '../runs/policy';
import type { Run, World } from '../runs/world';
import { API } from './organization-routes';

/** The resource of the stage in which policies are evaluated. */
export function stageResource(run: Run, { id, evaluation, status }: PolicyStage): Resource {
  return {
    id,
    type: 'task-stages',
    attributes: { stage: 'post_plan', status, actions: { 'is-overridable': false }, permissions: { 'can-override': false } },
    relationships: {
      run: relation('runs', run.id),
      'task-results': relations('task-results', []),
      'policy-evaluations': relations('policy-evaluations', [evaluation]),
    },
  };
}

function evaluationResource({ evaluation, outcomes, status }: PolicyStage): Resource {
  const counted = (level: string): number => outcomes.filter((each) => each.level === level && each.status === 'failed').length;
  const counts = {
    'advisory-failed': counted('advisory'),
    'mandatory-failed': counted('mandatory'),
    passed: outcomes.filter((each) => each.status === 'passed').length,
    errored: 0,
  };
  const attributes = { status, 'policy-kind': 'opa', 'result-count': counts };
  return { id: evaluation, type: 'policy-evaluations', attributes };
}

function setResources({ evaluation, outcomes }: PolicyStage): Resource[] {
  const sets = new Map<string, PolicyOutcome[]>();
  for (const outcome of outcomes) sets.set(outcome.set, [...(sets.get(outcome.set) ?? []), outcome]);
  return [...sets].map(([name, all], index) => ({
    id: `psout-${evaluation.slice(-8)}${String(index)}`,
    type: 'policy-set-outcomes',
    attributes: {
      'policy-set-name': name,
      overridable: false,
      error: '',
      // Inside they are written with underscores, as the real ones are.
      outcomes: all.map(({ policy, level, status, description = '' }) => ({
        policy_name: policy,
        enforcement_level: level,
        status,
        description,
        query: `data.terraform.policies.${policy}.deny`,
      })),
      'result-count': {
        passed: all.filter(({ status }) => status === 'passed').length,
        'mandatory-failed': Number(hasMandatoryFailure(all)),
      },
    },
  }));
}

/** What policies said of runs. */
export function policyRoutes(world: World): Routes {
  const all = (): (readonly [Run, PolicyStage])[] =>
    [...world.runs.values()].flatMap((run) => run.stages.map((stage) => [run, stage] as const));
  const stageOf = ({ in: { stage } }: Call): readonly [Run, PolicyStage] => {
    const found = all().find(([, { id }]) => id === stage);
    if (found === undefined) throw notFound();
    return found;
  };
  return {
    [`GET ${API}/runs/:run/task-stages`]: ({ in: { run = '' }, query }) => {
      const found = world.runs.get(run);
      if (found === undefined) throw notFound();
      return page(
        found.stages.map((stage) => stageResource(found, stage)),
        query,
      );
    },
    [`GET ${API}/runs/:run/policy-checks`]: ({ in: { run = '' }, query }) => {
      if (!world.runs.has(run)) throw notFound();
      return page([], query);
    },
    [`GET ${API}/task-stages/:stage`]: (call) => {
      const [run, stage] = stageOf(call);
      return one(stageResource(run, stage), 200, [evaluationResource(stage)]);
    },
    [`GET ${API}/task-stages/:stage/policy-evaluations`]: (call) => page([evaluationResource(stageOf(call)[1])], call.query),
    [`GET ${API}/policy-evaluations/:evaluation/policy-set-outcomes`]: ({ in: { evaluation }, query }) => {
      const found = all().find(([, stage]) => stage.evaluation === evaluation);
      if (found === undefined) throw notFound();
      return page(setResources(found[1]), query);
    },
  };
}
