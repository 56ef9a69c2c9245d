import type { Reply } from '../../policies/reachability/ask';

/** What `--expect` can ask for. */
export const EXPECTATIONS = ['reaches', 'isolated'] as const;

/** That connections work, or that nothing gets there. */
export type Expected = (typeof EXPECTATIONS)[number];

/** Whether what was expected holds; what isn't known never does. */
export interface Expectation {
  readonly expected: Expected;
  readonly holds: boolean;
  /** Why it doesn't. @default - it holds */
  readonly reason?: string;
}

const MISSED: Readonly<Record<Reply['verdict'], string>> = {
  proven: 'connections work',
  partial: 'only some connections work',
  unreachable: 'no connection works',
  unknown: 'what is not known never passes',
};

function whyNotIsolated({ verdict, arrives }: Reply): string {
  if (verdict !== 'unreachable') return verdict === 'partial' ? 'some connections work' : MISSED[verdict];
  return arrives === 'some'
    ? 'no connection works, but packets arrive that nothing answers, and one packet may be enough'
    : "no connection works, but whether packets arrive that nothing answers isn't known";
}

/** Holds a reply against what was expected. */
export function hold(expected: Expected, reply: Reply): Expectation {
  const { verdict, arrives } = reply;
  if (expected === 'reaches') {
    return verdict === 'proven' ? { expected, holds: true } : { expected, holds: false, reason: MISSED[verdict] };
  }
  return verdict === 'unreachable' && arrives === 'none'
    ? { expected, holds: true }
    : { expected, holds: false, reason: whyNotIsolated(reply) };
}
