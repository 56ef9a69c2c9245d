import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { TerraformStack } from 'cdktf';

import { literalText } from './literal-text';

/** State in HCP Terraform, or an engine that speaks its API: in a workspace of the stack's name. */
export interface CloudState {
  readonly kind: 'cloud';
  /** The organisation there. */
  readonly organization: string;
  /** The project of all workspaces. @default - Default Project */
  readonly project?: string;
  /** @default app.terraform.io */
  readonly hostname?: string;
}

/** HCP Terraform's own host, and the project that every organisation has. */
export const HCP_HOSTNAME = 'app.terraform.io';
export const DEFAULT_PROJECT = 'Default Project';

/** The file beside cdk.tf.json that names the workspace. */
export const CLOUD_FILE = 'cloud.tf';

function quoted(text: string): string {
  return JSON.stringify(literalText(text));
}

function renderCloudBlock({ organization, project, hostname }: CloudState, workspace: string): string {
  return `terraform {
  cloud {
    hostname     = ${quoted(hostname ?? HCP_HOSTNAME)}
    organization = ${quoted(organization)}

    workspaces {
      name    = ${quoted(workspace)}
      project = ${quoted(project ?? DEFAULT_PROJECT)}
    }
  }
}
`;
}

/**
 * Names the stack's workspace in a file of its own. Engines that run an uploaded configuration take the block out of it
 * before, and some of them look for it in *.tf alone.
 */
export function addCloudFile(stack: TerraformStack, state: CloudState, workspace: string): void {
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize: (session) => {
      synthesizer.synthesize(session);
      const { workingDirectory } = session.manifest.forStack(stack);
      writeFileSync(join(session.outdir, workingDirectory, CLOUD_FILE), renderCloudBlock(state, workspace));
    },
  };
}
