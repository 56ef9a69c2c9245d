import { type Answer, conflict, invalid, notFound, one, page, relation, type Resource, sentIn } from '../protocol/json-api';
import type { Call, Routes } from '../protocol/router';
import { newId, type World, type Workspace } from '../runs/world';
import { API } from './organization-routes';

/** Who the token belongs to. */
const USER = 'api-user';
const NAME = /^[A-Za-z0-9_-]{1,90}$/;

/** The resource of a workspace. */
export function workspaceResource(world: World, workspace: Workspace): Resource {
  const attributes = {
    name: workspace.name,
    locked: workspace.lock !== undefined,
    operations: workspace.executionMode === 'remote',
    'execution-mode': workspace.executionMode,
    'terraform-version': workspace.terraformVersion,
    'working-directory': workspace.workingDirectory,
    'auto-apply': workspace.autoApply,
    'structured-run-output-enabled': false,
    'vcs-repo': null,
    actions: { 'is-destroyable': true },
    permissions: {
      'can-queue-run': true,
      'can-queue-apply': true,
      'can-lock': true,
      'can-unlock': true,
      'can-read-variable': true,
    },
  };
  const relationships = {
    organization: relation('organizations', world.organization),
    project: relation('projects', workspace.project.id),
    'current-run': relation('runs', workspace.currentRun),
    'current-state-version': relation('state-versions', world.currentState(workspace.id)?.id),
  };
  return { id: workspace.id, type: 'workspaces', attributes, relationships };
}

/** @throws Refusal for what the real one refuses */
function update(world: World, workspace: Workspace, attributes: Readonly<Record<string, unknown>>): void {
  const { name, 'terraform-version': version, 'execution-mode': mode } = attributes;
  if (name !== undefined) {
    if (typeof name !== 'string' || !NAME.test(name)) throw invalid('Name is invalid');
    const other = world.workspaceNamed(name);
    if (other !== undefined && other !== workspace) throw invalid('Name has already been taken');
    workspace.name = name;
  }
  if (version !== undefined) {
    if (typeof version !== 'string' || !/^\d+\.\d+\.\d+$/.test(version)) throw invalid('Terraform version is invalid');
    workspace.terraformVersion = version;
  }
  if (mode !== undefined) {
    if (mode !== 'remote' && mode !== 'local') throw invalid('Execution mode is invalid');
    workspace.executionMode = mode;
  }
  const { 'working-directory': directory, 'auto-apply': autoApply } = attributes;
  if (typeof directory === 'string') workspace.workingDirectory = directory;
  if (typeof autoApply === 'boolean') workspace.autoApply = autoApply;
}

/** @throws Refusal 404 */
export function workspaceOf(world: World, { in: { workspace = '' } }: Call): Workspace {
  const found = world.workspaces.get(workspace);
  if (found === undefined) throw notFound();
  return found;
}

function namedIn(world: World, call: Call): Workspace {
  if (call.in.organization !== world.organization) throw notFound();
  const found = world.workspaceNamed(call.in.name ?? '');
  if (found === undefined) throw notFound();
  return found;
}

function lockRoutes(world: World, answer: (workspace: Workspace) => Answer): Routes {
  return {
    [`POST ${API}/workspaces/:workspace/actions/lock`]: (call) => {
      const workspace = workspaceOf(world, call);
      if (workspace.lock !== undefined) throw conflict('Unable to lock workspace. The workspace is already locked.');
      workspace.lock = { by: 'user', name: USER };
      return answer(workspace);
    },
    [`POST ${API}/workspaces/:workspace/actions/unlock`]: (call) => {
      const workspace = workspaceOf(world, call);
      const { lock } = workspace;
      if (lock === undefined) throw conflict('Unable to unlock workspace. The workspace is not locked.');
      if (lock.by === 'run') throw conflict(`Unable to unlock workspace. The workspace is locked by Run ${lock.run}.`);
      if (lock.name !== USER) throw conflict('Unable to unlock workspace. The workspace is locked by User.');
      if (world.hasPendingState(workspace.id)) throw conflict('latest state version is still pending');
      workspace.lock = undefined;
      return answer(workspace);
    },
    [`POST ${API}/workspaces/:workspace/actions/force-unlock`]: (call) => {
      const workspace = workspaceOf(world, call);
      if (workspace.lock === undefined) throw conflict('The workspace is not locked.');
      workspace.lock = undefined;
      return answer(workspace);
    },
  };
}

function variableRoutes(world: World): Routes {
  const path = `${API}/workspaces/:workspace/vars`;
  const resource = ({ id, ...attributes }: Workspace['variables'][number]): Resource => ({
    id,
    type: 'vars',
    attributes: { ...attributes, sensitive: false },
  });
  return {
    [`GET ${path}`]: (call) => page(workspaceOf(world, call).variables.map(resource), call.query),
    [`POST ${path}`]: (call) => {
      const { variables } = workspaceOf(world, call);
      const { key, value = '', category, hcl = false } = sentIn(call.body, 'vars').attributes;
      if (typeof key !== 'string' || key === '' || variables.some((each) => each.key === key)) throw invalid('Key is invalid');
      if (category !== 'terraform' && category !== 'env') throw invalid('Category is invalid');
      const variable = { id: newId('var'), key, value: String(value), category, hcl: hcl === true } as const;
      variables.push(variable);
      return one(resource(variable), 201);
    },
  };
}

/** Workspaces, their locks and variables. */
export function workspaceRoutes(world: World): Routes {
  const answer = (workspace: Workspace, status = 200): Answer => one(workspaceResource(world, workspace), status);
  return {
    [`GET ${API}/organizations/:organization/workspaces`]: ({ in: { organization }, query }) => {
      if (organization !== world.organization) throw notFound();
      return page(
        [...world.workspaces.values()].map((each) => workspaceResource(world, each)),
        query,
      );
    },
    [`POST ${API}/organizations/:organization/workspaces`]: (call) => {
      if (call.in.organization !== world.organization) throw notFound();
      const { attributes, relationships } = sentIn(call.body, 'workspaces');
      if (typeof attributes.name !== 'string' || !NAME.test(attributes.name)) throw invalid('Name is invalid');
      if (world.workspaceNamed(attributes.name) !== undefined) throw invalid('Name has already been taken');
      const projectId = relationships.project?.data?.id ?? world.projects[0].id;
      const project = world.projects.find(({ id }) => id === projectId);
      if (project === undefined) throw notFound();
      const workspace = world.newWorkspace(attributes.name, project);
      update(world, workspace, attributes);
      return answer(workspace, 201);
    },
    [`GET ${API}/organizations/:organization/workspaces/:name`]: (call) => answer(namedIn(world, call)),
    [`DELETE ${API}/organizations/:organization/workspaces/:name`]: (call) => {
      world.workspaces.delete(namedIn(world, call).id);
      return { status: 204 };
    },
    [`GET ${API}/workspaces/:workspace`]: (call) => answer(workspaceOf(world, call)),
    [`PATCH ${API}/workspaces/:workspace`]: (call) => {
      const workspace = workspaceOf(world, call);
      update(world, workspace, sentIn(call.body, 'workspaces').attributes);
      return answer(workspace);
    },
    ...lockRoutes(world, answer),
    ...variableRoutes(world),
  };
}
