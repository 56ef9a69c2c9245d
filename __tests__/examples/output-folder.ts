import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Imported before any example, which synthesises when it is loaded: its output goes to a folder of this run, and CI keeps
 * it from writing its ledger.
 */
export const OUTPUT = mkdtempSync(join(tmpdir(), 'plinth-examples-'));

process.env.CDKTF_OUTDIR = OUTPUT;
process.env.CI = 'true';
