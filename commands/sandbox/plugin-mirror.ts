import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Terraform takes the AWS provider from. */
export type ProviderSource =
  | { readonly kind: 'mirror'; readonly directory: string }
  | { readonly kind: 'configuration'; readonly file: string }
  | { readonly kind: 'registry' };

const AWS_PROVIDER = join('registry.terraform.io', 'hashicorp', 'aws');

/**
 * The source this environment offers: `TF_PLUGIN_MIRROR`; then a CLI configuration that says how providers are
 * installed; then the first filesystem mirror in the usual places that holds hashicorp/aws; else the registry.
 * @source Terraform CLI documentation, CLI Configuration File, "Implied Local Mirror Directories"
 */
export function findProviderSource(env: NodeJS.ProcessEnv, fileSystemRoot = '/'): ProviderSource {
  const stated = env.TF_PLUGIN_MIRROR;
  if (stated !== undefined && stated !== '') return { kind: 'mirror', directory: stated };
  const file = [env.TF_CLI_CONFIG_FILE, homePath(env, '.terraformrc')].find(installsProviders);
  if (file !== undefined) return { kind: 'configuration', file };
  const directory = usualPlaces(env, fileSystemRoot).find((place) => existsSync(join(place, AWS_PROVIDER)));
  return directory === undefined ? { kind: 'registry' } : { kind: 'mirror', directory };
}

/**
 * The CLI configuration file for a source, written into `folder` unless the environment has one of its own.
 * Without a mirror, providers are downloaded once into `cache`.
 */
export async function writeCliConfiguration(source: ProviderSource, folder: string, cache: string): Promise<string> {
  if (source.kind === 'configuration') return source.file;
  const file = join(folder, 'terraform.rc');
  const text =
    source.kind === 'mirror'
      ? `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(source.directory)}\n  }\n}\n`
      : `plugin_cache_dir = ${JSON.stringify(cache)}\nplugin_cache_may_break_dependency_lock_file = true\n`;
  await writeFile(file, `disable_checkpoint = true\n${text}`);
  return file;
}

function homePath(env: NodeJS.ProcessEnv, ...path: string[]): string | undefined {
  return env.HOME ? join(env.HOME, ...path) : undefined;
}

function installsProviders(file: string | undefined): file is string {
  return file !== undefined && file !== '' && existsSync(file) && /\bprovider_installation\b/.test(readFileSync(file, 'utf8'));
}

function usualPlaces(env: NodeJS.ProcessEnv, fileSystemRoot: string): string[] {
  const dataHome = env.XDG_DATA_HOME ?? homePath(env, '.local', 'share');
  const dataDirectories = (env.XDG_DATA_DIRS ?? '').split(':').filter((part) => part !== '');
  const shared = ['usr/local/share', 'usr/share'].map((path) => join(fileSystemRoot, path));
  const dataPlaces = [dataHome, ...dataDirectories, ...shared].filter((place) => place !== undefined);
  return [
    ...[homePath(env, '.terraform.d', 'plugins')].filter((place) => place !== undefined),
    ...dataPlaces.map((place) => join(place, 'terraform', 'plugins')),
    ...subdirectories(join(fileSystemRoot, 'opt')),
  ];
}

function subdirectories(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}
