import type { LedgerSession } from '../../core/ledger';
import type { LandingZoneInput, ResolvedNetwork } from '../configuration';

/** One peering in one region. The requester's stack holds it and is applied after the accepter's. */
export interface PeeringPlan {
  readonly requester: string;
  readonly accepter: string;
  readonly why: string;
}

/**
 * The peerings of every region that both networks have. Which side requests follows from the names that they had first,
 * so that it never changes; between accounts it is the later name's, so that no circle of peerings ever makes stacks
 * wait for each other.
 */
export function planPeerings(
  { peerings = [] }: LandingZoneInput,
  networks: readonly ResolvedNetwork[],
  session: LedgerSession,
): PeeringPlan[] {
  const named = (name: string): ResolvedNetwork[] =>
    networks.filter(({ account, name: network }) => `${account}/${network}` === name);
  return peerings.flatMap(({ between: [a, b], why }) =>
    named(a).flatMap((one) =>
      named(b)
        .filter((other) => other.region === one.region)
        .map((other) => {
          const [later, earlier] = one.key < other.key ? [other, one] : [one, other];
          const [requester, accepter] = session.peering(endOf(later), endOf(earlier));
          return { requester, accepter, why };
        }),
    ),
  );
}

function endOf({ key, accountId }: ResolvedNetwork): { network: string; accountId: string } {
  return { network: key, accountId };
}
