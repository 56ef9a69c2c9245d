import { readFileSync } from 'node:fs';
import { request } from 'node:https';

import type { Engine } from '../../engine/engine';

/** A host that the contract is held against. */
export interface ContractHost {
  readonly name: string;
  readonly host: string;
  readonly organization: string;
  readonly token: string;
  /** The certificate authority to trust. @default - the usual ones */
  readonly authorityFile?: string;
}

/** The engine of these tests, as one of them. */
export const ofTheTests = ({ host, organization, token, authorityFile }: Engine): ContractHost => ({
  name: 'the engine of the tests',
  host,
  organization,
  token,
  authorityFile,
});

/** The real one that TFE_HOST, TFE_TOKEN and TFE_ORG name, where all three are set. */
export function realHost({
  TFE_HOST: host,
  TFE_TOKEN: token,
  TFE_ORG: organization,
  SSL_CERT_FILE,
}: NodeJS.ProcessEnv): ContractHost[] {
  if (host === undefined || token === undefined || organization === undefined) return [];
  const authority = SSL_CERT_FILE === undefined ? {} : { authorityFile: SSL_CERT_FILE };
  return [{ name: host, host, organization, token, ...authority }];
}

/** What the command that is tested sees of a host. */
export function environmentOf({ host, organization, token, authorityFile }: ContractHost): NodeJS.ProcessEnv {
  const { HOME, HTTPS_PROXY, NO_PROXY } = process.env;
  return {
    HOME,
    HTTPS_PROXY,
    NO_PROXY,
    SSL_CERT_FILE: authorityFile,
    TFE_TOKEN: token,
    TF_CLOUD_HOSTNAME: host,
    TF_CLOUD_ORGANIZATION: organization,
  };
}

/** A call of the API, by hand, so that the contract doesn't stand on what it tests. */
function call(of: ContractHost, method: string, path: string, data?: object): Promise<number> {
  const headers = { Authorization: `Bearer ${of.token}`, 'Content-Type': 'application/vnd.api+json' };
  const ca = of.authorityFile === undefined ? {} : { ca: readFileSync(of.authorityFile) };
  return new Promise((resolve, reject) => {
    const url = `https://${of.host}/api/v2/organizations/${of.organization}/${path}`;
    const sent = request(url, { method, headers, ...ca }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject).end(data === undefined ? undefined : JSON.stringify({ data }));
  });
}

/** Makes a workspace that executes its runs there. */
export async function makeWorkspace(of: ContractHost, name: string): Promise<void> {
  const attributes = { name, 'execution-mode': 'remote' };
  const status = await call(of, 'POST', 'workspaces', { type: 'workspaces', attributes });
  if (status !== 201) throw new Error(`${of.name} makes no workspace: ${String(status)}`);
}

export const removeWorkspace = (of: ContractHost, name: string): Promise<number> => call(of, 'DELETE', `workspaces/${name}`);
