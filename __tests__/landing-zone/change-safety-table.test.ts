import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FORCED, SAFE } from '../apply/change-safety/all-edits';
import { safetyTable } from '../apply/change-safety/safety-table';

const document = readFileSync(join(__dirname, '../../docs/change-safety.md'), 'utf8');

describe('docs/change-safety.md', () => {
  it('shows the table of the edits as the lane holds real Terraform to it', () => {
    expect(document).toContain(`${safetyTable(SAFE)}\n`);
  });

  it('shows what AWS forces, and by what', () => {
    expect(document).toContain(`${safetyTable(FORCED)}\n`);
    for (const { title, by } of FORCED) expect(document).toContain(`- **${title}**: ${by}.`);
  });
});
