import type { Json } from '../../universe';
import { isRecord } from '../../json';
import { referencesOf } from './document/configuration';
import { Locals, WITHOUT_IDS } from './locals';
import { ACCEPTERS, holdsIds, isOwnId, isPlural, isSwitch, nounOfAttribute } from './noun';
import { isAnyUnknown, type Planned, type PlannedValues, type Scope } from './document/planned';
import { callsOf, recordOf } from '../shape';
import { Settled } from './settled';
import { elsewhere, isFit, isNone, NONE, type Sources, unite, type Wanted } from './sources';
import { keyAt, nameAt, plainOf, type Step, type Traversal, traversalsOf } from './document/traversal';

const ALWAYS_KNOWN: readonly string[] = ['count', 'path', 'terraform'];
/** What holds no id that AWS makes up, though a name may be what others go by. */
const WITHOUT_OWN_ID =
  /(^|_)(azs?|cidrs?|cidr_blocks?|descriptions?|environment|names?|namespace|ports?|prefix|region|stage|zones?)$/;
const IN_A_CIRCLE = elsewhere('its references go in a circle');
const JUDGE_STATE = 'judge the state after the apply';

/**
 * Follows references of a plan's configuration to the resources whose ids a value that isn't known may be.
 *
 * Why that is sound: a value that isn't known comes from something that isn't known. Of everything that its expression
 * refers to, what is known can only choose. So if all the rest are ids of resources, it is one of theirs. Three things are
 * taken for granted, which a plan doesn't show: no condition compares an id that isn't known, none gives null to an argument
 * that the provider then fills in (`subnet_id = var.own ? aws_subnet.a.id : null`), and no list that mixes such ids with
 * others written by hand is sorted, filtered or made a set before one element is taken from it.
 *
 * Indexes are never guessed: `aws_subnet.a[count.index].id` and `aws_subnet.a[(count.index + 1) % 3].id` look the same in a
 * plan, so both are one of all.
 */
export class Resolver {
  private readonly known = new WeakMap<object, Map<string, Sources>>();
  private readonly carried = new Map<string, Sources>();
  private readonly locals: Locals;

  constructor(
    private readonly document: string,
    private readonly planned: PlannedValues,
  ) {
    this.locals = new Locals(document, planned, new Settled(planned));
  }

  /** What an expression with this argument's value that isn't known can come from. */
  sourcesOf(expression: Json | undefined, scope: Scope, wanted: Wanted): Sources {
    const references = referencesOf(expression);
    if (!isRecord(expression) || references === undefined) return elsewhere(`known only after apply`);
    const memo = this.known.get(expression) ?? new Map<string, Sources>();
    this.known.set(expression, memo);
    const place = placeOf(scope.module, wanted);
    const done = memo.get(place);
    if (done !== undefined) return done;
    // Configurations have no circles; one that pretends to gets no answer.
    memo.set(place, IN_A_CIRCLE);
    const sources = this.resolve(references, scope, wanted);
    memo.set(place, sources);
    return sources;
  }

  private resolve(references: readonly string[], scope: Scope, wanted: Wanted): Sources {
    const all = traversalsOf(references);
    const traversals = all.filter((traversal) => !isAlwaysKnown(traversal, scope));
    const several = traversals.length > 1;
    const sources = unite(traversals.map((traversal) => this.follow(traversal, scope, wanted, several)));
    // Whatever isn't an id of one resource may choose.
    const picked = all.some(({ steps }) => !isWrittenOut(steps, wanted));
    return picked ? { ...sources, picked } : sources;
  }

  private follow(traversal: Traversal, scope: Scope, wanted: Wanted, several: boolean): Sources {
    const { steps, text } = traversal;
    const [root, name] = [nameAt(steps, 0), nameAt(steps, 1)];
    if (name === undefined) return elsewhere(`it comes from ${text}`);
    switch (root) {
      case 'each':
        return scope.forEach === undefined ? elsewhere(`it comes from ${text}`) : this.hop(scope.forEach, scope, wanted);
      case 'var':
        return this.variable(name, scope.module, wanted);
      case 'local':
        return this.local(name, scope.module, wanted);
      case 'module':
        return this.output(traversal, scope, wanted);
      case 'data':
        return this.dataSource(traversal, scope, wanted);
      default:
        return this.resource(traversal, scope, wanted, several);
    }
  }

  /** On through an expression that may make up more than this value. */
  private hop(expression: Json, scope: Scope, wanted: Wanted): Sources {
    return this.sourcesOf(expression, scope, { ...wanted, mixed: true });
  }

  private variable(name: string, module: string, wanted: Wanted): Sources {
    const given = this.planned.given(name, module);
    return given?.expression === undefined ? NONE : this.hop(given.expression, given.scope, wanted);
  }

  /** Whatever a local of this module may carry: there is no telling them apart. */
  private local(name: string, module: string, wanted: Wanted): Sources {
    if (holdsNone(name, wanted)) return NONE;
    const carried = this.carriedInto(module, wanted);
    const why = `comes through local.${name}, which a plan doesn't show: ${JUDGE_STATE}`;
    return carried.other === undefined ? carried : elsewhere(why);
  }

