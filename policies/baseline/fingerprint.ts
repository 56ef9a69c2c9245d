import { createHash } from 'node:crypto';

import type { Finding } from '../rules/rule';

/** What a problem is about, without what may change while it stays the same problem: names of stacks, values, numbers. */
export function problemClass(problem: string): string {
  return problem
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/(?<![\w.-])[\w.-]+:(?=(?:data|module|[a-z][a-z0-9]*_\w+)\.)/g, '')
    .replace(/\d+/g, '#');
}

/**
 * What a finding is known by from run to run: rule, verdict, address, what its author stated, and the kind of problem. The
 * name of the stack isn't in it, since that of a plan is its file's name; nor are positions, values, and the order of anything.
 */
export function fingerprintOf({ rule, verdict, address = '', stated = '', problem }: Finding): string {
  // A claim or a flow at a place is one thing, whatever of it fails just now.
  const kind = stated === '' ? problemClass(problem) : '';
  return createHash('sha256')
    .update(JSON.stringify([rule, verdict, address, stated, kind]))
    .digest('hex')
    .slice(0, 32);
}
