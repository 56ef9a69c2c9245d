import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

import { list } from 'tar';

import type { HostedObjects } from '../protocol/hosted-objects';
import { conflict, notFound, one, relation, type Resource, sentIn } from '../protocol/json-api';
import type { Routes } from '../protocol/router';
import { type ConfigurationVersion, newId, type World } from '../runs/world';
import { API } from './organization-routes';
import { workspaceOf } from './workspace-routes';

const resourceOf = (version: ConfigurationVersion): Resource => ({
  id: version.id,
  type: 'configuration-versions',
  attributes: {
    status: version.status,
    speculative: version.speculative,
    'auto-queue-runs': version.autoQueueRuns,
    source: 'tfe-api',
    error: version.status === 'errored' ? 'failed_to_process' : null,
    'error-message': version.status === 'errored' ? 'Failed to process: not a tar.gz with files' : null,
    // The address is told once: whoever may read may not upload.
    'upload-url': version.status === 'pending' ? version.uploadUrl : null,
  },
  relationships: { workspace: relation('workspaces', version.workspace) },
});

async function holdsFiles(archive: Buffer): Promise<boolean> {
  let files = 0;
  try {
    await finished(Readable.from(archive).pipe(list({ strict: true, onReadEntry: () => (files += 1) })));
  } catch {
    return false;
  }
  return files > 0;
}

/** Configuration versions; `queue` begins a run for one that asks for it. */
export function configurationRoutes(world: World, hosted: HostedObjects, queue: (version: ConfigurationVersion) => void): Routes {
  const take = async (version: ConfigurationVersion, archive: Buffer): Promise<void> => {
    if (version.status !== 'pending') throw conflict('The configuration is uploaded already.');
    const good = await holdsFiles(archive);
    Object.assign(version, good ? { status: 'uploaded', archive } : { status: 'errored' });
    if (good && version.autoQueueRuns) queue(version);
  };
  return {
    [`POST ${API}/workspaces/:workspace/configuration-versions`]: (call) => {
      const { attributes } = sentIn(call.body, 'configuration-versions');
      const version: ConfigurationVersion = {
        id: newId('cv'),
        workspace: workspaceOf(world, call).id,
        speculative: attributes.speculative === true,
        autoQueueRuns: attributes['auto-queue-runs'] !== false,
        uploadUrl: '',
        status: 'pending',
      };
      version.uploadUrl = hosted.host({ put: (archive) => take(version, archive) });
      world.configurationVersions.set(version.id, version);
      return one(resourceOf(version), 201);
    },
    [`GET ${API}/configuration-versions/:version`]: ({ in: { version = '' } }) => {
      const found = world.configurationVersions.get(version);
      if (found === undefined) throw notFound();
      return one(resourceOf(found));
    },
  };
}
