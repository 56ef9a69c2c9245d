import { createHash, randomBytes } from 'node:crypto';

import type { Executor, PlanResult, RunOptions, Variable } from './executor';
import type { PolicyOutcome, PolicyStage } from './policy';
import { RunLog } from './run-log';

/** Ids look like those of the real one, whose clients check their form. */
export const newId = (prefix: string): string =>
  `${prefix}-${randomBytes(24)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 16)
    .padEnd(16, 'x')}`;

export interface StateVersion {
  readonly id: string;
  readonly workspace: string;
  readonly serial: number;
  readonly lineage: string;
  readonly md5: string;
  readonly urls: { readonly state: string; readonly json: string };
  /** Undefined while it is announced and not uploaded. */
  state?: Buffer;
}

export interface ConfigurationVersion {
  readonly id: string;
  readonly workspace: string;
  readonly speculative: boolean;
  readonly autoQueueRuns: boolean;
  uploadUrl: string;
  status: 'pending' | 'uploaded' | 'errored';
  archive?: Buffer;
}

/** What a workspace is locked by: a user, or one of its runs. */
export type Lock = { readonly by: 'user'; readonly name: string } | { readonly by: 'run'; readonly run: string };

export interface Project {
  readonly id: string;
  readonly name: string;
}

export interface Workspace {
  readonly id: string;
  readonly project: Project;
  name: string;
  executionMode: 'remote' | 'local';
  terraformVersion: string;
  workingDirectory: string;
  autoApply: boolean;
  lock?: Lock | undefined;
  currentRun?: string | undefined;
  readonly variables: (Variable & { readonly id: string })[];
  /** The run that has its turn; the next one waits for it. */
  queue: Promise<void>;
}

export type Decision = 'apply' | 'discard' | 'cancel';

export interface Run {
  readonly id: string;
  readonly workspace: string;
  readonly configurationVersion: string;
  readonly message: string;
  readonly planOnly: boolean;
  readonly autoApply: boolean;
  readonly options: RunOptions;
  readonly variables: readonly Variable[];
  readonly plan: { readonly id: string; readonly log: RunLog; status: string; result?: PlanResult };
  readonly apply: { readonly id: string; readonly log: RunLog; status: string };
  readonly cancellation: AbortController;
  readonly stages: readonly PolicyStage[];
  /** Every status that it had, in order. */
  readonly statuses: [string, ...string[]];
  /** Whether it waits for somebody to say yes or no. */
  decide?: ((decision: Decision) => void) | undefined;
}

export const statusOf = ({ statuses }: Run): string => statuses[statuses.length - 1] ?? 'pending';

/** One organisation, and everything in it. */
export class World {
  /** The first is where workspaces are that name none. */
  readonly projects: [Project, ...Project[]] = [{ id: newId('prj'), name: 'Default Project' }];
  readonly workspaces = new Map<string, Workspace>();
  readonly stateVersions = new Map<string, StateVersion>();
  readonly configurationVersions = new Map<string, ConfigurationVersion>();
  readonly runs = new Map<string, Run>();
  /** The policies that runs are held against from now on. */
  policies: readonly PolicyOutcome[] = [];
  /** Whether runs get their turn. */
  isQueueOpen = true;

  constructor(
    readonly organization: string,
    readonly directory: string,
    readonly executor: Executor,
  ) {}

  workspaceNamed(name: string): Workspace | undefined {
    return [...this.workspaces.values()].find((each) => each.name === name);
  }

  newWorkspace(name: string, project = this.projects[0]): Workspace {
    const workspace: Workspace = {
      id: newId('ws'),
      project,
      name,
      executionMode: 'remote',
      terraformVersion: '1.11.4',
      workingDirectory: '',
      autoApply: false,
      variables: [],
      queue: Promise.resolve(),
    };
    this.workspaces.set(workspace.id, workspace);
    return workspace;
  }

  /** The newest state that is there in full. */
  currentState(workspace: string): (StateVersion & { state: Buffer }) | undefined {
    const all = [...this.stateVersions.values()].filter((each) => each.workspace === workspace);
    return all.filter((each): each is StateVersion & { state: Buffer } => each.state !== undefined).at(-1);
  }

  hasPendingState(workspace: string): boolean {
    return [...this.stateVersions.values()].some((each) => each.workspace === workspace && each.state === undefined);
  }

  /** Keeps a state that a run of its own made. */
  keepState(workspace: string, state: Buffer, urls: StateVersion['urls']): void {
    const { serial, lineage } = JSON.parse(state.toString('utf8')) as { readonly serial: number; readonly lineage: string };
    const md5 = createHash('md5').update(state).digest('hex');
    const id = newId('sv');
    this.stateVersions.set(id, { id, workspace, serial, lineage, md5, urls, state });
  }

  newRun(
    of: Pick<Run, 'workspace' | 'configurationVersion' | 'message' | 'planOnly' | 'autoApply' | 'options' | 'variables'>,
  ): Run {
    const stage: PolicyStage = { id: newId('ts'), evaluation: newId('poleval'), outcomes: this.policies, status: 'pending' };
    const run: Run = {
      ...of,
      id: newId('run'),
      plan: { id: newId('plan'), log: new RunLog(), status: 'pending' },
      apply: { id: newId('apply'), log: new RunLog(), status: 'pending' },
      cancellation: new AbortController(),
      stages: this.policies.length === 0 ? [] : [stage],
      statuses: ['pending'],
    };
    this.runs.set(run.id, run);
    return run;
  }
}
