import { InputError } from '../../../core/input-error';

/** What a configuration is read from. */
export type ConfigurationSource =
  { readonly file: string; readonly text: string } | { readonly file: string; readonly bytes: Uint8Array };

/** A thousand accounts take about 150 KiB; beyond this the file is something else. */
const LARGEST = 1024 * 1024;

function encodingOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (b === 0 && a !== 0 && a !== undefined)) return 'UTF-16 (little endian)';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0)) return 'UTF-16 (big endian)';
  return undefined;
}

/** The bytes before the first one that is no UTF-8, so that its line can be named. */
function validPrefix(bytes: Uint8Array): string {
  // A lax decoder writes U+FFFD for what it can't read; one that stands in the file itself is three bytes long.
  const lax = new TextDecoder('utf-8').decode(bytes);
  const encoder = new TextEncoder();
  let low = 0;
  let high = lax.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const encoded = encoder.encode(lax.slice(0, middle));
    if (encoded.every((byte, i) => byte === bytes[i])) low = middle;
    else high = middle - 1;
  }
  return lax.slice(0, low);
}

function positionAtEnd(file: string, text: string): string {
  const lines = text.split('\n');
  return `${file}:${String(lines.length)}:${String((lines.at(-1)?.length ?? 0) + 1)}`;
}

function decode(file: string, bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const remedy = 'save it as UTF-8';
  const problem = 'the file is not UTF-8';
  if (encoding !== undefined) throw InputError.of({ subject: file, problem, got: encoding, remedy, code: 'LZ-CFG-1' });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const before = validPrefix(bytes);
    const byte = bytes[new TextEncoder().encode(before).length] ?? 0;
    const got = `the byte 0x${byte.toString(16).padStart(2, '0')}`;
    throw InputError.of({ subject: positionAtEnd(file, before), problem, got, remedy, code: 'LZ-CFG-1' });
  }
}

/**
 * The text of a configuration, without its byte order mark.
 * @throws InputError LZ-CFG-1 not UTF-8, LZ-CFG-2 larger than 1 MiB
 */
export function sourceText(source: ConfigurationSource): string {
  const size = 'bytes' in source ? source.bytes.length : source.text.length;
  if (size > LARGEST) {
    const got = `${String(size)} ${'bytes' in source ? 'bytes' : 'characters'}`;
    const remedy = 'state what accounts share once, in a network, and only what differs with the account';
    throw InputError.of({ subject: source.file, problem: 'the file is larger than 1 MiB', got, remedy, code: 'LZ-CFG-2' });
  }
  const text = 'bytes' in source ? decode(source.file, source.bytes) : source.text;
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const nul = plain.indexOf('\0');
  if (nul >= 0) {
    const subject = positionAtEnd(source.file, plain.slice(0, nul));
    throw InputError.of({
      subject,
      problem: 'the file is not text',
      got: 'a NUL character',
      remedy: 'save it as UTF-8 text',
      code: 'LZ-CFG-1',
    });
  }
  return plain;
}
