import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';

import { httpsProxyOf, ProxyAgent } from '../../aws/proxy';
import type { ProviderBuild } from './provider-mirror';

const ADDRESS = 'https://registry.terraform.io/v1/providers/hashicorp/aws/versions';

interface Versions {
  readonly versions: readonly {
    readonly version: string;
    readonly platforms: readonly { readonly os: string; readonly arch: string }[];
  }[];
}

/** Terraform trusts SSL_CERT_FILE where it is set; a file that isn't there is passed over, as Terraform does. */
function rootsOf({ SSL_CERT_FILE: file }: NodeJS.ProcessEnv): { readonly ca?: string } {
  try {
    return file === undefined || file === '' ? {} : { ca: readFileSync(file, 'utf8') };
  } catch {
    return {};
  }
}

/**
 * The builds of hashicorp/aws that the public registry offers.
 * @source Terraform documentation, Provider Registry Protocol, "List Available Versions"
 */
export function readRegistry(env: NodeJS.ProcessEnv, signal: AbortSignal, address = ADDRESS): Promise<ProviderBuild[]> {
  return new Promise((resolve, reject) => {
    const [proxy, roots] = [httpsProxyOf(env), rootsOf(env)];
    const agent = proxy === undefined ? new Agent(roots) : new ProxyAgent(proxy, roots, env);
    const asked = get(address, { agent, signal }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.once('error', reject).once('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`it answers HTTP ${answer.statusCode ?? 0}`));
        else resolve(buildsOf(text));
      });
    });
    asked.once('error', reject);
  });
}

/** The builds in an answer of the registry. */
export function buildsOf(text: string): ProviderBuild[] {
  const { versions } = JSON.parse(text) as Versions;
  return versions.flatMap(({ version, platforms }) => platforms.map(({ os, arch }) => ({ version, platform: `${os}_${arch}` })));
}
