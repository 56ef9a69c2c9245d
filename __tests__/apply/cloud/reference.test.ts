import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../../commands/sandbox/environment';
import { inWaves, readWaves, type Waves } from '../../../commands/sandbox/waves';
import { synth } from '../../../main';
import { ledgerFileOf } from '../../../modules/landing-zone';
import { type Engine, startEngine } from '../../engine/engine';
import { EmulatedAccount } from '../emulated-account';
import { terraformAt } from '../engine/engine-terraform';

jest.setTimeout(1_800_000);

const PROJECT = 'landing-zone';
/** Executed by the engine; the others only keep their states there, since a run of the engine starts Terraform four times. */
const REMOTE = 'management-global-identity';
const RESOURCES = {
  'log-archive-eu-west-1-logging': 44,
  [REMOTE]: 3,
  'dev-eu-west-1-network': 132,
  'network-eu-west-1-network': 66,
  'prod-eu-west-1-network': 155,
};

let account: EmulatedAccount;
let engine: Engine;
let waves: Waves;
const folderOf = (stack: string): string => join(account.folder, 'cdktf.out', 'stacks', stack);

beforeAll(async () => {
  account = await EmulatedAccount.open('111111111111');
  engine = await startEngine({
    directory: join(account.folder, 'engine'),
    environment: { ...account.environment, TF_CLI_CONFIG_FILE: account.cliConfiguration },
  });
  const config = join(account.folder, 'landing-zone.yaml');
  const reference = join(projectRoot(), 'landing-zone.yaml');
  const backend = `{ kind: cloud, organization: ${engine.organization}, project: ${PROJECT}, hostname: '${engine.host}' }`;
  writeFileSync(config, readFileSync(reference, 'utf8').replace('backend: { kind: local }', `backend: ${backend}`));
  cpSync(ledgerFileOf(reference), ledgerFileOf(config));
  synth({ config, out: join(account.folder, 'cdktf.out'), frozen: true });
  waves = await readWaves(join(account.folder, 'cdktf.out'));
});
afterAll(async () => {
  await engine.stop();
  await account.close();
});

/** The words of a command in a stack's folder that has to succeed; only what is applied from here sees AWS. */
async function done(stack: string, ...args: string[]): Promise<string> {
  const aws = stack === REMOTE ? {} : account.environment;
  const terraform = terraformAt(engine, folderOf(stack), account.cliConfiguration);
  const { exitCode, stdout, stderr } = await terraform([...args, '-input=false', '-no-color'], aws);
  expect({ stack, args, exitCode, stderr }).toEqual({ stack, args, exitCode: 0, stderr: '' });
  return stdout;
}

/** What every stack answers, stack by stack. */
async function ofEach<T>(order: Waves, work: (stack: string) => Promise<T>): Promise<Record<string, T>> {
  return Object.fromEntries(await inWaves(order, work));
}

const numberIn = (text: string, words: RegExp): number => Number(words.exec(text)?.[1]);

function managedIn(state: string): number {
  const { resources } = JSON.parse(state) as { resources: { mode: string; instances: object[] }[] };
  return resources.filter(({ mode }) => mode === 'managed').reduce((sum, { instances }) => sum + instances.length, 0);
}

// One life, in its order: each step stands on those before it.
describe('the reference with backend: { kind: cloud }, identity executed remotely and four stacks locally', () => {
  it('terraform init makes a workspace for each of the five, in the project landing-zone', async () => {
    // The first makes the project as well, which several at once would all try.
    const [first = '', ...others] = waves.flat();
    await ofEach([[first], others], (stack) => done(stack, 'init'));

    const made = [...engine.world.workspaces.values()];
    expect(made.map(({ name, project }) => [name, project.name]).sort()).toEqual(
      Object.keys(RESOURCES)
        .sort()
        .map((name) => [name, PROJECT]),
    );
    for (const workspace of made) if (workspace.name !== REMOTE) workspace.executionMode = 'local';
  });

  it('plan and apply, wave by wave, add 44, 3, 132, 66 and 155 resources', async () => {
    const added = await ofEach(waves, async (stack) => [
      numberIn(await done(stack, 'plan'), /Plan: (\d+) to add, 0 to change, 0 to destroy/),
      numberIn(await done(stack, 'apply', '-auto-approve'), /Resources: (\d+) added, 0 changed, 0 destroyed/),
    ]);

    expect(added).toEqual(Object.fromEntries(Object.entries(RESOURCES).map(([stack, count]) => [stack, [count, count]])));
  });

  it('leave each state in its workspace, unlocked, and none on this machine', () => {
    const { workspaces, runs } = engine.world;
    const made = [...workspaces.values()];
    const states = made.map(({ id, name }) => [name, managedIn(engine.world.currentState(id)!.state.toString())]);

    expect(Object.fromEntries(states)).toEqual(RESOURCES);
    expect(made.filter(({ lock }) => lock !== undefined)).toEqual([]);
    expect([...runs.values()].map(({ workspace }) => workspaces.get(workspace)!.name)).toEqual([REMOTE, REMOTE]);
    const here = ['terraform.state', ...waves.flat().map((stack) => join('cdktf.out', 'stacks', stack, 'terraform.tfstate'))];
    expect(here.filter((path) => existsSync(join(account.folder, path)))).toEqual([]);
  });

  it('plan nothing a second time', async () => {
    const said = await ofEach([waves.flat()], (stack) => done(stack, 'plan'));

    for (const text of Object.values(said)) expect(text).toContain('No changes. Your infrastructure matches the configuration.');
  });
});
