import type { Deliverer } from './deliverer';
import { BRANCH, checkSubjectPart, type SubjectPart } from './subject-part';

/**
 * The parts of what a workflow's tokens say, by option.
 * @source GitHub, "OpenID Connect reference" and "Managing environments"
 */
export const GITHUB_PARTS = {
  repository: {
    noun: 'repository',
    form: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/,
    example: 'acme/landing-zone',
  },
  branch: BRANCH,
  environment: { noun: 'environment', form: /^[A-Za-z0-9 ._-]{1,255}$/, example: 'production' },
} as const satisfies Readonly<Record<string, SubjectPart>>;
export const GITHUB_ID: SubjectPart = { noun: 'id', form: /^[1-9]\d{0,19}$/, example: '1296269' };

/** Ids that GitHub never gives again, unlike names. */
export interface GithubIds {
  readonly owner: string;
  readonly repository: string;
}

/** Which workflow runs. */
export interface GithubOptions {
  /** `owner/name` */
  readonly repository: string;
  readonly branch: string;
  /** The environment whose protection rules guard the apply. */
  readonly environment: string;
  /** Of owner and repository, where subjects carry them. @default - subjects are made of names alone */
  readonly ids?: GithubIds;
}

function ownerAndName({ repository, ids }: GithubOptions): string {
  if (ids === undefined) return repository;
  checkSubjectPart(GITHUB_ID, ids.owner);
  checkSubjectPart(GITHUB_ID, ids.repository);
  const [owner = '', name = ''] = repository.split('/');
  return `${owner}@${ids.owner}/${name}@${ids.repository}`;
}

/**
 * Workflows of one repository: pull requests and the branch plan, and only jobs of the environment apply.
 * @throws InputError LZ-DELIVERY-1, LZ-DELIVERY-2
 * @source GitHub, "OpenID Connect reference": since 2026-07-15 subjects of new repositories carry ids
 */
export function github(options: GithubOptions): Deliverer {
  const { repository, branch, environment } = options;
  checkSubjectPart(GITHUB_PARTS.repository, repository);
  checkSubjectPart(GITHUB_PARTS.branch, branch);
  checkSubjectPart(GITHUB_PARTS.environment, environment);
  const origin = `repo:${ownerAndName(options)}`;
  const subjects = {
    plan: [`${origin}:pull_request`, `${origin}:ref:refs/heads/${branch}`],
    apply: [`${origin}:environment:${environment}`],
  };
  return {
    issuer: 'token.actions.githubusercontent.com',
    audience: () => 'sts.amazonaws.com',
    subjects: (_, phase) => subjects[phase],
  };
}
