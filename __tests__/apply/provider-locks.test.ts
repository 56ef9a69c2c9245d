import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lockCommand } from '../../commands/lock';

const AWS = { aws: { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' } };
const TFE = { tfe: { source: 'hashicorp/tfe', version: '~> 0.71' } };

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plinth-locks-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function stack(name: string, providers: object): void {
  const folder = join(home, 'out/stacks', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ terraform: { required_providers: providers } }));
}

/** A package as a mirror holds it; nothing of it is run to be locked. */
function published(provider: string, version: string, ...platforms: readonly string[]): void {
  for (const platform of platforms) {
    const folder = join(home, 'mirror/registry.terraform.io/hashicorp', provider, version, platform);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `terraform-provider-${provider}_v${version}`), `${version} for ${platform}`);
  }
}

async function lock(...args: readonly string[]): Promise<{ readonly exitCode: number; readonly text: string }> {
  let text = '';
  let exitCode = -1;
  const say = (more: string): void => {
    text += more;
  };
  const terminal = { out: say, err: say, exit: (code: number): void => void (exitCode = code) };
  const env = { PATH: process.env.PATH, HOME: home, CHECKPOINT_DISABLE: '1' };
  const command = ['--out', join(home, 'out'), '--mirror', join(home, 'mirror'), ...args];
  await lockCommand(terminal, env).parseAsync(command, { from: 'user' });
  return { exitCode, text };
}

const lockOf = (name: string): string => readFileSync(join(home, 'out/stacks', name, '.terraform.lock.hcl'), 'utf8');
const hashesIn = (text: string): number => text.match(/"h1:/g)?.length ?? 0;

describe('plinth lock', () => {
  it('gives stacks of the same providers the same file, with a hash for each platform', async () => {
    for (const name of ['dev-network', 'prod-network']) stack(name, AWS);
    stack('management-workspaces', TFE);
    published('aws', '5.100.0', 'linux_amd64', 'darwin_arm64');
    published('tfe', '0.71.0', 'linux_amd64', 'darwin_arm64');

    const { exitCode, text } = await lock('--platform', 'linux_amd64', 'darwin_arm64');

    expect({ exitCode, text }).toEqual({
      exitCode: 0,
      text: [
        'registry.terraform.io/hashicorp/aws 5.100.0: 2 stacks, 2 changed',
        'registry.terraform.io/hashicorp/tfe 0.71.0: 1 stacks, 1 changed',
        'for linux_amd64, darwin_arm64',
        '',
      ].join('\n'),
    });
    expect(lockOf('prod-network')).toBe(lockOf('dev-network'));
    expect(hashesIn(lockOf('dev-network'))).toBe(2);
    expect(lockOf('management-workspaces')).toContain('hashicorp/tfe');
  });

  it('keeps the version that is locked, also for a new stack, until it is told to upgrade', async () => {
    stack('dev-network', AWS);
    published('aws', '5.100.0', 'linux_amd64');
    await lock('--platform', 'linux_amd64');
    stack('a-new-network', AWS);
    published('aws', '6.25.0', 'linux_amd64');

    const kept = await lock('--platform', 'linux_amd64');
    expect(kept.text).toContain('hashicorp/aws 5.100.0: 2 stacks, 1 changed\n');
    expect(lockOf('a-new-network')).toBe(lockOf('dev-network'));

    const raised = await lock('--platform', 'linux_amd64', '--upgrade');
    expect(raised.text).toContain('hashicorp/aws 6.25.0: 2 stacks, 2 changed\n');
  });

  it('changes no stack where one set of providers is not to be had', async () => {
    stack('dev-network', AWS);
    stack('management-workspaces', TFE);
    published('aws', '5.100.0', 'linux_amd64');

    const { exitCode, text } = await lock('--platform', 'linux_amd64');

    expect(exitCode).toBe(3);
    expect(text).toContain('terraform providers lock: failed with exit code 1');
    expect(text).toContain('[LZ-LOCK-2]');
    expect(() => lockOf('dev-network')).toThrow('ENOENT');
  });

  it('refuses platforms that are none, each', async () => {
    stack('dev-network', AWS);

    expect(await lock('--platform', 'linux', 'Darwin_ARM')).toEqual({
      exitCode: 2,
      text: ['linux', 'Darwin_ARM']
        .map(
          (got) =>
            `--platform: a platform is an operating system and an architecture, got "${got}"; write them like linux_amd64, linux_arm64, darwin_amd64, darwin_arm64 [LZ-LOCK-3]\n`,
        )
        .join(''),
    });
  });

  it('refuses a folder without stacks, and a stack that is no JSON', async () => {
    const out = join(home, 'out');

    expect(await lock()).toEqual({
      exitCode: 2,
      text: `${out}: there are no stacks, got "${out}"; synthesise first: plinth synth [LZ-LOCK-1]\n`,
    });
    stack('dev-network', AWS);
    const file = join(out, 'stacks/dev-network/cdk.tf.json');
    writeFileSync(file, '{');
    expect((await lock()).text).toBe(
      `${out}: a stack can't be read (SyntaxError), got "${file}"; synthesise first: plinth synth [LZ-LOCK-1]\n`,
    );
  });
});
