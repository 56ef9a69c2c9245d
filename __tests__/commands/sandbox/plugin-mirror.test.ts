import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProviderSource, writeCliConfiguration } from '../../../commands/sandbox/plugin-mirror';

const INSTALLS = 'provider_installation {\n  direct {}\n}\n';

let root: string;
const at = (...path: string[]): string => join(root, ...path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plinth-mirror-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Makes a file system mirror that holds the provider of `owner`. */
function mirror(path: string, owner = 'hashicorp'): string {
  mkdirSync(at(path, 'registry.terraform.io', owner, 'aws'), { recursive: true });
  return at(path);
}

function file(path: string, text: string): string {
  writeFileSync(at(path), text);
  return at(path);
}

test('TF_PLUGIN_MIRROR comes before a CLI configuration and every usual place', () => {
  mirror('opt/plugins');
  const env = { TF_PLUGIN_MIRROR: '/mirror', TF_CLI_CONFIG_FILE: file('own.rc', INSTALLS) };
  expect(findProviderSource(env, root)).toEqual({ kind: 'mirror', directory: '/mirror' });
});

test('a CLI configuration that says how providers are installed is used as it is', async () => {
  mirror('opt/plugins');
  const source = findProviderSource({ TF_CLI_CONFIG_FILE: file('own.rc', INSTALLS) }, root);
  expect(source).toEqual({ kind: 'configuration', file: at('own.rc') });
  expect(await writeCliConfiguration(source, root, at('cache'))).toBe(at('own.rc'));
});

test('the .terraformrc of the home directory is used when TF_CLI_CONFIG_FILE names a file that is not there', () => {
  const env = { TF_CLI_CONFIG_FILE: at('missing.rc'), HOME: root };
  file('.terraformrc', INSTALLS);
  expect(findProviderSource(env, root)).toEqual({ kind: 'configuration', file: at('.terraformrc') });
});

test('a CLI configuration without provider_installation is passed over', () => {
  const directory = mirror('opt/plugins');
  expect(findProviderSource({ TF_CLI_CONFIG_FILE: file('own.rc', 'disable_checkpoint = true\n') }, root)).toEqual({
    kind: 'mirror',
    directory,
  });
});

test.each([
  ['~/.terraform.d/plugins', 'home/.terraform.d/plugins'],
  ['~/.local/share/terraform/plugins', 'home/.local/share/terraform/plugins'],
  ['a directory of XDG_DATA_DIRS', 'data/terraform/plugins'],
  ['/usr/local/share/terraform/plugins', 'usr/local/share/terraform/plugins'],
  ['/usr/share/terraform/plugins', 'usr/share/terraform/plugins'],
  ['a directory in /opt', 'opt/anything'],
])('a mirror in %s is found', (_, path) => {
  const directory = mirror(path);
  const env = { HOME: at('home'), XDG_DATA_DIRS: `${at('none')}:${at('data')}` };
  expect(findProviderSource(env, root)).toEqual({ kind: 'mirror', directory });
});

test('XDG_DATA_HOME takes the place of ~/.local/share', () => {
  mirror('home/.local/share/terraform/plugins');
  const directory = mirror('xdg/terraform/plugins');
  expect(findProviderSource({ HOME: at('home'), XDG_DATA_HOME: at('xdg') }, root)).toEqual({ kind: 'mirror', directory });
});

test('a mirror without hashicorp/aws is passed over, and the registry is left', () => {
  mirror('opt/plugins', 'somebody');
  expect(findProviderSource({}, root)).toEqual({ kind: 'registry' });
});

test('a mirror is written into a CLI configuration with its path quoted', async () => {
  const written = await writeCliConfiguration({ kind: 'mirror', directory: '/a "b"' }, root, at('cache'));
  expect(readFileSync(written, 'utf8')).toBe(
    'disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror {\n    path = "/a \\"b\\""\n  }\n}\n',
  );
});

test('without a mirror a cache keeps what is downloaded', async () => {
  const written = await writeCliConfiguration({ kind: 'registry' }, root, '/cache');
  expect(readFileSync(written, 'utf8')).toBe(
    'disable_checkpoint = true\nplugin_cache_dir = "/cache"\nplugin_cache_may_break_dependency_lock_file = true\n',
  );
});
