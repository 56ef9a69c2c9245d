import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App } from 'cdktf';

import { type ChildResult, runChild } from '../../commands/sandbox/child';
import { projectRoot } from '../../commands/sandbox/environment';
import { findProviderSource, writeCliConfiguration } from '../../commands/sandbox/plugin-mirror';
import { synth } from '../../main';
import { LayerStack } from '../../modules/terraform';
import { EmulatedAccount } from './emulated-account';

const root = projectRoot();
// The one whose needs nobody else has to be there for.
const STACK = 'log-archive-eu-west-1-logging';
/** No provider: it is the CLI that is looked at. */
class Bare extends LayerStack {}

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cdktf-cli-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function cdktf(environment: NodeJS.ProcessEnv, ...args: string[]): Promise<ChildResult> {
  const cliConfiguration = await writeCliConfiguration(findProviderSource(process.env), home, join(home, 'cache'));
  const env = { ...process.env, CI: 'true', CHECKPOINT_DISABLE: '1', ...environment, TF_CLI_CONFIG_FILE: cliConfiguration };
  const command = join(root, 'node_modules', '.bin', 'cdktf');
  return runChild(command, [...args, '--output', join(home, 'cdktf.out')], { cwd: root, env, timeLimitSeconds: 900 });
}

async function stacksBelow(output: string): Promise<Record<string, string>> {
  const names = (await readdir(join(output, 'stacks'))).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(output, 'stacks', name, 'cdk.tf.json'), 'utf8')] as const),
    ),
  );
}

test('cdktf synth gives the same stacks as npm start', async () => {
  const { exitCode } = await cdktf({}, 'synth');
  synth({ config: join(root, 'landing-zone.yaml'), out: join(home, 'own.out'), frozen: true });

  expect(exitCode).toBe(0);
  expect(await stacksBelow(join(home, 'cdktf.out'))).toEqual(await stacksBelow(join(home, 'own.out')));
});

test('cdktf deploy applies one stack to the emulator', async () => {
  const account = await EmulatedAccount.open('111111111111');
  try {
    const { exitCode, stdout } = await cdktf(account.environment, 'deploy', STACK, '--auto-approve', '--skip-provider-lock');

    expect({ exitCode, applied: /Apply complete! Resources: (\d+) added, 0 changed, 0 destroyed/.exec(stdout)?.[1] }).toEqual({
      exitCode: 0,
      applied: '44',
    });
  } finally {
    await account.close();
  }
});

// With a 26th stack somebody's synth once listed them all and never ended; empty stacks did no harm (terraform-cdk #3198).
describe('the CLI with 30 stacks', () => {
  const HEAD = `
organization: { name: acme, management_account: '111111111111', home_region: eu-west-1, regions: [eu-west-1] }
backend: { kind: local }
accounts:
  management: { id: '111111111111', unit: management }
`;
  const accounts = Array.from({ length: 30 }, (_, index) => ({
    name: `team-${String(index + 10)}`,
    id: String(200000000000 + index),
  }));

  test('cdktf synth writes 30 stacks of self-rotation, and ends', async () => {
    const config = join(home, 'landing-zone.yaml');
    const teams = accounts.map(({ name, id }) => `  ${name}: { id: '${id}', unit: teams, self_rotation: {} }\n`).join('');
    await writeFile(config, `${HEAD}${teams}`);
    const program = `${process.execPath} ${join(root, 'dist', 'start.js')}`;

    // Without CI the ledger may be written, which isn't there yet.
    const { exitCode, stderr } = await cdktf({ LANDING_ZONE: config, CI: undefined }, 'synth', '--app', program);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(Object.keys(await stacksBelow(join(home, 'cdktf.out')))).toEqual(
      accounts.map(({ name }) => `${name}-global-identity`),
    );
  });

  // With the AWS provider, whose start takes seconds of a core, 30 stacks would take minutes and show no more of the CLI.
  test("cdktf deploy '*' applies 30 stacks of what is built into Terraform, and ends", async () => {
    const app = new App({ outdir: join(home, 'cdktf.out'), stackTraces: false });
    const place = { organization: 'acme', region: 'eu-west-1', layer: 'network', backend: { kind: 'local' } } as const;
    for (const account of accounts) {
      new Bare(app, { ...place, account }).addOverride('resource.terraform_data.it.input', account.name);
    }
    app.synth();

    const quietly = ['--auto-approve', '--skip-synth', '--skip-provider-lock', '--parallelism', '4'];
    const { exitCode, stdout } = await cdktf({}, 'deploy', '*', ...quietly);

    const states = await readdir(join(home, 'terraform.state', 'acme'));
    expect({ exitCode, states: states.sort() }).toEqual({
      exitCode: 0,
      states: accounts.map(({ name }) => `${name}-eu-west-1-network.tfstate`),
    });
    expect(stdout.match(/Apply complete! Resources: 1 added, 0 changed, 0 destroyed/g)).toHaveLength(30);
  });
});
