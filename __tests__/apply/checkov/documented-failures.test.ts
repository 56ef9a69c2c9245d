import type { Scan } from './checkov';
import { disagreements, readCheckovPage } from './documented-failures';

const PAGE = `# Checkov

| Form | Passed | Failed |
|---|---|---|
| the output, \`terraform_json\` | 10 | 3 |
| the plan, \`terraform_plan\` | 12 | 3 |

| Check | What it wants | JSON | Plan | Resources | Why it stands |
|---|---|---|---|---|---|
| \`CKV_AWS_1\` | A | 1 | 1 | \`aws_a\` | Because of a reason that is long enough |
| \`CKV2_AWS_2\` | B | 2 | 2 | \`aws_b\` | Because of a reason that is long enough |
`;

const found = (failures: Record<string, number>, passed = 12): Scan => ({
  passed,
  failed: Object.values(failures).reduce((sum, count) => sum + count, 0),
  failures: new Map(Object.entries(failures)),
});
const faults = (scan: Scan, page = PAGE): string[] => disagreements(readCheckovPage(page), 'terraform_plan', scan);

describe('the page of failed checks', () => {
  test('agrees with findings that are exactly its own', () => {
    expect(faults(found({ CKV_AWS_1: 1, CKV2_AWS_2: 2 }))).toEqual([]);
  });

  test('disagrees with a failure that it has no reason for', () => {
    expect(faults(found({ CKV_AWS_1: 1, CKV2_AWS_2: 2, CKV_AWS_3: 1 }))).toEqual([
      'CKV_AWS_3: the page has 0, checkov finds 1 in terraform_plan',
      'terraform_plan: write 12 passed, 4 failed',
    ]);
  });

  test('disagrees with one more failure of a check that it knows', () => {
    expect(faults(found({ CKV_AWS_1: 2, CKV2_AWS_2: 2 }))).toEqual([
      'CKV_AWS_1: the page has 1, checkov finds 2 in terraform_plan',
      'terraform_plan: write 12 passed, 4 failed',
    ]);
  });

  test('disagrees with a failure that no longer occurs', () => {
    expect(faults(found({ CKV_AWS_1: 1 }))).toEqual([
      'CKV2_AWS_2: the page has 2, checkov finds 0 in terraform_plan',
      'terraform_plan: write 12 passed, 1 failed',
    ]);
  });

  test('disagrees with another number of passed checks', () => {
    expect(faults(found({ CKV_AWS_1: 1, CKV2_AWS_2: 2 }, 11))).toEqual(['terraform_plan: write 11 passed, 3 failed']);
  });

  test('needs more than a word for a reason', () => {
    const page = PAGE.replace('| Because of a reason that is long enough |\n| `CKV2', '| Fine |\n| `CKV2');
    expect(faults(found({ CKV_AWS_1: 1, CKV2_AWS_2: 2 }), page)).toEqual(['CKV_AWS_1: has no reason']);
  });
});
