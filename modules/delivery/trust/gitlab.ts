import type { Deliverer } from './deliverer';
import { BRANCH, checkSubjectPart, HOSTNAME, type SubjectPart } from './subject-part';

/**
 * The parts of what a pipeline's tokens say, by option.
 * @source GitLab, "OpenID Connect (OIDC) authentication using ID tokens"
 */
export const GITLAB_PARTS = {
  project: {
    noun: 'project',
    form: /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/,
    example: 'acme/platform/landing-zone',
  },
  branch: BRANCH,
  host: HOSTNAME,
} as const satisfies Readonly<Record<string, SubjectPart>>;

/** Which pipeline runs. */
export interface GitlabOptions {
  /** `group/subgroup/name` */
  readonly project: string;
  readonly branch: string;
  readonly host: string;
}

/**
 * Pipelines of one protected branch. GitLab's subjects name no environment, and those of merge requests name whatever
 * branch they come from; so only the branch plans and applies, and the audience that a job asks for tells the two apart.
 * @throws InputError LZ-DELIVERY-1, LZ-DELIVERY-2
 */
export function gitlab({ project, branch, host }: GitlabOptions): Deliverer {
  checkSubjectPart(GITLAB_PARTS.host, host);
  checkSubjectPart(GITLAB_PARTS.project, project);
  checkSubjectPart(GITLAB_PARTS.branch, branch);
  return {
    issuer: host,
    audience: (phase) => `plinth-${phase}`,
    subjects: () => [`project_path:${project}:ref_type:branch:ref:${branch}`],
  };
}
