import type { WorkspaceRepository } from '../../delivery';

/**
 * Who plans and applies the stacks. Its jobs come by roles in each account by OpenID Connect, without any key: for each
 * stack one that only reads, for plans, and one that changes, for applies.
 */
export type DeliveryInput = HcpDeliveryInput | GithubDeliveryInput | GitlabDeliveryInput;

/** HCP Terraform, or an engine that speaks its API: workspaces are code too. Needs `backend: { kind: cloud }`. */
export interface HcpDeliveryInput {
  readonly kind: 'hcp';
  /** The repository whose committed output is run. @default - runs are uploaded */
  readonly repository?: WorkspaceRepository;
}

/** GitHub Actions: pull requests and the branch plan, the environment applies. */
export interface GithubDeliveryInput {
  readonly kind: 'github';
  /** `owner/name` */
  readonly repository: string;
  /** @default main */
  readonly branch?: string;
  /** The environment whose protection rules guard the apply. @default production */
  readonly environment?: string;
  /** Of owner and repository, where the tokens of GitHub carry them: of repositories made since 2026-07-15. @default - names alone */
  readonly ids?: { readonly owner: string; readonly repository: string };
}

/** GitLab CI: the protected branch plans and applies, each with an audience of its own. */
export interface GitlabDeliveryInput {
  readonly kind: 'gitlab';
  /** `group/subgroup/name` */
  readonly project: string;
  /** @default main */
  readonly branch?: string;
  /** @default gitlab.com */
  readonly host?: string;
}
