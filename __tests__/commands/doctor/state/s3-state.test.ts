import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Attempt } from '../../../../commands/doctor/attempt';
import { nameOf, reasonOf, statusOf } from '../../../../commands/doctor/reason';
import { stateCalls, type StateCalls } from '../../../../commands/doctor/state/s3-state';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const before = { ...process.env };
let server: Server;
let answer: Answer;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = createServer(({ method, url, headers }, response) => {
    asked.push(`${method ?? ''} ${url ?? ''} ${headers.range ?? ''}`.trim());
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  process.env = { ...before };
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** The calls to a server that stands in for S3, which answers so. */
function calls(status: number, headers: Answer['headers'] = {}, body = ''): StateCalls {
  answer = { status, headers, body };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'marker-secret',
  });
  return stateCalls('acme-state', { region: 'eu-west-1', env: {}, timeLimitSeconds: 2 });
}

const errorOf = (attempt: Attempt<unknown>): unknown => (attempt as { readonly error: unknown }).error;

test.each([
  [200, {}, 'eu-west-1'],
  [200, { 'x-amz-bucket-region': 'eu-central-1' }, 'eu-central-1'],
  [301, { 'x-amz-bucket-region': 'eu-central-1' }, 'eu-central-1'],
  [400, { 'x-amz-bucket-region': 'eu-central-1' }, 'eu-central-1'],
])('a bucket that answers %d with %j lies in the region %s', async (status, headers, value) => {
  expect(await calls(status, headers).region()).toEqual({ done: true, value });
});

test.each([
  [403, { 'x-amz-bucket-region': 'eu-west-1' }],
  [404, {}],
])('a bucket of the region that answers %d is not reached', async (status, headers) => {
  expect(statusOf(errorOf(await calls(status, headers).region()))).toBe(status);
});

test('the rules of encryption are told by algorithm and key', async () => {
  const rule = '<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>alias/state</KMSMasterKeyID>';
  const body = `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>${rule}</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`;

  expect(await calls(200, {}, body).encryption()).toEqual({ done: true, value: 'aws:kms alias/state' });
});

test('the absence of encryption has the name that AWS gives it', async () => {
  const body = '<Error><Code>ServerSideEncryptionConfigurationNotFoundError</Code><Message>was not found</Message></Error>';

  expect(nameOf(errorOf(await calls(404, {}, body).encryption()))).toBe('ServerSideEncryptionConfigurationNotFoundError');
});

test.each([
  ['<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>', 'Enabled'],
  ['<VersioningConfiguration/>', undefined],
])('versioning is read off %s', async (body, value) => {
  expect(await calls(200, {}, body).versioning()).toEqual({ done: true, value });
});

test('a state is looked for without being read', async () => {
  expect(await calls(200).head('acme/dev.tfstate')).toEqual({ done: true, value: undefined });
  expect(asked).toEqual(['HEAD /acme-state/acme/dev.tfstate']);
});

test('of a lock no more than 4096 bytes are read', async () => {
  expect(await calls(206, {}, '{"ID": "1"}').lock('acme/dev.tfstate.tflock')).toEqual({ done: true, value: '{"ID": "1"}' });
  expect(asked).toEqual(['GET /acme-state/acme/dev.tfstate.tflock?x-id=GetObject bytes=0-4095']);
});

test('an error of S3 has its name, words and status', async () => {
  const body = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

  expect(reasonOf(errorOf(await calls(403, {}, body).lock('k')))).toBe('AccessDenied: Access Denied (HTTP 403)');
});
