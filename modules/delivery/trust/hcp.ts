import type { Deliverer } from './deliverer';
import { checkSubjectPart, HOSTNAME, type SubjectPart } from './subject-part';

/**
 * The parts of what a run's tokens say, by option.
 * @source HCP Terraform, "Organizations" and "Projects": the forms that names have there
 */
export const HCP_PARTS = {
  hostname: HOSTNAME,
  organization: { noun: 'organization', form: /^[A-Za-z0-9_-]{3,40}$/, example: 'acme' },
  project: { noun: 'project', form: /^(?! )[A-Za-z0-9 _-]{3,40}(?<! )$/, example: 'landing-zone' },
} as const satisfies Readonly<Record<string, SubjectPart>>;
const WORKSPACE: SubjectPart = { noun: 'workspace', form: /^[A-Za-z0-9_-]{1,90}$/, example: 'prod-eu-west-1-network' };

/** What HCP Terraform puts into the tokens of its runs, unless a workspace says otherwise. */
const AUDIENCE = 'aws.workload.identity';

/** Where the workspaces are. */
export interface HcpOptions {
  readonly hostname: string;
  readonly organization: string;
  readonly project: string;
}

/**
 * Runs of HCP Terraform: each workspace, named as its stack, comes by its own subject, and by another for each phase.
 * @throws InputError LZ-DELIVERY-1, LZ-DELIVERY-2
 * @source HCP Terraform, "Dynamic Credentials with the AWS Provider"
 */
export function hcp({ hostname, organization, project }: HcpOptions): Deliverer {
  checkSubjectPart(HCP_PARTS.hostname, hostname);
  checkSubjectPart(HCP_PARTS.organization, organization);
  checkSubjectPart(HCP_PARTS.project, project);
  return {
    issuer: hostname,
    audience: () => AUDIENCE,
    subjects: (workspace, phase) => {
      checkSubjectPart(WORKSPACE, workspace);
      return [`organization:${organization}:project:${project}:workspace:${workspace}:run_phase:${phase}`];
    },
  };
}
