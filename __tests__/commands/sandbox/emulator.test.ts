import { Agent, type IncomingMessage, request } from 'node:http';

import { ListUsersCommand } from '@aws-sdk/client-iam';

import { Emulator } from '../../../commands/sandbox/emulator';
import { ensureEnvironment, projectRoot } from '../../../commands/sandbox/environment';
import type { Credentials } from '../../../commands/sandbox/home-account';
import { iamOf } from '../../apply/aws-clients';

const SECONDS = 1000;
const root = projectRoot();
let python: string;
let emulator: Emulator;

beforeAll(async () => {
  python = await ensureEnvironment({ root, report: () => undefined });
  emulator = await Emulator.start({ root, python });
}, 600 * SECONDS);
afterAll(() => emulator.stop());

/** The account that a call with these keys lands in. */
function accountOf({ accessKeyId }: Credentials): Promise<string | undefined> {
  const headers = {
    Host: 'sts.amazonaws.com',
    'Content-Type': 'application/x-www-form-urlencoded',
    Authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20250101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0`,
  };
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: emulator.port,
      method: 'POST',
      path: 'http://sts.amazonaws.com/',
      headers,
      agent: false,
    };
    request(options, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.once('end', () => resolve(/<Account>(\d+)</.exec(text)?.[1]));
    })
      .once('error', reject)
      .end('Action=GetCallerIdentity&Version=2011-06-15');
  });
}

test('home credentials act in the account that was asked for', async () => {
  expect(await accountOf(await emulator.homeCredentials('111111111111'))).toBe('111111111111');
});

test('home credentials can be had again after a reset', async () => {
  const before = await emulator.homeCredentials('111111111111');
  await emulator.reset();
  expect(await accountOf(before)).toBe('123456789012');
  expect(await accountOf(await emulator.homeCredentials('111111111111'))).toBe('111111111111');
});

test('whoever has no policy is refused while IAM is enforced, and only then', async () => {
  const iam = iamOf(emulator, await emulator.homeCredentials('111111111111'));
  const listed = async (): Promise<string> =>
    iam.send(new ListUsersCommand({})).then(
      ({ Users: users = [] }) => `${users.length > 0 ? 'some' : 'no'} users`,
      (error: unknown) => (error as Error).name,
    );

  expect(await listed()).toBe('some users');
  await emulator.enforceIam(true);
  expect(await listed()).toBe('AccessDenied');
  await emulator.enforceIam(false);
  expect(await listed()).toBe('some users');
});

test('one connection is kept for call after call, also where an answer has no body', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = {
    Host: 'kept.s3.amazonaws.com',
    Authorization: 'AWS4-HMAC-SHA256 Credential=A/20250101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0',
  };
  const call = (method: string, path: string, body = ''): Promise<[status: number | undefined, port: number | undefined]> =>
    new Promise((resolve, reject) => {
      const options = { agent, host: '127.0.0.1', port: emulator.port, method, path: `http://kept.s3.amazonaws.com${path}` };
      request({ ...options, headers: { ...headers, 'Content-Length': body.length } }, (answer: IncomingMessage) => {
        const { localPort } = answer.socket;
        answer.resume().once('end', () => {
          resolve([answer.statusCode, localPort]);
        });
      })
        .once('error', reject)
        .end(body);
    });

  const calls = [await call('PUT', '/'), await call('PUT', '/key', 'text'), await call('DELETE', '/key'), await call('GET', '/')];
  agent.destroy();

  expect(calls.map(([status]) => status)).toEqual([200, 200, 204, 200]);
  expect(new Set(calls.map(([, port]) => port)).size).toBe(1);
});

test('two emulators at once have ports of their own, and stopping twice does no harm', async () => {
  const other = await Emulator.start({ root, python });
  expect(other.port).not.toBe(emulator.port);
  await other.stop();
  await other.stop();
  expect(() => process.kill(other.pid!, 0)).toThrow('kill ESRCH');
});

test('clients are sent to the proxy on 127.0.0.1 with its certificate authority', () => {
  const environment = emulator.clientEnvironment({ accessKeyId: 'key', secretAccessKey: 'secret' });
  expect(environment).toEqual({
    HTTPS_PROXY: `http://127.0.0.1:${emulator.port}`,
    HTTP_PROXY: `http://127.0.0.1:${emulator.port}`,
    AWS_CA_BUNDLE: expect.stringMatching(/\/moto_proxy\/ca\.crt$/) as string,
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '3',
  });
});

test('an interpreter without the requirements is refused with its words', async () => {
  await expect(Emulator.start({ root, python: 'false' })).rejects.toThrow(
    'emulator: ended with exit code 1:\n\n; see its words above; it needs openssl on the PATH, and .emulator/ can be deleted to have it made anew [LZ-SANDBOX-4]',
  );
});
