import { OperationError } from '../../../modules/core/operation-error';
import type { Connection } from './connection';
import { type Page, Resource } from './document';

/** A run as it is at one moment. */
export interface RunState {
  readonly id: string;
  readonly status: string;
  readonly workspaceId: string;
  readonly planId: string;
  readonly applyId: string;
  readonly hasChanges: boolean;
  readonly isConfirmable: boolean;
  readonly isCancelable: boolean;
  readonly isPlanOnly: boolean;
}

/** How many resources a plan touches. */
export interface PlanCounts {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
  readonly import: number;
}

/** A workspace that takes uploads. */
export interface Workspace {
  readonly id: string;
  /** Where in an upload the host looks for the configuration, "" for its root. */
  readonly workingDirectory: string;
}

/** What a run is made of. */
export interface NewRun {
  readonly workspace: Workspace;
  readonly configuration: string;
  /** @default - the host's own words */
  readonly message?: string;
}

const NOTHING = new Resource('', {}, {});
const first = ({ resources }: Page): Resource => resources[0] ?? NOTHING;

function runStateOf(page: Page): RunState {
  const run = first(page);
  const actions = run.within('actions');
  return {
    id: run.id,
    status: run.text('status'),
    workspaceId: run.related('workspace'),
    planId: run.related('plan'),
    applyId: run.related('apply'),
    hasChanges: run.is('has-changes'),
    isConfirmable: actions.is('is-confirmable'),
    isCancelable: actions.is('is-cancelable'),
    isPlanOnly: run.is('plan-only'),
  };
}

const to = (type: string, id: string): object => ({ data: { type, id } });

/**
 * What an upload asks of HCP Terraform, or of what speaks its API.
 * @source HCP Terraform API reference: workspaces, configuration versions, runs, plans
 */
export class Host {
  constructor(
    readonly connection: Connection,
    readonly organization: string,
  ) {}

  /** @throws OperationError LZ-UPLOAD-27 where it runs nothing for others */
  async workspace(name: string): Promise<Workspace> {
    const what = `workspace ${this.organization}/${name}`;
    const workspace = first(await this.connection.get(`organizations/${this.organization}/workspaces/${name}`, what));
    if (workspace.text('execution-mode') === 'local') {
      const remedy = 'set its execution mode to remote or agent, or run terraform here';
      const problem = 'it keeps the state only and runs nothing';
      throw new OperationError({ subject: what, problem, got: 'execution mode "local"', remedy, code: 'LZ-UPLOAD-27' });
    }
    return { id: workspace.id, workingDirectory: workspace.text('working-directory') };
  }

  /** Uploads a tar.gz; answers the id of what it has become. */
  async upload({ id: workspace }: Workspace, archive: Buffer, isSpeculative: boolean): Promise<string> {
    const attributes = { 'auto-queue-runs': false, speculative: isSpeculative };
    const data = { type: 'configuration-versions', attributes };
    // A second one that nobody uploads to does no harm.
    const made = first(await this.connection.post(`workspaces/${workspace}/configuration-versions`, data, 'the upload'));
    const isThere = async (): Promise<boolean> => (await this.#uploadStatus(made.id)) === 'uploaded';
    await this.connection.put(made.text('upload-url'), archive, 'the upload', isThere);
    while (!(await isThere())) await this.connection.poll();
    return made.id;
  }

  /** Begins a run, once: one of the same upload is the one that was begun. It is never applied by itself. */
  async begin({ workspace, configuration, message }: NewRun): Promise<RunState> {
    const attributes = { 'auto-apply': false, ...(message === undefined ? {} : { message }) };
    const relationships = {
      workspace: to('workspaces', workspace.id),
      'configuration-version': to('configuration-versions', configuration),
    };
    const begun = async (): Promise<Page | undefined> => {
      const { resources } = await this.connection.get(`workspaces/${workspace.id}/runs`);
      const run = resources.find((each) => each.related('configuration-version') === configuration);
      return run === undefined ? undefined : { resources: [run] };
    };
    return runStateOf(await this.connection.post('runs', { type: 'runs', attributes, relationships }, 'the run', begun));
  }

  async run(id: string): Promise<RunState> {
    return runStateOf(await this.connection.get(`runs/${id}`, `run ${id}`));
  }

  async confirm({ id }: RunState): Promise<void> {
    await this.connection.act(`runs/${id}/actions/apply`, `run ${id}`, async () => !(await this.run(id)).isConfirmable);
  }

  async cancel({ id }: RunState): Promise<void> {
    await this.connection.act(`runs/${id}/actions/cancel`, `run ${id}`, async () => !(await this.run(id)).isCancelable);
  }

  async planCounts({ planId }: RunState): Promise<PlanCounts> {
    const plan = first(await this.connection.get(`plans/${planId}`));
    const count = (name: string): number => plan.number(`resource-${name}`);
    return { add: count('additions'), change: count('changes'), destroy: count('destructions'), import: count('imports') };
  }

  /** Where the words of a plan or an apply are read, "" where there are none yet. */
  async logUrl(phase: 'plans' | 'applies', id: string): Promise<string> {
    return id === '' ? '' : first(await this.connection.get(`${phase}/${id}`)).text('log-read-url');
  }

  /** The plan as `terraform show -json` writes it. @throws OperationError LZ-UPLOAD-28 there is none */
  async planJson({ planId }: RunState): Promise<Buffer> {
    const what = 'the JSON of the plan';
    const found = await this.connection.redirectOf(`plans/${planId}/json-output`, what);
    if (found === undefined) {
      const remedy = 'take the run up again a little later, by --run';
      throw new OperationError({ subject: what, problem: "it isn't there", remedy, code: 'LZ-UPLOAD-28' });
    }
    return found instanceof URL ? this.connection.read(found, what) : found;
  }

  async #uploadStatus(id: string): Promise<string> {
    const what = `configuration version ${id}`;
    const version = first(await this.connection.get(`configuration-versions/${id}`, what));
    if (version.text('status') !== 'errored') return version.text('status');
    const remedy = 'see whether the folder holds a stack, and whether the host takes an upload of its size';
    const got = version.text('error-message');
    throw new OperationError({ subject: what, problem: "the host can't use the upload", got, remedy, code: 'LZ-UPLOAD-29' });
  }
}
