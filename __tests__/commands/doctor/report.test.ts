import type { Check } from '../../../commands/doctor/check';
import { renderReport, reportOf } from '../../../commands/doctor/report';
import { Secrets } from '../../../commands/doctor/secrets';

const checks: readonly Check[] = [
  { id: 'node', title: 'Node', level: 'ok', found: '20.20.2' },
  { id: 'account', title: 'AWS account', level: 'problem', found: 'another', expected: 'this one', remedy: 'choose it' },
  { id: 'c', title: 'configuration', level: 'problem', found: '2 mistakes:\none\ntwo', expected: 'none', remedy: 'mend them' },
  { id: 'credentials', title: 'credentials', level: 'warning', found: 'none', remedy: 'sign in' },
  { id: 'emulator', title: 'emulator', level: 'not checked', found: 'only with --emulator' },
];
const render = (of: readonly Check[], colours = false): string => renderReport(reportOf(of, new Secrets()), colours);

test('a line each with its mark, the remedy below what is not well, and the counts', () => {
  expect(render(checks)).toBe(
    [
      '  ✓ Node           20.20.2',
      '  ✗ AWS account    another; expected this one',
      '                   → choose it',
      '  ✗ configuration  2 mistakes:',
      '                   one',
      '                   two; expected none',
      '                   → mend them',
      '  ! credentials    none',
      '                   → sign in',
      '  - emulator       not checked: only with --emulator',
      '',
      '1 ok, 1 warning, 2 problems, 1 not checked',
      '',
    ].join('\n'),
  );
});

test('one problem and two warnings are counted in the grammar of people', () => {
  const of = (['problem', 'warning', 'warning'] as const).map((level) => ({ id: level, title: level, level, found: '' }));

  expect(render(of).trimEnd().split('\n').at(-1)).toBe('0 ok, 2 warnings, 1 problem, 0 not checked');
});

test('marks are coloured where that is asked for', () => {
  expect(render(checks.slice(0, 1), true)).toContain('  \u001b[32m✓\u001b[39m Node  20.20.2\n');
  expect(render(checks)).not.toContain('\u001b');
});

test('warnings and what was not checked leave it well, a problem does not', () => {
  const okOf = (of: readonly Check[]): boolean => reportOf(of, new Secrets()).ok;

  expect(okOf([...checks.slice(0, 1), ...checks.slice(3)])).toBe(true);
  expect(okOf(checks)).toBe(false);
});

test('secrets are taken out of what was found, what was expected and the remedy', () => {
  const text = 'with marker-value';
  const of: readonly Check[] = [{ id: 'a', title: 'a', level: 'problem', found: text, expected: text, remedy: text }];

  expect(reportOf(of, Secrets.of({ TOKEN: 'marker-value' })).checks).toEqual([
    { id: 'a', title: 'a', level: 'problem', found: 'with ***', expected: 'with ***', remedy: 'with ***' },
  ]);
});