  private carriedInto(module: string, wanted: Wanted): Sources {
    const place = placeOf(module, wanted);
    const done = this.carried.get(place);
    if (done !== undefined) return done;
    this.carried.set(place, IN_A_CIRCLE);
    const call = callsOf(module).at(-1);
    const written =
      call === undefined ? {} : recordOf(this.planned.configuration.module(call.caller).call(call.name).expressions);
    const handed = Object.keys(written).filter((variable) => !holdsNone(variable, wanted));
    const sources = unite([
      this.locals.madeIn(module, wanted),
      ...handed.map((variable) => this.variable(variable, module, wanted)),
    ]);
    this.carried.set(place, sources);
    return sources;
  }

  private output({ steps, text }: Traversal, scope: Scope, wanted: Wanted): Sources {
    const handed = this.planned.handedBy(steps, scope.module).flatMap(({ module, expressions }) => {
      if (expressions.length === 0) return [elsewhere(`it comes from ${text}`)];
      return expressions.map((expression) => this.hop(expression, { module }, wanted));
    });
    return unite(handed);
  }

  private dataSource({ steps, text }: Traversal, scope: Scope, { mixed }: Wanted): Sources {
    if (mixed && WITHOUT_IDS.includes(nameAt(steps, 1) ?? '')) return NONE;
    const isOpen = this.planned.named(scope.module, plainOf(steps.slice(0, 3))).some(({ unknown }) => isAnyUnknown(unknown));
    return isOpen ? elsewhere(`comes from ${text}, which is read during the apply: ${JUDGE_STATE}`) : NONE;
  }

  private resource(traversal: Traversal, scope: Scope, wanted: Wanted, several: boolean): Sources {
    const { steps } = traversal;
    const key = keyAt(steps, 2);
    const instances = this.planned.named(scope.module, plainOf(steps.slice(0, 2)));
    const meant = key === undefined ? instances : instances.filter((instance) => instance.key === key);
    const rest = steps.slice(key === undefined ? 2 : 3);
    return unite(meant.map((instance) => this.instance(instance, rest, traversal.text, wanted, several)));
  }

  private instance(instance: Planned, rest: readonly Step[], text: string, wanted: Wanted, several: boolean): Sources {
    const shown = nameAt(rest, 0);
    const attributes = shown === undefined ? hiddenAttributes(instance, wanted) : [shown];
    if (attributes.length === 0) return wanted.mixed ? NONE : elsewhere(`it is a part of ${text} that a plan doesn't show`);
    return unite(attributes.map((attribute) => this.attribute(instance, attribute, text, wanted, several)));
  }

  private attribute(instance: Planned, attribute: string, text: string, wanted: Wanted, several: boolean): Sources {
    if (!isAnyUnknown(instance.unknown[attribute])) return NONE;
    const noun = nounOfAttribute(instance.type, attribute);
    const fits = isFit(wanted, noun);
    const unclear = elsewhere(`depends on ${text}, known only after apply`);
    if (noun !== undefined && wanted.mixed && !fits) return NONE;
    if (noun === undefined || (several && !fits)) return unclear;
    if (isPlural(attribute) && !wanted.plural) return elsewhere(`is an element of ${text}, known only after apply`);
    const argument = (attribute === 'id' ? ACCEPTERS[instance.type] : undefined) ?? attribute;
    const written = this.planned.configuration.module(instance.module).findResource(instance.name);
    const expression = isOwnId(instance.type, argument) ? undefined : written?.expressions[argument];
    if (expression !== undefined) {
      const scope = { module: instance.module, forEach: written?.forEach };
      const sources = this.sourcesOf(expression, scope, { ...wanted, mixed: false });
      // Where all that is written is known, the provider made up the rest.
      return isNone(sources) ? unclear : sources;
    }
    if (isPlural(attribute)) return elsewhere(`comes from ${text}, known only after apply`);
    return { targets: [{ key: `${this.document}:${instance.address}`, attribute: argument }] };
  }
}

/** Which attributes of a resource a reference to all of it may mean: its id if that is asked for, else what names such a thing. */
function hiddenAttributes({ type, unknown }: Planned, wanted: Wanted): readonly string[] {
  const fits = (name: string): boolean => isFit(wanted, nounOfAttribute(type, name));
  return fits('id') ? ['id'] : Object.keys(unknown).filter((name) => name === wanted.argument || fits(name));
}

/** Whether a local or variable of this name surely isn't what is asked for. */
function holdsNone(name: string, { argument }: Wanted): boolean {
  return /(^|_)tags$/.test(name) || isSwitch(name) || (holdsIds(argument) && WITHOUT_OWN_ID.test(name));
}

function placeOf(module: string, { argument, plural, mixed, noun, beside }: Wanted): string {
  return [module, argument, String(plural), String(mixed), noun, ...beside].join('\n');
}

function isAlwaysKnown({ steps }: Traversal, scope: Scope): boolean {
  const root = nameAt(steps, 0) ?? '';
  if (root === 'each') return nameAt(steps, 1) === 'key';
  return ALWAYS_KNOWN.includes(root) || (root === 'var' && scope.module === '');
}

/** Whether it is what is asked for of one instance of a resource: `aws_subnet.a.id`, `aws_subnet.a[0].id`. */
function isWrittenOut(steps: readonly Step[], wanted: Wanted): boolean {
  const [root = ''] = [nameAt(steps, 0)];
  if (['data', 'each', 'local', 'module', 'var'].includes(root)) return false;
  const last = keyAt(steps, 2) === undefined ? 2 : 3;
  const attribute = nameAt(steps, last);
  return attribute !== undefined && steps.length === last + 1 && isFit(wanted, nounOfAttribute(root, attribute));
}
