import { gunzipSync } from 'node:zlib';

/** How far encodings of encodings are followed. */
const DEPTH = 3;
/** Shorter texts hold no secret once they are decoded. @unit characters */
const LEAST_CODE = 16;
/** A text in base64 that is worth a look, and how much of what it holds is read. @unit characters */
const BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}(?![A-Za-z0-9+/_=-])/g;
const MOST_BYTES = 262_144;
/** What a text that was encoded holds mostly. */
const PRINTABLE = /^[\t\n\r\x20-\x7e\u00a0-\u024f]*$/;

function unzipped(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    // Cut off, or larger than anybody writes by hand.
    return undefined;
  }
}

function fromBase64(text: string): string | undefined {
  const bytes = unzipped(Buffer.from(text, 'base64'));
  const decoded = bytes?.subarray(0, MOST_BYTES).toString('utf8');
  return decoded !== undefined && decoded.length >= 8 && PRINTABLE.test(decoded) ? decoded : undefined;
}

function fromUrl(text: string): string | undefined {
  if (!/%[0-9A-F]{2}/i.test(text)) return undefined;
  const decoded = text.replaceAll(/(?:%[0-7][0-9A-F])+/gi, (escapes) => decodeURIComponent(escapes));
  return decoded === text ? undefined : decoded;
}

/** Lines that a shell joins, and quotes that close and open again: text as it will be. */
function joinedUp(text: string): string | undefined {
  if (!/["'\\]/.test(text)) return undefined;
  const joined = text
    .replaceAll(/\\\r?\n[ \t]*/g, '')
    .replaceAll(/(?<=\w)(?:"[ \t]*[+.]?[ \t]*"|'[ \t]*[+.]?[ \t]*'|""|'')(?=\w)/g, '');
  return joined === text ? undefined : joined;
}

/** A text, and what it comes to once encodings are undone: base64, gzip in it, URLs, lines that go on. */
export function decodings(text: string, depth = DEPTH): readonly string[] {
  if (depth === 0 || text.length < LEAST_CODE) return [text];
  // Folded as MIME has it.
  const folded = /^[A-Za-z0-9+/\r\n]{60,}={0,2}\s*$/.test(text) ? text.replaceAll(/\s/g, '') : text;
  const encoded = [...folded.matchAll(BASE64)].flatMap(([token]) => fromBase64(token) ?? []);
  const others = [fromUrl(text), joinedUp(text)].filter((each) => each !== undefined);
  return [text, ...[...encoded, ...others].flatMap((each) => decodings(each, depth - 1))];
}
