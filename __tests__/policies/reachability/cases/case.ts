import type { Packet, ReachVerdict, Step } from '../../../../policies/reachability/query';

import type { Resources } from './terraform';

/** What a question of a case is answered with. */
export interface Expectation {
  /**
   * `<from> -> <to> <what> [from <client ports>] [v6]`: `internet -> web tcp/443 from 32768-60999`. Ends: see `endOf`.
   * Without client ports 1024-65535.
   */
  readonly ask: string;
  readonly verdict: ReachVerdict;
  /** Exactly these. @default - none is lost, where the verdict is proven or partial */
  readonly lost?: readonly string[];
  /** Whether a packet arrives, replied to or not. @default - as the verdict says: some, none for unreachable */
  readonly arrives?: 'some' | 'none' | 'unknown';
  /** One of the blockers stands here: filter, address without its stack, and a part of its rule. @default - not looked at */
  readonly blocker?: readonly [Step['filter'], string, string];
  /** One of the path's steps is this. @default - not looked at */
  readonly decides?: readonly [Step['filter'], string, string];
  /** These fields of the witness. @default - it lies in what is asked */
  readonly witness?: Partial<Packet>;
}

/** A network, and what is known of it. */
export interface Case {
  /** What it shows, as a statement. */
  readonly name: string;
  /** The page of AWS's documentation that says so, or why the case is in the evasion set. */
  readonly source: string;
  readonly network: Resources;
  readonly expect: readonly Expectation[];
}
