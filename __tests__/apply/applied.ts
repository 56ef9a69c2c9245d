import { projectRoot } from '../../commands/sandbox/environment';
import { runSandbox, type SandboxResult } from '../../commands/sandbox/sandbox';
import type { Synthesise } from '../../commands/sandbox/synthesis';

/** What a stack must show: applied, planned empty, and destroyed to the last resource. */
export interface Life {
  readonly name: string;
  readonly secondPlanChanges: number;
  readonly leftOver: number;
}

/** The whole life of a configuration on the emulator: applied, planned again, readied by closing, destroyed. */
export async function liveAndDie(synthesise: Synthesise): Promise<SandboxResult> {
  return runSandbox({
    root: projectRoot(),
    synthesise,
    stacks: [],
    destroy: true,
    keep: false,
    report: (line) => process.stderr.write(`  ${line}\n`),
    signal: new AbortController().signal,
  });
}

/** The figures that have to be nought. */
export function livesOf({ stacks }: SandboxResult): Life[] {
  return stacks.map(({ name, added, secondPlanChanges, destroyed }) => ({
    name,
    secondPlanChanges,
    leftOver: added - destroyed,
  }));
}
