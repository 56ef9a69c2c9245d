import { TfeProvider } from '@cdktf/provider-tfe/lib/provider';
import type { Construct } from 'constructs';

import { type Account, type CloudState, DEFAULT_PROJECT, HCP_HOSTNAME, LayerStack, type StackLimit } from '../../terraform';

/** Read up to 0.80 for what would break: a provider before 1.0 says so by its minor version. */
export const TFE_PROVIDER_RANGE = '>= 0.71.0, < 0.81.0';

/** Where the workspaces are, and in whose name. */
export interface WorkspacesStackProps {
  readonly organization: string;
  /** The management account: its name begins the stack's. */
  readonly account: Account;
  readonly region: string;
  readonly state: CloudState;
}

/**
 * The stack of all workspaces but its own, `<account>-global-workspaces`. Its token comes from the environment. Its own
 * workspace lies in the default project: whoever may change what is in the others' project doesn't get at it, and
 * `terraform init` would make a project that isn't there, which this stack is to make.
 */
export class WorkspacesStack extends LayerStack {
  constructor(scope: Construct, { organization, account, region, state }: WorkspacesStackProps) {
    const backend = { ...state, project: DEFAULT_PROJECT };
    super(scope, { organization, account, region, global: true, layer: 'workspaces', backend });
    new TfeProvider(this, 'tfe', { hostname: state.hostname ?? HCP_HOSTNAME, organization: state.organization });
    this.requireProvider('tfe', { source: 'hashicorp/tfe', version: TFE_PROVIDER_RANGE });
  }

  /** None: it grows with the organisation, and holds nothing that a wide mistake could take away. */
  protected override get limit(): StackLimit | undefined {
    return undefined;
  }
}
