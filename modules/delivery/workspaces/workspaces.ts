import { DataTfeProject } from '@cdktf/provider-tfe/lib/data-tfe-project';
import { Project } from '@cdktf/provider-tfe/lib/project';
import { RunTrigger } from '@cdktf/provider-tfe/lib/run-trigger';
import type { Workspace } from '@cdktf/provider-tfe/lib/workspace';
import { Construct } from 'constructs';

import { resourceName } from '../../core/resource-name';
import { DEFAULT_PROJECT, define } from '../../terraform';
import { runTriggers } from './run-triggers';
import { defineWorkspace, type StackWorkspaceProps } from './stack-workspace';
import type { WorkspaceRepository } from './workspace-repository';

/** The workspaces of all stacks. */
export interface WorkspacesProps {
  /** The project that holds them. @default - Default Project */
  readonly project?: string;
  /** The repository whose committed stacks are run. @default - runs are uploaded */
  readonly repository?: WorkspaceRepository;
  readonly workspaces: readonly StackWorkspaceProps[];
  /** Ready to be destroyed: the project isn't protected any more. @default false */
  readonly closing?: boolean;
}

/** A workspace for each stack in one project, and which run starts which. */
export class Workspaces extends Construct {
  /** By stack. */
  readonly byStack: ReadonlyMap<string, Workspace>;

  /** @throws InputError LZ-STACK-7, LZ-STACK-8, LZ-STACK-9 */
  constructor(scope: Construct, id: string, props: WorkspacesProps) {
    super(scope, id);
    const { project = DEFAULT_PROJECT, repository, workspaces, closing = false } = props;
    const edges = runTriggers(workspaces);
    const projectId = this.#projectId(project, closing);
    const made = new Map(
      workspaces.map((workspace) => [workspace.stack, defineWorkspace(this, projectId, workspace, repository)]),
    );
    this.byStack = made;
    for (const { source, target } of edges) {
      const [from, to] = [made.get(source), made.get(target)];
      if (from === undefined || to === undefined) continue;
      define(this, RunTrigger, resourceName(target, source), { workspaceId: to.id, sourceableId: from.id });
    }
  }

  /** Every organisation has the default project, and none may make it. */
  #projectId(name: string, closing: boolean): string {
    if (name === DEFAULT_PROJECT) return define(this, DataTfeProject, resourceName('project'), { name }).id;
    const lifecycle = closing ? {} : { lifecycle: { preventDestroy: true } };
    return define(this, Project, resourceName('project'), { name, ...lifecycle }).id;
  }
}
