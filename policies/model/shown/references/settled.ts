import { isRecord } from '../../json';
import type { Json } from '../../universe';
import { referencesOf } from './document/configuration';
import { isAnyUnknown, type PlannedValues, type Scope } from './document/planned';
import { isSwitch } from './noun';
import { keyAt, nameAt, plainOf, type Step, stepsOf, traversalsOf } from './document/traversal';

/** Through so many modules a value is handed at most: configurations have no circles. */
const DEPTH = 16;

/**
 * Tells what is known already, though a plan doesn't show its value. Where that holds of everything that an argument refers
 * to and the argument isn't known all the same, it is null: nobody set it, and the provider fills it in. `kms_key_id =
 * var.key` in a module that was given no key is the common form. Taken for granted: nobody makes up an argument's value by
 * `uuid()` or `timestamp()` beside such references.
 */
export class Settled {
  constructor(private readonly planned: PlannedValues) {}

  /** Whether everything that an expression refers to is known; one without references isn't followed. */
  holds(expression: Json | undefined, scope: Scope, depth = DEPTH): boolean {
    const traversals = traversalsOf(referencesOf(expression) ?? []);
    // In JSON the text stands beside what it refers to.
    if (isRecord(expression) && 'constant_value' in expression && traversals.length === 0) return true;
    return depth > 0 && traversals.length > 0 && traversals.every(({ steps }) => this.follows(steps, scope, depth - 1));
  }

  private follows(steps: readonly Step[], scope: Scope, depth: number): boolean {
    const [root = '', name = ''] = [nameAt(steps, 0), nameAt(steps, 1)];
    switch (root) {
      case 'count':
      case 'path':
      case 'terraform':
        return true;
      case 'each':
        return name === 'key' || this.holds(withoutSwitches(scope.forEach), scope, depth);
      case 'var':
        return this.variable(name, scope.module, depth);
      case 'module':
        return this.planned
          .handedBy(steps, scope.module)
          .every(
            ({ module, expressions }) =>
              expressions.length > 0 && expressions.every((each) => this.holds(each, { module }, depth)),
          );
      case 'data':
        return this.resource(plainOf(steps.slice(0, 3)), steps.slice(3), scope.module);
      default:
        return this.resource(plainOf(steps.slice(0, 2)), steps.slice(2), scope.module);
    }
  }

  private variable(name: string, module: string, depth: number): boolean {
    const given = this.planned.given(name, module);
    return given?.expression === undefined || this.holds(given.expression, given.scope, depth);
  }

  private resource(name: string, rest: readonly Step[], module: string): boolean {
    if (this.planned.configuration.module(module).findResource(name) === undefined) return false;
    const key = keyAt(rest, 0);
    const attribute = nameAt(rest, key === undefined ? 0 : 1);
    const instances = this.planned.named(module, name).filter((instance) => key === undefined || instance.key === key);
    return instances.every(({ unknown }) => !isAnyUnknown(attribute === undefined ? unknown : unknown[attribute]));
  }
}

/** What `each` goes over, the conditions of which have to be known before anything is planned. */
function withoutSwitches(forEach: Json | undefined): Json | undefined {
  const references = referencesOf(forEach);
  if (references === undefined || references.length === 0) return forEach;
  const isCondition = (reference: string): boolean => {
    const steps = stepsOf(reference);
    return nameAt(steps, 0) === 'local' && steps.length === 2 && isSwitch(nameAt(steps, 1) ?? '');
  };
  return { references: references.filter((reference) => !isCondition(reference)) };
}
