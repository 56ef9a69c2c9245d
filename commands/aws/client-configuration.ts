import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';

import { NodeHttpHandler } from '@smithy/node-http-handler';

import { asWritten, InputError } from '../../modules/core/input-error';
import { httpsProxyOf, ProxyAgent } from './proxy';

/** What a client of the AWS SDK is made with; the caller adds credentials where the default chain isn't wanted. */
export interface ClientConfiguration {
  readonly region: string;
  readonly requestHandler: NodeHttpHandler;
  readonly maxAttempts: number;
}

/** How a client is to behave. */
export interface ClientOptions {
  readonly region: string;
  /** Where HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE stand. @default - the process's */
  readonly env?: NodeJS.ProcessEnv;
  /** Of one attempt, the answer included. @default 5 @unit seconds */
  readonly timeLimitSeconds?: number;
  /** How often a call is tried in all. @default 2 */
  readonly maxAttempts?: number;
}

/**
 * The certificates of AWS_CA_BUNDLE, which take the place of the usual ones as they do for Terraform.
 * @throws InputError LZ-AWS-1
 */
export function certificatesOf({ AWS_CA_BUNDLE: file }: NodeJS.ProcessEnv): { readonly ca?: string } {
  if (file === undefined || file === '') return {};
  let found = 'no certificate';
  try {
    const ca = readFileSync(file, 'utf8');
    if (ca.includes('-----BEGIN CERTIFICATE-----')) return { ca };
  } catch (error) {
    found = (error as NodeJS.ErrnoException).code ?? 'an error';
  }
  throw InputError.of({
    subject: 'AWS_CA_BUNDLE',
    problem: `the file of certificates can't be used (${found})`,
    got: asWritten(file),
    remedy: 'name a readable file of PEM certificates, or unset it',
    code: 'LZ-AWS-1',
  });
}

/**
 * The settings that a machine behind a proxy needs: the SDK itself takes neither HTTPS_PROXY nor AWS_CA_BUNDLE from the
 * environment, so `new IAMClient(clientConfiguration({ region }))` speaks where Terraform does. No call hangs: the
 * answer is there within the time limit, or the attempt has failed.
 * @throws InputError LZ-AWS-1 the certificates, LZ-AWS-2 the proxy
 */
export function clientConfiguration(options: ClientOptions): ClientConfiguration {
  const { region, env = process.env, timeLimitSeconds = 5, maxAttempts = 2 } = options;
  // What the SDK thinks of this Node's age would stand between a command's own words.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const [roots, proxy] = [certificatesOf(env), httpsProxyOf(env)];
  const limit = timeLimitSeconds * 1000;
  const requestHandler = new NodeHttpHandler({
    httpsAgent: proxy === undefined ? new Agent(roots) : new ProxyAgent(proxy, roots, env),
    connectionTimeout: limit,
    requestTimeout: limit,
    throwOnRequestTimeout: true,
  });
  return { region, requestHandler, maxAttempts };
}
