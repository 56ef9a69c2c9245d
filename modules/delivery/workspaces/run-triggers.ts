import { asWritten, InputError, type Problem } from '../../core/input-error';

/** @source HCP Terraform, "Run triggers": "You can connect each workspace to up to 20 source workspaces" */
const MOST_SOURCES = 20;

/** A workspace as far as runs follow each other. */
export interface TriggeredWorkspace {
  /** The stack, whose name the workspace has. */
  readonly stack: string;
  /** Stacks that are applied before. @default [] */
  readonly needs?: readonly string[];
  /** local: an administrator applies it, and only its state lies there. @default remote */
  readonly executionMode?: 'remote' | 'local';
}

/** An apply of one workspace starts a run of another. */
export interface RunTriggerEdge {
  readonly source: string;
  readonly target: string;
}

type Workspaces = ReadonlyMap<string, TriggeredWorkspace>;

function needsOf(workspaces: Workspaces, stack: string): readonly string[] {
  return workspaces.get(stack)?.needs ?? [];
}

/** Everything that is applied before, however far. */
function allBefore(workspaces: Workspaces, stack: string): Set<string> {
  const before = new Set<string>();
  const open = [...needsOf(workspaces, stack)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (before.has(next)) continue;
    before.add(next);
    open.push(...needsOf(workspaces, next));
  }
  return before;
}

function faultsOf(workspaces: Workspaces, stack: string): Problem[] {
  const subject = `workspace ${stack}`;
  const unknown = needsOf(workspaces, stack).filter((need) => !workspaces.has(need));
  const waits = allBefore(workspaces, stack).has(stack);
  return [
    ...unknown.map((need) => ({
      subject,
      problem: 'it waits for a stack that has no workspace here',
      got: asWritten(need),
      remedy: 'list that stack too, or leave it out of needs',
      code: 'LZ-STACK-8',
    })),
    ...(waits
      ? [{ subject, problem: 'it waits for itself, by a circle of needs', remedy: 'take one of them out', code: 'LZ-STACK-8' }]
      : []),
  ];
}

/**
 * Which run starts which: the dependencies of the stacks without those that follow from others, so that one apply starts
 * no run twice. A workspace without runs starts none and is started by none; what comes after it follows what is before.
 * @throws InputError LZ-STACK-7 more than 20 sources, LZ-STACK-8 needs that lead nowhere or in a circle
 */
export function runTriggers(stacks: readonly TriggeredWorkspace[]): RunTriggerEdge[] {
  const workspaces: Workspaces = new Map(stacks.map((workspace) => [workspace.stack, workspace]));
  const names = [...workspaces.keys()].sort();
  const faults = names.flatMap((name) => faultsOf(workspaces, name));
  if (faults.length > 0) throw new InputError(faults);
  const before = new Map(names.map((name) => [name, allBefore(workspaces, name)]));
  const runs = names.filter((name) => workspaces.get(name)?.executionMode !== 'local');
  const edges = runs.flatMap((target) => {
    const sources = runs.filter((name) => before.get(target)?.has(name));
    const direct = sources.filter((source) => !sources.some((other) => before.get(other)?.has(source)));
    return direct.map((source) => ({ source, target }));
  });
  refuseTooMany(runs, edges);
  return edges;
}

function refuseTooMany(targets: readonly string[], edges: readonly RunTriggerEdge[]): void {
  const problems = targets.flatMap((target): Problem[] => {
    const count = edges.filter((edge) => edge.target === target).length;
    if (count <= MOST_SOURCES) return [];
    return [
      {
        subject: `workspace ${target}`,
        problem: `runs of at most ${String(MOST_SOURCES)} workspaces can start runs of one`,
        got: String(count),
        remedy: 'let fewer stacks be needed by this one: a network with more peerings is better two, in two accounts',
        code: 'LZ-STACK-7',
      },
    ];
  });
  if (problems.length > 0) throw new InputError(problems);
}
