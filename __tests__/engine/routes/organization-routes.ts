import { type Answer, invalid, notFound, one, page, type Resource, sentIn } from '../protocol/json-api';
import type { Call, Routes } from '../protocol/router';
import { newId, type Project, type World } from '../runs/world';

const ENTITLEMENTS = {
  agents: false,
  'audit-logging': false,
  'cost-estimation': false,
  operations: true,
  'private-module-registry': false,
  'run-tasks': true,
  sentinel: true,
  'state-storage': true,
  teams: false,
  'vcs-integrations': false,
};

/** The prefix of everything that needs a token. */
export const API = '/api/v2';

/** Where a client finds what it looks for. */
const SERVICES = { 'tfe.v2': `${API}/`, 'state.v2': `${API}/` };

const projectResource = ({ id, name }: Project): Resource => ({ id, type: 'projects', attributes: { name } });

/** What is there before a workspace is. */
export function organizationRoutes(world: World): Routes {
  const own = (answer: (call: Call) => Answer) => (call: Call) => {
    if (call.in.organization !== world.organization) throw notFound();
    return answer(call);
  };
  const id = world.organization;
  return {
    'GET /.well-known/terraform.json': () => ({ status: 200, headers: { 'Content-Type': 'application/json' }, body: SERVICES }),
    [`GET ${API}/ping`]: () => ({ status: 204 }),
    [`GET ${API}/organizations/:organization`]: own(() =>
      one({ id, type: 'organizations', attributes: { name: id, 'default-execution-mode': 'remote' } }),
    ),
    [`GET ${API}/organizations/:organization/entitlement-set`]: own(() =>
      one({ id, type: 'entitlement-sets', attributes: ENTITLEMENTS }),
    ),
    [`GET ${API}/organizations/:organization/projects`]: own(({ query }) => {
      const names = query.get('filter[names]')?.split(',');
      return page(world.projects.filter(({ name }) => names?.includes(name) ?? true).map(projectResource), query);
    }),
    [`POST ${API}/organizations/:organization/projects`]: own(({ body }) => {
      const { name } = sentIn(body, 'projects').attributes;
      const isTaken = world.projects.some((each) => each.name === name);
      if (typeof name !== 'string' || name === '' || isTaken) throw invalid('Name is invalid');
      const project = { id: newId('prj'), name };
      world.projects.push(project);
      return one(projectResource(project), 201);
    }),
    [`GET ${API}/organizations/:organization/runs/queue`]: own(() => page([], new URLSearchParams())),
    [`GET ${API}/organizations/:organization/capacity`]: own(() =>
      one({ id, type: 'organization-capacity', attributes: { pending: 0, running: 0 } }),
    ),
  };
}
