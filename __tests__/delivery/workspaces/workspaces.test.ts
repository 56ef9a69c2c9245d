import { tmpdir } from 'node:os';

import { App } from 'cdktf';

import { Workspaces, type WorkspacesProps, WorkspacesStack } from '../../../modules/delivery';
import { refusalOf } from '../../refusal';
import { type Body, documentOf, type Resources } from '../../test-stack';

const REPOSITORY = { name: 'acme/landing-zone', githubAppInstallation: 'ghain-Ab1' };

function stackWith(props: Partial<WorkspacesProps>): WorkspacesStack {
  const app = new App({ outdir: tmpdir(), stackTraces: false });
  const stack = new WorkspacesStack(app, {
    organization: 'acme',
    account: { name: 'management', id: '111111111111' },
    region: 'eu-west-1',
    state: { kind: 'cloud', organization: 'acme-corp', project: 'landing-zone' },
  });
  new Workspaces(stack, 'workspaces', { workspaces: [{ stack: 'dev-eu-west-1-network' }], ...props });
  return stack;
}

/** Resources without cdktf's notes. */
function written(props: Partial<WorkspacesProps>, type: string): Resources[string] {
  const all = documentOf(stackWith(props)).resource[type] ?? {};
  return Object.fromEntries(Object.entries(all).map(([name, { '//': _, ...body }]): [string, Body] => [name, body]));
}

const workspaceOf = (props: Partial<WorkspacesProps>, stack = 'dev-eu-west-1-network'): Body =>
  written(props, 'tfe_workspace')[stack] ?? {};

describe('the stack of the workspaces', () => {
  it('takes the tfe provider, with host and organisation and without a token, and no other', () => {
    const { provider, terraform } = documentOf(stackWith({})) as unknown as Record<string, unknown>;
    expect(provider).toEqual({ tfe: [{ hostname: 'app.terraform.io', organization: 'acme-corp' }] });
    expect(terraform).toEqual({
      required_providers: { tfe: { source: 'hashicorp/tfe', version: '>= 0.71.0, < 0.81.0' } },
      required_version: '>= 1.10.0',
    });
  });

  it('may hold more than 300 resources: it has some for every stack', () => {
    const workspaces = Array.from({ length: 151 }, (_, n) => ({ stack: `dev-${String(n)}` }));
    expect(Object.keys(written({ workspaces }, 'tfe_workspace_settings'))).toHaveLength(151);
  });
});

