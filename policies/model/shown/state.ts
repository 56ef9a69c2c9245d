import type { JsonRecord } from '../json';
import type { ResourceFact } from '../universe';
import { literals } from './literal';
import { ownPlace } from './place';
import { instancesOf } from './shape';

/** What a state says is there. */
export function factsOfState(name: string, state: JsonRecord): ResourceFact[] {
  return instancesOf(state.values).map(({ address, mode, type, values }) => ({
    key: `${name}:${address}`,
    stack: name,
    address,
    mode,
    type,
    body: literals(values),
    ...ownPlace(values),
  }));
}
