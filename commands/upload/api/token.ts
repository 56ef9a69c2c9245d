import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';

import { InputError } from '../../../modules/core/input-error';

/** What opens a host. It is a private field: no log, inspection or JSON shows it. */
export class Token {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** In clear text, for the one header that it belongs into. */
  reveal(): string {
    return this.#value;
  }
}

const PREFIX = 'TF_TOKEN_';
const VISIBLE = /^[!-~]+$/;

/** The host as it is compared: small letters, in ASCII, without the port that every https has. */
export function comparableHost(host: string): string {
  const [name = '', port] = host.split(':');
  return `${domainToASCII(name)}${port === undefined || port === '443' ? '' : `:${port}`}`;
}

/** @source Terraform CLI documentation, CLI Configuration File, "Environment Variable Credentials" */
function fromVariable(host: string, env: NodeJS.ProcessEnv): readonly [from: string, value: string] | undefined {
  const hostOf = (name: string): string => name.slice(PREFIX.length).replaceAll('__', '-').replaceAll('_', '.');
  const found = Object.entries(env).find(([name]) => name.startsWith(PREFIX) && comparableHost(hostOf(name)) === host);
  return found?.[1] === undefined || found[1] === '' ? undefined : [found[0], found[1]];
}

/** @throws InputError LZ-UPLOAD-8 */
function fromFile(host: string, env: NodeJS.ProcessEnv): readonly [from: string, value: string] | undefined {
  const folder = env.APPDATA === undefined ? join(env.HOME ?? '', '.terraform.d') : join(env.APPDATA, 'terraform.d');
  const file = join(folder, 'credentials.tfrc.json');
  let found = 'no JSON';
  try {
    const { credentials = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly credentials?: Record<string, { token?: unknown }>;
    };
    const [, entry] = Object.entries(credentials).find(([name]) => comparableHost(name) === host) ?? [];
    return typeof entry?.token === 'string' ? [file, entry.token] : undefined;
  } catch (error) {
    found = (error as NodeJS.ErrnoException).code ?? found;
    if (found === 'ENOENT') return undefined;
  }
  // The parser's words aren't told: they repeat the text.
  throw InputError.of({
    subject: file,
    problem: "the credentials can't be read",
    got: found,
    remedy: 'run terraform login again, or set TFE_TOKEN',
    code: 'LZ-UPLOAD-8',
  });
}

/**
 * The token of a host: `TF_TOKEN_<host>`, which is meant for this one; TFE_TOKEN; what `terraform login` kept.
 * @throws InputError LZ-UPLOAD-6 there is none, LZ-UPLOAD-7 it can't be one, LZ-UPLOAD-8 the file
 */
export function tokenOf(host: string, env: NodeJS.ProcessEnv): Token {
  const { TFE_TOKEN: general = '' } = env;
  const stated = fromVariable(host, env) ?? (general === '' ? fromFile(host, env) : (['TFE_TOKEN', general] as const));
  if (stated === undefined) {
    throw InputError.of({
      subject: host,
      problem: 'there is no token for this host',
      remedy: `run terraform login ${host}, or set ${PREFIX}${host.replaceAll('-', '__').replaceAll('.', '_')} or TFE_TOKEN`,
      code: 'LZ-UPLOAD-6',
    });
  }
  const [from, value] = stated;
  if (VISIBLE.test(value)) return new Token(value);
  throw InputError.of({
    subject: from,
    problem: 'what stands there is no token',
    got: `${String(value.length)} characters, white space or others that no token has among them`,
    remedy: 'copy the token again, without a line break',
    code: 'LZ-UPLOAD-7',
  });
}