describe('a workspace', () => {
  it('is named as its stack, applies nothing by itself, and is neither destroyed nor emptied', () => {
    expect(workspaceOf({})).toEqual({
      name: 'dev-eu-west-1-network',
      project_id: '${data.tfe_project.project.id}',
      terraform_version: '~> 1.10',
      auto_apply: false,
      auto_apply_run_trigger: false,
      allow_destroy_plan: false,
      force_delete: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it('shows its state to no other workspace, since no stack reads another', () => {
    expect(written({}, 'tfe_workspace_settings')).toEqual({
      'dev-eu-west-1-network': {
        workspace_id: '${tfe_workspace.dev-eu-west-1-network.id}',
        execution_mode: 'remote',
        global_remote_state: false,
        remote_state_consumer_ids: [],
      },
    });
  });

  it('runs what is committed in its own folder, and only that starts its runs', () => {
    expect(workspaceOf({ repository: { ...REPOSITORY, branch: 'main' } })).toMatchObject({
      working_directory: 'cdktf.out/stacks/dev-eu-west-1-network',
      file_triggers_enabled: true,
      trigger_patterns: ['/cdktf.out/stacks/dev-eu-west-1-network/**/*'],
      queue_all_runs: false,
      vcs_repo: { identifier: 'acme/landing-zone', branch: 'main', github_app_installation_id: 'ghain-Ab1' },
    });
  });

  it('is told by an OAuth client and in another folder, too', () => {
    const repository = { name: 'acme/platform/lz', directory: 'terraform', oauthToken: 'ot-Ab1' };
    expect(workspaceOf({ repository })).toMatchObject({
      working_directory: 'terraform/dev-eu-west-1-network',
      trigger_patterns: ['/terraform/dev-eu-west-1-network/**/*'],
      vcs_repo: { identifier: 'acme/platform/lz', oauth_token_id: 'ot-Ab1' },
    });
  });

  it('that an administrator applies has no runs, so watches no repository', () => {
    const props = { repository: REPOSITORY, workspaces: [{ stack: 'dev-global-delivery', executionMode: 'local' as const }] };
    expect(workspaceOf(props, 'dev-global-delivery')).not.toHaveProperty('vcs_repo');
    expect(workspaceOf(props, 'dev-global-delivery')).not.toHaveProperty('trigger_patterns');
    expect(written(props, 'tfe_workspace_settings')['dev-global-delivery']).toMatchObject({ execution_mode: 'local' });
  });

  it('of a stack that ends is no longer protected, and may be emptied', () => {
    const closing = workspaceOf({ workspaces: [{ stack: 'dev-eu-west-1-network', closing: true }] });
    expect(closing).not.toHaveProperty('lifecycle');
    expect(closing).toMatchObject({ allow_destroy_plan: true, force_delete: false });
  });

  it('has its variables by name, told as they stand and to everybody', () => {
    const variables = {
      TFC_AWS_RUN_ROLE_ARN: { value: 'arn:aws:iam::555555555555:role/a-${b}', category: 'env' as const },
      zones: { value: '["a"]', category: 'terraform' as const, hcl: true },
    };
    expect(written({ workspaces: [{ stack: 'dev', variables }] }, 'tfe_variable')).toEqual({
      dev_TFC_AWS_RUN_ROLE_ARN: {
        workspace_id: '${tfe_workspace.dev.id}',
        key: 'TFC_AWS_RUN_ROLE_ARN',
        value: 'arn:aws:iam::555555555555:role/a-$${b}',
        category: 'env',
        hcl: false,
        sensitive: false,
      },
      dev_zones: {
        workspace_id: '${tfe_workspace.dev.id}',
        key: 'zones',
        value: '["a"]',
        category: 'terraform',
        hcl: true,
        sensitive: false,
      },
    });
  });

  it('has a name that fits: 90 characters do, 91 and a slash are refused', () => {
    const named = (stack: string) => () => workspaceOf({ workspaces: [{ stack }] }, stack);
    expect(named('a'.repeat(90))()).toMatchObject({ name: 'a'.repeat(90) });
    expect(refusalOf(named('a'.repeat(91)))).toBe(
      `workspace ${'a'.repeat(91)}: a workspace has a name of 1 to 90 letters, digits, - and _, got "${'a'.repeat(91)}"; name the stack otherwise [LZ-STACK-9]`,
    );
    expect(refusalOf(named('shop/prod'))).toBe(
      'workspace shop/prod: a workspace has a name of 1 to 90 letters, digits, - and _, got "shop/prod"; name the stack otherwise [LZ-STACK-9]',
    );
  });
});

describe('the project', () => {
  it('is made and protected where it has a name of its own', () => {
    expect(written({ project: 'landing-zone' }, 'tfe_project')).toEqual({
      project: { name: 'landing-zone', lifecycle: { prevent_destroy: true } },
    });
    expect(workspaceOf({ project: 'landing-zone' })).toMatchObject({ project_id: '${tfe_project.project.id}' });
  });

  it('loses its protection when everything ends', () => {
    expect(written({ project: 'landing-zone', closing: true }, 'tfe_project')).toEqual({ project: { name: 'landing-zone' } });
  });

  it('is only looked up where it is the default one', () => {
    const { data, resource } = documentOf(stackWith({}));
    expect(data?.tfe_project?.project).toMatchObject({ name: 'Default Project' });
    expect(resource).not.toHaveProperty('tfe_project');
  });
});

describe('run triggers', () => {
  it('go from what is applied first to what waits for it, by names', () => {
    const workspaces = [{ stack: 'dev' }, { stack: 'hub', needs: ['dev'] }];
    expect(written({ workspaces }, 'tfe_run_trigger')).toEqual({
      hub_dev: { workspace_id: '${tfe_workspace.hub.id}', sourceable_id: '${tfe_workspace.dev.id}' },
    });
  });
});
