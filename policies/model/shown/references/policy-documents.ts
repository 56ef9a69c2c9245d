import type { Json } from '../../universe';
import type { Target } from '../../term';
import { referencesOf } from './configuration';
import type { PlannedValues } from './planned';
import { keyAt, nameAt, traversalsOf } from './traversal';

const DOCUMENT = 'aws_iam_policy_document';
const TEXTS: readonly (string | undefined)[] = ['json', 'minified_json'];
/** Through so many modules a text is handed at most: configurations have no circles, one that pretends to gets no answer. */
const DEPTH = 16;

/**
 * Finds the policy document whose text an argument is. Taken for granted, which a plan doesn't show: that an expression which
 * refers to one document's text and to nothing else is that text, unchanged.
 */
export class PolicyDocuments {
  constructor(
    private readonly document: string,
    private readonly planned: PlannedValues,
  ) {}

  /** The text that an expression in a module is; undefined where it is something else, or more. */
  find(expression: Json | undefined, module: string, depth = DEPTH): Target | undefined {
    const [only, ...others] = traversalsOf(referencesOf(expression) ?? []);
    if (only === undefined || others.length > 0 || depth === 0) return undefined;
    const { steps } = only;
    const [root, name] = [nameAt(steps, 0), nameAt(steps, 1)];
    if (root === 'var' && name !== undefined && steps.length === 2) {
      const given = this.planned.given(name, module);
      return given === undefined ? undefined : this.find(given.expression, given.scope.module, depth - 1);
    }
    if (root !== 'data' || name !== DOCUMENT) return undefined;
    const key = keyAt(steps, 3);
    const at = key === undefined ? 3 : 4;
    const attribute = nameAt(steps, at);
    if (attribute === undefined || !TEXTS.includes(attribute) || steps.length > at + 1) return undefined;
    const instances = this.planned.named(module, `data.${DOCUMENT}.${nameAt(steps, 2) ?? ''}`);
    const [instance, ...more] = instances.filter((each) => each.key === key);
    return instance === undefined || more.length > 0 ? undefined : { key: `${this.document}:${instance.address}`, attribute };
  }
}
