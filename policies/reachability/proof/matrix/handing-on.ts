import type { Key, NetworkFacts, OneOf, TransitAttachment } from '../../../model/network';
import { Unknown } from '../../../model/term';
import { handsOn } from '../../way/transit';

/**
 * Transit gateways from which a packet may come back as another one: behind an attachment stands an appliance, NAT or a further
 * gateway, or something that isn't known. Over all others a receiver sees the sender's own address.
 */
export class HandingOn {
  readonly #known = new Map<Key, boolean>();

  constructor(private readonly facts: NetworkFacts) {}

  /** Asked once for each gateway. */
  mayHandOn(gateway: Key): boolean {
    let answer = this.#known.get(gateway);
    if (answer === undefined) {
      const attachments = [...this.facts.transitAttachments.values()].filter((one) => mayBe(one.gateway, gateway));
      answer = !this.facts.transitGateways.has(gateway) || attachments.some((one) => this.#mayHandOn(one, gateway));
      this.#known.set(gateway, answer);
    }
    return answer;
  }

  #mayHandOn({ kind, subnets }: TransitAttachment, gateway: Key): boolean {
    if (kind !== 'vpc' || subnets instanceof Unknown) return true;
    return subnets.some(({ choices, open }) => open !== undefined || choices.some((key) => this.#tableHandsOn(key, gateway)));
  }

  #tableHandsOn(subnet: Key, gateway: Key): boolean {
    const table = this.facts.subnets.get(subnet)?.table;
    if (table === undefined || table.open !== undefined) return true;
    return table.choices.some((key) => {
      const { incomplete, routes } = this.facts.tables.get(key) ?? { incomplete: true, routes: [] };
      if (incomplete !== undefined) return true;
      return routes.some(({ target: { choices, open } }) => open !== undefined || choices.some((hop) => handsOn(hop, gateway)));
    });
  }
}

function mayBe({ choices, open }: OneOf<Key>, key: Key): boolean {
  return open !== undefined || choices.includes(key);
}
