import { listOf } from '../../json';
import { Reference, type Target, type Term } from '../../term';
import type { Json } from '../../universe';
import { literal } from '../literal';
import { referencesOf } from './document/configuration';
import type { PlannedValues } from './document/planned';
import { keyAt, nameAt, plainOf, type Step, type Traversal, traversalsOf } from './document/traversal';

const DOCUMENT = 'data.aws_iam_policy_document.';
const TEXTS: readonly string[] = ['json', 'minified_json'];

/** Arguments of a document that hold the texts of others. */
const LISTS: readonly string[] = ['source_policy_documents', 'override_policy_documents'];

/**
 * Finds the policy documents whose texts an argument is made of. Taken for granted, which a plan doesn't show: that an expression
 * which refers to one document's text and to nothing else is that text, unchanged, and that a list which refers to several, and to
 * nothing else, holds each of them in that order, as `compact` and `concat` do.
 */
export class PolicyDocuments {
  constructor(
    private readonly document: string,
    private readonly planned: PlannedValues,
  ) {}

  /** The text that an expression in a module is; undefined where it is something else, or more. */
  find(expression: Json | undefined, module: string): Target | undefined {
    const [only, ...others] = this.textsOf(expression, module) ?? [];
    return others.length > 0 ? undefined : only;
  }

  /** The list of an argument that isn't known as a whole, or in parts; undefined where it is made of something else, or of more. */
  findList(
    argument: string,
    after: Json | undefined,
    marks: Json,
    expression: Json | undefined,
    module: string,
  ): Term[] | undefined {
    const texts = LISTS.includes(argument) ? this.textsOf(expression, module) : undefined;
    if (texts === undefined) return undefined;
    if (marks === true) return texts.map((text) => new Reference([text]));
    const told = listOf(after);
    // Where the known ones don't stand where the known texts do, the list isn't in that order.
    const open = listOf(marks);
    if (open.length !== texts.length || texts.some((text, at) => this.isOpen(text) !== (open[at] === true))) return undefined;
    return texts.map((text, at) => (open[at] === true ? new Reference([text]) : literal(told[at])));
  }

  private isOpen({ key, attribute }: Target): boolean {
    return this.planned.findInstance(key.slice(this.document.length + 1))?.unknown[attribute] === true;
  }

  /** The texts that an expression refers to, through variables of modules; undefined where it refers to anything else. */
  private textsOf(expression: Json | undefined, module: string): readonly Target[] | undefined {
    // `coalesce(var.policy, data.aws_iam_policy_document.this.json)` of a module that was given no policy.
    const traversals = traversalsOf(referencesOf(expression) ?? []).filter(({ steps }) => !this.isNull(steps, module));
    const [only, ...others] = traversals;
    if (only === undefined) return undefined;
    const variable = variableOf(only.steps);
    if (variable !== undefined && others.length === 0) {
      const given = this.planned.given(variable, module);
      return given === undefined ? undefined : this.textsOf(given.expression, given.scope.module);
    }
    const texts = traversals.flatMap((traversal) => this.textAt(traversal, module) ?? []);
    return texts.length === traversals.length ? texts : undefined;
  }

  private isNull(steps: readonly Step[], module: string): boolean {
    const variable = variableOf(steps);
    return variable !== undefined && this.planned.isNull(variable, module);
  }

  private textAt({ steps }: Traversal, module: string): Target | undefined {
    const name = plainOf(steps.slice(0, 3));
    const key = keyAt(steps, 3);
    const attribute = nameAt(steps, key === undefined ? 3 : 4);
    if (!name.startsWith(DOCUMENT) || attribute === undefined || !TEXTS.includes(attribute)) return undefined;
    const instance = this.planned.named(module, name).find((each) => each.key === key);
    return instance === undefined ? undefined : { key: `${this.document}:${instance.address}`, attribute };
  }
}

/** The variable of which a reference is the whole. */
function variableOf(steps: readonly Step[]): string | undefined {
  return nameAt(steps, 0) === 'var' && steps.length === 2 ? nameAt(steps, 1) : undefined;
}
