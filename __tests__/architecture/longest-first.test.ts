import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { ROOT } from './source-tree';

const { LONGEST } = createRequire(__filename)('../longest-first.cjs') as { readonly LONGEST: readonly string[] };

test.each(LONGEST)('%s, which is begun before others, is a file of tests', (name) => {
  expect(existsSync(join(ROOT, '__tests__', `${name}.test.ts`))).toBe(true);
});
