import { existsSync, readFileSync } from 'node:fs';

import { AWS_PROVIDER_RANGE } from '../../../modules/terraform';
import type { ProviderSource } from '../../sandbox/plugin-mirror';
import type { Attempt } from '../attempt';
import { type Check, notChecked, ok, problem, type Subject } from '../check';
import { reasonOf } from '../reason';
import { compareVersions, parseVersion, satisfies } from '../version';
import { type ProviderBuild, readMirror } from './provider-mirror';

const PROVIDER: Subject = { id: 'aws-provider', title: 'AWS provider' };
const MIRROR_REMEDY = 'put a build in that range there (terraform providers mirror), or name another mirror by TF_PLUGIN_MIRROR';

/** What the check needs beside the source. */
export interface ProviderFacts {
  readonly source: ProviderSource;
  /** `linux_amd64`. */
  readonly platform: string;
  /** Asked only where the registry is the source. */
  readonly registry: () => Promise<Attempt<readonly ProviderBuild[]>>;
}

function versionsOf(builds: readonly ProviderBuild[]): string[] {
  return [...new Set(builds.map(({ version }) => version))];
}

/** The latest version in the range for the platform. */
function bestOf(builds: readonly ProviderBuild[], platform: string): string | undefined {
  const fitting = builds
    .filter((build) => build.platform === platform)
    .flatMap(({ version }) => parseVersion(version) ?? [])
    .filter((version) => satisfies(version, AWS_PROVIDER_RANGE) === true)
    .sort(compareVersions);
  return fitting.at(-1)?.numbers.join('.');
}

function judged(builds: readonly ProviderBuild[], platform: string, where: string): Check {
  const best = bestOf(builds, platform);
  if (best !== undefined) return ok(PROVIDER, `${best} for ${platform} in ${where}`);
  const here = versionsOf(builds.filter((build) => build.platform === platform));
  const elsewhere = versionsOf(builds);
  const found =
    here.length > 0
      ? `${here.join(', ')} for ${platform} in ${where}`
      : elsewhere.length > 0
        ? `${elsewhere.join(', ')} in ${where}, none of it for ${platform}`
        : `no hashicorp/aws in ${where}`;
  return problem(PROVIDER, { found, expected: AWS_PROVIDER_RANGE, remedy: MIRROR_REMEDY });
}

/** The filesystem mirrors that a CLI configuration names, read without its grammar: paths are literals there. */
function mirrorsIn(text: string): string[] {
  return [...text.matchAll(/filesystem_mirror\s*\{[^}]*?\bpath\s*=\s*"([^"]*)"/g)].map(([, path = '']) => path);
}

function configured(file: string, platform: string): Check {
  const text = readFileSync(file, 'utf8').replace(/^\s*(#|\/\/).*$/gm, '');
  const builds = mirrorsIn(text).flatMap(readMirror);
  if (bestOf(builds, platform) !== undefined) return judged(builds, platform, `the mirror of ${file}`);
  // Any other way of installing is between Terraform and that file.
  const others = ['network_mirror', 'direct', 'dev_overrides'].filter((way) => new RegExp(`\\b${way}\\b`).test(text));
  if (others.length > 0) {
    return notChecked(PROVIDER, `${file} installs it by ${others.join(' and ')}, which terraform init tries`);
  }
  return judged(builds, platform, `the mirror of ${file}`);
}

/** Where Terraform takes the AWS provider from, and whether one in the range of the stacks is there for this platform. */
export async function providerCheck({ source, platform, registry }: ProviderFacts): Promise<Check> {
  if (source.kind === 'mirror') {
    if (existsSync(source.directory)) return judged(readMirror(source.directory), platform, `the mirror ${source.directory}`);
    const remedy = 'make that folder a filesystem mirror, or unset TF_PLUGIN_MIRROR';
    return problem(PROVIDER, { found: `the mirror ${source.directory} is not there`, expected: AWS_PROVIDER_RANGE, remedy });
  }
  if (source.kind === 'configuration') return configured(source.file, platform);
  const asked = await registry();
  if (asked.done) return judged(asked.value, platform, 'registry.terraform.io');
  return problem(PROVIDER, {
    found: `no mirror is set up, and registry.terraform.io can't be asked: ${reasonOf(asked.error)}`,
    expected: AWS_PROVIDER_RANGE,
    remedy: 'let this machine reach the registry (HTTPS_PROXY), or name a filesystem mirror by TF_PLUGIN_MIRROR',
  });
}
