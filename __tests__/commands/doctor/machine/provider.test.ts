import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Check } from '../../../../commands/doctor/check';
import { providerCheck, type ProviderFacts } from '../../../../commands/doctor/machine/provider';
import { platformOf } from '../../../../commands/doctor/machine/provider-mirror';
import { done, unreached } from '../answers';

const provider = { id: 'aws-provider', title: 'AWS provider' };
const expected = '>= 5.100.0, < 7.0.0';
const mirrorRemedy = 'put a build in that range there (terraform providers mirror), or name another mirror by TF_PLUGIN_MIRROR';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plinth-provider-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function build(version: string, platform = 'linux_amd64'): void {
  mkdirSync(join(root, 'registry.terraform.io/hashicorp/aws', version, platform), { recursive: true });
}

function archive(name: string): void {
  mkdirSync(join(root, 'registry.terraform.io/hashicorp/aws'), { recursive: true });
  writeFileSync(join(root, 'registry.terraform.io/hashicorp/aws', name), '');
}

function check(source: ProviderFacts['source'], registry: ProviderFacts['registry'] = unasked): Promise<Check> {
  return providerCheck({ source, platform: 'linux_amd64', registry });
}

const unasked = (): never => {
  throw new Error('the registry was asked');
};
const ofMirror = (): Promise<Check> => check({ kind: 'mirror', directory: root });

describe('a mirror', () => {
  test.each([
    ['5.99.9', 'problem'],
    ['5.100.0', 'ok'],
    ['6.99.0', 'ok'],
    ['7.0.0', 'problem'],
  ])('with %s is: %s', async (version, level) => {
    build(version);

    expect(await ofMirror()).toMatchObject({ level });
  });

  test('names the latest version in the range', async () => {
    ['5.100.0', '6.9.0', '6.25.0', '7.1.0'].forEach((version) => build(version));

    expect(await ofMirror()).toEqual({ ...provider, level: 'ok', found: `6.25.0 for linux_amd64 in the mirror ${root}` });
  });

  test('takes packed builds too', async () => {
    archive('terraform-provider-aws_6.1.0_linux_amd64.zip');
    archive('index.json');

    expect(await ofMirror()).toEqual({ ...provider, level: 'ok', found: `6.1.0 for linux_amd64 in the mirror ${root}` });
  });

  test('without a version in the range says which it has', async () => {
    build('4.67.0');
    build('5.99.0');

    expect(await ofMirror()).toEqual({
      ...provider,
      level: 'problem',
      found: `4.67.0, 5.99.0 for linux_amd64 in the mirror ${root}`,
      expected,
      remedy: mirrorRemedy,
    });
  });

  test('for other platforms only is a problem', async () => {
    build('5.100.0', 'darwin_arm64');

    expect(await ofMirror()).toEqual({
      ...provider,
      level: 'problem',
      found: `5.100.0 in the mirror ${root}, none of it for linux_amd64`,
      expected,
      remedy: mirrorRemedy,
    });
  });

  test('without the provider is a problem', async () => {
    expect(await ofMirror()).toMatchObject({ level: 'problem', found: `no hashicorp/aws in the mirror ${root}` });
  });

  test('that is not there is a problem', async () => {
    expect(await check({ kind: 'mirror', directory: '/no/mirror' })).toEqual({
      ...provider,
      level: 'problem',
      found: 'the mirror /no/mirror is not there',
      expected,
      remedy: 'make that folder a filesystem mirror, or unset TF_PLUGIN_MIRROR',
    });
  });
});

describe('a CLI configuration', () => {
  function configuration(text: string): ProviderFacts['source'] {
    const file = join(root, 'terraform.rc');
    writeFileSync(file, text);
    return { kind: 'configuration', file };
  }

  test('is followed to its filesystem mirror', async () => {
    build('5.100.0');
    const source = configuration(`provider_installation {\n  filesystem_mirror {\n    path = "${root}"\n  }\n}\n`);

    expect(await check(source)).toEqual({
      ...provider,
      level: 'ok',
      found: `5.100.0 for linux_amd64 in the mirror of ${join(root, 'terraform.rc')}`,
    });
  });

  test('with an empty mirror alone is a problem, a commented one counting for none', async () => {
    const source = configuration(`provider_installation {\n  filesystem_mirror {\n    path = "${root}"\n  }\n  # direct {}\n}\n`);

    expect(await check(source)).toMatchObject({
      level: 'problem',
      found: `no hashicorp/aws in the mirror of ${join(root, 'terraform.rc')}`,
    });
  });

  test('with another way of installing is left to Terraform', async () => {
    expect(
      await check(configuration('provider_installation {\n  network_mirror { url = "https://m/" }\n  direct {}\n}\n')),
    ).toEqual({
      ...provider,
      level: 'not checked',
      found: `${join(root, 'terraform.rc')} installs it by network_mirror and direct, which terraform init tries`,
    });
  });
});

describe('the registry', () => {
  test('that offers a version in the range is well', async () => {
    const builds = [
      { version: '5.100.0', platform: 'linux_amd64' },
      { version: '6.25.0', platform: 'linux_amd64' },
    ];

    expect(await check({ kind: 'registry' }, () => Promise.resolve(done(builds)))).toEqual({
      ...provider,
      level: 'ok',
      found: '6.25.0 for linux_amd64 in registry.terraform.io',
    });
  });

  test('that is out of reach where no mirror is set up is a problem', async () => {
    expect(await check({ kind: 'registry' }, () => Promise.resolve(unreached('ENOTFOUND')))).toEqual({
      ...provider,
      level: 'problem',
      found: "no mirror is set up, and registry.terraform.io can't be asked: its name is not known here (ENOTFOUND)",
      expected,
      remedy: 'let this machine reach the registry (HTTPS_PROXY), or name a filesystem mirror by TF_PLUGIN_MIRROR',
    });
  });
});

test.each([
  ['linux', 'x64', 'linux_amd64'],
  ['darwin', 'arm64', 'darwin_arm64'],
  ['win32', 'ia32', 'windows_386'],
])('Node says %s and %s where Terraform says %s', (system, architecture, platform) => {
  expect(platformOf(system, architecture)).toBe(platform);
});
