import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const require = createRequire(resolve('package.json'));

/** What stands for all users: the reference, every example that is whole, and the options that neither has. */
const CONFIGURATIONS = ['landing-zone.yaml', 'examples/dual-stack/landing-zone.yaml', '__tests__/apply/every-option.yaml'];
const PROGRAMS = ['in-code', 'module-reuse', 'one-vpc', 'rules-by-hand', 'single-account'].map((name) => `examples/${name}`);

function synthesise(configuration, outdir) {
  const { App } = require('cdktf');
  const { defineLandingZone, ledgerFileOf, readConfiguration, readLedger } = require('plinth/landing-zone');
  const app = new App({ outdir, stackTraces: false });
  const { input, positionOf } = readConfiguration(configuration);
  defineLandingZone(app, input, readLedger(ledgerFileOf(configuration)), positionOf);
  app.synth();
}

function runProgram(example, outdir) {
  process.env.CDKTF_OUTDIR = outdir;
  // Keeps it from writing its ledger.
  process.env.CI = 'true';
  require(resolve('dist', example, 'main.js'));
}

function stacksIn(source, outdir) {
  const folder = join(outdir, 'stacks');
  return readdirSync(folder).map((stack) => ({
    source,
    stack,
    document: JSON.parse(readFileSync(join(folder, stack, 'cdk.tf.json'), 'utf8')),
  }));
}

/** Every stack of them, made from dist/: {source, stack, document}. */
export function synthesised() {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-addresses-'));
  const from = (source, make) => {
    const outdir = join(folder, source);
    mkdirSync(outdir, { recursive: true });
    make(source, outdir);
    return stacksIn(source, outdir);
  };
  try {
    return [
      ...CONFIGURATIONS.flatMap((source) => from(source, synthesise)),
      ...PROGRAMS.flatMap((source) => from(source, runProgram)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
