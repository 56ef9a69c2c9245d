import { type JsonRecord, listOf } from '../../../json';
import { type Instance, recordOf, textOf } from '../../shape';
import { plainOf, stepsOf } from './traversal';

/** Whether a module is called by `for_each` anywhere: what `each` hands to it is missing in Terraform's list. */
function callsByEach(module: JsonRecord): boolean {
  return Object.values(recordOf(module.module_calls)).some((json) => {
    const call = recordOf(json);
    return call.for_each_expression !== undefined || callsByEach(recordOf(call.module));
  });
}

/**
 * The attributes that anything to be changed refers to, whatever the way: directly, by locals, variables or outputs.
 * @source Terraform, JSON Output Format, "Plan Representation", relevant_attributes; its package lang/globalref
 */
export class RelevantAttributes {
  private readonly listed: ReadonlyMap<string, ReadonlySet<string | undefined>> | undefined;

  constructor(plan: JsonRecord) {
    const { relevant_attributes: attributes, configuration } = plan;
    if (attributes === undefined || callsByEach(recordOf(recordOf(configuration).root_module))) return;
    const listed = new Map<string, Set<string | undefined>>();
    for (const { resource: address, attribute } of listOf(attributes).map(recordOf)) {
      // Terraform leaves some of the keys of resources and modules out of its list.
      const resource = plainOf(stepsOf(textOf(address)));
      const [first] = listOf(attribute);
      listed.set(resource, (listed.get(resource) ?? new Set()).add(typeof first === 'string' ? first : undefined));
    }
    this.listed = listed;
  }

  /** Those of a resource; `undefined` stands for all of them. */
  of({ address }: Instance): readonly (string | undefined)[] {
    return this.listed === undefined ? [undefined] : [...(this.listed.get(plainOf(stepsOf(address))) ?? [])];
  }
}
