import type { Control, Standard } from './control';

/** The CIS benchmarks in the order of their versions. */
const CIS = ['cis-1.4', 'cis-3.0', 'cis-5.0', 'cis-7.0'] as const satisfies readonly Standard[];

/** What a standard is called by people. */
export const STANDARDS: Readonly<Record<Standard, string>> = {
  'cis-1.4': 'CIS AWS Foundations Benchmark 1.4',
  'cis-3.0': 'CIS AWS Foundations Benchmark 3.0',
  'cis-5.0': 'CIS AWS Foundations Benchmark 5.0',
  'cis-7.0': 'CIS AWS Foundations Benchmark 7.0',
  fsbp: 'AWS Foundational Security Best Practices',
  plinth: 'House rules of Plinth',
};

/**
 * The ids of a control by catalogue: `catalogue('2.1.5 2.1.4 2.1.4 3.1.4', 'S3.1 S3.8')`. The first text has one column
 * for each CIS version, oldest first, `-` where it hasn't got the control and `/` between several ids; the second the
 * controls of AWS's best practices.
 */
export function catalogue(cis: string, fsbp = ''): Control['ids'] {
  const columns = cis === '' ? [] : cis.split(' ');
  const found: Partial<Record<Standard, readonly string[]>> = {};
  for (const [at, standard] of CIS.entries()) {
    const column = columns[at] ?? '-';
    if (column !== '-') found[standard] = column.split('/');
  }
  if (fsbp !== '') found.fsbp = fsbp.split(' ');
  return found;
}

/** A control of our own, by its name. */
export function house(name: string): Control['ids'] {
  return { plinth: [name] };
}
