import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { configurationCheck } from '../../../../commands/doctor/project/configuration';

const configuration = { id: 'configuration', title: 'configuration' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plinth-configuration-'));
  file = join(folder, 'landing-zone.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the reference is well, with its 6 accounts', () => {
  cpSync(join(__dirname, '../../../../landing-zone.yaml'), file);
  const { check, input } = configurationCheck(file);

  expect(check).toEqual({ ...configuration, level: 'ok', found: `${file}: 6 accounts` });
  expect(input?.organization.managementAccount).toBe('111111111111');
});

test('one that is not there is a problem, with nothing read', () => {
  expect(configurationCheck('/no/landing-zone.yaml')).toEqual({
    check: {
      ...configuration,
      level: 'problem',
      found:
        'a mistake:\n/no/landing-zone.yaml: the configuration can\'t be read (ENOENT), got "/no/landing-zone.yaml"; give the path of a landing-zone.yaml, by LANDING_ZONE or --config [LZ-FILE-1]',
      remedy: 'mend it, then run npm start',
    },
  });
});

test('every mistake of one is listed, a line each', () => {
  writeFileSync(file, 'organisation: {}\naccounts: []\n');
  const { check, input } = configurationCheck(file);
  const [count, ...mistakes] = check.found.split('\n');

  expect(input).toBeUndefined();
  expect(count).toBe(`${String(mistakes.length)} mistakes:`);
  expect(mistakes.join('\n')).toContain('landing-zone.yaml:1:1 organisation: ');
  expect(mistakes.join('\n')).toContain('landing-zone.yaml:2:11 accounts: ');
  expect(check).toMatchObject({ level: 'problem', remedy: 'mend them, then run npm start' });
});
