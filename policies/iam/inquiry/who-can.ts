import type { Decision } from '../decision';
import type { RequestContext } from '../request';
import { Candidates } from './candidates';
import type { Inquiry } from './inquiry';
import { SENSITIVE_OPERATIONS, type SensitiveOperation } from './sensitive-operations';
import { Subjects } from './subjects';

/** Somebody who can do something, or perhaps can. */
export interface Ability {
  /** Key of the user, role or group; an ARN of somebody who isn't in the documents; `root user of 111111111111`. */
  readonly who: string;
  readonly action: string;
  /** Key of what it is done to; the account's id for what is done to the account. */
  readonly on: string;
  readonly decision: Decision;
}

/** Who can do a sensitive operation. */
export interface WhoCan {
  readonly operation: SensitiveOperation;
  /** How many decisions were made. */
  readonly asked: number;
  readonly allowed: readonly Ability[];
  readonly unknown: readonly Ability[];
}

/** Whoever asks chooses to ask by HTTPS. */
const BY_TLS: RequestContext = new Map([['aws:securetransport', ['true']]]);

/**
 * Who can do what few should be able to: users and roles of the account that it happens in, members of its groups, its root
 * user, and whoever a resource's own policy names. Nothing is said of the request but that it comes by HTTPS, so what depends on
 * more is unknown.
 */
export function whoCan(inquiry: Inquiry, operations: readonly SensitiveOperation[] = SENSITIVE_OPERATIONS): readonly WhoCan[] {
  const subjects = new Subjects(inquiry.universe);
  const candidates = new Candidates(inquiry);
  return operations.map((operation): WhoCan => {
    const abilities: Ability[] = [];
    for (const subject of subjects.of(operation)) {
      const { name: on, resource } = subject;
      const isOwn = subject.fact === undefined && resource.accountId === undefined;
      for (const [who, caller] of candidates.for(subject)) {
        for (const action of operation.actions) {
          abilities.push({ who, action, on, decision: inquiry.ask({ caller, action, resource, context: BY_TLS, isOwn }) });
        }
      }
    }
    const having = (decision: Decision['decision']): readonly Ability[] =>
      abilities.filter((one) => one.decision.decision === decision);
    return { operation, asked: abilities.length, allowed: having('allowed'), unknown: having('unknown') };
  });
}
