import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findChromium } from './browser';

describe('the browser of these tests', () => {
  test('is found on PATH, in the first folder that has one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'path-'));
    try {
      writeFileSync(join(folder, 'chromium'), '');

      expect(findChromium(`/nowhere:${folder}:${process.env.PATH ?? ''}`)).toBe(join(folder, 'chromium'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('is a failure where there is none, never a skip', () => {
    expect(() => findChromium('/nowhere')).toThrow(
      'none of chromium, chromium-browser, google-chrome is on PATH, and tests of the report need one: apt-get install chromium',
    );
  });
});
