import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';

import type { Account } from '../../../../commands/rotate-access-key/account/account';
import { CallFailure } from '../../../../commands/rotate-access-key/account/call-failure';
import { sdkAccountFor } from '../../../../commands/rotate-access-key/account/sdk-account';
import { Credential } from '../../../../commands/rotate-access-key/profile/credential';

const MARKER = 'MARKER/secret+0000000000000000000000000';
const TOKEN = 'MARKERtoken==';
const MADE = 'MARKER/made+00000000000000000000000000000';

let server: Server;
let answer: { status: number; body: string };
const heard: string[] = [];
const lines: string[] = [];
let before: string | undefined;

beforeAll(async () => {
  server = createServer((call, response) => {
    heard.push(call.url ?? '');
    call.resume().once('end', () => response.writeHead(answer.status, { 'Content-Type': 'text/xml' }).end(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  before = process.env.AWS_ENDPOINT_URL;
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
  else process.env.AWS_ENDPOINT_URL = before;
  await new Promise((resolve) => server.close(resolve));
});

const account = (): Account =>
  sdkAccountFor({ profile: 'none', region: 'us-east-1', env: {}, timeLimitSeconds: 5, onCall: (line) => lines.push(line) })(
    new Credential('AKIAMARKERMARKER0000', MARKER, TOKEN),
  );

/** Everything that anybody could print of a failure. */
async function everythingOf(work: Promise<unknown>): Promise<{ readonly failure: CallFailure; readonly all: string }> {
  const failure: unknown = await work.then(
    () => new Error('nothing failed'),
    (error: unknown) => error,
  );
  if (!(failure instanceof CallFailure)) throw failure;
  const all = [
    failure.message,
    failure.stack,
    JSON.stringify(failure),
    inspect(failure, { depth: 9, showHidden: true }),
    ...lines,
  ];
  return { failure, all: all.join('\n') };
}

const errorOf = (code: string, message: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`;
const created = `<CreateAccessKeyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><CreateAccessKeyResult><AccessKey><UserName>alice</UserName><AccessKeyId>AKIAMADEMADEMADEMADE</AccessKeyId><Status>Active</Status><SecretAccessKey>${MADE}</SecretAccessKey>`;

describe('no secret is in anything that a failure shows', () => {
  test('when AWS repeats the secret and the token in its words', async () => {
    answer = { status: 403, body: errorOf('SignatureDoesNotMatch', `with ${MARKER}\n and ${TOKEN}`) };
    const { failure, all } = await everythingOf(account().createKey('alice'));
    expect(failure.failure).toEqual({
      action: 'iam:CreateAccessKey',
      reason: 'SignatureDoesNotMatch',
      words: 'with *** and ***',
      status: 403,
    });
    expect(all).not.toContain('MARKER/');
    expect(all).not.toContain(TOKEN);
  });

  test.each([
    ['cut off', created],
    ['followed by rubbish', `${created}</Wrong>`],
    [
      'without its id',
      created.replace(/<AccessKeyId>[^<]*<\/AccessKeyId>/, '') + '</AccessKey></CreateAccessKeyResult></CreateAccessKeyResponse>',
    ],
  ])('when the answer with a new secret is %s', async (_how, body) => {
    answer = { status: 200, body };
    const { failure, all } = await everythingOf(account().createKey('alice'));
    expect([failure.isUncertain, failure.failure.words]).toEqual([true, undefined]);
    expect(all).not.toContain('MARKER/');
  });

  test('when a proxy answers 502 with a page that repeats it', async () => {
    answer = { status: 502, body: `<html>${MARKER} ${MADE}` };
    const { failure, all } = await everythingOf(account().createKey('alice'));
    expect(failure.isUncertain).toBe(true);
    expect(all).not.toContain('MARKER/');
  });
});

test('a key that was created is known by its id; its secret shows only when it is asked for', async () => {
  answer = { status: 200, body: `${created}</AccessKey></CreateAccessKeyResult></CreateAccessKeyResponse>` };
  const pair = await account().createKey('alice');
  expect([pair.id, pair.revealSecret()]).toEqual(['AKIAMADEMADEMADEMADE', MADE]);
  expect(inspect(pair, { showHidden: true }) + JSON.stringify(pair)).not.toContain('MARKER/');
});

test('a call that fails is made once', async () => {
  answer = { status: 500, body: errorOf('ServiceFailure', 'no') };
  heard.length = 0;
  await everythingOf(account().createKey('alice'));
  expect(heard).toHaveLength(1);
});

test('every call is told with who made it and how it ended', async () => {
  lines.length = 0;
  answer = { status: 400, body: errorOf('Throttling', 'Rate exceeded') };
  await everythingOf(account().listKeys('alice'));
  answer = { status: 200, body: '<DeleteAccessKeyResponse/>' };
  await account().deleteKey('alice', 'AKIAGONEGONEGONEGONE');
  expect(lines).toEqual([
    'iam:ListAccessKeys by AKIAMARKERMARKER0000: Throttling',
    'iam:DeleteAccessKey by AKIAMARKERMARKER0000: done',
  ]);
});
