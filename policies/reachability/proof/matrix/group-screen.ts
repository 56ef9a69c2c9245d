import type { GroupRule, Key, NetworkFacts } from '../../../model/network';
import type { End } from '../../query';

type Carried = Extract<End, { kind: 'interface' }>['groups'];

/**
 * Tells pairs of ends apart between which the groups alone let nothing through: nearly all of them, and asking the
 * prover costs a thousand times as much.
 *
 * Law: where the screen says no, nothing arrives, but at Amazon's own link-local addresses, which no group filters.
 */
export class GroupScreen {
  constructor(private readonly facts: Pick<NetworkFacts, 'groups'>) {}

  /** Whether some rule of either end may be about the other. */
  mayPass(from: End, to: End): boolean {
    return this.#admits(from, 'egress', to) && this.#admits(to, 'ingress', from);
  }

  #admits(end: End, direction: 'egress' | 'ingress', other: End): boolean {
    if (end.kind !== 'interface' || typeof end.groups === 'string') return true;
    const carried = other.kind === 'interface' ? other.groups : [];
    return end.groups.some((key) => {
      const group = this.facts.groups.get(key);
      if (group === undefined || group.incomplete !== undefined) return true;
      return group[direction].some((rule) => mayBeAbout(rule, carried));
    });
  }
}

function mayBeAbout({ peer }: GroupRule, carried: Carried): boolean {
  if (peer.kind !== 'group' || typeof carried === 'string' || peer.group.open !== undefined) return true;
  return peer.group.choices.some((key: Key) => carried.includes(key));
}
