import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureEnvironment, projectRoot } from '../../../commands/sandbox/environment';
import { terraformJson } from '../../emulator/estate/terraform-json';

const SECONDS = 1000;
const root = projectRoot();
const slow = terraformJson(
  { name: 'slow', account: '222222222222' },
  { resource: { aws_vpc: { slow: { cidr_block: '10.0.0.0/20', enable_dns_hostnames: true } } } },
);

/** The compiled sandbox in a process of its own, with one stack whose apply takes more than ten seconds. */
const PROGRAM = `
  const { sandboxCommand } = require(${JSON.stringify(join(root, 'dist', 'commands', 'sandbox', 'main'))});
  const fs = require('node:fs');
  const synthesise = async (output) => {
    fs.mkdirSync(output + '/stacks/slow', { recursive: true });
    fs.writeFileSync(output + '/stacks/slow/cdk.tf.json', ${JSON.stringify(JSON.stringify(slow))});
    fs.writeFileSync(output + '/order.json', JSON.stringify({ waves: [['slow']] }));
  };
  const terminal = { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) };
  sandboxCommand(${JSON.stringify(root)}, [], terminal, synthesise).then((code) => { process.exitCode = code; });
`;

interface Started {
  readonly sandbox: ChildProcess;
  readonly emulator: number;
  readonly terraform: number;
}

let temporary: string;

beforeAll(() => ensureEnvironment({ root, report: () => undefined }), 600 * SECONDS);
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'plinth-ways-out-'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** The process id of the child of `parent` whose command holds `words`. */
function findChild(parent: number | undefined, words: string): number | undefined {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  const fields = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line));
  const found = fields.find((field) => Number(field?.[2]) === parent && field?.[4]?.includes(words));
  return found ? Number(found[1]) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until<T>(find: () => T | undefined, seconds: number): Promise<T> {
  for (let waited = 0; waited < seconds * 10; waited += 1) {
    const found = find();
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error(`nothing of the kind within ${seconds} s`);
}

/** Starts the sandbox and waits until Terraform is in the midst of its apply. */
async function midApply(): Promise<Started> {
  const sandbox = spawn(process.execPath, ['-e', PROGRAM], { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' });
  const emulator = await until(() => findChild(sandbox.pid, 'emulator.py proxy'), 30);
  const terraform = await until(() => findChild(sandbox.pid, 'terraform apply'), 30);
  await sleep(5 * SECONDS);
  return { sandbox, emulator, terraform };
}

const gone = (pid: number, seconds: number): Promise<true> => until(() => (isAlive(pid) ? undefined : true), seconds);

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the emulator and Terraform, removes the working tree, and exits with 130',
  async (signal) => {
    const { sandbox, emulator, terraform } = await midApply();
    const exit = once(sandbox, 'exit');
    sandbox.kill(signal);
    expect(await exit).toEqual([130, null]);
    expect([emulator, terraform].filter(isAlive)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  },
);

test('kill -9 of the sandbox ends the emulator at once, and Terraform for want of it', async () => {
  const { sandbox, emulator, terraform } = await midApply();
  sandbox.kill('SIGKILL');
  await once(sandbox, 'exit');
  await expect(gone(emulator, 5)).resolves.toBe(true);
  await expect(gone(terraform, 60)).resolves.toBe(true);
});
