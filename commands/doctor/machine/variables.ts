import { existsSync } from 'node:fs';

import { InputError } from '../../../modules/core/input-error';
import { certificatesOf } from '../../aws/client-configuration';
import { httpsProxyOf } from '../../aws/proxy';
import { type Check, ok, problem, type Subject, warning } from '../check';

const PROXY: Subject = { id: 'proxy', title: 'proxy' };
const CERTIFICATES: Subject = { id: 'certificates', title: 'certificates for AWS' };
const FILES: Subject = { id: 'files', title: 'files of the environment' };

/** Variables that name a file, and what its absence does. */
const FILE_VARIABLES = [
  { name: 'AWS_WEB_IDENTITY_TOKEN_FILE', level: problem, effect: 'no credentials come of it' },
  { name: 'TF_CLI_CONFIG_FILE', level: warning, effect: 'Terraform goes on without it' },
  { name: 'SSL_CERT_FILE', level: warning, effect: 'Terraform trusts only what it finds elsewhere' },
] as const;

function asFinding(subject: Subject, error: unknown): Check {
  if (!(error instanceof InputError)) throw error;
  const [first] = error.problems;
  const { subject: named = '', problem: text = '', got, remedy = '' } = first ?? {};
  return problem(subject, { found: `${named}: ${text}${got === undefined ? '' : `: ${got}`}`, remedy });
}

/** The certificates that AWS is trusted by: without them every call fails. */
export function certificatesCheck(env: NodeJS.ProcessEnv): Check {
  try {
    return ok(
      CERTIFICATES,
      certificatesOf(env).ca === undefined ? 'those of Node and Terraform' : `AWS_CA_BUNDLE: ${env.AWS_CA_BUNDLE ?? ''}`,
    );
  } catch (error) {
    return asFinding(CERTIFICATES, error);
  }
}

/** Whether the proxy variables are whole: a half set one sends some programs one way and some another. */
export function proxyCheck(env: NodeJS.ProcessEnv): Check {
  const [upper, lower] = [env.HTTPS_PROXY ?? '', env.https_proxy ?? ''];
  try {
    const proxy = httpsProxyOf(env);
    if (upper !== '' && lower !== '' && upper !== lower) {
      const remedy = 'give both the same value, or unset one';
      return warning(PROXY, { found: 'HTTPS_PROXY and https_proxy differ, and programs choose differently', remedy });
    }
    if (proxy !== undefined) return ok(PROXY, proxy.host);
  } catch (error) {
    return asFinding(PROXY, error);
  }
  if ((env.HTTP_PROXY ?? env.http_proxy ?? '') === '') return ok(PROXY, 'none');
  const remedy = 'set HTTPS_PROXY too, or unset HTTP_PROXY';
  return warning(PROXY, { found: 'HTTP_PROXY is set and HTTPS_PROXY is not: AWS is spoken to by https alone', remedy });
}

/** Every variable that names a file which isn't there; one line of praise where none does. */
export function fileChecks(env: NodeJS.ProcessEnv): Check[] {
  const set = FILE_VARIABLES.flatMap((variable) => ({ ...variable, file: env[variable.name] ?? '' })).filter(
    ({ file }) => file !== '',
  );
  const missing = set.filter(({ file }) => !existsSync(file));
  if (missing.length === 0) return [ok(FILES, set.length === 0 ? 'none is named' : set.map(({ name }) => name).join(', '))];
  return missing.map(({ name, level, effect, file }) =>
    level(
      { id: `file-${name}`, title: name },
      { found: `names ${file}, which is not there: ${effect}`, remedy: 'make the file, or unset the variable' },
    ),
  );
}
