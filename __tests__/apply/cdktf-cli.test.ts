import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ChildResult, runChild } from '../../commands/sandbox/child';
import { Emulator } from '../../commands/sandbox/emulator';
import { ensureEnvironment, projectRoot } from '../../commands/sandbox/environment';
import { findProviderSource, writeCliConfiguration } from '../../commands/sandbox/plugin-mirror';
import { synth } from '../../main';

jest.setTimeout(600_000);

const root = projectRoot();
// The one whose needs nobody else has to be there for.
const STACK = 'log-archive-eu-west-1-logging';
let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cdktf-cli-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function cdktf(environment: NodeJS.ProcessEnv, ...args: string[]): Promise<ChildResult> {
  const cliConfiguration = await writeCliConfiguration(findProviderSource(process.env), home, join(home, 'cache'));
  const env = { ...process.env, CI: 'true', CHECKPOINT_DISABLE: '1', ...environment, TF_CLI_CONFIG_FILE: cliConfiguration };
  const command = join(root, 'node_modules', '.bin', 'cdktf');
  return runChild(command, [...args, '--output', join(home, 'cdktf.out')], { cwd: root, env, timeLimitSeconds: 500 });
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
  const report = (line: string): boolean => process.stderr.write(`  ${line}\n`);
  const emulator = await Emulator.start({ root, python: await ensureEnvironment({ root, report }) });
  try {
    const environment = emulator.clientEnvironment(await emulator.homeCredentials('111111111111'));

    const { exitCode, stdout } = await cdktf(environment, 'deploy', STACK, '--auto-approve', '--skip-provider-lock');

    expect({ exitCode, applied: /Apply complete! Resources: (\d+) added, 0 changed, 0 destroyed/.exec(stdout)?.[1] }).toEqual({
      exitCode: 0,
      applied: '44',
    });
  } finally {
    await emulator.stop();
  }
});
