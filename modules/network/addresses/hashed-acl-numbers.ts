import { createHash } from 'node:crypto';

import { asWritten, ProblemList } from '../../core/input-error';
import type { PlacedAclEntry } from './acl-placement';
import { aclNumberKey } from './network-addresses';

/** Numbers below stay free for entries that users add by hand in front of the generated ones. */
const [FIRST, LAST] = [1000, 32000];

/**
 * Rule numbers without a ledger: each follows from what its entry means, so it never moves when others come and go.
 * That two of them meet is rare, and then refused: to step aside would make a number depend on its neighbours.
 * @param pinned numbers by key, `<tier> <in|out> <peer> <port>`, for those that met
 * @throws InputError LZ-NET-14 two entries of one tier and direction with the same number
 */
export function hashedAclNumbers(
  subject: string,
  entries: readonly PlacedAclEntry[],
  pinned: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const owners = new Map<string, string>();
  const problems = new ProblemList();
  for (const { tier, direction, key } of entries) {
    const id = aclNumberKey(tier, direction, key);
    const digest = createHash('sha256').update(`${direction} ${key}`).digest();
    const number = pinned[id] ?? FIRST + (digest.readUInt32BE(0) % (LAST - FIRST));
    const place = `${tier} ${direction} ${String(number)}`;
    const owner = owners.get(place);
    if (owner !== undefined && owner !== id) {
      const remedy = `give one of them a number of its own: aclNumbers: { ${asWritten(id)}: 900 }`;
      problems.add({
        subject,
        problem: `the network ACL entries "${owner}" and "${id}" come to the same rule number`,
        got: String(number),
        remedy,
        code: 'LZ-NET-14',
      });
    }
    owners.set(place, id);
    numbers.set(id, number);
  }
  problems.throwIfAny();
  return numbers;
}
