import { reportOn } from '../../../../commands/rotate-access-key/run/report';

const COLORS = { isTTY: true, hasColors: () => true };

function told(screen: object, options: { readonly json: boolean; readonly verbose: boolean }): string {
  let text = '';
  const report = reportOn({ write: (part) => (text += part), ...screen }, options);
  report.step('one');
  report.detail('two');
  return text;
}

test.each([
  ['quiet with --json, even --verbose', COLORS, { json: true, verbose: true }, ''],
  ['steps only', COLORS, { json: false, verbose: false }, '  one\n'],
  ['details in grey on a terminal', COLORS, { json: false, verbose: true }, '  one\n  \u001b[2m· two\u001b[22m\n'],
  ['plain with NO_COLOR', { isTTY: true, hasColors: () => false }, { json: false, verbose: true }, '  one\n  · two\n'],
  ['plain in a file', { hasColors: () => true }, { json: false, verbose: true }, '  one\n  · two\n'],
])('%s', (_what, screen, options, text) => {
  expect(told(screen, options)).toBe(text);
});
