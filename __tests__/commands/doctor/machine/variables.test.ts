import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { certificatesCheck, fileChecks, proxyCheck } from '../../../../commands/doctor/machine/variables';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-variables-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, text = ''): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('the proxy', () => {
  const proxy = { id: 'proxy', title: 'proxy' };

  test.each([
    ['none', {}],
    ['proxy.example.com:3128', { HTTPS_PROXY: 'http://user:hidden@proxy.example.com:3128' }],
    ['proxy.example.com', { https_proxy: 'http://proxy.example.com', HTTPS_PROXY: 'http://proxy.example.com' }],
    ['proxy.example.com:3128', { HTTPS_PROXY: 'http://proxy.example.com:3128', HTTP_PROXY: 'http://other:1' }],
  ])('is %s with %j', (found, env) => {
    expect(proxyCheck(env)).toEqual({ ...proxy, level: 'ok', found });
  });

  test.each([{ HTTP_PROXY: 'http://user:hidden@proxy:1' }, { http_proxy: 'http://user:hidden@proxy:1' }])(
    'is half set with %j alone',
    (env) => {
      expect(proxyCheck(env)).toEqual({
        ...proxy,
        level: 'warning',
        found: 'HTTP_PROXY is set and HTTPS_PROXY is not: AWS is spoken to by https alone',
        remedy: 'set HTTPS_PROXY too, or unset HTTP_PROXY',
      });
    },
  );

  test('is two where the spellings differ', () => {
    expect(proxyCheck({ HTTPS_PROXY: 'http://one:1', https_proxy: 'http://two:2' })).toEqual({
      ...proxy,
      level: 'warning',
      found: 'HTTPS_PROXY and https_proxy differ, and programs choose differently',
      remedy: 'give both the same value, or unset one',
    });
  });

  test('that is none is a problem, and not shown', () => {
    expect(proxyCheck({ HTTPS_PROXY: 'socks5://user:hidden@proxy:1080' })).toEqual({
      ...proxy,
      level: 'problem',
      found: 'HTTPS_PROXY: it is not the URL of an http or https proxy',
      remedy: 'write http://host:port, with the special characters of a password percent-encoded',
    });
  });
});

describe('the certificates for AWS', () => {
  const certificates = { id: 'certificates', title: 'certificates for AWS' };

  test('are the usual ones unless AWS_CA_BUNDLE names others', () => {
    expect(certificatesCheck({})).toEqual({ ...certificates, level: 'ok', found: 'those of Node and Terraform' });
  });

  test('of AWS_CA_BUNDLE are named, with and without a proxy', () => {
    const AWS_CA_BUNDLE = file('ca.pem', '-----BEGIN CERTIFICATE-----\n');
    expect(certificatesCheck({ AWS_CA_BUNDLE })).toEqual({
      ...certificates,
      level: 'ok',
      found: `AWS_CA_BUNDLE: ${AWS_CA_BUNDLE}`,
    });
  });

  test('in a file that is not there are a problem', () => {
    expect(certificatesCheck({ AWS_CA_BUNDLE: '/no/ca.pem' })).toEqual({
      ...certificates,
      level: 'problem',
      found: 'AWS_CA_BUNDLE: the file of certificates can\'t be used (ENOENT): "/no/ca.pem"',
      remedy: 'name a readable file of PEM certificates, or unset it',
    });
  });

  test('in a file without any are a problem', () => {
    const AWS_CA_BUNDLE = file('ca.pem', 'hello');
    expect(certificatesCheck({ AWS_CA_BUNDLE })).toMatchObject({
      level: 'problem',
      found: `AWS_CA_BUNDLE: the file of certificates can't be used (no certificate): "${AWS_CA_BUNDLE}"`,
    });
  });
});

describe('files that the environment names', () => {
  const files = { id: 'files', title: 'files of the environment' };
  const remedy = 'make the file, or unset the variable';

  test('are well where there are none, and where they are there', () => {
    expect(fileChecks({})).toEqual([{ ...files, level: 'ok', found: 'none is named' }]);
    expect(fileChecks({ TF_CLI_CONFIG_FILE: file('rc'), SSL_CERT_FILE: file('pem') })).toEqual([
      { ...files, level: 'ok', found: 'TF_CLI_CONFIG_FILE, SSL_CERT_FILE' },
    ]);
  });

  test.each([
    ['TF_CLI_CONFIG_FILE', 'warning', 'Terraform goes on without it'],
    ['SSL_CERT_FILE', 'warning', 'Terraform trusts only what it finds elsewhere'],
    ['AWS_WEB_IDENTITY_TOKEN_FILE', 'problem', 'no credentials come of it'],
  ])('%s that is missing is a %s', (name, level, effect) => {
    const id = `file-${name}`;
    const found = `names /no/file, which is not there: ${effect}`;

    expect(fileChecks({ [name]: '/no/file' })).toEqual([{ id, title: name, level, found, remedy }]);
  });

  test('are named each where several are missing', () => {
    const checks = fileChecks({ TF_CLI_CONFIG_FILE: '/no/a', SSL_CERT_FILE: '/no/b' });

    expect(checks.map(({ id }) => id)).toEqual(['file-TF_CLI_CONFIG_FILE', 'file-SSL_CERT_FILE']);
  });
});
