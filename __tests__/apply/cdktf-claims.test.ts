import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ChildResult, runChild } from '../../commands/sandbox/child';
import { projectRoot } from '../../commands/sandbox/environment';

const root = projectRoot();
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cdktf-claims-'));
  await cp(join(root, 'landing-zone.yaml'), join(home, 'landing-zone.yaml'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

function cdktfSynth(): Promise<ChildResult> {
  const env = { ...process.env, CI: 'false', CHECKPOINT_DISABLE: '1', LANDING_ZONE: join(home, 'landing-zone.yaml') };
  const command = join(root, 'node_modules', '.bin', 'cdktf');
  return runChild(command, ['synth', '--output', join(home, 'cdktf.out')], { cwd: root, env, timeLimitSeconds: 300 });
}

/** The ledger, and every file below the output. */
async function written(): Promise<Record<string, string>> {
  const entries = await readdir(home, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'landing-zone.yaml');
  return Object.fromEntries(
    await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(home.length), await readFile(path, 'base64')] as const;
      }),
    ),
  );
}

test('cdktf synth fails with a claim that does not hold, and leaves output and ledger byte for byte', async () => {
  expect((await cdktfSynth()).exitCode).toBe(0);
  const before = await written();
  const file = join(home, 'landing-zone.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('    claims:\n', '    claims:\n      - { isolated: { from: internet, to: public/alb } }\n'));

  const { exitCode, stdout, stderr } = await cdktfSynth();

  expect(exitCode).toBe(1);
  expect(`${stdout}${stderr}`).toContain('stated   dev/eu-west-1/three-tier: isolated internet → public/alb');
  expect(await written()).toEqual(before);
  expect(Object.keys(before)).toContain('/cdktf.out/stacks/dev-eu-west-1-network/cdk.tf.json');
});
