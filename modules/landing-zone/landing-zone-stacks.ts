import type { Construct } from 'constructs';

import type { Intent, IntentStack } from '../core/intent';
import { type Change, type Ledger, recordedPeerings } from '../core/ledger';
import { LocalSide, type PeeringSide, RemoteSide, VpcNetwork, VpcPeering } from '../network';
import { type Account, AccountStack, withoutTokenTraces } from '../terraform';
import { type ApplyOrder, applyOrder, type Dependency } from './apply-order';
import type { LandingZoneInput, Lifecycle, OrganizationInput, PositionOf, ResolvedNetwork } from './configuration';
import { intentOf } from './intent';
import { type NetworkPlans, planNetworks } from './network-plans';

/** What one configuration comes to, beside the stacks that stand in the app. */
export interface LandingZone {
  readonly intent: Intent;
  readonly order: ApplyOrder;
  readonly ledger: Ledger;
  readonly ledgerChanges: readonly Change[];
}

/** The role that Organizations makes in every account. */
const DEFAULT_ROLE = 'OrganizationAccountAccessRole';

function accountOf({ organization, accounts }: LandingZoneInput, name: string): Account {
  const account = accounts[name];
  if (account === undefined) throw new Error(`no account ${name}`);
  return withRole(organization, name, account.id);
}

function withRole({ managementAccount, accountAccessRole = DEFAULT_ROLE }: OrganizationInput, name: string, id: string): Account {
  // Organizations makes no such role in the account that Terraform starts from.
  return id === managementAccount ? { name, id } : { name, id, role: accountAccessRole };
}

class Composition {
  readonly #stacks = new Map<string, AccountStack>();
  readonly #networks = new Map<string, VpcNetwork>();
  readonly #remotes = new Map<string, RemoteSide>();
  readonly #dependencies: Dependency[] = [];

  constructor(
    private readonly scope: Construct,
    private readonly input: LandingZoneInput,
    private readonly plans: NetworkPlans,
  ) {
    for (const network of plans.networks) this.#addNetwork(network);
    for (const peering of plans.peerings) this.#addPeering(peering.requester, peering.accepter);
    this.#keepProviders();
    for (const { between } of input.peerings ?? []) this.#letOthersGoFirst(between);
  }

  get order(): ApplyOrder {
    return applyOrder(
      [...this.#stacks.values()].map((stack) => stack.node.id),
      this.#dependencies,
    );
  }

  get stacks(): IntentStack[] {
    return [...this.#stacks].map(([place, { node, account, region, layer }]) => {
      const own = this.plans.networks.filter((network) => placeOf(network) === place);
      return {
        name: node.id,
        account: account.name,
        accountId: account.id,
        region,
        layer,
        lifecycle: leastEnded(own.map(({ lifecycle }) => lifecycle)),
      };
    });
  }

  #stackOf(network: ResolvedNetwork): AccountStack {
    const place = placeOf(network);
    const known = this.#stacks.get(place);
    if (known !== undefined) return known;
    const { organization, backend, tags = {} } = this.input;
    const stack = new AccountStack(this.scope, {
      organization: organization.name,
      account: accountOf(this.input, network.account),
      region: network.region,
      layer: 'network',
      backend,
      tags,
    });
    this.#stacks.set(place, stack);
    return stack;
  }

  /** A closed network leaves its stack behind with provider and backend, so that a plan destroys what is left. */
  #addNetwork(network: ResolvedNetwork): void {
    const stack = this.#stackOf(network);
    const plan = this.plans.plans.get(network.key);
    if (plan !== undefined) this.#networks.set(network.key, new VpcNetwork(stack, network.name, plan));
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
    this.#dependencies.push({ stack: stack.node.id, needs: home.node.id });
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
      const stack = this.#stacks.get(`${owner}/${region}`);
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
          this.#dependencies.push({ stack: this.#stackOf(closed).node.id, needs: this.#stackOf(peer).node.id });
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

function leastEnded(lifecycles: readonly Lifecycle[]): Lifecycle {
  return (['living', 'closing', 'closed'] as const).find((stage) => lifecycles.includes(stage)) ?? 'living';
}

/**
 * Composes the stacks of a checked configuration.
 * @throws InputError LZ-FLOW-n, LZ-NET-n, LZ-LEDGER-n, LZ-STACK-n
 */
export function defineLandingZone(
  scope: Construct,
  input: LandingZoneInput,
  ledger: Ledger,
  positionOf: PositionOf = () => undefined,
): LandingZone {
  const plans = planNetworks(input, ledger);
  const composition = withoutTokenTraces(() => new Composition(scope, input, plans));
  return {
    intent: intentOf(input, plans, composition.stacks, positionOf),
    order: composition.order,
    ledger: plans.ledger,
    ledgerChanges: plans.changes,
  };
}
