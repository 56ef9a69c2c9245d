import { connect } from 'node:tls';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

import { HttpsProxyAgent } from 'https-proxy-agent';

import { InputError } from '../../modules/core/input-error';

/** What https-proxy-agent hands to a connection. */
type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

function valueOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name] ?? env[name.toLowerCase()];
  return value === '' ? undefined : value;
}

function isUsable(proxy: URL): boolean {
  // The agent decodes the name and password when it is too late to say what is wrong.
  decodeURIComponent(`${proxy.username}${proxy.password}`);
  return ['http:', 'https:'].includes(proxy.protocol) && proxy.hostname !== '';
}

/**
 * The proxy that HTTPS_PROXY names, in either spelling; one without a scheme is an http one, as Terraform has it.
 * @throws InputError LZ-AWS-2 it is none; its text isn't shown, since a password may stand in it
 */
export function httpsProxyOf(env: NodeJS.ProcessEnv): URL | undefined {
  const stated = valueOf(env, 'HTTPS_PROXY');
  if (stated === undefined) return undefined;
  try {
    const proxy = new URL(stated.includes('://') ? stated : `http://${stated}`);
    if (isUsable(proxy)) return proxy;
  } catch {
    // Said below, without the parser's words: they repeat the text.
  }
  throw InputError.of({
    subject: 'HTTPS_PROXY',
    problem: 'it is not the URL of an http or https proxy',
    remedy: 'write http://host:port, with the special characters of a password percent-encoded',
    code: 'LZ-AWS-2',
  });
}

/** Whether NO_PROXY names the host: itself, a domain above it, or everything. */
export function isDirect(host: string, env: NodeJS.ProcessEnv): boolean {
  const entries = (valueOf(env, 'NO_PROXY') ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  return entries.some((entry) => {
    const domain = entry
      .replace(/:\d+$/, '')
      .replace(/^\*?\./, '')
      .toLowerCase();
    return entry === '*' || host.toLowerCase() === domain || host.toLowerCase().endsWith(`.${domain}`);
  });
}

/** Speaks to hosts through a proxy, but for those of NO_PROXY, and trusts one set of roots in either way. */
export class ProxyAgent extends HttpsProxyAgent<string> {
  readonly #env: NodeJS.ProcessEnv;
  readonly #roots: { readonly ca?: string };

  constructor(proxy: URL, roots: { readonly ca?: string }, env: NodeJS.ProcessEnv) {
    // "close", which the agent says otherwise, makes some proxies close the tunnel as soon as it stands.
    super(proxy, { ...roots, headers: { 'Proxy-Connection': 'Keep-Alive' } });
    this.#env = env;
    this.#roots = roots;
  }

  override connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    // The parent keeps its options for the way to the proxy; the host behind it is a connection of its own.
    const all = { ...options, ...this.#roots };
    const { host } = all;
    if (host === undefined || !isDirect(host, this.#env)) return super.connect(request, all);
    return Promise.resolve(connect({ servername: host, ...all }));
  }
}
