/**
 * What a walk comes to. `maybe`: the laws don't judge it, so that nobody may be sure. `silent`: nor do they say whether
 * one may be sure that it stops.
 */
export type Trit = 'yes' | 'no' | 'maybe' | 'silent';

/** Every gate must let pass. One that surely doesn't decides, whatever the unjudged ones before it would do. */
export function inTurn(...gates: readonly (() => Trit)[]): Trit {
  let sofar: Trit = 'yes';
  for (const gate of gates) {
    const passes = gate();
    if (passes === 'no') return 'no';
    if (passes === 'maybe' && sofar === 'yes') sofar = 'maybe';
    if (passes === 'silent') sofar = 'silent';
  }
  return sofar;
}

/** Whichever way it takes: the same if they agree. */
export function whichever(ways: readonly Trit[]): Trit {
  const [first = 'no', ...others] = ways;
  return others.every((other) => other === first) ? first : 'maybe';
}

/** One way is enough. */
export function either(ways: readonly Trit[]): Trit {
  if (ways.includes('yes')) return 'yes';
  if (ways.includes('maybe')) return 'maybe';
  return ways.includes('silent') ? 'silent' : 'no';
}

export function trit(passes: boolean): Trit {
  return passes ? 'yes' : 'no';
}
