import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an HTTPS server shows, and the file that its clients have to trust. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
  readonly authorityFile: string;
}

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** A certificate authority that is good for a day and for nobody but the processes that are told to trust it. */
export function makeServerCertificate(folder: string, names: readonly string[]): ServerCertificate {
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: 'pipe' });
  const authority = ['-days', '1', '-subj', '/CN=throw-away authority', '-addext', 'keyUsage=critical,keyCertSign'];
  openssl('req', '-x509', ...CURVE, ...authority, '-keyout', at('authority.key'), '-out', at('authority.pem'));
  openssl('req', ...CURVE, '-subj', '/CN=engine', '-keyout', at('server.key'), '-out', at('server.csr'));
  writeFileSync(at('server.ext'), `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')},IP:127.0.0.1\n`);
  const signed = ['-CA', at('authority.pem'), '-CAkey', at('authority.key'), '-CAcreateserial', '-extfile', at('server.ext')];
  openssl('x509', '-req', '-days', '1', '-in', at('server.csr'), ...signed, '-out', at('server.pem'));
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  return { key: read('server.key'), cert: read('server.pem'), authorityFile: at('authority.pem') };
}
