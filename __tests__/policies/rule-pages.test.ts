import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { network } from '../../policies';
import { everyRule } from '../../policies/packs/every-rule';

const HEADINGS = ['Summary', 'Avoid', 'Prefer', 'Rationale', 'Exceptions', 'Known gaps'];

const rules = [...everyRule, ...network.entries].map(({ rule }) => rule);

test.each(rules.map((rule) => [rule.id, rule] as const))('%s has a page of the fixed headings, with its summary', (id, rule) => {
  const page = join(__dirname, '../../policies/rules', `${id}.md`);

  expect(existsSync(page)).toBe(true);
  const text = readFileSync(page, 'utf8');
  expect([...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(HEADINGS);
  expect(text).toContain(`# ${id}\n\n## Summary\n${rule.summary}.\n`);
});
