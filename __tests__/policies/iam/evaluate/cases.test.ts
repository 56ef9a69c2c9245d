import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { countObstacles, findObstacle } from '../../../apply/iam-enforcement/obstacle';
import { CASES } from './cases';
import { indexPage } from './cases/index-page';
import { answerOf, oracleOf } from './cases/judge';

const PAGE = join(__dirname, '../../../../docs/iam-cases.md');

describe.each(Object.entries(CASES))('%s', (_theme, cases) => {
  test.each(cases.map((one) => [one.name, one.says, one] as const))('%s: %s', (_name, says, one) => {
    const { says: answer, why } = answerOf(one);

    expect(`${answer}${answer === says ? '' : ` (${why})`}`).toBe(says);
    expect(one.alone === true ? says : oracleOf(one)).toBe(says);
  });
});

test('there are at least 300 cases, of 20 themes, and no theme has two of one name', () => {
  expect(Object.values(CASES).flat().length).toBeGreaterThanOrEqual(300);
  expect(Object.keys(CASES).length).toBeGreaterThanOrEqual(20);
  for (const cases of Object.values(CASES)) expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test('docs/iam-cases.md lists every case with its answer; WRITE_DOCS=1 writes it', () => {
  if (process.env.WRITE_DOCS === '1') writeFileSync(PAGE, indexPage());

  expect(readFileSync(PAGE, 'utf8')).toBe(indexPage());
});

test('docs/iam.md says how many cases the emulator enforces, and what keeps the others from it', () => {
  const all = Object.values(CASES).flat();
  const page = readFileSync(join(__dirname, '../../../../docs/iam.md'), 'utf8');

  expect(page).toContain(`${String(all.filter((one) => findObstacle(one) === undefined).length)} of the cases`);
  for (const [why, count] of countObstacles(all)) expect(page).toContain(`| ${why} | ${String(count)} |`);
});
