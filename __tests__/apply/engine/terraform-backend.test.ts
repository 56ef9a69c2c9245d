import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Engine, startEngine } from '../../engine/engine';
import { EmulatedAccount } from '../emulated-account';
import { cloudBlock, type Command, terraformAt } from './engine-terraform';

const STACK = {
  terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' } } },
  provider: { aws: [{ region: 'eu-west-1' }] },
  variable: { greeting: { type: 'string', default: 'hello' } },
  resource: {
    aws_ssm_parameter: { greeting: { name: '/engine/greeting', type: 'String', value: '${var.greeting}' } },
  },
  output: {
    name: { value: '${aws_ssm_parameter.greeting.name}' },
    greeting: { value: '${aws_ssm_parameter.greeting.value}', sensitive: true },
  },
};

let account: EmulatedAccount;
let engine: Engine;
let directory: string;
let terraform: Command;

beforeAll(async () => {
  account = await EmulatedAccount.open('111111111111');
  engine = await startEngine({
    directory: join(account.folder, 'engine'),
    environment: {
      ...account.environment,
      TF_CLI_CONFIG_FILE: account.cliConfiguration,
    },
  });
  directory = join(account.folder, 'greeting');
  mkdirSync(directory);
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(STACK));
  writeFileSync(join(directory, 'cloud.tf'), cloudBlock(engine, 'greeting'));
  terraform = terraformAt(engine, directory, account.cliConfiguration);
}, 600_000);

afterAll(async () => {
  await engine.stop();
  await account.close();
});

/** The words of a command that has to succeed. */
async function done(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await terraform(args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout;
}

const workspace = (): ReturnType<Engine['world']['newWorkspace']> => engine.world.workspaceNamed('greeting')!;

// One life, in its order: each step stands on those before it.
describe('Terraform 1.11 with a cloud block in a sibling cloud.tf', () => {
  test('init finds the engine and makes the workspace', async () => {
    expect(await done('init', '-input=false', '-no-color')).toContain('HCP Terraform has been successfully initialized!');
    expect(workspace()).toMatchObject({ executionMode: 'remote', terraformVersion: '1.11.4' });
  });

  test('plan uploads the folder, and streams the log of a run that only plans', async () => {
    const said = await done('plan', '-input=false', '-no-color');

    expect(said).toContain(`https://${engine.host}/app/acme/greeting/runs/run-`);
    expect(said).toContain('# aws_ssm_parameter.greeting will be created');
    expect(said).toContain('Plan: 1 to add, 0 to change, 0 to destroy.');
    expect([...engine.world.runs.values()].map(({ statuses }) => statuses)).toEqual([
      ['pending', 'plan_queued', 'planning', 'planned', 'planned_and_finished'],
    ]);
    expect(engine.world.stateVersions.size).toBe(0);
  });

  test('apply plans, is confirmed, and leaves the state here and none in the folder', async () => {
    const said = await done('apply', '-input=false', '-no-color', '-auto-approve', '-var', 'greeting=good day');

    expect(said).toContain('Apply complete! Resources: 1 added, 0 changed, 0 destroyed.');
    expect(JSON.parse(engine.world.currentState(workspace().id)!.state.toString())).toMatchObject({
      outputs: { name: { value: '/engine/greeting' }, greeting: { value: 'good day', sensitive: true } },
    });
    expect(workspace().lock).toBeUndefined();
  });

  test('a second plan is empty, with a variable of the workspace', async () => {
    workspace().variables.push({ id: 'var-1', key: 'greeting', value: 'good day', category: 'terraform', hcl: false });

    expect(await done('plan', '-input=false', '-no-color')).toContain(
      'No changes. Your infrastructure matches the configuration.',
    );
  });

  test('show and output read the state from here', async () => {
    expect(await done('show', '-no-color')).toContain('resource "aws_ssm_parameter" "greeting"');
    expect(JSON.parse(await done('output', '-json'))).toMatchObject({
      name: { value: '/engine/greeting', sensitive: false, type: 'string' },
      greeting: { value: 'good day', sensitive: true },
    });
  });
});

// The second half of that life needs no AWS: what is built into Terraform does.
describe('Terraform 1.11 with a workspace of the engine', () => {
  const built = (): string => join(account.folder, 'built-in');
  const own = (): ReturnType<typeof workspace> => engine.world.workspaceNamed('built-in')!;
  const here: Command = (args, environment) =>
    terraformAt(engine, built(), account.cliConfiguration)([...args, '-no-color'], environment);

  beforeAll(async () => {
    mkdirSync(built());
    writeFileSync(join(built(), 'main.tf.json'), '{"resource":{"terraform_data":{"one":{"input":"first"}}}}');
    writeFileSync(join(built(), 'cloud.tf'), cloudBlock(engine, 'built-in'));
    await here(['init', '-input=false']);
  });

  test('that executes locally keeps the state, and no lock stays behind', async () => {
    own().executionMode = 'local';
    expect((await here(['apply', '-input=false', '-auto-approve'])).stdout).toContain(
      'Resources: 1 added, 0 changed, 0 destroyed.',
    );
    const { exitCode, stdout } = await here(['plan', '-input=false', '-detailed-exitcode']);

    expect({ exitCode, lock: own().lock, states: engine.world.currentState(own().id)!.serial }).toEqual({
      exitCode: 0,
      lock: undefined,
      states: 1,
    });
    expect(stdout).toContain('No changes.');
  });

  test('that is locked by somebody else refuses a plan, and force-unlock with its id takes the lock away', async () => {
    own().lock = { by: 'user', name: 'alice' };
    const { exitCode, stderr } = await here(['plan', '-input=false']);

    expect(exitCode).toBe(1);
    expect(stderr).toContain('Error acquiring the state lock');
    expect(stderr).toContain('workspace already locked (lock ID: "acme/built-in")');
    const unlock = await terraformAt(engine, built(), account.cliConfiguration)(['force-unlock', '-force', 'acme/built-in']);
    expect({ exitCode: unlock.exitCode, lock: own().lock }).toEqual({ exitCode: 0, lock: undefined });
  });

  test('that executes remotely destroys by a run, from the state that a local apply left', async () => {
    own().executionMode = 'remote';

    expect((await here(['destroy', '-input=false', '-auto-approve'])).stdout).toContain(
      'Resources: 0 added, 0 changed, 1 destroyed.',
    );
    expect(JSON.parse(engine.world.currentState(own().id)!.state.toString())).toMatchObject({ resources: [] });
  });

  test('whose mandatory policy fails stops an apply before it is confirmed', async () => {
    engine.judgeBy([{ set: 'plinth', policy: 'network-open', level: 'mandatory', status: 'failed' }]);
    const { exitCode, stdout } = await here(['apply', '-input=false', '-auto-approve']);
    engine.judgeBy([]);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('Policy name: network-open');
    expect([...engine.world.runs.values()].at(-1)!.statuses.slice(-2)).toEqual(['post_plan_running', 'errored']);
  });

  test('refuses a wrong token, and knows no other organisation', async () => {
    const wrong = await here(['plan', '-input=false'], { [`TF_TOKEN_${engine.host}`]: 'nobody' });
    expect(wrong.stderr).toContain('unauthorized');
    writeFileSync(join(built(), 'cloud.tf'), cloudBlock({ ...engine, organization: 'other' }, 'built-in'));

    expect((await here(['init', '-input=false'])).stderr).toContain('organization "other" at host');
  });
});
