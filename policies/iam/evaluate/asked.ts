import type { PolicyText } from '../../model/policy/policy';
import type { AccessRequest, ContextValue } from '../request';
import { findFilledIn } from './caller-keys';
import { type Unit, unitsOf } from './text/pattern';
import { Doubt } from './truth';

/** A request, made ready to be compared with many statements. */
export class Asked {
  readonly action: string;
  readonly actionUnits: readonly Unit[];
  readonly resourceUnits: readonly Unit[];

  constructor(readonly request: AccessRequest) {
    // "The action and service prefix are case-insensitive."
    this.action = request.action.toLowerCase();
    this.actionUnits = unitsOf(this.action, false);
    this.resourceUnits = unitsOf(request.resource, false);
  }

  /** The values of a condition key, whose name has no case. */
  valueOf(key: string): ContextValue | Doubt {
    const name = key.toLowerCase();
    return this.request.context.get(name) ?? findFilledIn(this.request, name) ?? new Doubt(`${key} isn't known`);
  }

  /** What a variable of IAM stands for: "You can't use a multivalued condition key as a variable." */
  readonly variable = (key: string): PolicyText | undefined | Doubt => {
    const values = this.valueOf(key);
    if (values instanceof Doubt) return values;
    if (values === 'absent') return undefined;
    const [value, ...more] = values;
    return value === undefined || more.length > 0 ? new Doubt(`${key} has several values or none`) : value;
  };
}
