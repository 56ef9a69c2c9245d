import type { Cidr } from '../../cidr';
import { suggestName } from '../../text/did-you-mean';
import { asWritten, InputError, ProblemList } from '../../input-error';
import { blockOf, lastSegment, networkOf } from '../entry';
import { Ledger } from '../ledger';
import { ACL_NUMBERS, lowestFree } from '../numbers';
import { type Change, changesOf } from './changes';
import { Draft } from './draft';
import { checkLifecycle, findEarlyRemoval, type Lifecycle } from './lifecycle';
import { groupNames, type GroupRename, renameGroup } from './group-names';
import { followOwners, ownerPath, physicalName } from './names';
import { type AddressPool, RangeAllotter, type RangeWish } from './ranges';
import { type PeeringEnd, peeringKey } from './peerings';
import { type Rename, rename } from './rename';
import { type TierAddresses, TierAllotter, type TierWish } from './tier-addresses';

/**
 * One synth's conversation with the ledger. Everything that the configuration has is asked for, in any order, renames
 * first; what wasn't asked for is freed by `finish`. After an error the session is of no further use but to find more.
 */
export class LedgerSession {
  readonly #draft: Draft;
  readonly #ranges: RangeAllotter;
  readonly #formerNames = new Map<string, string>();
  #finished = false;

  private constructor(
    readonly ledger: Ledger,
    addresses: AddressPool,
  ) {
    this.#draft = new Draft(ledger);
    this.#ranges = new RangeAllotter(this.#draft, addresses);
  }

  static open(ledger: Ledger, addresses: AddressPool): LedgerSession {
    return new LedgerSession(ledger, addresses);
  }

  /**
   * Records an account of the configuration.
   * @throws InputError LZ-LEDGER-14 closed too early, LZ-LEDGER-16 another id
   */
  account(name: string, id: string, lifecycle: Lifecycle): void {
    const recorded = this.#draft.find('account', name);
    const subject = `account ${name}`;
    if (recorded !== undefined && recorded.entry.value !== id) {
      if (recorded.entry.state !== 'freed') {
        const remedy = 'give the other account a name of its own, and end this one by lifecycle: closing, then closed';
        throw InputError.of({
          subject,
          problem: `the ledger has it as ${recorded.entry.value}, and resources can't move between accounts`,
          got: asWritten(id),
          remedy,
          code: 'LZ-LEDGER-16',
        });
      }
      this.#draft.remove(recorded);
    }
    const entry = this.#draft.find('account', name);
    checkLifecycle(subject, entry?.entry.state, lifecycle);
    if (entry === undefined) this.#draft.add('account', name, id, lifecycle);
    else this.#draft.ask(entry, lifecycle);
  }

