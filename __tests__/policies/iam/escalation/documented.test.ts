import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ESCALATION_KINDS } from '../../../../policies/iam/escalation/kinds';
import { wayRow } from './documented-way';

it('docs/escalation.md has a row for each way, with its calls and needs', () => {
  const page = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'escalation.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Way '));

  expect(rows).toEqual(ESCALATION_KINDS.map(wayRow));
});

it('README.md tells how many there are', () => {
  const page = readFileSync(join(__dirname, '..', '..', '..', '..', 'README.md'), 'utf8');

  expect(page).toContain(`[${String(ESCALATION_KINDS.length)} known ways](docs/escalation.md)`);
});
