import type { Construct } from 'constructs';

import type { IntentStack } from '../../core/intent';
import { AccountStack, type Backend, type Layer } from '../../terraform';
import { type LandingZoneInput, leastEnded, type Lifecycle } from '../configuration';
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

interface KeptStack {
  readonly stack: AccountStack;
  readonly lifecycles: Set<Lifecycle>;
}

/** Every stack of the organisation, made when it is first asked for, and which waits for which. */
export class StackBook {
  readonly #stacks = new Map<string, KeptStack>();
  readonly #dependencies: Dependency[] = [];

  constructor(
    private readonly scope: Construct,
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

  /** All other stacks are applied after this one. */
  letAllWait(needed: AccountStack): void {
    for (const { stack } of this.#stacks.values()) this.letWait(stack, needed);
  }

  /** One stack is applied after another. */
  letWait(stack: AccountStack, needed: AccountStack): void {
    this.#dependencies.push({ stack: stack.node.id, needs: needed.node.id });
  }

  get order(): ApplyOrder {
    return applyOrder(
      [...this.#stacks.values()].map(({ stack }) => stack.node.id),
      this.#dependencies,
    );
  }

  get intents(): IntentStack[] {
    return [...this.#stacks.values()].map(({ stack: { node, account, region, layer }, lifecycles }) => ({
      name: node.id,
      account: account.name,
      accountId: account.id,
      region,
      layer,
      lifecycle: leastEnded(lifecycles),
    }));
  }

  #make({ account, region, layer, global }: StackPlace): AccountStack {
    return new AccountStack(this.scope, {
      organization: this.input.organization.name,
      account: accountOf(this.input, account),
      region,
      ...(global === undefined ? {} : { global }),
      layer,
      backend: this.backend,
      tags: this.input.tags ?? {},
    });
  }
}
