import { type Flow, renderFlow } from '../../core/flow';
import { asWritten, InputError } from '../../core/input-error';
import { suggestName } from '../../core/text/did-you-mean';

/** Refuses a flow in terms of what its author wrote. */
export function refuseFlow(flow: Flow, problem: string, remedy: string, code: string): never {
  throw InputError.of({ problem, got: asWritten(renderFlow(flow)), remedy, code });
}

/** Refuses a name that a flow uses and nobody declared. */
export function refuseUnknown(what: string, name: string, known: Iterable<string>): never {
  throw InputError.of({
    problem: `there is no such ${what}`,
    got: asWritten(name),
    remedy: suggestName(name, known),
    code: 'LZ-FLOW-7',
  });
}
