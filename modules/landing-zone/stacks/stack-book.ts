import type { Construct } from 'constructs';

import type { IntentStack } from '../../core/intent';
import { type Account, AccountStack, type Layer } from '../../terraform';
import { type LandingZoneInput, leastEnded, type Lifecycle, type OrganizationInput } from '../configuration';
import { type ApplyOrder, applyOrder, type Dependency } from './apply-order';

/** The role that Organizations makes in every account. */
const DEFAULT_ROLE = 'OrganizationAccountAccessRole';

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

/** An account with the role that Terraform assumes in it. */
export function withRole(organization: OrganizationInput, name: string, id: string): Account {
  const { managementAccount, accountAccessRole = DEFAULT_ROLE } = organization;
  // Organizations makes no such role in the account that Terraform starts from.
  return id === managementAccount ? { name, id } : { name, id, role: accountAccessRole };
}

/** Every stack of the organisation, made when it is first asked for, and which waits for which. */
export class StackBook {
  readonly #stacks = new Map<string, KeptStack>();
  readonly #dependencies: Dependency[] = [];

  constructor(
    private readonly scope: Construct,
    private readonly input: LandingZoneInput,
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

  #make({ account: name, region, layer, global }: StackPlace): AccountStack {
    const { organization, backend, tags = {}, accounts } = this.input;
    const account = accounts[name];
    if (account === undefined) throw new Error(`no account ${name}`);
    return new AccountStack(this.scope, {
      organization: organization.name,
      account: withRole(organization, name, account.id),
      region,
      ...(global === undefined ? {} : { global }),
      layer,
      backend,
      tags,
    });
  }
}
