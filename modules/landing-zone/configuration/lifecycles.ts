import type { LandingZoneInput, Lifecycle } from './landing-zone';

const STAGES: readonly Lifecycle[] = ['living', 'closing', 'closed'];

/** The furthest along wins: an account that closes takes its networks with it. */
export function furthest(...stages: readonly (Lifecycle | undefined)[]): Lifecycle {
  return STAGES[Math.max(0, ...stages.map((stage) => (stage === undefined ? 0 : STAGES.indexOf(stage))))] ?? 'living';
}

/** The one that lives longest: a stack that several share ends with the last of them. */
export function leastEnded(stages: Iterable<Lifecycle>): Lifecycle {
  const present = new Set(stages);
  return STAGES.find((stage) => present.has(stage)) ?? 'living';
}

/** What the file or the account itself says of an account. */
export function lifecycleOf({ lifecycle = 'living', accounts }: LandingZoneInput, account: string): Lifecycle {
  return furthest(lifecycle, accounts[account]?.lifecycle ?? 'living');
}
