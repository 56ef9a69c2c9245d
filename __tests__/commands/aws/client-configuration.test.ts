import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

import { clientConfiguration } from '../../../commands/aws/client-configuration';
import { httpsProxyOf, isDirect } from '../../../commands/aws/proxy';
import { refusalOf } from '../../refusal';

const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-client-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A client that gives each call one attempt: of a time that no busy machine needs, unless it is about the time. */
function client(env: NodeJS.ProcessEnv, more: { timeLimitSeconds?: number; endpoint?: string } = {}): STSClient {
  const { timeLimitSeconds = 20, ...given } = more;
  return new STSClient({
    ...clientConfiguration({ region: 'eu-west-1', env, timeLimitSeconds, maxAttempts: 1 }),
    ...given,
    credentials,
  });
}

describe('the certificates', () => {
  const refused = (file: string): string =>
    refusalOf(() => clientConfiguration({ region: 'eu-west-1', env: { AWS_CA_BUNDLE: file } }));

  it('of a file that is not there are refused', () => {
    expect(refused('/no/such/ca.pem')).toBe(
      'AWS_CA_BUNDLE: the file of certificates can\'t be used (ENOENT), got "/no/such/ca.pem"; name a readable file of PEM certificates, or unset it [LZ-AWS-1]',
    );
  });

  it('of a file that holds none are refused', () => {
    const file = join(folder, 'ca.pem');
    writeFileSync(file, 'hello\n');

    expect(refused(file)).toBe(
      `AWS_CA_BUNDLE: the file of certificates can't be used (no certificate), got "${file}"; name a readable file of PEM certificates, or unset it [LZ-AWS-1]`,
    );
  });
});

describe('the proxy', () => {
  it.each([
    [{}, undefined],
    [{ HTTPS_PROXY: '' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy.example.com:3128' }, 'http://proxy.example.com:3128/'],
    [{ https_proxy: 'https://proxy.example.com' }, 'https://proxy.example.com/'],
    [{ HTTPS_PROXY: 'proxy.example.com:3128' }, 'http://proxy.example.com:3128/'],
    [{ HTTPS_PROXY: 'http://one:1', https_proxy: 'http://two:2' }, 'http://one:1/'],
  ])('of %j is %s', (env, expected) => {
    expect(httpsProxyOf(env)?.href).toBe(expected);
  });

  it.each(['socks5://user:hidden@proxy:1080', 'http://', 'http://user:%zz-hidden@proxy:3128', 'http://user:hidden@proxy:99999'])(
    '%s is refused without being shown',
    (text) => {
      expect(refusalOf(() => httpsProxyOf({ HTTPS_PROXY: text }))).toBe(
        'HTTPS_PROXY: it is not the URL of an http or https proxy; write http://host:port, with the special characters of a password percent-encoded [LZ-AWS-2]',
      );
    },
  );

  it.each([
    ['', false],
    ['*', true],
    ['amazonaws.com', true],
    ['.amazonaws.com', true],
    ['*.amazonaws.com', true],
    ['sts.eu-west-1.amazonaws.com:443', true],
    ['localhost, STS.eu-west-1.AmazonAWS.com', true],
    ['onaws.com', false],
    ['eu-west-1', false],
    ['sts.eu-west-1.amazonaws.com.example.com', false],
  ])('with NO_PROXY=%j lets sts.eu-west-1.amazonaws.com be reached directly: %s', (list, expected) => {
    expect(isDirect('sts.eu-west-1.amazonaws.com', { NO_PROXY: list })).toBe(expected);
  });
});

describe('a client', () => {
  let server: Server;
  let asked: string[];
  const sockets = new Set<Socket>();
  const proxyUrl = (): string => `http://user:pass@127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  beforeEach(async () => {
    asked = [];
    server = createServer().on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });

  it('asks the proxy for a way that stays open, with its name and password', async () => {
    server.on('connect', ({ url = '', headers }, socket) => {
      asked.push(url, headers['proxy-authorization'] ?? '', String(headers['proxy-connection']));
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });

    await expect(client({ HTTPS_PROXY: proxyUrl() }).send(new GetCallerIdentityCommand())).rejects.toMatchObject({
      $metadata: { httpStatusCode: 502 },
    });
    expect(asked).toEqual(['sts.eu-west-1.amazonaws.com:443', 'Basic dXNlcjpwYXNz', 'Keep-Alive']);
  });

  it('goes past the proxy to a host of NO_PROXY', async () => {
    server.on('connect', (request) => asked.push(request.url ?? ''));
    const endpoint = `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const direct = client({ HTTPS_PROXY: proxyUrl(), NO_PROXY: '127.0.0.1' }, { endpoint });

    // What listens there speaks no TLS: that it was asked directly is all that counts.
    await expect(direct.send(new GetCallerIdentityCommand())).rejects.toThrow(/wrong version number|EPROTO|socket hang up/);
    expect(asked).toEqual([]);
  });

  it('gives up within its limit where the proxy never answers', async () => {
    server.on('connect', () => undefined);
    const hasty = client({ HTTPS_PROXY: proxyUrl() }, { timeLimitSeconds: 0.2 });
    await expect(hasty.send(new GetCallerIdentityCommand())).rejects.toThrow(/time|Timeout/i);
  });
});
