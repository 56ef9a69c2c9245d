import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the two files of the AWS CLI are. */
export interface SharedFiles {
  readonly credentials: string;
  readonly config: string;
}

function placed(stated: string | undefined, home: string, name: string): string {
  if (stated === undefined || stated === '') return join(home, '.aws', name);
  return stated.startsWith('~/') ? join(home, stated.slice(2)) : stated;
}

/** The files that the AWS CLI and the SDKs would read in this environment. */
export function sharedFilesOf(env: NodeJS.ProcessEnv): SharedFiles {
  const home = env.HOME === undefined || env.HOME === '' ? homedir() : env.HOME;
  return {
    credentials: placed(env.AWS_SHARED_CREDENTIALS_FILE, home, 'credentials'),
    config: placed(env.AWS_CONFIG_FILE, home, 'config'),
  };
}
