import type { Configuration } from './configuration';

/** How many resources of which addresses: `zulu aws_subnet.shop_*_b` with the account in front and * for any text. */
export type Census = Readonly<Record<string, number>>;

/** What a plan does, by what becomes of a resource. Whatever isn't named doesn't happen. */
export interface Effect {
  readonly added?: Census;
  readonly changed?: Census;
  readonly destroyed?: Census;
  /** Destroyed and made again at the same address. */
  readonly replaced?: Census;
  /** To the address, by a `moved` block; a changed one among them is counted as changed too. */
  readonly moved?: Census;
}

/** One edit of the base and what it must come to. */
export interface Edit {
  readonly title: string;
  /** Changes the configuration. Several steps are synthesised one after the other; the last is planned. */
  readonly steps: readonly ((configuration: Configuration) => void)[];
  /** Stacks whose JSON differs from the base's: no other one is planned. */
  readonly stacks: readonly string[];
  readonly effect: Effect;
}
