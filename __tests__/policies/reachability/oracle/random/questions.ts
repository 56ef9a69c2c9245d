import type { Kind } from '../addresses';
import { randomKinds } from './alphabet';
import type { Dice } from './dice';
import type { Asked } from './space';

const CLIENTS: readonly (readonly [number, number])[] = [
  [1024, 65535],
  [1024, 65535],
  [32768, 60999],
  [49152, 65535],
  [443, 443],
];

/** Traffic that is asked about. */
export function randomAsked(dice: Dice, kind: Kind): Asked {
  const kinds = randomKinds(dice, kind);
  return kinds.protocol === -1 ? { protocol: 'all' } : kinds;
}

/** Ports that a client opens from. */
export function randomClient(dice: Dice): readonly [number, number] {
  return dice.pick(CLIENTS);
}
