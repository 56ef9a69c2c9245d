import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { attempt } from '../../../../commands/doctor/attempt';
import { buildsOf, readRegistry } from '../../../../commands/doctor/machine/registry';
import { reasonOf } from '../../../../commands/doctor/reason';

test('builds are read from what the registry answers', () => {
  const linux = { os: 'linux', arch: 'amd64' };
  const answer = { id: 'hashicorp/aws', versions: [{ version: '5.100.0', protocols: ['5.0'], platforms: [linux] }] };

  expect(buildsOf(JSON.stringify(answer))).toEqual([{ version: '5.100.0', platform: 'linux_amd64' }]);
});

describe('the registry behind a proxy', () => {
  let proxy: Server;
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  beforeEach(async () => {
    proxy = createServer().on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => proxy.close(resolve));
  });

  const ask = (): ReturnType<typeof attempt> =>
    attempt(0.3, (signal) =>
      readRegistry({ HTTPS_PROXY: `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}` }, signal),
    );

  test('that refuses is out of reach, with its status', async () => {
    proxy.on('connect', ({ url = '' }, socket) => {
      asked.push(url);
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    });
    const answer = await ask();

    expect(asked).toEqual(['registry.terraform.io:443']);
    expect(reasonOf((answer as { error: unknown }).error)).toBe('it answers HTTP 403');
  });

  test('that never answers is out of reach after the limit', async () => {
    proxy.on('connect', () => undefined);

    expect(reasonOf(((await ask()) as { error: unknown }).error)).toBe('no answer within 0.3 s');
  });
});
