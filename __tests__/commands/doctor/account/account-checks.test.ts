import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { accountChecks, type AccountChecks } from '../../../../commands/doctor/account/account-checks';
import { Secrets } from '../../../../commands/doctor/secrets';

const before = { ...process.env };
let server: Server;
const sockets = new Set<Socket>();

beforeEach(async () => {
  Object.keys(process.env)
    .filter((name) => name.startsWith('AWS_'))
    .forEach((name) => delete process.env[name]);
  server = createServer().on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  process.env = { ...before };
  sockets.forEach((socket) => socket.destroy());
  await new Promise((resolve) => server.close(resolve));
});

/** The checks behind a proxy of this machine, with keys in the environment. */
function ask(env: NodeJS.ProcessEnv = {}, timeLimitSeconds = 20): Promise<AccountChecks> {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'marker-secret' });
  const proxy = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const options = { region: 'eu-west-1', env: { HTTPS_PROXY: proxy, ...env }, timeLimitSeconds, secrets: new Secrets() };
  return accountChecks(options, undefined, true);
}

const foundOf = ({ checks }: AccountChecks): Record<string, string> =>
  Object.fromEntries(checks.map(({ id, level, found }) => [id, `${level}: ${found}`]));

test('a network that never answers is given up after the limit, for each call', async () => {
  server.on('connect', () => undefined);
  const asked = await ask({}, 0.3);

  expect(foundOf(asked)).toEqual({
    credentials: 'ok: of the default chain',
    clock: "not checked: AWS's clock can't be read: no answer within 0.3 s",
    account: "problem: AWS doesn't say who is asking: no answer within 0.3 s",
    roles: 'not checked: AWS takes these credentials for nobody',
  });
  expect(asked.access).toBe('AWS takes these credentials for nobody');
});

test('a proxy that refuses is told with its status', async () => {
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n'));

  expect(foundOf(await ask())).toMatchObject({
    account: "problem: AWS doesn't say who is asking: Unknown (HTTP 407)",
  });
});

test('nothing is asked without its certificates', async () => {
  const obstacle = "AWS_CA_BUNDLE: the file of certificates can't be used (ENOENT)";

  expect(foundOf(await ask({ AWS_CA_BUNDLE: '/no/ca.pem' }))).toEqual({
    credentials: `not checked: ${obstacle}`,
    clock: `not checked: ${obstacle}`,
    account: `not checked: ${obstacle}`,
    roles: `not checked: ${obstacle}`,
  });
});
