import type { Construct } from 'constructs';

import type { IntentStack } from '../../core/intent';
import { boundaryArn } from '../../delivery';
import { AccountStack, type Backend, type Layer, type LayerStack } from '../../terraform';
import { type LandingZoneInput, leastEnded, type Lifecycle } from '../configuration';
import { deliveredBackend } from '../state/state-backend';
import { accountOf } from './account-role';
import { type ApplyOrder, applyOrder, type Dependency } from './apply-order';

/** Which stack something belongs to. */
export interface StackPlace {
  /** The account's name in the configuration. */
  readonly account: string;
  readonly region: string;
  readonly layer: Layer;
  /** What belongs to no Region. Left out: the stack of a Region. */
  readonly global?: true;
}

interface KeptStack<Stack extends LayerStack = LayerStack> {
  readonly stack: Stack;
  readonly lifecycles: Set<Lifecycle>;
}

/** Every stack of the organisation, made when it is first asked for, and which waits for which. */
export class StackBook {
  readonly #stacks = new Map<string, KeptStack<AccountStack>>();
  readonly #others: KeptStack[] = [];
  readonly #dependencies: Dependency[] = [];

  constructor(
    readonly scope: Construct,
    private readonly input: LandingZoneInput,
    private readonly backend: Backend,
  ) {}

  /** The stack of a place, for something with a lifecycle: the stack ends with the last of what it holds. */
  stackOf(place: StackPlace, lifecycle: Lifecycle): AccountStack {
    const key = [place.account, place.global === true ? 'global' : place.region, place.layer].join('/');
    const kept = this.#stacks.get(key) ?? { stack: this.#make(place), lifecycles: new Set() };
    this.#stacks.set(key, kept);
    kept.lifecycles.add(lifecycle);
    return kept.stack;
  }

  /** The stack of a place if anything asked for it. */
  findStack(account: string, region: string, layer: Layer): AccountStack | undefined {
    return this.#stacks.get([account, region, layer].join('/'))?.stack;
  }

  /** The stacks that write to accounts, in the order in which they were asked for. */
  get accountStacks(): readonly AccountStack[] {
    return [...this.#stacks.values()].map(({ stack }) => stack);
  }

  /** Adds a stack that writes to no account. */
  keep(stack: LayerStack, lifecycle: Lifecycle): void {
    this.#others.push({ stack, lifecycles: new Set([lifecycle]) });
  }

  /** All other stacks are applied after this one. */
  letAllWait(needed: LayerStack): void {
    for (const { stack } of this.#all) this.letWait(stack, needed);
  }

  /** This stack is applied after all others. */
  letWaitForAll(waiting: LayerStack): void {
    for (const { stack } of this.#all) this.letWait(waiting, stack);
  }

  /** The stacks that one waits for, sorted. */
  needsOf(stack: string): readonly string[] {
    const needs = this.#dependencies.filter((dependency) => dependency.stack === stack && dependency.needs !== stack);
    return [...new Set(needs.map((dependency) => dependency.needs))].sort();
  }

  /** One stack is applied after another. */
  letWait(stack: LayerStack, needed: LayerStack): void {
    this.#dependencies.push({ stack: stack.node.id, needs: needed.node.id });
  }

  get order(): ApplyOrder {
    return applyOrder(
      this.#all.map(({ stack }) => stack.node.id),
      this.#dependencies,
    );
  }

  get intents(): IntentStack[] {
    return this.#all.map(({ stack: { node, account, region, layer }, lifecycles }) => ({
      name: node.id,
      account: account.name,
      accountId: account.id,
      region,
      layer,
      lifecycle: leastEnded(lifecycles),
    }));
  }

  get #all(): readonly KeptStack[] {
    return [...this.#stacks.values(), ...this.#others];
  }

  #make({ account: name, region, layer, global }: StackPlace): AccountStack {
    const account = accountOf(this.input, name);
    const isDelivered = this.input.delivery !== undefined && layer !== 'delivery';
    return new AccountStack(this.scope, {
      organization: this.input.organization.name,
      account,
      region,
      ...(global === undefined ? {} : { global }),
      layer,
      backend: isDelivered ? deliveredBackend(this.backend) : this.backend,
      tags: this.input.tags ?? {},
      ...(isDelivered ? { runCredentials: { permissionsBoundary: boundaryArn({ accountId: account.id, region }) } } : {}),
    });
  }
}
