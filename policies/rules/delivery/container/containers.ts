import { asWritten } from '../../../../modules/core/input-error';
import { JsonFault, readJsonText } from '../../../model/policy/policy-json';
import { isTermList, isTermMap, Template, type Term, Unknown } from '../../../model/term';
import { describeTerm } from '../../../model/term-text';
import type { ResourceFact, Universe } from '../../../model/universe';
import { findStated } from '../../argument';
import { factsOf, type Finding, findingOn, type Rule } from '../../rule';

/** A container of a task definition. */
export class Container {
  constructor(
    /** `container "app"`. */
    readonly title: string,
    private readonly definition: Readonly<Record<string, Term>>,
    /** The task definition that it is of. */
    readonly task: ResourceFact,
  ) {}

  /** A member at its path, `logConfiguration.logDriver`: the provider reads names in any case. */
  find(path: string): Term | undefined {
    return path.split('.').reduce<Term | undefined>((term, name) => {
      if (!isTermMap(term)) return term instanceof Unknown ? term : undefined;
      const written = Object.keys(term).find((key) => key.toLowerCase() === name.toLowerCase());
      return written === undefined ? undefined : findStated(term[written]);
    }, this.definition);
  }
}

/** What is wrong with a container, or what isn't known of it. */
export interface ContainerFault {
  readonly problem: string;
  /** @default - it is surely so */
  readonly doubt?: Unknown;
}

/** A rule of containers. */
export interface ContainerRule {
  readonly id: string;
  readonly summary: string;
  /** An imperative clause: `set readonlyRootFilesystem to true`. */
  readonly fix: string;
  readonly judge: (container: Container) => readonly ContainerFault[];
}

function nameOf(definition: Readonly<Record<string, Term>>): string {
  const { name = 'without a name' } = definition;
  return typeof name === 'string' ? asWritten(name) : describeTerm(name);
}

function readContainers(task: ResourceFact): readonly Container[] | Unknown {
  const { container_definitions: term } = task.body;
  if (term instanceof Unknown) return term;
  if (typeof term !== 'string' && !(term instanceof Template)) return new Unknown('container_definitions is no text');
  const json = readJsonText(term);
  if (json instanceof JsonFault) return new Unknown(json.fault);
  if (!isTermList(json)) return json instanceof Unknown ? json : new Unknown('container_definitions is no list');
  const odd = json.find((definition) => !isTermMap(definition));
  if (odd !== undefined) return new Unknown(`a container is no object: ${describeTerm(odd)}`);
  return json.filter(isTermMap).map((definition) => new Container(`container ${nameOf(definition)}`, definition, task));
}

const read = new WeakMap<ResourceFact, readonly Container[] | Unknown>();

/** The containers of a task definition, whose JSON text is read once for all rules. */
function containersOf(task: ResourceFact): readonly Container[] | Unknown {
  const containers = read.get(task) ?? readContainers(task);
  read.set(task, containers);
  return containers;
}

function judgeTask({ id, fix, judge }: ContainerRule, task: ResourceFact): readonly Finding[] {
  const containers = containersOf(task);
  if (containers instanceof Unknown) {
    return [findingOn(id, task, `its containers aren't known: ${containers.why}`, fix, 'unknown')];
  }
  return containers.flatMap((container) =>
    judge(container).map(({ problem, doubt }) => {
      const whole = `${container.title} ${problem}${doubt === undefined ? '' : `: ${doubt.why}`}`;
      return findingOn(id, task, whole, fix, doubt === undefined ? 'violated' : 'unknown');
    }),
  );
}

/** Makes a rule that judges each container of each task definition. */
export function containerRule(rule: ContainerRule): Rule {
  const { id, summary } = rule;
  return {
    id,
    summary,
    judge: (universe: Universe) => [...factsOf(universe, 'aws_ecs_task_definition')].flatMap((task) => judgeTask(rule, task)),
  };
}
