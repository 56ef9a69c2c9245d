import type { Backend, S3State } from '../../../modules/terraform';
import type { AccountCalls } from '../account/aws';
import { type Check, notChecked } from '../check';
import { localStateCheck } from '../project/local-state';
import type { SynthesisedStacks } from '../synthesised-stacks';
import { bucketChecks, roleRefused } from './bucket';
import { cloudStateChecks } from './cloud-state';
import { lockChecks } from './locks';
import { objectsCheck, overrideChecks, storedStacks } from './objects';
import { stateCalls, type StateCallOptions, type StateCalls } from './s3-state';

const STATE = { id: 'state', title: 'state' };

/** What the states are looked at with. */
export interface StateFacts {
  /** As stacks have it. @default - the configuration can't be read */
  readonly backend?: Backend;
  readonly out: string;
  readonly synthesised: SynthesisedStacks;
  readonly calls: Omit<StateCallOptions, 'region'>;
  /** What roles are assumed by, or why AWS can't be asked. */
  readonly access: Pick<AccountCalls, 'assume'> | string;
}

/** The calls as Terraform makes them, by the backend's role where it has one. */
async function accessTo(
  { bucket, region, roleArn }: S3State,
  calls: StateFacts['calls'],
  { assume }: Pick<AccountCalls, 'assume'>,
): Promise<StateCalls | Check> {
  if (roleArn === undefined) return stateCalls(bucket, { ...calls, region });
  const session = await assume(roleArn);
  return session.done ? stateCalls(bucket, { ...calls, region }, session.value.credentials) : roleRefused(roleArn, session.error);
}

/** Whether the states can be reached where the configuration keeps them, and nobody holds a lock. */
export async function stateChecks({ backend, out, synthesised, calls, access }: StateFacts): Promise<readonly Check[]> {
  if (backend === undefined) return [notChecked(STATE, "the configuration can't be read")];
  if (backend.kind === 'local') return [localStateCheck(backend, out)];
  if (backend.kind === 'cloud') return cloudStateChecks(backend, calls.env);
  const overrides = overrideChecks(synthesised.stacks);
  if (typeof access === 'string') return [...overrides, notChecked(STATE, access)];
  const asking = await accessTo(backend, calls, access);
  if ('level' in asking) return [...overrides, asking];
  const bucket = await bucketChecks(backend, asking);
  if (bucket[0].level !== 'ok') return [...overrides, ...bucket];
  const stacks = storedStacks(synthesised.stacks);
  const [objects, locks] = await Promise.all([objectsCheck(stacks, asking), lockChecks(stacks, asking)]);
  return [...overrides, ...bucket, objects, ...locks];
}
