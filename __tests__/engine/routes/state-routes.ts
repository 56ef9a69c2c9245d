import { createHash } from 'node:crypto';

import type { HostedObjects } from '../protocol/hosted-objects';
import { conflict, invalid, notFound, one, page, relation, type Resource, sentIn } from '../protocol/json-api';
import type { Call, Routes } from '../protocol/router';
import { newId, type StateVersion, type World } from '../runs/world';
import { API } from './organization-routes';
import { workspaceOf } from './workspace-routes';

interface StateFile {
  readonly outputs?: Readonly<Record<string, { readonly value: unknown; readonly type: unknown; readonly sensitive?: boolean }>>;
}

function stateResource(version: StateVersion): Resource {
  const { id, serial, lineage, md5, urls, workspace } = version;
  const isFinal = version.state !== undefined;
  const attributes = {
    serial,
    lineage,
    md5,
    status: isFinal ? 'finalized' : 'pending',
    'resources-processed': isFinal,
    'state-version': 4,
    'hosted-state-download-url': urls.state,
    'hosted-json-state-download-url': urls.json,
    // Only as long as there is something to upload.
    'hosted-state-upload-url': isFinal ? null : urls.state,
    'hosted-json-state-upload-url': isFinal ? null : urls.json,
  };
  return { id, type: 'state-versions', attributes, relationships: { workspace: relation('workspaces', workspace) } };
}

/** The outputs of a state; only one that is asked for by its id shows a sensitive value. */
function outputResources(version: (StateVersion & { readonly state: Buffer }) | undefined, reveal: boolean): Resource[] {
  const { outputs = {} } = version === undefined ? {} : (JSON.parse(version.state.toString('utf8')) as StateFile);
  return Object.entries(outputs).map(([name, { value, type, sensitive = false }]) => ({
    id: `wsout-${version?.id.slice(3) ?? ''}-${name}`,
    type: 'state-version-outputs',
    attributes: {
      name,
      sensitive,
      type: typeof type === 'string' ? type : 'array',
      'detailed-type': type,
      value: sensitive && !reveal ? null : value,
    },
  }));
}

function announce(world: World, hosted: HostedObjects, call: Call): StateVersion {
  const workspace = workspaceOf(world, call);
  const { serial, md5, lineage, force } = sentIn(call.body, 'state-versions').attributes;
  if (typeof serial !== 'number' || !Number.isInteger(serial)) throw invalid('Serial is not a number');
  if (typeof md5 !== 'string' || !/^[0-9a-f]{32}$/.test(md5)) throw invalid('MD5 is invalid');
  if (workspace.lock?.by !== 'user') throw conflict('The workspace must be locked by the user who creates a state version.');
  const current = world.currentState(workspace.id);
  if (force !== true && current !== undefined) {
    if (typeof lineage === 'string' && lineage !== current.lineage) throw conflict('Lineage does not match the current state.');
    if (serial <= current.serial) throw conflict(`Serial ${String(serial)} is not above ${String(current.serial)}.`);
  }
  const id = newId('sv');
  const urls = {
    state: hosted.host({
      get: () => world.stateVersions.get(id)?.state,
      put: (body) => {
        if (createHash('md5').update(body).digest('hex') !== md5) throw invalid('MD5 does not match the state.');
        Object.assign(version, { state: body });
      },
    }),
    json: hosted.host({ put: () => undefined }),
  };
  const of = { id, workspace: workspace.id, serial, md5, urls };
  const version: StateVersion = { ...of, lineage: typeof lineage === 'string' ? lineage : '' };
  world.stateVersions.set(id, version);
  return version;
}

/** States: announced with their sum, uploaded beside the API, read back from there. */
export function stateRoutes(world: World, hosted: HostedObjects): Routes {
  const found = <T>(value: T | undefined): T => {
    if (value === undefined) throw notFound();
    return value;
  };
  return {
    [`POST ${API}/workspaces/:workspace/state-versions`]: (call) => one(stateResource(announce(world, hosted, call)), 201),
    [`GET ${API}/workspaces/:workspace/current-state-version`]: (call) =>
      one(stateResource(found(world.currentState(workspaceOf(world, call).id)))),
    [`GET ${API}/workspaces/:workspace/current-state-version-outputs`]: (call) =>
      page(
        outputResources(found(world.currentState(workspaceOf(world, call).id)), false),
        new URLSearchParams('page[size]=1000'),
      ),
    [`GET ${API}/state-versions/:version`]: ({ in: { version = '' } }) =>
      one(stateResource(found(world.stateVersions.get(version)))),
    [`GET ${API}/state-version-outputs/:output`]: ({ in: { output } }) => {
      const all = [...world.workspaces.keys()].flatMap((each) => outputResources(world.currentState(each), true));
      return one(found(all.find(({ id }) => id === output)));
    },
  };
}