  /**
   * The range of a VPC, by account/region/network.
   * @throws InputError LZ-LEDGER-10 overlap, LZ-LEDGER-11 size, LZ-LEDGER-12 full, LZ-LEDGER-14 closed too early, LZ-LEDGER-17 former name
   */
  vpc(key: string, wish: RangeWish & { readonly lifecycle?: Lifecycle }): Cidr {
    this.#refuseFormerName('network', key);
    const lifecycle = wish.lifecycle ?? 'living';
    checkLifecycle(`vpc ${key}`, this.#draft.find('vpc', key)?.entry.state, lifecycle);
    const cidr = this.#ranges.allot('vpc', key, wish, lifecycle);
    physicalName(this.#draft, key);
    return cidr;
  }

  /**
   * A further IPv4 range of a VPC, by account/region/network/range.
   * @throws InputError LZ-LEDGER-10 to 12, LZ-LEDGER-17
   */
  range(key: string, wish: RangeWish): Cidr {
    this.#refuseFormerName('range', key);
    return this.#ranges.allot('range', key, wish, 'living');
  }

  /**
   * The blocks and subnets of a tier, by account/region/network/tier, inside a range of its network that was asked for.
   * @throws InputError LZ-LEDGER-11 size, LZ-LEDGER-12 full, LZ-LEDGER-13 IPv6 full, LZ-LEDGER-17 former name
   */
  subnets(key: string, wish: TierWish): TierAddresses {
    this.#refuseFormerName('tier', key);
    const ranges = this.#draft.group(`ranges ${networkOf({ key })}`);
    if (!ranges.some((slot) => slot.asked && blockOf(slot.entry).equals(wish.within))) {
      throw new RangeError(`${wish.within.toString()} is no range of ${networkOf({ key })} in this session`);
    }
    const addresses = new TierAllotter(this.#draft, key, wish).allot();
    physicalName(this.#draft, key);
    return addresses;
  }

  /**
   * The rule number of a NACL entry, by its tier's key, direction, and peer and port.
   * @throws InputError LZ-LEDGER-13 when no number is left
   */
  aclNumber(tier: string, direction: 'in' | 'out', entry: string): number {
    const key = `${tier} ${direction} ${entry}`;
    const recorded = this.#draft.find('acl', key);
    if (recorded !== undefined) return Number(this.#draft.ask(recorded).value);
    const taken = this.#draft.group(`acl ${tier} ${direction}`).map((slot) => slot.entry);
    const number = lowestFree(taken, ACL_NUMBERS);
    if (number === undefined) {
      throw InputError.of({
        subject: `acl ${key}`,
        problem: `every rule number up to ${String(ACL_NUMBERS.last)} is given`,
        remedy: 'prune tombstones (plinth ledger prune)',
        code: 'LZ-LEDGER-13',
      });
    }
    return Number(this.#draft.add('acl', key, String(number)).entry.value);
  }

  /**
   * Records a peering of two networks of one region, and answers which of them requests it: as it was first, whatever the
   * two are called now. The record outlives the peering, as what it has in the accepter's account can only be destroyed
   * while the requester's stack knows that account.
   */
  peering(requester: PeeringEnd, accepter: PeeringEnd): readonly [requester: string, accepter: string] {
    const turned = this.#draft.find('peering', peeringKey(accepter.network, requester.network));
    const [from, to] = turned === undefined ? [requester, accepter] : [accepter, requester];
    const key = peeringKey(from.network, to.network);
    const recorded = this.#draft.find('peering', key);
    if (recorded?.entry.value === to.accountId) this.#draft.ask(recorded);
    else {
      if (recorded !== undefined) this.#draft.retire(recorded);
      this.#draft.add('peering', key, to.accountId);
    }
    return [from.network, to.network];
  }

  /**
   * The zones that get a NAT gateway, sorted. A single one stays where it is, since moving it is an outage.
   * @throws InputError LZ-LEDGER-20 a wanted zone that the network hasn't
   */
  natZones(network: string, mode: 'none' | 'single' | 'one-per-zone', zones: readonly string[], wanted?: string): string[] {
    if (mode === 'none') return [];
    const sorted = [...zones].sort();
    if (mode === 'one-per-zone') return sorted;
    if (wanted !== undefined && !zones.includes(wanted)) {
      throw InputError.of({
        subject: `network ${network}`,
        problem: 'the zone of its NAT gateway is not one of its zones',
        got: asWritten(wanted),
        remedy: suggestName(wanted, sorted),
        code: 'LZ-LEDGER-20',
      });
    }
    const has = this.#draft
      .group(`subnets ${network}/nat`)
      .filter((slot) => slot.origin !== undefined && slot.origin.state !== 'freed');
    const standing = has.map((slot) => lastSegment(slot.entry.key)).sort();
    const zone = wanted ?? standing.find((name) => zones.includes(name)) ?? sorted[0];
    return zone === undefined ? [] : [zone];
  }

  /**
   * Carries everything recorded under a former name over to the new one. Call it before anything is asked for.
   * @throws InputError LZ-LEDGER-17 when both names are in use
   */
  rename(wish: Rename): void {
    this.#formerNames.set(`${wish.kind} ${ownerPath(wish, wish.from)}`, wish.to);
    rename(this.#draft, wish);
  }

  /** What AWS calls a network or tier: its name, or its first one where it was renamed. */
  physicalName(key: string): string {
    return physicalName(this.#draft, key);
  }

  /**
   * Carries the name that AWS has for a group over to its new name. Call it after its tier was renamed.
   * @throws InputError LZ-LEDGER-17 when both names are in use
   */
  renameGroup(wish: GroupRename): void {
    this.#formerNames.set(`group ${wish.tier}/${wish.from}`, wish.to);
    renameGroup(this.#draft, wish);
  }

  /**
   * What AWS calls the named groups of a tier, by account/region/network/tier: all of them at once.
   * @throws InputError LZ-LEDGER-17 former name
   */
  groupNames(tier: string, groups: readonly string[]): ReadonlyMap<string, string> {
    for (const group of groups) this.#refuseFormerName('group', `${tier}/${group}`);
    return groupNames(this.#draft, tier, groups);
  }

  /**
   * The ledger after this session, and how it differs.
   * @throws InputError LZ-LEDGER-15 for each account and network removed before it was closed
   */
  finish(): { readonly ledger: Ledger; readonly changes: readonly Change[] } {
    if (this.#finished) throw new RangeError('the session is finished');
    this.#finished = true;
    const slots = [...this.#draft.slots];
    followOwners(this.#draft, slots);
    const gone = slots
      .filter((slot) => !slot.asked && slot.entry.state !== 'freed')
      .map((slot) => ({ slot, problem: findEarlyRemoval(slot.entry) }));
    const accounts = new Set(
      gone
        .filter(({ slot, problem }) => slot.entry.kind === 'account' && problem !== undefined)
        .map(({ slot }) => slot.entry.key),
    );
    const problems = new ProblemList();
    for (const { slot, problem } of gone) {
      // An account that is missing takes its networks along: said once.
      const implied = slot.entry.kind === 'vpc' && accounts.has(slot.entry.key.replace(/\/.*$/, ''));
      if (problem !== undefined && !implied) problems.add(problem);
      slot.entry = { ...slot.entry, state: 'freed' };
    }
    problems.throwIfAny();
    const ledger = Ledger.of(slots.map((slot) => slot.entry));
    const kept = new Set(slots.map((slot) => slot.origin));
    const removed = this.ledger.entries.filter((entry) => !kept.has(entry));
    const dropped = removed.map((entry): Change => ({ kind: 'removed', key: `${entry.kind} ${entry.key}`, value: entry.value }));
    const changes = [...slots.flatMap(changesOf), ...dropped].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return { ledger, changes };
  }

  /** A former name given to something new would be two things at the next synth, when nothing tells them apart. */
  #refuseFormerName(kind: Rename['kind'] | 'group', key: string): void {
    const heir = this.#formerNames.get(`${kind} ${key}`);
    if (heir === undefined) return;
    const remedy = `choose another name, or remove formerly from "${heir}" once its rename is applied`;
    throw InputError.of({
      subject: `${kind} ${key}`,
      problem: `the name is the former one of "${heir}"`,
      got: asWritten(lastSegment(key)),
      remedy,
      code: 'LZ-LEDGER-17',
    });
  }
}
