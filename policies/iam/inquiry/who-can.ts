import type { Decision } from '../decision';
import type { RequestContext } from '../request';
import { Candidates, STRANGER } from './candidates';
import type { Inquiry } from './inquiry';
import { SENSITIVE_OPERATIONS, type SensitiveOperation } from './sensitive-operations';
import { type Subject, Subjects } from './subjects';

/** Somebody who can do something, or perhaps can. */
export interface Ability {
  /**
   * Key of the user, role or group, or of the assignment of a permission set; an ARN of somebody who isn't in the documents; `root user of 111111111111`; `*`;
   * `somebody of another account` or `somebody of 222222222222`, of whom nothing is told.
   */
  readonly who: string;
  /** What people call them: the same, or a permission set with its account and to whom it is assigned. */
  readonly name: string;
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
  /** How many things it could be done to, and how many of them nobody was asked about, since that would have been too much. */
  readonly subjects: { readonly of: number; readonly left: number };
  readonly allowed: readonly Ability[];
  readonly unknown: readonly Ability[];
}

const ORDER: readonly Decision['decision'][] = ['allowed', 'unknown', 'denied'];
/** Whoever asks chooses to ask by HTTPS. */
const BY_TLS: RequestContext = new Map([['aws:securetransport', ['true']]]);

/**
 * Who can do what few should be able to: users and roles of the account that it happens in, members of its groups, its root
 * user, and whoever a resource's own policy lets in. Nothing is said of the request but that it comes by HTTPS, so what depends on
 * more is unknown. One operation is told after the other, since of a thousand accounts each has thousands of decisions; what it
 * is done to is asked about until `most` of them are made: the roles of one account are asked about all others.
 */
export function* whoCan(
  inquiry: Inquiry,
  operations: readonly SensitiveOperation[] = SENSITIVE_OPERATIONS,
  most = Infinity,
): Generator<WhoCan, void> {
  const subjects = new Subjects(inquiry);
  const candidates = new Candidates(inquiry);
  for (const operation of operations) {
    const own = subjects.of(operation);
    const found = { allowed: [] as Ability[], unknown: [] as Ability[] };
    let asked = 0;
    let left = own.length;
    for (const subject of own) {
      if (asked >= most) break;
      left -= 1;
      for (const { decision, ...ability } of abilitiesOn(inquiry, candidates, operation, subject)) {
        asked += 1;
        if (decision.decision !== 'denied') found[decision.decision].push({ ...ability, decision });
      }
    }
    yield { operation, asked, subjects: { of: own.length, left }, ...found };
  }
}

/** What is decided of somebody who is one of several. */
function surest(decisions: readonly Decision[]): Decision {
  return decisions.reduce((best, each) => (ORDER.indexOf(each.decision) < ORDER.indexOf(best.decision) ? each : best));
}

function* abilitiesOn(
  inquiry: Inquiry,
  candidates: Candidates,
  { actions }: SensitiveOperation,
  subject: Subject,
): Generator<Ability> {
  const { name: on, fact, accountId, resourceOf, doubtOf } = subject;
  const isOfNobody = fact === undefined && accountId === undefined;
  const asked = actions.map((action) => ({ action, resource: resourceOf(action), doubt: doubtOf?.(action) }));
  const able = new Set<string>();
  for (const candidate of candidates.for(subject)) {
    const { name: who, callers, unless = [] } = candidate;
    const isOwn = candidate === STRANGER ? false : isOfNobody || undefined;
    const name = inquiry.nameOf(who);
    for (const { action, resource, doubt } of asked) {
      if (unless.some((other) => able.has(`${action} ${other}`))) continue;
      const decision = surest(callers.map((caller) => inquiry.ask({ caller, action, resource, context: BY_TLS, isOwn })));
      const isAllowed = decision.decision === 'allowed';
      if (isAllowed) able.add(`${action} ${who}`);
      const isDoubted = isAllowed && doubt !== undefined;
      yield { who, name, action, on, decision: isDoubted ? { ...decision, decision: 'unknown', why: doubt } : decision };
    }
  }
}
