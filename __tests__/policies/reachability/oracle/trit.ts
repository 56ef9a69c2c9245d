/** What a walk comes to. `maybe`: the laws don't judge it. */
export type Trit = 'yes' | 'no' | 'maybe';

/** Every gate must let pass. One that surely doesn't decides, whatever the unjudged ones before it would do. */
export function inTurn(...gates: readonly (() => Trit)[]): Trit {
  let sofar: Trit = 'yes';
  for (const gate of gates) {
    const passes = gate();
    if (passes === 'no') return 'no';
    if (passes === 'maybe') sofar = 'maybe';
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
  return ways.includes('maybe') ? 'maybe' : 'no';
}

export function trit(passes: boolean): Trit {
  return passes ? 'yes' : 'no';
}
