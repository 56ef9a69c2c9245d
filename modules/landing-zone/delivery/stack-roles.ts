import { type Phase, PHASES, roleArn, type WorkspaceVariable } from '../../delivery';
import { type Account, type AccountStack, credentialsTag } from '../../terraform';

/** The roles by which one account is written to, by phase. */
export type PhaseRoles = Readonly<Record<Phase, string>>;

/** The roles of a stack's runs. */
export interface StackRoles {
  /** In its own account. */
  readonly own: PhaseRoles;
  /** In other accounts, by the tag under which their credentials are asked for. */
  readonly others: Readonly<Record<string, PhaseRoles>>;
}

function phaseRoles({ id }: Account, { region, node }: AccountStack): PhaseRoles {
  const arn = (phase: Phase): string => roleArn({ accountId: id, region }, node.id, phase);
  return { plan: arn('plan'), apply: arn('apply') };
}

/** The roles that a stack's runs come by. */
export function stackRoles(stack: AccountStack): StackRoles {
  const others = stack.otherAccounts.map((account) => [credentialsTag(account.name), phaseRoles(account, stack)] as const);
  return { own: phaseRoles(stack.account, stack), others: Object.fromEntries(others) };
}

function variablesFor(roles: PhaseRoles, suffix: string): [string, WorkspaceVariable][] {
  return [
    [`TFC_AWS_PROVIDER_AUTH${suffix}`, { value: 'true', category: 'env' }],
    ...PHASES.map((phase): [string, WorkspaceVariable] => [
      `TFC_AWS_${phase.toUpperCase()}_ROLE_ARN${suffix}`,
      { value: roles[phase], category: 'env' },
    ]),
  ];
}

/**
 * What a workspace is told, so that its runs come by these roles.
 * @source HCP Terraform, "Dynamic Credentials with the AWS Provider": environment variables, and their tags
 */
export function roleVariables({ own, others }: StackRoles): Readonly<Record<string, WorkspaceVariable>> {
  return Object.fromEntries([
    ...variablesFor(own, ''),
    ...Object.entries(others).flatMap(([tag, roles]) => variablesFor(roles, `_${tag}`)),
  ]);
}
