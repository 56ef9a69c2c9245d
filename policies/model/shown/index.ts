import { asWritten, InputError } from '../../../modules/core/input-error';
import { isRecord } from '../json';
import { Unknown } from '../term';
import type { Json, StackDocument } from '../universe';
import { changesOfPlan } from './changes';
import { besideResources } from './beside-resources';
import { linkKnownIds } from './known-ids';
import { factsOfPlan } from './plan';
import { factsOfState } from './state';

export { linkKnownIds } from './known-ids';

/**
 * Reads what `terraform show -json` prints of a plan or of a state, whatever tool wrote the configuration.
 *
 * A plan stands for what is there after its apply: what it destroys is gone, what isn't known yet is followed to the
 * resources it will come from. An argument that nobody wrote is `Unknown` and `computed`. `Unknown` as an element of a
 * list stands for any number of elements.
 * @throws InputError LZ-SHOWN-1 when the plan failed half-way, LZ-SHOWN-2 when its format is another than 1
 */
export function readShown(name: string, json: Json): StackDocument {
  const shown = isRecord(json) ? json : {};
  checkFormat(name, shown.format_version);
  const beside = besideResources(shown);
  const roots = beside.length === 0 ? {} : { roots: beside };
  const isPlan = 'planned_values' in shown || 'resource_changes' in shown || 'configuration' in shown;
  if (!isPlan) return { name, form: 'state', terraform: {}, resources: linkKnownIds(factsOfState(name, shown)), ...roots };
  if (shown.errored === true) {
    throw InputError.of({
      subject: name,
      problem: 'the plan failed half-way, so it shows a part of what will be there',
      remedy: 'mend the configuration and plan again',
      code: 'LZ-SHOWN-1',
    });
  }
  const part = new Unknown('the plan covers a part of its configuration: it was made with -target, or defers changes');
  return {
    name,
    form: 'plan',
    terraform: {},
    resources: linkKnownIds(factsOfPlan(name, shown)),
    changes: changesOfPlan(shown),
    ...roots,
    ...(shown.complete === false ? { opaque: [part] } : {}),
  };
}

function checkFormat(name: string, version: Json | undefined): void {
  if (typeof version === 'string' && /^1(\.|$)/.test(version)) return;
  throw InputError.of({
    subject: name,
    problem: 'the format of plans and states in JSON must be 1',
    got: asWritten(version),
    remedy: 'print it by terraform show -json',
    code: 'LZ-SHOWN-2',
  });
}
