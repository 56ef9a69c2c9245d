import { readFileSync } from 'node:fs';
import type { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';

import { asWritten, InputError } from '../../../modules/core/input-error';
import { httpsProxyOf, ProxyAgent } from '../../aws/proxy';

/** @throws InputError LZ-UPLOAD-9 */
function certificatesIn(variable: string, file: string): string {
  let found = 'no certificate';
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch (error) {
    found = (error as NodeJS.ErrnoException).code ?? 'an error';
  }
  throw InputError.of({
    subject: variable,
    problem: `the file of certificates can't be used (${found})`,
    got: asWritten(file),
    remedy: 'name a readable file of PEM certificates, or unset it',
    code: 'LZ-UPLOAD-9',
  });
}

/** SSL_CERT_FILE takes the place of the usual roots, as it does for Terraform; those of NODE_EXTRA_CA_CERTS come on top. */
function rootsOf(env: NodeJS.ProcessEnv): { readonly ca?: string } {
  const { SSL_CERT_FILE: file = '', NODE_EXTRA_CA_CERTS: extra = '' } = env;
  // Without the first, Node adds the second by itself.
  if (file === '') return {};
  const added = extra === '' ? [] : [certificatesIn('NODE_EXTRA_CA_CERTS', extra)];
  return { ca: [certificatesIn('SSL_CERT_FILE', file), ...added].join('\n') };
}

/**
 * What connections are made by: through HTTPS_PROXY but for the hosts of NO_PROXY, and to whom the roots vouch for only.
 * @throws InputError LZ-UPLOAD-9 the certificates, LZ-AWS-2 the proxy
 */
export function agentOf(env: NodeJS.ProcessEnv): Agent {
  const [roots, proxy] = [rootsOf(env), httpsProxyOf(env)];
  return proxy === undefined ? new SecureAgent({ ...roots, keepAlive: true }) : new ProxyAgent(proxy, roots, env);
}
