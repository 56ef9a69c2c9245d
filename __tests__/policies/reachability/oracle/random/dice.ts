/** Random choices that a seed repeats. */
export class Dice {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed | 0;
  }

  /** At least 0, less than 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Both ends in it. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(all: readonly T[]): T {
    const picked = all[this.int(0, all.length - 1)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** Each with the same chance, in their order. */
  some<T>(all: readonly T[], share: number): T[] {
    return all.filter(() => this.chance(share));
  }

  times<T>(from: number, to: number, make: (place: number) => T): T[] {
    return Array.from({ length: this.int(from, to) }, (_, place) => make(place));
  }

  shuffled<T>(all: readonly T[]): T[] {
    return all
      .map((each) => ({ each, key: this.next() }))
      .sort((one, other) => one.key - other.key)
      .map(({ each }) => each);
  }
}
