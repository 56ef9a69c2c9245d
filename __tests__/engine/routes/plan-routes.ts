import type { HostedObjects } from '../protocol/hosted-objects';
import { notFound, one, type Resource } from '../protocol/json-api';
import type { Routes } from '../protocol/router';
import type { Run, World } from '../runs/world';
import { API } from './organization-routes';

/** How often each verb stands in a plan; a replacement is one of both. */
function count(run: Run, verb: string): number {
  const changes = run.plan.result?.json?.resource_changes ?? [];
  return changes.filter(({ change }) => change.actions.includes(verb)).length;
}

/** The resource of a run's plan. */
export function planResource(run: Run, logUrl: string | undefined): Resource {
  const { id, status, result } = run.plan;
  const attributes = {
    status,
    'has-changes': result?.hasChanges ?? false,
    'log-read-url': logUrl ?? null,
    'resource-additions': count(run, 'create'),
    'resource-changes': count(run, 'update'),
    'resource-destructions': count(run, 'delete'),
    'resource-imports': 0,
  };
  return { id, type: 'plans', attributes };
}

/** Plans and applies with their logs, and a plan as JSON. */
export function planRoutes(world: World, hosted: HostedObjects): Routes {
  const runWith = (phase: 'plan' | 'apply', id: string | undefined): Run => {
    const found = [...world.runs.values()].find((run) => run[phase].id === id);
    if (found === undefined) throw notFound();
    return found;
  };
  const logUrl = (run: Run, phase: 'plan' | 'apply'): string => hosted.host({ get: () => run[phase].log.bytes });
  return {
    [`GET ${API}/plans/:plan`]: ({ in: { plan } }) => {
      const run = runWith('plan', plan);
      return one(planResource(run, logUrl(run, 'plan')));
    },
    [`GET ${API}/plans/:plan/json-output`]: ({ in: { plan } }) => {
      const { json } = runWith('plan', plan).plan.result ?? {};
      if (json === undefined) return { status: 204 };
      return { status: 307, headers: { Location: hosted.host({ get: () => Buffer.from(JSON.stringify(json)) }) } };
    },
    [`GET ${API}/applies/:apply`]: ({ in: { apply } }) => {
      const run = runWith('apply', apply);
      const attributes = { status: run.apply.status, 'log-read-url': logUrl(run, 'apply') };
      return one({ id: run.apply.id, type: 'applies', attributes });
    },
  };
}
