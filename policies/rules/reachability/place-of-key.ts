import type { Universe } from '../../model/universe';
import type { Answer } from '../../reachability/query';
import type { Finding } from '../rule';

type Place = Pick<Finding, 'stack' | 'address' | 'constructPath'>;

/** Where the resource of a key stands; the stack alone where the documents have no such resource. */
export function placeOfKey({ stacks }: Universe, key: string | undefined, otherwise: string): Place {
  for (const { name, resources } of stacks) {
    const fact = resources.find((resource) => resource.key === key);
    if (fact === undefined) continue;
    const { address, constructPath } = fact;
    return { stack: name, address, ...(constructPath === undefined ? {} : { constructPath }) };
  }
  return { stack: otherwise };
}

/** The filter that decides an answer: the first that stops, or the last that let through what should have been stopped. */
export function decidingKey({ blockers, path }: Answer, shouldPass: boolean): string | undefined {
  if (shouldPass) return blockers[0]?.address;
  return path.findLast(({ filter, reply }) => reply !== true && filter !== 'end')?.address;
}

/** The stack that holds a network. */
export function stackOf({ intent }: Universe, network: string): string {
  return intent?.networks.find((one) => one.network === network)?.stack ?? network;
}
