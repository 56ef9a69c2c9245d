import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App } from 'cdktf';

import { AccountStack, type Backend, type CloudState, LayerStack, type LayerStackProps } from '../../modules/terraform';

const PLACE = { organization: 'acme', account: { name: 'dev', id: '555555555555' }, region: 'eu-west-1' } as const;
const NAME = 'dev-eu-west-1-network';

/** A stack's folder as it is written, by file; undefined is a file that isn't there. */
function written(backend: Backend): Readonly<Record<'cloud.tf' | 'cdk.tf.json', string | undefined>> {
  const outdir = mkdtempSync(join(tmpdir(), 'cloud-file-'));
  try {
    const app = new App({ outdir, stackTraces: false });
    new AccountStack(app, { ...PLACE, layer: 'network', backend });
    app.synth();
    const read = (file: string): string | undefined => {
      const path = join(outdir, 'stacks', NAME, file);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    };
    return { 'cloud.tf': read('cloud.tf'), 'cdk.tf.json': read('cdk.tf.json') };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const cloudFile = (state: Omit<CloudState, 'kind'>): string | undefined => written({ kind: 'cloud', ...state })['cloud.tf'];

describe('a stack whose state lies in HCP Terraform', () => {
  it('names host, organisation, project and workspace in cloud.tf', () => {
    expect(cloudFile({ organization: 'acme', project: 'landing-zone', hostname: 'tfe.acme.example' })).toBe(`terraform {
  cloud {
    hostname     = "tfe.acme.example"
    organization = "acme"

    workspaces {
      name    = "dev-eu-west-1-network"
      project = "landing-zone"
    }
  }
}
`);
  });

  it('is at app.terraform.io in the Default Project where nothing else is said', () => {
    const file = cloudFile({ organization: 'acme' });
    expect(file).toContain('hostname     = "app.terraform.io"\n');
    expect(file).toContain('project = "Default Project"\n');
  });

  it('writes quotes, backslashes and what looks like a template so that Terraform takes them as they stand', () => {
    expect(cloudFile({ organization: 'a"b\\c', project: 'a ${b} %{c} $d' })).toContain(String.raw`organization = "a\"b\\c"`);
    expect(cloudFile({ organization: 'acme', project: 'a ${b} %{c} $d' })).toContain('project = "a $${b} %%{c} $d"');
  });

  it('declares no backend in its JSON, and nothing else in it differs from a local one but that', () => {
    const terraformOf = (backend: Backend): unknown =>
      (JSON.parse(written(backend)['cdk.tf.json'] ?? '') as { terraform: unknown }).terraform;
    const versions = {
      required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' } },
      required_version: '>= 1.10.0',
    };

    expect(terraformOf({ kind: 'cloud', organization: 'acme' })).toEqual(versions);
    expect(terraformOf({ kind: 'local' })).toEqual({
      ...versions,
      backend: { local: { path: `../../../terraform.state/acme/${NAME}.tfstate` } },
    });
  });

  it('is written alike twice, byte by byte', () => {
    const state: CloudState = { kind: 'cloud', organization: 'acme', project: 'landing-zone' };
    expect(written(state)).toEqual(written(state));
  });

  it('has no cloud.tf where its state is elsewhere', () => {
    expect(written({ kind: 'local' })['cloud.tf']).toBeUndefined();
    expect(written({ kind: 's3', bucket: 'acme-state', region: 'eu-west-1' })['cloud.tf']).toBeUndefined();
  });
});

class WithoutProvider extends LayerStack {}

describe('a stack without a provider', () => {
  it('has its name, its backend and its version of Terraform', () => {
    const props: LayerStackProps = { ...PLACE, layer: 'workspaces', global: true, backend: { kind: 'local' } };
    const stack = new WithoutProvider(new App({ outdir: tmpdir(), stackTraces: false }), props);

    expect(stack.node.id).toBe('dev-global-workspaces');
    expect(JSON.parse(JSON.stringify(stack.toTerraform()))).toMatchObject({
      terraform: {
        backend: { local: { path: '../../../terraform.state/acme/dev-global-workspaces.tfstate' } },
        required_version: '>= 1.10.0',
      },
    });
  });
});
