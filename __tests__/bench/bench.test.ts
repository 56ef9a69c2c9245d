import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');

/** What runs is compiled: the lane's type check has written it. */
function bench(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist', 'bench', 'main.js'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run bench', () => {
  it('prints one JSON document of six figures with their goals, and its progress on stderr', () => {
    const { status, stdout, stderr } = bench('--quick');
    expect({ status, stderr: stderr.replace(/: .*/, '') }).toEqual({ status: 0, stderr: 'round 1 of 1\n' });
    const document = JSON.parse(stdout) as Record<string, unknown>;
    expect(document).toEqual({
      module_overhead: expect.any(Number) as number,
      scale_exponent: expect.any(Number) as number,
      startup_vs_raw: expect.any(Number) as number,
      rss_mb_1000: expect.any(Number) as number,
      proof_share: expect.any(Number) as number,
      reach_pair_ms: expect.any(Number) as number,
      goals: { module_overhead: 1.15, scale_exponent: 1.05, startup_vs_raw: 1.1, rss_mb_1000: 450, proof_share: 0.25 },
      rounds: 1,
      accounts: { small: 20, large: 100 },
    });
    expect([document.module_overhead, document.scale_exponent, document.startup_vs_raw].every((ratio) => Number(ratio) > 0)).toBe(
      true,
    );
  }, 120_000);
});
