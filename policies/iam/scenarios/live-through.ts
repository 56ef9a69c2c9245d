import { fillIn } from '../../model/arns';
import type { Policy } from '../../model/policy/policy';
import { Unknown } from '../../model/term';
import type { Decision } from '../decision';
import type { AskedResource } from '../gather';
import type { Inquiry } from '../inquiry/inquiry';
import type { Actor } from '../inquiry/members';
import type { ContextValue, RequestContext } from '../request';
import { type Life, MACHINE, PERSON } from './lives';
import { type Call, type Credentials, CREDENTIALS, type Target } from './scenario';

/** How a call of a life ends for somebody, by each of the credentials. */
export interface LivedCall {
  readonly call: Call;
  readonly decisions: Readonly<Record<Credentials, Decision>>;
  /** Credentials by which it doesn't end as it has to; unknown is no such end. */
  readonly astray: readonly Credentials[];
}

/** The life of the credentials of somebody who looks after them. */
export interface LivedLife {
  readonly actor: Actor;
  readonly life: Life;
  readonly calls: readonly LivedCall[];
}

const MFA = 'aws:multifactorauthpresent';
const PRESENT: Readonly<Record<Credentials, ContextValue>> = {
  'access key': 'absent',
  'session without MFA': ['false'],
  'session with MFA': ['true'],
};
/** Names that stand for whoever and whatever else there is. */
const TARGETS: Readonly<Record<Exclude<Target, 'none' | 'self' | 'device of their own name'>, string>> = {
  'somebody else': 'user/somebody-else',
  'new device': 'mfa/a-device-of-a-new-name',
  group: 'group/another-group',
  policy: 'policy/a-policy',
  role: 'role/a-role',
  'new user': 'user/a-new-user',
};

function targetOf({ principal }: Actor, on: Target): AskedResource {
  const { fact, arn, name, accountId } = principal;
  const account = accountId === undefined ? {} : { accountId };
  if (on === 'none') return { arn: '*', ...account };
  if (on === 'self') return { arn, ...account };
  const rest = on === 'device of their own name' ? `mfa/${name ?? 'a-device'}` : TARGETS[on];
  return { arn: fillIn(`arn:{partition}:iam::{account}:${rest}`, fact), ...account };
}

function contextOf(credentials: Credentials): RequestContext {
  return new Map([[MFA, PRESENT[credentials]]]);
}

function lived(inquiry: Inquiry, actor: Actor, call: Call): LivedCall {
  const resource = targetOf(actor, call.on);
  const ask = (credentials: Credentials): Decision =>
    inquiry.ask({ caller: actor.caller, action: call.action, resource, context: contextOf(credentials) });
  const decisions = {
    'access key': ask('access key'),
    'session without MFA': ask('session without MFA'),
    'session with MFA': ask('session with MFA'),
  };
  const astray = CREDENTIALS.filter((one) => call.ends[one] !== 'either' && decisions[one].decision !== call.ends[one]);
  return { call, decisions, astray };
}

function policiesOf({ principal }: Actor): readonly Policy[] {
  return principal.policies.flatMap(({ policy }) => (policy instanceof Unknown ? [] : [policy]));
}

/** Whether somebody is meant to look after keys of their own: a policy lets `${aws:username}` have some. */
function looksAfterKeys(actor: Actor): boolean {
  return policiesOf(actor).some(({ statements }) =>
    statements.some(
      ({ effect, resources }) =>
        effect === 'Allow' &&
        resources?.except === false &&
        resources.items.some((item) => typeof item === 'string' && /:user\/.*\$\{aws:username\}$/i.test(item)),
    ),
  );
}

/** Whoever has keys and no password is a machine; of others, those who are asked for MFA are persons. */
function lifeOf(actor: Actor): Life {
  const { accessKeys, passwords } = actor.principal.credentials;
  if (accessKeys.length > 0 && passwords.length === 0) return MACHINE;
  const asksForMfa = policiesOf(actor).some(({ statements }) =>
    statements.some(({ conditions }) => conditions.some(({ key }) => key.toLowerCase() === MFA)),
  );
  return asksForMfa ? PERSON : MACHINE;
}

/** Takes everybody who looks after credentials of their own through the life of these, call by call. */
export function liveThrough(inquiry: Inquiry): readonly LivedLife[] {
  return inquiry.actors
    .filter((actor) => actor.kind !== 'role' && looksAfterKeys(actor))
    .map((actor): LivedLife => {
      const life = lifeOf(actor);
      return { actor, life, calls: life.calls.map((call) => lived(inquiry, actor, call)) };
    });
}
