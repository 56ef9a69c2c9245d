/**
 * Who plans and applies the stacks. Its jobs come by a role in each account by OpenID Connect, without any key: one role
 * that only reads, for plans, and one that changes, for applies.
 */
export type DeliveryInput = HcpDeliveryInput | GithubDeliveryInput | GitlabDeliveryInput;

interface DeliveryRoles {
  /** The role in each account that plans; it reads. @default plinth-plan */
  readonly planRole?: string;
  /** The role in each account that applies. @default plinth-apply */
  readonly applyRole?: string;
}

/** HCP Terraform, or an engine that speaks its API: workspaces are code too. Needs `backend: { kind: cloud }`. */
export interface HcpDeliveryInput extends DeliveryRoles {
  readonly kind: 'hcp';
  /** The repository whose committed output is run. @default - runs are uploaded */
  readonly repository?: HcpRepositoryInput;
}

/** A repository that HCP Terraform watches, by a GitHub App or an OAuth client: one of the two. */
export interface HcpRepositoryInput {
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

/** GitHub Actions: pull requests and the branch plan, the environment applies. */
export interface GithubDeliveryInput extends DeliveryRoles {
  readonly kind: 'github';
  /** `owner/name` */
  readonly repository: string;
  /** @default main */
  readonly branch?: string;
  /** The environment whose protection rules guard the apply. @default production */
  readonly environment?: string;
}

/** GitLab CI: the protected branch plans and applies, each with an audience of its own. */
export interface GitlabDeliveryInput extends DeliveryRoles {
  readonly kind: 'gitlab';
  /** `group/subgroup/name` */
  readonly project: string;
  /** @default main */
  readonly branch?: string;
  /** @default gitlab.com */
  readonly hostname?: string;
}
