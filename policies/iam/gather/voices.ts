import { type Answer, ofIdentity, ofResource } from '../evaluate/answer';
import { Asked } from '../evaluate/asked';
import { Unknown } from '../../model/term';
import type { DecidingStatement } from '../decision';
import type { PlacedPolicy, PolicySet } from '../policy-set';
import type { AccessRequest } from '../request';

/** What a policy is asked for. */
export type VoicePlace = 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'endpoint' | 'resource';

/** What one policy says of a request, taken by itself. */
export interface Voice {
  readonly place: VoicePlace;
  readonly policy: PlacedPolicy;
  readonly says: 'allows' | 'denies' | 'nothing' | 'unknown';
  /** @default - it says nothing */
  readonly statement?: DecidingStatement;
  /** Why what it says isn't known. @default - it is */
  readonly why?: string;
}

const NAMING_PRINCIPALS: readonly VoicePlace[] = ['resource', 'rcp', 'endpoint'];

function placesOf(set: PolicySet): readonly (readonly [VoicePlace, readonly PlacedPolicy[]])[] {
  const one = (policy: PlacedPolicy | undefined): readonly PlacedPolicy[] => (policy === undefined ? [] : [policy]);
  return [
    ['identity', set.identity],
    ['boundary', one(set.boundary)],
    ['session', set.session ?? []],
    ['resource', set.resource],
    ['endpoint', one(set.endpoint)],
    ['scp', (set.scp ?? []).flat()],
    ['rcp', (set.rcp ?? []).flat()],
  ];
}

function voiceOf(place: VoicePlace, policy: PlacedPolicy, asked: Asked): Voice {
  if (policy.policy instanceof Unknown) return { place, policy, says: 'unknown', why: policy.policy.why };
  const says = (effect: 'Allow' | 'Deny'): Answer =>
    NAMING_PRINCIPALS.includes(place) ? ofResource([policy], effect, asked) : ofIdentity([policy], effect, asked);
  const [deny, allow] = [says('Deny'), says('Allow')];
  if (deny.is === 'yes') return { place, policy, says: 'denies', statement: deny.statement };
  const open = deny.is === 'maybe' ? deny : allow;
  if (open.is === 'maybe') return { place, policy, says: 'unknown', statement: open.statement, why: open.why };
  return allow.is === 'yes' ? { place, policy, says: 'allows', statement: allow.statement } : { place, policy, says: 'nothing' };
}

/** What each policy that has a say in a request says of it, whoever decides in the end. */
export function voicesOf(set: PolicySet, request: AccessRequest): readonly Voice[] {
  const asked = new Asked(request);
  return placesOf(set).flatMap(([place, policies]) => policies.map((policy) => voiceOf(place, policy, asked)));
}
