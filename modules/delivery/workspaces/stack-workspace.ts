import { Variable } from '@cdktf/provider-tfe/lib/variable';
import { Workspace } from '@cdktf/provider-tfe/lib/workspace';
import { WorkspaceSettings } from '@cdktf/provider-tfe/lib/workspace-settings';
import type { Construct } from 'constructs';

import { asWritten, InputError } from '../../core/input-error';
import { resourceName } from '../../core/resource-name';
import { define, literalText } from '../../terraform';
import type { TriggeredWorkspace } from './run-triggers';
import { watching, type WorkspaceRepository } from './workspace-repository';

/** The newest Terraform with all that the stacks use, which ask for 1.10 or later. */
const TERRAFORM_VERSION = '~> 1.10';
/** @source HCP Terraform, "Workspaces API": letters, digits, - and _, at most 90 */
const NAME = /^[A-Za-z0-9_-]{1,90}$/;

/** A variable of a workspace. Whoever reads the workspace reads its value: it is never a secret. */
export interface WorkspaceVariable {
  readonly value: string;
  /** env: an environment variable of its runs. terraform: an input variable. */
  readonly category: 'env' | 'terraform';
  /** The value is an expression. @default false */
  readonly hcl?: boolean;
}

/** A stack's workspace. */
export interface StackWorkspaceProps extends TriggeredWorkspace {
  /** By name. @default {} */
  readonly variables?: Readonly<Record<string, WorkspaceVariable>>;
  /** What it can be found by. @default {} */
  readonly tags?: Readonly<Record<string, string>>;
  /** Ready to be destroyed: nothing is protected any more. @default false */
  readonly closing?: boolean;
}

/** @throws InputError LZ-STACK-9 */
function checkName(stack: string): void {
  if (NAME.test(stack)) return;
  const problem = 'a workspace has a name of 1 to 90 letters, digits, - and _';
  throw InputError.of({
    subject: `workspace ${stack}`,
    problem,
    got: asWritten(stack),
    remedy: 'name the stack otherwise',
    code: 'LZ-STACK-9',
  });
}

function defineVariables(scope: Construct, workspace: Workspace, { stack, variables = {} }: StackWorkspaceProps): void {
  for (const [key, { value, category, hcl = false }] of Object.entries(variables)) {
    define(scope, Variable, resourceName(stack, key), {
      workspaceId: workspace.id,
      key,
      value: literalText(value),
      category,
      hcl,
      sensitive: false,
    });
  }
}

/**
 * A stack's workspace with its settings and variables. Nothing is applied without a person's word, and no other workspace
 * reads its state, since no stack reads another's. HCP Terraform refuses to delete it while its state holds resources.
 * @throws InputError LZ-STACK-9
 */
export function defineWorkspace(
  scope: Construct,
  projectId: string,
  props: StackWorkspaceProps,
  repository: WorkspaceRepository | undefined,
): Workspace {
  const { stack, executionMode = 'remote', tags = {}, closing = false } = props;
  checkName(stack);
  const workspace = define(scope, Workspace, resourceName(stack), {
    name: stack,
    projectId,
    terraformVersion: TERRAFORM_VERSION,
    autoApply: false,
    autoApplyRunTrigger: false,
    allowDestroyPlan: closing,
    forceDelete: false,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
    // Where nothing runs, nothing is to be watched.
    ...(repository === undefined || executionMode === 'local' ? {} : watching(stack, repository)),
    ...(closing ? {} : { lifecycle: { preventDestroy: true } }),
  });
  define(scope, WorkspaceSettings, resourceName(stack), {
    workspaceId: workspace.id,
    executionMode,
    globalRemoteState: false,
    remoteStateConsumerIds: [],
  });
  defineVariables(scope, workspace, props);
  return workspace;
}
