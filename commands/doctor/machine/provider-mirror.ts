import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PLACE = ['registry.terraform.io', 'hashicorp', 'aws'];

/** A version of the provider for one platform, `linux_amd64`. */
export interface ProviderBuild {
  readonly version: string;
  readonly platform: string;
}

function unpacked(folder: string, version: string): ProviderBuild[] {
  return readdirSync(join(folder, version)).map((platform) => ({ version, platform }));
}

/**
 * The builds of hashicorp/aws in a filesystem mirror, unpacked as `<version>/<platform>/` or packed as
 * `terraform-provider-aws_<version>_<platform>.zip`.
 * @source Terraform CLI documentation, CLI Configuration File, "filesystem_mirror"
 */
export function readMirror(directory: string): ProviderBuild[] {
  const folder = join(directory, ...PLACE);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): ProviderBuild[] => {
    if (entry.isDirectory()) return unpacked(folder, entry.name);
    const [, version, platform] = /^terraform-provider-aws_(.+?)_(\w+_\w+)\.zip$/.exec(entry.name) ?? [];
    return version === undefined || platform === undefined ? [] : [{ version, platform }];
  });
}

/** This platform as Terraform names it. */
export function platformOf(system: string, architecture: string): string {
  const [systems, architectures] = [{ win32: 'windows' }, { x64: 'amd64', ia32: '386' }] as Readonly<Record<string, string>>[];
  return `${systems?.[system] ?? system}_${architectures?.[architecture] ?? architecture}`;
}
