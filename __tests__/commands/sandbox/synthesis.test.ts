import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { managementAccount, synthesisOf } from '../../../commands/sandbox/synthesis';

let root: string;
const signal = new AbortController().signal;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plinth-synthesis-'));
  mkdirSync(join(root, 'dist'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Stands in for the compiled main.ts. */
function program(script: string): void {
  writeFileSync(join(root, 'dist', 'start.js'), script);
}

test.each([
  ['living', 'zone.yaml OUT undefined'],
  ['closing', 'zone.yaml OUT closing'],
] as const)('the synthesis of a %s landing zone is told configuration, output and lifecycle', async (lifecycle, told) => {
  program(`const { LANDING_ZONE, CDKTF_OUTDIR, PLINTH_LIFECYCLE } = process.env;
    require('fs').writeFileSync(CDKTF_OUTDIR + '/told', [LANDING_ZONE, CDKTF_OUTDIR, PLINTH_LIFECYCLE].map(String).join(' '));`);
  await synthesisOf(root, 'zone.yaml')(root, lifecycle, signal);
  expect(readFileSync(join(root, 'told'), 'utf8')).toBe(told.replace('OUT', root));
});

test.each([1, 2])('a synthesis that ends with %d is passed on with its words and that exit code', async (code) => {
  program(`console.error('landing-zone.yaml:1:1 refused'); process.exitCode = ${code};`);
  const synthesis = synthesisOf(root, undefined)(root, 'living', signal);
  await expect(synthesis).rejects.toMatchObject({ message: 'landing-zone.yaml:1:1 refused', exitCode: code });
});

test('a synthesis that ends with 7 has failed, and its words are shown', async () => {
  program(`console.error('broken'); process.exitCode = 7;`);
  await expect(synthesisOf(root, undefined)(root, 'living', signal)).rejects.toThrow(
    'synthesis: ended with exit code 7:\nbroken\n; run `npm run build` if the sources changed, then `npm start` to see it alone [LZ-SANDBOX-6]',
  );
});

test('the management account is the one that intent.json names, else the home account of the emulator', async () => {
  expect(await managementAccount(root)).toBe('123456789012');
  writeFileSync(join(root, 'intent.json'), '{"organization": {"managementAccount": "111111111111"}}');
  expect(await managementAccount(root)).toBe('111111111111');
});
