import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plinth-'));
  cpSync(join(ROOT, 'landing-zone.yaml'), join(home, 'landing-zone.yaml'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, as `npm run -s plinth --` does. */
function plinth(args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const { CI: _, ...inherited } = process.env;
  return spawnSync(process.execPath, [join(ROOT, 'dist/commands/plinth.js'), ...args], {
    cwd: home,
    env: { ...inherited, ...env },
    encoding: 'utf8',
  });
}

describe('plinth synth', () => {
  it('takes its places from options and ends with 0', () => {
    const { status, stderr } = plinth(['synth', '--config', 'landing-zone.yaml', '--out', 'elsewhere']);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(home).sort()).toEqual(['addresses.lock.json', 'elsewhere', 'landing-zone.yaml']);
  });

  it('prints one JSON document and nothing else with --json', () => {
    const { status, stdout } = plinth(['synth', '--json']);

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      stacks: 5,
      failing: 0,
      proven: { claims: { hold: 13, of: 13 }, flows: { work: 18, of: 18 }, undeclared: 0 },
    });
  });

  it.each([
    [['synth', '--frozen'], {}],
    [['synth'], { CI: 'true' }],
  ])('%j with %j ends with 2 rather than make a ledger, and writes nothing', (args, env) => {
    const { status, stdout, stderr } = plinth(args, env);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('[LZ-LEDGER-18]');
    expect(readdirSync(home)).toEqual(['landing-zone.yaml']);
  });

  it('ends with 3 where the output cannot be written', () => {
    writeFileSync(join(home, 'file'), '');

    const { status, stderr } = plinth(['synth', '--out', 'file/out']);

    expect(status).toBe(3);
    expect(stderr).toContain('[LZ-STACK-5]');
  });

  it('takes LANDING_ZONE and CDKTF_OUTDIR like npm start', () => {
    expect(plinth(['synth'], { LANDING_ZONE: join(home, 'landing-zone.yaml'), CDKTF_OUTDIR: join(home, 'out') }).status).toBe(0);
    expect(existsSync(join(home, 'out/order.json'))).toBe(true);
  });

  it('ends with 2 and every mistake, one a line, when the configuration is wrong', () => {
    writeFileSync(join(home, 'landing-zone.yaml'), 'organisation: {}\naccounts: []\n');

    const { status, stdout, stderr } = plinth(['synth']);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('landing-zone.yaml:1:1 organisation: ');
    expect(stderr).toContain('did you mean "organization"?');
    expect(stderr).toContain('landing-zone.yaml:2:11 accounts: ');
  });
});

describe('plinth', () => {
  it.each([[['synth', '--unknown']], [['nonsense']], [['synth', '--out']]])('%j is wrong usage and ends with 2', (args) => {
    expect(plinth(args).status).toBe(2);
  });

  it('prints help and ends with 0', () => {
    const { status, stdout } = plinth(['--help']);

    expect(status).toBe(0);
    expect(stdout).toContain('synth');
    expect(stdout).toContain('ledger');
  });
});
