import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { uploadCommand } from '../../../commands/upload';
import { type Engine, startEngine } from '../../engine/engine';
import { type ContractHost, environmentOf, makeWorkspace, ofTheTests, realHost, removeWorkspace } from './contract-host';

const WORKSPACE = `plinth-contract-${String(process.pid)}-${String(Date.now())}`;
/** Built into Terraform: neither a provider nor rights are needed. */
const STACK = {
  resource: { terraform_data: { one: { input: 'first' } } },
  output: { one: { value: '${terraform_data.one.output}' } },
};

let folder: string;
let engine: Engine;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-contract-'));
  engine = await startEngine({ directory: join(folder, 'engine') });
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Report {
  readonly ok: boolean;
  readonly stacks: readonly { readonly run: string; readonly status: string; readonly plan: object }[];
  readonly problems?: readonly { readonly code: string }[];
}

// The same code for both: what holds for the engine of the tests holds for the real one, or one of them has drifted.
describe.each([
  ['the engine of the tests', (): ContractHost => ofTheTests(engine)] as const,
  ...realHost(process.env).map((host) => [host.name, (): ContractHost => host] as const),
])('plinth upload and %s', (_, hostOf) => {
  let stack: string;
  let run: string;

  const upload = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Report> => {
    let stdout = '';
    const terminal = { out: (text: string) => void (stdout += text), err: () => undefined, exit: () => undefined };
    const patience = { callSeconds: 60, attempts: 6, pauseSeconds: 1, pollSeconds: 0.5 };
    const all = { ...environmentOf(hostOf()), ...env };
    const command = uploadCommand({ env: all, terminal, patience, signals: new EventEmitter(), isWatched: false, now: Date.now });
    await command.parseAsync([stack, '--json', '--timeout', '8', ...args], { from: 'user' });
    return JSON.parse(stdout) as Report;
  };

  beforeAll(async () => {
    stack = join(folder, WORKSPACE);
    mkdirSync(stack, { recursive: true });
    writeFileSync(join(stack, 'cdk.tf.json'), JSON.stringify(STACK));
    await makeWorkspace(hostOf(), WORKSPACE);
  });
  afterAll(async () => {
    await removeWorkspace(hostOf(), WORKSPACE);
  });

  it('a workspace that is not there is not known, and a token of nobody is refused', async () => {
    const codes = await Promise.all([upload(['--workspace', `${WORKSPACE}-not`]), upload([], { TFE_TOKEN: 'nobody' })]);

    expect(codes.map(({ problems }) => problems![0]!.code)).toEqual(['LZ-UPLOAD-23', 'LZ-UPLOAD-22']);
  });

  it('a speculative run plans, and its JSON is that of Terraform', async () => {
    const file = join(folder, 'plan.json');
    const { ok, stacks } = await upload(['--speculative', '--plan-out', file]);

    expect(ok).toBe(true);
    expect(stacks[0]).toMatchObject({ status: 'planned_and_finished', plan: { add: 1, change: 0, destroy: 0, import: 0 } });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      resource_changes: [{ address: 'terraform_data.one', change: { actions: ['create'], after: { input: 'first' } } }],
    });
  });

  it('a plan awaits its confirmation', async () => {
    const { ok, stacks } = await upload(['--message', 'Plinth: contract']);
    run = stacks[0]!.run;

    expect(ok).toBe(true);
    expect(stacks[0]).toMatchObject({ hasChanges: true, plan: { add: 1 } });
  });

  it('--run takes it up, and --apply confirms it', async () => {
    const { ok, stacks } = await upload(['--run', run, '--apply']);

    expect(ok).toBe(true);
    expect(stacks[0]).toMatchObject({ run, status: 'applied' });
  });

  it('once applied there is nothing to change', async () => {
    expect((await upload(['--apply'])).stacks[0]).toMatchObject({ hasChanges: false, status: 'planned_and_finished' });
  });

  it('a stack that Terraform refuses is not successful', async () => {
    writeFileSync(join(stack, 'cdk.tf.json'), JSON.stringify({ output: { one: { value: '${terraform_data.gone.output}' } } }));

    expect((await upload(['--speculative'])).problems![0]).toMatchObject({
      code: 'LZ-UPLOAD-31',
      problem: expect.stringContaining('terraform_data') as string,
    });
  });
});
