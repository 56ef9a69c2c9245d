import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

import { asWritten, InputError } from '../../../modules/core/input-error';
import type { Json } from '../universe';
import { findJsonFault } from './json-fault';

/** A plan of 100,000 resources takes about 150 MB; text of twice this length no longer fits one string. */
const LARGEST = 256 * 1024 * 1024;

/** How a plan comes to be JSON. */
const SHOW_PLAN = 'give terraform plan -out=FILE a file, and this program the output of terraform show -json FILE';

/** The code of an error of the file system. */
function systemCodeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'unknown error';
  return typeof error.code === 'string' ? error.code : 'unknown error';
}

/** @throws InputError LZ-READ-1 it isn't there, or may not be read */
export function unreadable(path: string, error: unknown): InputError {
  return InputError.of({
    subject: path,
    problem: `it can't be read (${systemCodeOf(error)})`,
    got: asWritten(path),
    remedy: 'name a directory of stacks, a cdk.tf.json, or the output of terraform show -json',
    code: 'LZ-READ-1',
  });
}

function bytesOf(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size <= LARGEST) return readFileSync(file);
    throw InputError.of({
      subject: file,
      problem: 'the file is larger than 256 MiB',
      got: `${String(size)} bytes`,
      remedy: 'give the plans of its parts, one file each',
      code: 'LZ-READ-12',
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw unreadable(file, error);
  }
}

function textOf(file: string, bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    throw InputError.of({
      subject: file,
      problem: 'this is a plan as Terraform keeps it for apply',
      remedy: `give the output of terraform show -json ${file}`,
      code: 'LZ-READ-7',
    });
  }
  if (!isUtf8(bytes)) {
    const [a, b] = bytes;
    const utf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
    throw InputError.of({
      subject: file,
      problem: 'the file is not UTF-8',
      got: utf16 ? 'UTF-16' : 'other bytes',
      remedy: utf16
        ? 'save it as UTF-8: in Windows PowerShell, pipe to Out-File -Encoding utf8 instead of using >'
        : 'save it as UTF-8',
      code: 'LZ-READ-10',
    });
  }
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** Blocks of HCL at the beginning of a line. */
const HCL =
  /^\s*(?:resource|data|module|provider|variable|output)\s+"[^"\n]*"(?:\s+"[^"\n]*")?\s*\{|^\s*(?:terraform|locals)\s*\{/m;

/** @throws InputError LZ-READ-6 it is HCL */
export function refuseHcl(file: string): never {
  throw InputError.of({
    subject: file,
    problem: 'this is HCL, whose expressions only Terraform evaluates',
    remedy: SHOW_PLAN,
    code: 'LZ-READ-6',
  });
}

function refuseText(file: string, text: string): never {
  if (HCL.test(text)) refuseHcl(file);
  if (text.startsWith('{"@level":')) {
    throw InputError.of({
      subject: file,
      problem: 'these are the progress messages of terraform plan -json, and no plan',
      remedy: SHOW_PLAN,
      code: 'LZ-READ-9',
    });
  }
  const place = findJsonFault(text);
  const { line, column, rest } = place ?? { line: 1, column: 1, rest: '' };
  throw InputError.of({
    subject: `${file}:${String(line)}:${String(column)}`,
    problem: 'this is no JSON',
    got: rest === '' ? 'the end of the line' : asWritten(rest.slice(0, 60)),
    remedy: 'give a cdk.tf.json, or the output of terraform show -json as it is',
    code: 'LZ-READ-2',
  });
}

/**
 * Reads a file of JSON.
 * @throws InputError LZ-READ-1 unreadable, LZ-READ-2 no JSON, LZ-READ-6 HCL, LZ-READ-7 a binary plan, LZ-READ-9 progress
 * messages, LZ-READ-10 no UTF-8, LZ-READ-12 too large
 */
export function readJson(file: string): Json {
  if (/\.(?:tf|hcl|tofu)$/.test(file)) refuseHcl(file);
  const text = textOf(file, bytesOf(file));
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return refuseText(file, text);
    throw error;
  }
}
