import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DeliveryWorld, type Run } from '../delivery-world';

let world: DeliveryWorld;
beforeEach(() => {
  world = new DeliveryWorld();
  world.provide('hub-network', ['222222222222', 'eu-west-1']);
  world.provide('hub-logging', ['222222222222', 'eu-west-1'], ['222222222222', 'us-east-1']);
  world.provide('shop-network', ['333333333333', 'eu-west-1'], ['222222222222', 'eu-west-1']);
});
afterEach(() => {
  world.close();
});

/** A machine from which nothing is reached. */
const NOWHERE = { HTTPS_PROXY: 'http://127.0.0.1:9' };
const gate = (...args: readonly string[]): Promise<Run> =>
  world.deliver(['gate', '--token-file', world.tokenFile, ...args], NOWHERE);

describe('a gate', () => {
  it('is refused with everything that is wrong with its command line', async () => {
    expect(await world.deliver(['gate', 'shop-netwrok', '--since', 'yesterday', '--known', '/nowhere', '--wait', '5m'])).toEqual({
      status: 2,
      stdout: '',
      stderr: [
        '--since: this is no instant, got "yesterday"; write when the apply began, with its offset, like 2026-11-29T18:00:00Z [LZ-DELIVER-12]',
        "/nowhere: what was violated before can't be read, got ENOENT; write it before the apply: plinth deliver gate --json [LZ-DELIVER-14]",
        '--wait: it is counted in minutes, a day at most, got "5m"; write a number, like 10 [LZ-DELIVER-13]',
        'STACK: there is no such stack, got "shop-netwrok"; did you mean "shop-network"? [LZ-DELIVER-2]',
        '--token-file: there is no token that says who delivers; give --token-file or AWS_WEB_IDENTITY_TOKEN_FILE, or on GitHub the permission id-token: write [LZ-DELIVER-4]',
        '',
      ].join('\n'),
    });
  });

  it.each(['', '2026-11-29', '2026-11-29T18:00:00', '2026-13-01T00:00:00Z'])('refuses to count since "%s"', async (since) => {
    expect((await gate('--since', since)).stderr).toContain(`--since: this is no instant, got "${since}"; `);
  });

  it('refuses to count since a time that is yet to come: nothing would ever stop it', async () => {
    expect((await gate('--since', '2999-01-01T00:00:00+01:00')).stderr).toBe(
      '--since: nothing can have come after it yet, got "2999-01-01T00:00:00+01:00"; write when the apply began, with its offset, like 2026-11-29T18:00:00Z [LZ-DELIVER-12]\n',
    );
  });

  it.each([
    ['{', 'no JSON'],
    ['{"stacks": []}', 'no document of plinth deliver gate'],
  ])('refuses to know what %j says', async (text, got) => {
    const file = join(world.folder, 'known.json');
    writeFileSync(file, text);

    expect((await gate('--known', file)).stderr).toContain(`can't be read, got ${got}; `);
  });

  it('refuses to wait for 1441 minutes', async () => {
    expect((await gate('--wait', '1441')).stderr).toContain('a day at most, got "1441"');
  });

  it('refuses a stack that was not synthesised', async () => {
    rmSync(join(world.out, 'stacks', 'hub-logging', 'cdk.tf.json'));

    expect((await gate()).stderr).toContain(
      `${join(world.out, 'stacks', 'hub-logging', 'cdk.tf.json')}: it can't be read, got ENOENT; synthesise again: plinth synth [LZ-DELIVER-1]`,
    );
  });

  it('fails where AWS is not reached, once for each account and Region that stacks write to', async () => {
    const { status, stdout, stderr } = await gate('--wait', '10');

    const failed = (place: string): string =>
      `${place}: alarms and rules can't be read, got ECONNREFUSED; see whether this machine reaches AWS there: network, HTTPS_PROXY, AWS_CA_BUNDLE [LZ-DELIVER-16]`;
    const places = ['222222222222 eu-west-1', '222222222222 us-east-1', '333333333333 eu-west-1'];

    expect([status, stdout]).toEqual([3, '']);
    // Here the SDK wraps the error, which to it is of another realm: Jest's.
    expect(stderr.replace(/got .*ECONNREFUSED.*;/g, 'got ECONNREFUSED;')).toBe(
      [`gate: ${places.join(', ')}`, ...places.map(failed), ''].join('\n'),
    );
  });

  it('answers in one document with --json', async () => {
    const { status, stdout, stderr } = await gate('hub-network', '--json', '--since', '2026-01-01T00:00:00+01:00');

    expect([status, stderr]).toEqual([3, '']);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      since: '2025-12-31T23:00:00.000Z',
      places: [],
      problems: [expect.objectContaining({ subject: '222222222222 eu-west-1', code: 'LZ-DELIVER-16' })],
    });
  });

  it('fails where GitHub gives the job no token', async () => {
    const job = {
      ...NOWHERE,
      ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
    };
    const { status, stderr } = await world.deliver(['gate', 'hub-network'], job);

    expect(status).toBe(3);
    expect(stderr).toContain('GitHub: it gives this job no token, got ');
  });

  it('says so where it looked at nothing', async () => {
    world.write('roles.json', {});

    expect(await gate()).toMatchObject({ status: 0, stdout: 'nothing was looked at: no pipeline delivers any of it\n' });
  });
});
