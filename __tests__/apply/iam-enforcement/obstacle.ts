import { HOME, type PolicyJson } from '../../iam';
import { Reference, Template, Unknown } from '../../../policies/model/term';
import type { Case, CasePolicy } from '../../policies/iam/evaluate/cases/case';

const isTold = (policy: CasePolicy): policy is PolicyJson =>
  !(policy instanceof Template || policy instanceof Reference || policy instanceof Unknown);

function policiesOf({ set }: Case): readonly CasePolicy[] {
  const { identity = [], boundary, session, resource = [], scp = [], rcp = [], endpoint } = set;
  const single = [boundary, session, endpoint].flatMap((policy) => (policy === undefined ? [] : [policy]));
  return [...identity, ...single, ...resource, ...scp.flat(), ...rcp.flat()];
}

/** Policies that the emulator takes from nobody, as AWS does, with its words. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'the old version': 'Policy document must be version 2012-10-17 or greater.',
  'a Region in an ARN of S3': 'Resource arn:*:s3:*:*:logs/* can not contain region information.',
};

/** Why a case doesn't run against the emulator; the first that stands in the way is said. */
const OBSTACLES: Readonly<Record<string, (one: Case) => boolean>> = {
  'an answer that is unknown': ({ says }) => says.startsWith('unknown'),
  'texts that only apply tells': (one) =>
    typeof one.request.resource !== 'string' || !policiesOf(one).every(isTold) || (one.set.doubts ?? []).length > 0,
  guardrails: ({ set }) => set.scp !== undefined || set.rcp !== undefined,
  'policies of endpoints': ({ set }) => set.endpoint !== undefined,
  'grants of keys': ({ set }) => (set.grants ?? []).length > 0,
  'policies of keys': ({ set }) => set.resourceKind === 'kms',
  'trust policies': ({ set }) => set.resourceKind === 'trust',
  'Block Public Access and ACLs': ({ set }) => set.bucket !== undefined,
  'policies of resources': ({ set }) => (set.resource ?? []).length > 0,
  'neither a user nor a role asks': ({ request }) => !['user', 'role-session'].includes(request.caller.kind),
  'two accounts': ({ request }) => request.caller.accountId !== HOME || request.resourceAccountId !== HOME,
  'roles that AWS keeps to itself': ({ request }) => JSON.stringify(request).includes(':role/aws-'),
  'the old version': (one) => policiesOf(one).some((policy) => isTold(policy) && policy.Version !== '2012-10-17'),
  'a Region in an ARN of S3': ({ set }) => JSON.stringify(set).includes('arn:*:s3:*:*:logs/*'),
};

/** Why a case doesn't run against the emulator; undefined where it does. */
export function findObstacle(one: Case): string | undefined {
  return Object.entries(OBSTACLES).find(([, stands]) => stands(one))?.[0];
}

/** How many cases each obstacle keeps from running, the greatest number first. */
export function countObstacles(cases: readonly Case[]): readonly (readonly [obstacle: string, count: number])[] {
  const counts = Object.keys(OBSTACLES).map((why) => [why, cases.filter((one) => findObstacle(one) === why).length] as const);
  return counts.filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
}
