import type { SourcePosition } from '../../modules/core/intent';
import { positionText } from '../../modules/core/text/position-text';

/** A finding that somebody accepts, with the reason, until a day. */
export interface Suppression {
  readonly rule: string;
  /** Where: see scope.ts. */
  readonly scope: string;
  readonly reason: string;
  /** The last day on which it counts, YYYY-MM-DD. */
  readonly until: string;
  /** Where it is written. @default - it was stated in code */
  readonly position?: SourcePosition;
  /** The construct that code stated it on. @default - it is written in a file, or the JSON doesn't say */
  readonly constructPath?: string;
}

/** Who accepts: the line of a file, or a construct. */
export function statedBy({ position, constructPath }: Pick<Suppression, 'position' | 'constructPath'>): string {
  if (position !== undefined) return positionText(position);
  return constructPath === undefined ? 'the code of the configuration' : `the code of ${constructPath}`;
}
