import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

import type { Credential } from './credential';
import type { SharedFiles } from './shared-files';

/** Whether the SDK's own reader finds this pair in the files as they are now. */
export async function sdkFinds(pair: Credential, profile: string, files: SharedFiles): Promise<boolean> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({
    filepath: files.credentials,
    configFilepath: files.config,
    ignoreCache: true,
  });
  const found = { ...configFile[profile], ...credentialsFile[profile] };
  return found.aws_access_key_id === pair.id && found.aws_secret_access_key === pair.revealSecret();
}
