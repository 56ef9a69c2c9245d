import { arnOf, canonical, fillIn, partsOf, textOf } from '../../model/arns';
import type { PolicyText } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { ResourceFact } from '../../model/universe';
import type { AskedResource } from '../gather';
import { formsOf } from '../services/actions';
import { filledForm } from '../services/arn-form';
import type { Inquiry } from './inquiry';
import type { SensitiveOperation } from './sensitive-operations';

/** Something that an operation is done to. */
export interface Subject {
  /** Key of the resource; of an account its id. */
  readonly name: string;
  /** @default - the documents don't tell */
  readonly accountId?: string;
  /** @default - the account itself */
  readonly fact?: ResourceFact;
  /** What an action on it is about. */
  readonly resourceOf: (action: string) => AskedResource;
  /** Why the account itself can perhaps not do what its policies allow. @default - it can */
  readonly doubtOf?: (action: string) => string | undefined;
}

const WHICHEVER = new Unknown('whichever it is');
const UNTOLD_ACCOUNT = "the account, which isn't told";
/** @source AWS Organizations user guide, "Delegated administrator": "policy actions that are by default available only to the management account" */
const OF_MANAGEMENT = /^organizations:(DetachPolicy|UpdatePolicy)$/;
const NOT_MANAGEMENT =
  "only an organisation's management account can, or one that it delegates to, and the documents don't tell that this is one";

function asked(arn: PolicyText, accountId: string | undefined): AskedResource {
  return { arn, ...(accountId === undefined ? {} : { accountId }) };
}

/**
 * What follows an ARN in what actions are about: the keys of objects; of log groups policies name the streams, too, if only by
 * `:*`, but where it is about tags.
 * @source CloudWatch Logs user guide, "CloudWatch Logs resources and operations"
 */
function inside({ type }: ResourceFact, on: SensitiveOperation['on']): readonly (string | Unknown)[] {
  if (on === 'objects') return ['/', WHICHEVER];
  return type === 'aws_cloudwatch_log_group' ? [':', WHICHEVER] : [];
}

/** Whatever an action is about in an account. `*`: it knows no resource. One of several kinds has only its beginning. */
function inAccount(action: string, accountId: string | undefined, partition: PolicyText): PolicyText {
  const [form, ...others] = formsOf(action);
  if (form === undefined) return '*';
  const whole = others.length === 0 ? form : form.split(':', 5).concat('${Any}').join(':');
  return filledForm(whole, { Partition: partition, ...(accountId === undefined ? {} : { Account: accountId }) }, WHICHEVER);
}

/** What each operation is done to. */
export class Subjects {
  readonly #byType = new Map<string, ResourceFact[]>();
  readonly #accounts: readonly Subject[];

  constructor(private readonly inquiry: Inquiry) {
    const accounts = new Map<string | undefined, ResourceFact>();
    for (const { resources } of inquiry.universe.stacks) {
      for (const fact of resources) {
        if (fact.mode !== 'managed') continue;
        if (!accounts.has(fact.accountId)) accounts.set(fact.accountId, fact);
        const known = this.#byType.get(fact.type);
        if (known === undefined) this.#byType.set(fact.type, [fact]);
        else known.push(fact);
      }
    }
    // Whoever is assigned a permission set has rights in an account in which the documents needn't make anything.
    for (const { principal } of inquiry.actors) {
      const { accountId, fact } = principal;
      if (accountId !== undefined && !accounts.has(accountId)) accounts.set(accountId, fact);
    }
    const inOrder = [...accounts].sort(([a = UNTOLD_ACCOUNT], [b = UNTOLD_ACCOUNT]) => (a < b ? -1 : 1));
    this.#accounts = inOrder.map(([id, fact]) => this.#account(id, fillIn('{partition}', fact)));
  }

  of({ on }: SensitiveOperation): readonly Subject[] {
    if (on === 'account') return this.#accounts;
    const types = on === 'objects' ? ['aws_s3_bucket'] : on;
    return types.flatMap((type) =>
      (this.#byType.get(type) ?? []).map((fact): Subject => {
        const own = canonical(arnOf(fact), this.inquiry.universe);
        const { accountId } = fact;
        const resource = asked(textOf([...partsOf(own), ...inside(fact, on)]), accountId);
        return { name: fact.key, fact, resourceOf: () => resource, ...(accountId === undefined ? {} : { accountId }) };
      }),
    );
  }

  #account(accountId: string | undefined, partition: PolicyText): Subject {
    const isManagement = accountId !== undefined && accountId === this.inquiry.facts.managementAccount;
    return {
      name: accountId ?? UNTOLD_ACCOUNT,
      ...(accountId === undefined ? {} : { accountId }),
      resourceOf: (action) => asked(inAccount(action, accountId, partition), accountId),
      doubtOf: (action) => (!isManagement && OF_MANAGEMENT.test(action) ? NOT_MANAGEMENT : undefined),
    };
  }
}
