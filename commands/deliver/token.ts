import { accessSync, constants, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { asWritten, InputError } from '../../modules/core/input-error';
import { OperationError } from '../../modules/core/operation-error';

/** Who the pipeline is, to AWS: a file, renewed before each use where that is possible. */
export interface Token {
  readonly file: string;
  readonly renew: () => Promise<void>;
}

/** What the roles ask of a token of GitHub. */
const AUDIENCE = 'sts.amazonaws.com';

function refused(got: string): OperationError {
  return new OperationError({
    subject: 'GitHub',
    problem: 'it gives this job no token',
    got,
    remedy: 'give the job the permission id-token: write',
    code: 'LZ-DELIVER-6',
  });
}

/** Tokens of GitHub are good for minutes, so a new one is asked for each time. @throws OperationError LZ-DELIVER-6 */
async function githubToken(address: string, bearer: string): Promise<string> {
  const url = new URL(address);
  url.searchParams.set('audience', AUDIENCE);
  try {
    const answer = await fetch(url, { headers: { authorization: `bearer ${bearer}` }, signal: AbortSignal.timeout(30_000) });
    const { value } = (answer.ok ? await answer.json() : {}) as { readonly value?: unknown };
    if (typeof value === 'string' && value !== '') return value;
    throw refused(`HTTP ${String(answer.status)}`);
  } catch (error) {
    throw error instanceof OperationError ? error : refused((error as Error).message);
  }
}

/**
 * The token that the command line or the environment names, or that GitHub gives to the job.
 * @throws InputError LZ-DELIVER-4 there is none, LZ-DELIVER-5 it can't be read
 */
export function tokenOf(named: string | undefined, folder: string, env: NodeJS.ProcessEnv): Token {
  const file = named ?? env.AWS_WEB_IDENTITY_TOKEN_FILE ?? '';
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = '' } = env;
  if (file === '' && address !== '') {
    const own = join(folder, 'token');
    return {
      file: own,
      renew: async () => {
        writeFileSync(own, await githubToken(address, bearer), { mode: 0o600 });
      },
    };
  }
  if (file === '') {
    const problem = 'there is no token that says who delivers';
    const remedy = 'give --token-file or AWS_WEB_IDENTITY_TOKEN_FILE, or on GitHub the permission id-token: write';
    throw InputError.of({ subject: '--token-file', problem, remedy, code: 'LZ-DELIVER-4' });
  }
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    const problem = `the file can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
    const remedy = 'write the token of the job there first';
    throw InputError.of({ subject: '--token-file', problem, got: asWritten(file), remedy, code: 'LZ-DELIVER-5' });
  }
  return { file: resolve(file), renew: () => Promise.resolve() };
}
