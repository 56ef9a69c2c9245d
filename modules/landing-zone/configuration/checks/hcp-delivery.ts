import { asWritten, type Fault } from '../../../core/input-error';
import { BRANCH, checkSubjectPart, HCP_PARTS } from '../../../delivery';
import type { Inspection } from '../inspection/inspection';

const REPOSITORY = ['delivery', 'repository'];
const CODE = 'LZ-CFG-74';

/** What a repository is told by: its parts, what they look like, and what to do about another. */
const PARTS: readonly (readonly [field: string, form: RegExp, problem: string, remedy: string])[] = [
  [
    'name',
    /^[\w.-]+(\/[\w.-]+)+$/,
    'this is not the name of a repository',
    'write owner and name as in its address, like "acme/landing-zone"',
  ],
  ['branch', BRANCH.form, 'this is not the name of a branch', 'write its name, like "main"'],
  [
    'directory',
    /^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/,
    'the folder of the stacks must be a relative path without ".."',
    'write it as seen from the root of the repository, like "cdktf.out/stacks"',
  ],
  [
    'githubAppInstallation',
    /^ghain-[A-Za-z0-9]+$/,
    'this is not the installation of a GitHub App',
    'write the id that HCP Terraform gave it, ghain-…',
  ],
  ['oauthToken', /^ot-[A-Za-z0-9]+$/, 'this is not the id of an OAuth token', 'write the id that HCP Terraform shows, ot-…'],
];

/** How HCP Terraform gets at the repository: by one of the two. */
function connectionFault(inspection: Inspection): Fault | undefined {
  const ways = ['githubAppInstallation', 'oauthToken'].map((field) => [...REPOSITORY, field]);
  if (ways.some((path) => inspection.isBroken(path))) return undefined;
  const [app, client] = ways.map((path) => inspection.places.spell(path));
  const given = ways.filter((path) => inspection.read(path) !== undefined).length;
  if (given === 1) return undefined;
  const problem = 'HCP Terraform gets at a repository by a GitHub App or by an OAuth client';
  return { problem, got: given === 0 ? 'neither' : 'both', remedy: `write ${app ?? ''}: or ${client ?? ''}:`, code: CODE };
}

/** An issuer of tokens is a whole name without a port; a host of states needn't be. */
function checkIssuer(inspection: Inspection): void {
  const path = ['backend', 'hostname'];
  const host = inspection.readText(path);
  if (host !== undefined && /^[^.]*$|:\d+$/.test(host)) {
    inspection.attempt(path, () => checkSubjectPart(HCP_PARTS.hostname, host));
  }
}

/** Whose runs are HCP Terraform's: workspaces are where the states are, and it gets at the repository. */
export function checkHcpDelivery(inspection: Inspection): void {
  if (inspection.readText(['delivery', 'kind']) !== 'hcp') return;
  const backend = inspection.readText(['backend', 'kind']);
  if (backend !== undefined && backend !== 'cloud') {
    const problem = 'HCP Terraform runs what has its state there';
    const remedy = 'write backend: { kind: cloud, organization: … }';
    inspection.refuse(['delivery', 'kind'], { problem, got: `backend ${asWritten(backend)}`, remedy, code: 'LZ-CFG-73' });
  }
  checkIssuer(inspection);
  if (inspection.names(REPOSITORY).length === 0) return;
  for (const [field, form, problem, remedy] of PARTS) {
    const path = [...REPOSITORY, field];
    const text = inspection.readText(path);
    if (text !== undefined && !form.test(text)) inspection.refuse(path, { problem, got: asWritten(text), remedy, code: CODE });
  }
  const fault = connectionFault(inspection);
  if (fault !== undefined) inspection.refuse(REPOSITORY, fault);
}
