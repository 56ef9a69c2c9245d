import { recordedPeerings } from '../../core/ledger';
import type { CustomerKey } from '../../encryption';
import { LocalSide, type PeeringSide, RemoteSide, VpcNetwork, VpcPeering, type VpcPlan } from '../../network';
import type { AccountStack } from '../../terraform';
import { type LandingZoneInput, leastEnded, type ResolvedNetwork } from '../configuration';
import { findHomeArchive } from '../logs/log-archive';
import { withRole } from '../stacks/account-role';
import type { StackBook } from '../stacks/stack-book';
import { defineFlowLogKey, needsKey, withKey } from './flow-log-key';
import type { NetworkPlans } from './network-plans';

/** The stacks of all networks, and the peerings between them. */
export class NetworkStacks {
  readonly #networks = new Map<string, VpcNetwork>();
  readonly #keys = new Map<AccountStack, CustomerKey>();
  readonly #remotes = new Map<string, RemoteSide>();

  constructor(
    private readonly book: StackBook,
    private readonly input: LandingZoneInput,
    private readonly plans: NetworkPlans,
  ) {
    for (const network of plans.networks) this.#addNetwork(network);
    for (const peering of plans.peerings) this.#addPeering(peering.requester, peering.accepter);
    this.#keepProviders();
    for (const { between } of input.peerings ?? []) this.#letOthersGoFirst(between);
  }

  #stackOf({ account, region, lifecycle }: ResolvedNetwork): AccountStack {
    return this.book.stackOf({ account, region, layer: 'network' }, lifecycle);
  }

  /** A closed network leaves its stack behind with provider and backend, so that a plan destroys what is left. */
  #addNetwork(network: ResolvedNetwork): void {
    const stack = this.#stackOf(network);
    const plan = this.plans.plans.get(network.key);
    if (plan === undefined) return;
    this.#networks.set(network.key, new VpcNetwork(stack, network.name, this.#encrypted(stack, network, plan)));
    // Whether a bucket of another account takes flow logs is asked when they are set up.
    const archive = plan.flowLogs.s3 === undefined ? undefined : findHomeArchive(this.book, this.input);
    if (archive !== undefined) this.book.letWait(stack, archive);
  }

  #encrypted(stack: AccountStack, network: ResolvedNetwork, plan: VpcPlan): VpcPlan {
    if (!needsKey(plan.flowLogs)) return plan;
    const neighbours = this.plans.networks.filter((other) => placeOf(other) === placeOf(network));
    const closing = leastEnded(neighbours.map(({ lifecycle }) => lifecycle)) !== 'living';
    const key = this.#keys.get(stack) ?? defineFlowLogKey(stack, this.input.organization.name, closing);
    this.#keys.set(stack, key);
    return { ...plan, flowLogs: withKey(plan.flowLogs, key.arn) };
  }

  #homeOf(key: string): AccountStack {
    const network = this.plans.networks.find((candidate) => candidate.key === key);
    if (network === undefined) throw new Error(`no network ${key}`);
    return this.#stackOf(network);
  }

  #networkOf(key: string): VpcNetwork {
    const network = this.#networks.get(key);
    if (network === undefined) throw new Error(`no network ${key}`);
    return network;
  }

  #addPeering(requester: string, accepter: string): void {
    const own = this.#networkOf(requester);
    const other = this.#networkOf(accepter);
    const stack = this.#homeOf(requester);
    const home = this.#homeOf(accepter);
    const side = stack === home ? new LocalSide(other) : this.#remoteSide(stack, home, other);
    new VpcPeering(stack, `peering ${requester} ${accepter}`.replaceAll('/', '.'), {
      requester: new LocalSide(own),
      accepter: side,
    });
    this.book.letWait(stack, home);
  }

  #remoteSide(stack: AccountStack, home: AccountStack, { plan }: VpcNetwork): PeeringSide {
    const id = `remote ${plan.names.key}`.replaceAll('/', '.');
    const place = `${stack.node.id} ${id}`;
    const side = this.#remotes.get(place) ?? new RemoteSide(stack, id, plan, stack.providerFor(home.account, home.region));
    this.#remotes.set(place, side);
    return side;
  }

  /** Terraform destroys what a peering left in the other account by the provider that made it, so that has to stay. */
  #keepProviders(): void {
    for (const { requester, account } of recordedPeerings(this.plans.ledger)) {
      const [owner = '', region = ''] = requester.split('/');
      const stack = this.book.findStack(owner, region, 'network');
      if (stack !== undefined && stack.account.id !== account.id) {
        stack.providerFor(withRole(this.input.organization, account.name, account.id), region);
      }
    }
  }

  /**
   * A closed network is destroyed after those that hold a peering with it, or live on, have let go. Where its stack holds
   * living networks too, others may wait for those: then its own order gives way.
   */
  #letOthersGoFirst([a, b]: readonly [string, string]): void {
    for (const [name, other] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const closed of this.#named(name).filter((network) => this.#endsWithItsStack(network))) {
        const peers = this.#named(other).filter(({ region }) => region === closed.region);
        for (const peer of peers.filter(({ key, lifecycle }) => lifecycle !== 'closed' || key > closed.key)) {
          this.book.letWait(this.#stackOf(closed), this.#stackOf(peer));
        }
      }
    }
  }

  #endsWithItsStack(network: ResolvedNetwork): boolean {
    return this.plans.networks.every((other) => placeOf(other) !== placeOf(network) || other.lifecycle === 'closed');
  }

  #named(name: string | undefined): ResolvedNetwork[] {
    return this.plans.networks.filter(({ account, name: network }) => `${account}/${network}` === name);
  }
}

function placeOf({ account, region }: ResolvedNetwork): string {
  return `${account}/${region}`;
}
