import { HOME, isPublic, OTHER, type Policies, type Request } from '../../../../iam';
import { NOBODY } from '../../../../iam';
import type { Caller, PolicyJson } from '../../../../iam';
import type { Dice } from '../../../reachability/oracle/random/dice';
import { completedBucket } from './bucket';
import type { Drawn, DrawnRequest, Scenario } from './scenario';
import { GAPS, HOLE, KEYS, LISTS } from './vocabulary';

const EFFECTS = ['nothing', 'Allow', 'Deny'] as const;

/** A policy that one that is hidden may be. */
function hiddenPolicy(effect: (typeof EFFECTS)[number], names: boolean): PolicyJson {
  const named = names ? { Principal: '*' as const } : {};
  const statement = { Sid: 'Hidden', Effect: effect, Action: '*', Resource: '*', ...named };
  return { Statement: effect === 'nothing' ? [] : [statement] };
}

/** Whose requests surely lack a key. */
const NEVER: Readonly<Record<string, readonly Caller['kind'][]>> = {
  'aws:SourceArn': ['user', 'role-session', 'root', 'federated', 'anonymous'],
  'aws:PrincipalOrgID': ['service', 'anonymous'],
};

/** The values that a key may have. */
const ACTUAL = new Map(Object.entries({ ...KEYS, ...LISTS }).map(([key, { actual }]) => [key, actual]));

/** One way in which all that isn't told may turn out. */
export class Completion {
  readonly #values = new Map<string, string>();
  readonly #hidden = new Map<Drawn, PolicyJson>();

  constructor(private readonly dice: Dice) {}

  /** The text of a hole: the same each time, except of what may differ from place to place. */
  text(text: string): string {
    return text.replaceAll(HOLE, (_whole, name: string) => {
      const { attribute, values } = GAPS[name]!;
      if (attribute === undefined) return this.dice.pick(values);
      const value = this.#values.get(name) ?? this.dice.pick(values);
      this.#values.set(name, value);
      return value;
    });
  }

  policy(drawn: Drawn, names: boolean): PolicyJson {
    if (!drawn.hidden) return JSON.parse(this.text(JSON.stringify(drawn.policy))) as PolicyJson;
    const found = this.#hidden.get(drawn) ?? hiddenPolicy(this.dice.pick(EFFECTS), names);
    this.#hidden.set(drawn, found);
    return found;
  }

  policies(scenario: Scenario): Policies {
    const { identity, boundary, session, resource, resourceKind, scp, rcp, endpoint } = scenario;
    const own = (drawn: Drawn): PolicyJson => this.policy(drawn, false);
    const named = (drawn: Drawn): PolicyJson => this.policy(drawn, true);
    return {
      identity: identity.map(own),
      ...(boundary === undefined ? {} : { boundary: own(boundary) }),
      ...(session === undefined ? {} : { session: own(session) }),
      resource: resource.map(named),
      resourceKind,
      scp: scp.map((level) => level.map(own)),
      rcp: rcp.map((level) => level.map(named)),
      ...(endpoint === undefined ? {} : { endpoint: named(endpoint) }),
    };
  }

  /** The policies, and the bucket as it turns out for one request. */
  withBucket(
    policies: Policies,
    { bucket }: Scenario,
    { principal, resourceAccountId = principal.accountId }: Request,
  ): Policies {
    if (bucket === undefined) return policies;
    const { resource = [] } = policies;
    const isRefused = !bucket.isStored && bucket.block.blockPublicPolicy === true && resource.some(isPublic);
    const stored = isRefused && this.dice.chance(0.5) ? [] : resource;
    return { ...policies, resource: stored, bucket: completedBucket(bucket, stored, resourceAccountId, this.dice) };
  }

  /** A role of which only the session is told may have any path. */
  #caller({ caller, hidesRole }: DrawnRequest): Caller {
    const { roleArn } = caller;
    if (!hidesRole || roleArn === undefined) return caller;
    const [account, name] = [caller.accountId, roleArn.slice(roleArn.lastIndexOf('/') + 1)];
    const linked = name.startsWith('AWSServiceRoleFor') ? 'aws-service-role/x.amazonaws.com/' : 'team/';
    return { ...caller, roleArn: `arn:aws:iam::${account}:role/${this.dice.pick(['', linked])}${name}` };
  }

  request(drawn: DrawnRequest): Request {
    const context: Record<string, string | readonly string[]> = {};
    for (const [key, value] of Object.entries(drawn.context)) {
      const actual = ACTUAL.get(key)!;
      const isSure = key === 'aws:SecureTransport';
      const isOpen = !NEVER[key]?.includes(drawn.caller.kind);
      const hidden = isSure || (isOpen && this.dice.chance(0.7)) ? [this.dice.pick(actual)] : 'absent';
      const told = value === 'hidden' ? hidden : value;
      if (told !== 'absent') context[key] = told.map((text) => this.text(text));
    }
    const { action, resource, resourceAccountId = this.dice.pick([HOME, OTHER]) } = drawn;
    const principal = drawn.caller === NOBODY ? NOBODY : this.#caller(drawn);
    return { principal, action, resource: this.text(resource), resourceAccountId, context };
  }
}
