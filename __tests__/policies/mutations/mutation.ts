import type { Mutate } from './estate';

/** A change of the reference organisation by hand, and every finding that it must bring up: no other. */
export interface Mutation {
  readonly name: string;
  readonly mutate: Mutate;
  readonly findings: readonly string[];
}

/** The policy document of these statements. */
export function policyOf(...statements: readonly Record<string, unknown>[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** The same finding so many times, each with a problem of its own. */
export function times(count: number, finding: string): readonly string[] {
  return Array.from({ length: count }, () => finding);
}
