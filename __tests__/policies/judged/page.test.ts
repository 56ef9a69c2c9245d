import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { judgedPage } from './page';

const PAGE = join(__dirname, '../../../docs/judged-plans.md');

test('docs/judged-plans.md tells every finding and every answer; WRITE_DOCS=1 writes it', () => {
  if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, judgedPage());

  expect(readFileSync(PAGE, 'utf8')).toBe(judgedPage());
});
