import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate that is its own authority. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** The file to trust. */
  readonly file: string;
}

/** Makes one for AWS's host names, good for a day and for nobody but the processes that are told to trust it. */
export function makeCertificate(folder: string): Certificate {
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = [
    '*.amazonaws.com',
    '*.eu-west-1.amazonaws.com',
    '*.us-east-1.amazonaws.com',
    '*.us-gov-west-1.amazonaws.com',
    '*.us-gov.amazonaws.com',
    '*.cn-north-1.amazonaws.com.cn',
  ];
  const alternative = `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`;
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', '-subj', '/CN=forwarder'];
  execFileSync('openssl', ['req', '-x509', ...kind, '-addext', alternative, '-keyout', key, '-out', file], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(file, 'utf8'), file };
}
