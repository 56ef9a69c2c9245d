import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { controlsPage } from './controls-page';

const PAGE = join(__dirname, '../../../docs/controls.md');

test('docs/controls.md lists every control with what answers it; WRITE_DOCS=1 writes it', () => {
  if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, controlsPage());

  expect(readFileSync(PAGE, 'utf8')).toBe(controlsPage());
});
