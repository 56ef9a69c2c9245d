import type { WorkspaceConfig } from '@cdktf/provider-tfe/lib/workspace';

/** Where the committed stacks lie, seen from the repository's root. */
export const DEFAULT_DIRECTORY = 'cdktf.out/stacks';

/** A repository that HCP Terraform watches, by a GitHub App or an OAuth client: one of the two. */
export interface WorkspaceRepository {
  /** As its host spells it: `owner/name`, on GitLab `group/subgroup/name`. */
  readonly name: string;
  /** @default - the repository's default branch */
  readonly branch?: string;
  /** Where the stacks lie in it. @default cdktf.out/stacks */
  readonly directory?: string;
  /** ghain-…. @default - an OAuth client */
  readonly githubAppInstallation?: string;
  /** ot-…. @default - a GitHub App */
  readonly oauthToken?: string;
}

/**
 * What starts runs of a stack that is committed: a change in its own folder, which holds all that Terraform reads of it.
 * Without a run by hand before, none starts: the first ones go by the waves of order.json.
 */
export function watching(stack: string, repository: WorkspaceRepository): Partial<WorkspaceConfig> {
  const { name, branch, directory = DEFAULT_DIRECTORY, githubAppInstallation, oauthToken } = repository;
  const folder = `${directory}/${stack}`;
  return {
    workingDirectory: folder,
    fileTriggersEnabled: true,
    triggerPatterns: [`/${folder}/**/*`],
    queueAllRuns: false,
    vcsRepo: {
      identifier: name,
      ...(branch === undefined ? {} : { branch }),
      ...(githubAppInstallation === undefined ? {} : { githubAppInstallationId: githubAppInstallation }),
      ...(oauthToken === undefined ? {} : { oauthTokenId: oauthToken }),
    },
  };
}
