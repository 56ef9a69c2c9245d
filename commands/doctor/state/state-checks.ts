import type { Backend } from '../../../modules/terraform';
import type { CallOptions } from '../account/aws';
import { type Check, notChecked } from '../check';
import { localStateCheck } from '../project/local-state';
import type { SynthesisedStacks } from '../synthesised-stacks';
import { bucketChecks } from './bucket';
import { lockChecks } from './locks';
import { objectsCheck, storedStacks } from './objects';
import { stateCalls } from './s3-state';

const STATE = { id: 'state', title: 'state' };

/** What the states are looked at with. */
export interface StateFacts {
  /** @default - the configuration can't be read */
  readonly backend?: Backend;
  readonly out: string;
  readonly synthesised: SynthesisedStacks;
  readonly calls: Omit<CallOptions, 'region'>;
  /** Why AWS can't be asked. @default - it can */
  readonly obstacle?: string;
}

/** Whether the states can be reached where the configuration keeps them, and nobody holds a lock. */
export async function stateChecks({ backend, out, synthesised, calls, obstacle }: StateFacts): Promise<readonly Check[]> {
  if (backend === undefined) return [notChecked(STATE, "the configuration can't be read")];
  if (backend.kind === 'local') return [localStateCheck(backend, out)];
  if (obstacle !== undefined) return [notChecked(STATE, obstacle)];
  const asking = stateCalls(backend.bucket, { ...calls, region: backend.region });
  const bucket = await bucketChecks(backend, asking);
  if (bucket[0].level !== 'ok') return bucket;
  const stacks = storedStacks(synthesised.stacks);
  const [objects, locks] = await Promise.all([objectsCheck(stacks, asking), lockChecks(stacks, asking)]);
  return [...bucket, objects, ...locks];
}
