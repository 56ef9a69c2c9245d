import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside this module; and beside the one file that a start runs, where the build leaves it under the module's folder. */
const PLACES = [join(__dirname, 'assets'), join(__dirname, 'policies', 'report', 'page', 'assets')];

/** What a page carries with it, and the only thing of its kind that browsers may run or apply there. */
export interface Asset {
  readonly text: string;
  /** As a content security policy names it: `'sha256-…'`. */
  readonly source: string;
}

function read(folder: string, files: readonly string[]): Asset {
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  return { text, source: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}

/** The style and the script of the report. */
export function readAssets(): { readonly style: Asset; readonly script: Asset } {
  const folder = PLACES.find((place) => existsSync(join(place, 'page.js')));
  if (folder === undefined) throw new Error('the assets of the report are not where the build leaves them');
  return {
    style: read(folder, ['page.css', 'elements.css', 'drawings.css', 'access.css', 'controls.css', 'reachability.css']),
    script: read(folder, ['page.js']),
  };
}
