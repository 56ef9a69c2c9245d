import { aclOf, groupBy } from '../collisions';
import { type Entry, networkOf, withValue } from '../entry';
import { ACL_NUMBERS, IPV6_NUMBERS, lowestFree } from '../numbers';
import { place, settleKeys } from './place';
import type { Precedence } from './precedence';

/** NACL numbers are one row for each tier and direction, IPv6 blocks one for each VPC. */
export function resolveNumbers(kind: 'acl' | 'ipv6', entries: readonly Entry[], precedence: Precedence): Entry[] {
  const [row, numbers] = kind === 'acl' ? [aclOf, ACL_NUMBERS] : [networkOf, IPV6_NUMBERS];
  const { settled } = settleKeys(entries, precedence);
  return [...groupBy(settled, row).values()].flatMap((group) => {
    const { standing, losing } = place(group, precedence, (entry, others) =>
      others.filter((other) => other.value === entry.value),
    );
    for (const entry of losing.filter((loser) => loser.state !== 'freed')) {
      const number = lowestFree(standing, numbers);
      if (number === undefined) precedence.reportFull(entry, kind === 'acl' ? 'the NACL' : "the VPC's /56");
      else standing.push(withValue(entry, number));
    }
    return standing;
  });
}
