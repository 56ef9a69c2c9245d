import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { indexPage } from './index-page';

const PAGE = join(__dirname, '../../../../docs/reachability-cases.md');

test('docs/reachability-cases.md lists every case with its outcome; WRITE_DOCS=1 writes it', () => {
  if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, indexPage());

  expect(readFileSync(PAGE, 'utf8')).toBe(indexPage());
});
