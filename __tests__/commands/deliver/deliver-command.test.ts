import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { DeliveryWorld, type Run } from './delivery-world';

let world: DeliveryWorld;
beforeEach(() => {
  world = new DeliveryWorld();
});
afterEach(() => {
  world.close();
});

const withToken = (...args: readonly string[]): Promise<Run> => world.deliver([...args, '--token-file', world.tokenFile]);

describe('a command line', () => {
  it('without output is refused with both files that it takes', async () => {
    rmSync(join(world.out, 'order.json'));
    writeFileSync(join(world.out, 'roles.json'), '{');

    expect(await withToken('plan')).toEqual({
      status: 2,
      stdout: '',
      stderr: [
        `${join(world.out, 'order.json')}: it can't be read, got ENOENT; synthesise first: plinth synth [LZ-DELIVER-1]`,
        `${join(world.out, 'roles.json')}: it can't be read, got no JSON; say who delivers, by delivery: in landing-zone.yaml, and synthesise again [LZ-DELIVER-1]`,
        '',
      ].join('\n'),
    });
  });

  it('with names of no stack, and of one that an administrator applies, is refused for each', async () => {
    expect(await withToken('plan', 'shop-netwrok', 'shop-global-delivery')).toEqual({
      status: 2,
      stdout: '',
      stderr: [
        'STACK: there is no such stack, got "shop-netwrok"; did you mean "shop-network"? [LZ-DELIVER-2]',
        'STACK: an administrator applies it, no pipeline, got "shop-global-delivery"; have it applied with credentials of its account: docs/delivery.md [LZ-DELIVER-3]',
        '',
      ].join('\n'),
    });
  });

  it.each(['plan', 'apply', 'drift', 'gate'])('with output whose runs are in HCP Terraform is refused: %s', async (verb) => {
    world.write('order.json', { waves: [['management-global-workspaces'], ['hub-network']] });

    expect(await withToken(verb)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${world.out}: the runs of its stacks are in HCP Terraform, got "management-global-workspaces"; push, or start a run in a workspace there: docs/hcp-terraform.md [LZ-DELIVER-11]\n`,
    });
  });

  it('without a token is refused', async () => {
    expect(await world.deliver(['drift'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '--token-file: there is no token that says who delivers; give --token-file or AWS_WEB_IDENTITY_TOKEN_FILE, or on GitHub the permission id-token: write [LZ-DELIVER-4]\n',
    });
  });

  it('with a token that is not there is refused', async () => {
    expect(await world.deliver(['plan'], { AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token' })).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '--token-file: the file can\'t be read (ENOENT), got "/nowhere/token"; write the token of the job there first [LZ-DELIVER-5]\n',
    });
  });

  it('is refused in one document with --json', async () => {
    const { status, stdout, stderr } = await world.deliver(['plan', '--json']);

    expect([status, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ subject: '--token-file', code: 'LZ-DELIVER-4' }] });
  });
});

/** Fails after saying what it sees. */
const SAY = `cat "$AWS_CONFIG_FILE" >&2
stat -c 'mode %a %n' "$AWS_CONFIG_FILE" >&2
echo "others $TF_VAR_tfc_aws_dynamic_credentials" >&2
env | grep -E '^(AWS|ACTIONS)_' | sort >&2
exit 1`;
const FOREIGN = {
  AWS_ACCESS_KEY_ID: 'AKIAFOREIGN',
  AWS_SECRET_ACCESS_KEY: 'not-to-be-seen',
  AWS_SESSION_TOKEN: 'not-to-be-seen',
  AWS_PROFILE: 'admin',
  AWS_ROLE_ARN: 'arn:aws:iam::999999999999:role/admin',
  AWS_CA_BUNDLE: '/etc/ca.pem',
};

describe('Terraform', () => {
  it.each([
    ['plan', 'plan'],
    ['apply', 'apply'],
    ['drift', 'plan'],
  ])('for "%s" comes by the role of "%s", by nothing else, and no file stays', async (verb, phase) => {
    world.terraform(SAY);
    const { status, stderr } = await world.deliver([verb, 'hub-network', '--token-file', world.tokenFile], FOREIGN);
    const [, mode = '', file = ''] = /mode (\d+) (.*)/.exec(stderr) ?? [];

    expect([status, mode]).toEqual([3, '600']);
    expect(stderr).toContain(
      `[default]\nrole_arn=arn:aws:iam::222222222222:role/plinth/${phase}-hub-network\nweb_identity_token_file=${world.tokenFile}\nrole_session_name=plinth-${phase}\n`,
    );
    expect(stderr).toMatch(
      /others \nAWS_CA_BUNDLE=\/etc\/ca.pem\nAWS_CONFIG_FILE=.*\/own\.conf\nAWS_SDK_LOAD_CONFIG=1\nAWS_SHARED_CREDENTIALS_FILE=.*\/none\n/,
    );
    expect(existsSync(dirname(dirname(file)))).toBe(false);
  });

  it('of a stack that writes to another account is told by which files', async () => {
    world.terraform(SAY.replace('cat', 'cat "$(dirname "$AWS_CONFIG_FILE")/other-HUB.conf"'));
    const { stderr } = await withToken('plan', 'shop-network');
    const others = JSON.parse(/others (.*)/.exec(stderr)?.[1] ?? '') as unknown;

    expect(others).toEqual({
      default: { shared_config_file: expect.stringMatching(/\/shop-network\/own\.conf$/) as string },
      aliases: { HUB: { shared_config_file: expect.stringMatching(/\/shop-network\/other-HUB\.conf$/) as string } },
    });
    expect(stderr).toContain('role_arn=arn:aws:iam::222222222222:role/plinth/plan-shop-network\n');
    expect(stderr).toContain('role_arn=arn:aws:iam::333333333333:role/plinth/plan-shop-network\n');
  });

  it('is named in calls of AWS after the run of the pipeline', async () => {
    world.terraform(SAY);
    const env = { GITHUB_RUN_ID: '4711' };
    const { stderr } = await world.deliver(['plan', 'hub-network', '--token-file', world.tokenFile], env);

    expect(stderr).toContain('role_session_name=plinth-plan-4711\n');
  });

  it('that fails ends everything: what it said, what was not run, what an administrator applies', async () => {
    world.terraform(
      'case $PWD in *hub-logging) echo "Error: no such thing" >&2; exit 1;; esac\n[ $1 = show ] && echo "{}" ; exit 0',
    );
    const { status, stdout, stderr } = await withToken('drift');

    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      `hub-network: drift
hub-logging: drift
hub-network: unchanged
stack hub-logging: terraform init failed with exit code 1:
Error: no such thing
; see what Terraform says above; where AWS denies something, the role's rights stand in docs/delivery.md [LZ-DELIVER-8]
not run: shop-network
left to an administrator: shop-global-delivery
`,
    );
  });

  it('says nothing that the environment holds as a secret', async () => {
    world.terraform('echo "Error: hvs.4711 is refused" >&2; exit 1');
    const { stderr } = await world.deliver(['plan', '--token-file', world.tokenFile], { VAULT_TOKEN: 'hvs.4711' });

    expect(stderr).toContain('Error: *** is refused');
  });

  it('that is not there is named', async () => {
    const { status, stderr } = await world.deliver(['drift', 'hub-network', '--token-file', world.tokenFile], {
      PATH: '/nowhere',
    });

    expect(status).toBe(3);
    expect(stderr).toContain(
      "terraform: it can't be started: spawn terraform ENOENT; install Terraform and put it on the PATH [LZ-DELIVER-7]\n",
    );
  });

  it('is interrupted with the command, and waited for', async () => {
    world.terraform(
      `trap 'echo saved > ${join(world.folder, 'state')}; exit 1' INT\necho ready > ${join(world.folder, 'ready')}\nwhile :; do sleep 0.05; done`,
    );
    const run = withToken('drift');
    while (!existsSync(join(world.folder, 'ready'))) await new Promise((resolve) => setTimeout(resolve, 20));
    world.signals.emit('SIGTERM', 'SIGTERM');
    const { status, stderr } = await run;

    expect(status).toBe(3);
    expect(readFileSync(join(world.folder, 'state'), 'utf8')).toBe('saved\n');
    expect(stderr).toContain(
      'deliver: it was interrupted; Terraform ended first, got SIGTERM; see what was applied, then run it again [LZ-DELIVER-9]\nnot run: hub-logging, shop-network\n',
    );
    expect(world.signals.listenerCount('SIGINT') + world.signals.listenerCount('SIGTERM')).toBe(0);
  });
});

it('refuses a folder of plans that is a file', async () => {
  writeFileSync(join(world.folder, 'plans'), '');
  const { status, stderr } = await withToken('plan');

  expect(status).toBe(3);
  expect(stderr).toContain(
    `${join(world.folder, 'plans')}: the folder of plans can't be made, got EEXIST; choose another place by --plans [LZ-DELIVER-10]\n`,
  );
});

describe('on GitHub', () => {
  it.each([
    [200, { value: 'fresh' }, 'fresh'],
    [403, {}, 'GitHub: it gives this job no token, got HTTP 403; give the job the permission id-token: write [LZ-DELIVER-6]'],
  ])('the job asks for a token before each use: %d', async (status, body, said) => {
    const asked: unknown[] = [];
    const server = createServer(({ url, headers }, response) => {
      asked.push([url, headers.authorization]);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    world.terraform('cat "$(sed -n s/^web_identity_token_file=//p "$AWS_CONFIG_FILE")" >&2; env | grep -c ACTIONS_ >&2; exit 1');
    const run = await world.deliver(['plan', 'hub-network'], {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/token?version=2`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-of-the-job',
    });
    await new Promise((resolve) => server.close(resolve));

    expect(run.status).toBe(3);
    expect(run.stderr).toContain(said);
    expect(asked).toEqual([['/token?version=2&audience=sts.amazonaws.com', 'bearer bearer-of-the-job']]);
  });
});
