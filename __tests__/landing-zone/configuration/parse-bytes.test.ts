import { parseConfiguration } from '../../../modules/landing-zone/configuration';
import { BASE, baseWith } from './base-configuration';
import { linesOf } from './lines-of';

const file = 'landing-zone.yaml';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const ofText = (text: string): readonly string[] => linesOf(() => parseConfiguration({ file, text }));
const ofBytes = (bytes: Uint8Array): readonly string[] => linesOf(() => parseConfiguration({ file, bytes }));
const utf16 = (text: string, mark: string): Uint8Array => Uint8Array.from(Buffer.from(mark + text, 'utf16le'));
const swapped = (bytes: Uint8Array): Uint8Array => Uint8Array.from(Buffer.from(bytes).swap16());

describe('the bytes of a configuration', () => {
  test('a byte order mark changes neither the value nor a column', () => {
    const marked = parseConfiguration({ file, bytes: bytesOf(`\uFEFF${BASE}`) });
    expect(marked.input).toEqual(parseConfiguration({ file, text: BASE }).input);
    expect(marked.positionOf(['organization', 'name'])).toEqual({ file, line: 1, column: 23 });
  });

  test('a byte order mark in a text is taken off too', () => {
    expect(parseConfiguration({ file, text: `\uFEFF${BASE}` }).positionOf(['organization', 'name'])).toEqual({
      file,
      line: 1,
      column: 23,
    });
  });

  test('line ends of Windows change neither the value nor a line', () => {
    const windows = parseConfiguration({ file, bytes: bytesOf(BASE.replaceAll('\n', '\r\n')) });
    expect(windows.input).toEqual(parseConfiguration({ file, text: BASE }).input);
    expect(windows.positionOf(['networks', 'web', 'nat'])).toEqual({ file, line: 11, column: 10 });
  });

  test('a mistake in a file of Windows is named at the same place', () => {
    const text = baseWith(['subnet_size: 24', 'subnet_size: 29']);
    expect(ofText(text.replaceAll('\n', '\r\n'))).toEqual(ofText(text));
  });

  test.each([
    ['UTF-16 (little endian)', utf16(BASE, '\uFEFF')],
    ['UTF-16 (big endian)', swapped(utf16(BASE, '\uFEFF'))],
    ['UTF-16 (little endian)', utf16(BASE, '')],
    ['UTF-16 (big endian)', swapped(utf16(BASE, ''))],
  ])('%s is refused once', (encoding, bytes) => {
    expect(ofBytes(bytes)).toEqual([`landing-zone.yaml: the file is not UTF-8, got ${encoding}; save it as UTF-8 [LZ-CFG-1]`]);
  });

  test('a byte of Latin-1 is refused at its place', () => {
    const bytes = Uint8Array.from(Buffer.from(baseWith(['why: Database', 'why: Größe']), 'latin1'));
    expect(ofBytes(bytes)).toEqual([
      'landing-zone.yaml:23:55: the file is not UTF-8, got the byte 0xf6; save it as UTF-8 [LZ-CFG-1]',
    ]);
  });

  test('a replacement character that stands in the file itself is no wrong byte', () => {
    const bytes = Uint8Array.from([...bytesOf('# \uFFFD\na: '), 0xff]);
    expect(ofBytes(bytes)).toEqual([
      'landing-zone.yaml:2:4: the file is not UTF-8, got the byte 0xff; save it as UTF-8 [LZ-CFG-1]',
    ]);
  });

  test('a NUL character is refused at its place', () => {
    expect(ofText('a: 1\nb: x\0y\n')).toEqual([
      'landing-zone.yaml:2:5: the file is not text, got a NUL character; save it as UTF-8 text [LZ-CFG-1]',
    ]);
  });

  test('1 MiB is read', () => {
    const bytes = bytesOf(`${BASE}#${' '.repeat(1024 * 1024 - BASE.length - 1)}`);
    expect(bytes.length).toBe(1024 * 1024);
    expect(ofBytes(bytes)).toEqual([]);
  });

  test.each([
    ['1 MiB and 1 byte', 1024 * 1024 + 1],
    ['10 MB', 10_000_000],
  ])('%s is refused once', (_, size) => {
    const remedy = 'state what accounts share once, in a network, and only what differs with the account';
    const line = `landing-zone.yaml: the file is larger than 1 MiB, got ${String(size)} bytes; ${remedy} [LZ-CFG-2]`;
    expect(ofBytes(bytesOf('#'.repeat(size)))).toEqual([line]);
  });

  test('2,000 accounts with a mistake in the last are read in good time', () => {
    const accounts = Array.from(
      { length: 2000 },
      (_, i) => `  a${String(i)}: { id: "${String(300000000000 + i)}", unit: core, network: web }\n`,
    );
    const text = baseWith(
      ['accounts:\n', `accounts:\n${accounts.join('')}  last: { id: "1", unit: core }\n`],
      ['      - { from: app, to: hub/shared/services, port: tcp/3128, why: Packages }\n', ''],
    );
    expect(ofText(text)).toEqual([
      'landing-zone.yaml:2033:15 accounts.last.id: an account id has twelve digits, got "1" (length 1); write the id as AWS shows it, without hyphens [LZ-CFG-20]',
    ]);
  }, 5000);
});
