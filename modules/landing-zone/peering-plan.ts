import type { LandingZoneInput, ResolvedNetwork } from './configuration';

/** One peering in one region. The requester's stack holds it and is applied after the accepter's. */
export interface PeeringPlan {
  readonly requester: string;
  readonly accepter: string;
  readonly why: string;
}

/**
 * The peerings of every region that both networks have. Which side requests follows from the names alone, so that it
 * never changes and no circle of peerings ever makes stacks wait for each other.
 */
export function planPeerings({ peerings = [] }: LandingZoneInput, networks: readonly ResolvedNetwork[]): PeeringPlan[] {
  const named = (name: string): ResolvedNetwork[] =>
    networks.filter(({ account, name: network }) => `${account}/${network}` === name);
  return peerings.flatMap(({ between: [a, b], why }) =>
    named(a).flatMap((one) =>
      named(b)
        .filter((other) => other.region === one.region)
        .map((other) => {
          const [requester, accepter] = bySide(one, other);
          return { requester: requester.key, accepter: accepter.key, why };
        }),
    ),
  );
}

function bySide(one: ResolvedNetwork, other: ResolvedNetwork): [ResolvedNetwork, ResolvedNetwork] {
  return standsBefore(one, other) ? [other, one] : [one, other];
}

function standsBefore(one: ResolvedNetwork, other: ResolvedNetwork): boolean {
  return one.key < other.key;
}
