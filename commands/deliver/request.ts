import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { suggestName } from '../../modules/core/text/did-you-mean';
import { asWritten, InputError, ProblemList } from '../../modules/core/input-error';
import type { LandingZone } from '../../modules/landing-zone';

type Roles = NonNullable<LandingZone['roles']>;

/** By which roles a stack is delivered. */
export type StackRoles = Roles[string];

/** A stack that a pipeline delivers. */
export interface DeliverableStack {
  readonly name: string;
  readonly folder: string;
  readonly roles: StackRoles;
}

/** What a command line asks to be delivered. */
export interface Selection {
  /** In the order in which they are applied. */
  readonly stacks: readonly DeliverableStack[];
  /** Those that an administrator applies. */
  readonly leftOut: readonly string[];
}

/** @throws InputError LZ-DELIVER-1 */
export function readOutput(out: string, name: string, remedy: string): unknown {
  const subject = join(out, name);
  try {
    return JSON.parse(readFileSync(subject, 'utf8')) as unknown;
  } catch (error) {
    const got = (error as NodeJS.ErrnoException).code ?? 'no JSON';
    throw InputError.of({ subject, problem: "it can't be read", got, remedy, code: 'LZ-DELIVER-1' });
  }
}

/** What only HCP Terraform runs has a stack of workspaces. @throws InputError LZ-DELIVER-11 */
function refuseWorkspaces(out: string, stacks: readonly string[]): void {
  const got = stacks.find((name) => name.endsWith('-global-workspaces'));
  if (got === undefined) return;
  const problem = 'the runs of its stacks are in HCP Terraform';
  const remedy = 'push, or start a run in a workspace there: docs/hcp-terraform.md';
  throw InputError.of({ subject: out, problem, got: asWritten(got), remedy, code: 'LZ-DELIVER-11' });
}

/**
 * The stacks of an output folder that a pipeline delivers, all or those that are named.
 * @throws InputError LZ-DELIVER-1 output that can't be read, LZ-DELIVER-11 it is HCP Terraform's, LZ-DELIVER-2 and
 * LZ-DELIVER-3 names, all at once
 */
export function selectStacks(out: string, named: readonly string[]): Selection {
  const problems = new ProblemList();
  const order = problems.attempt('', () => readOutput(out, 'order.json', 'synthesise first: plinth synth'));
  const written = problems.attempt('', () =>
    readOutput(out, 'roles.json', 'say who delivers, by delivery: in landing-zone.yaml, and synthesise again'),
  );
  problems.throwIfAny();
  const all = (order as LandingZone['order']).waves.flat();
  refuseWorkspaces(out, all);
  const roles = new Map(Object.entries(written as Roles));
  for (const name of named) {
    if (!all.includes(name)) {
      const remedy = suggestName(name, all);
      problems.add({ subject: 'STACK', problem: 'there is no such stack', got: asWritten(name), remedy, code: 'LZ-DELIVER-2' });
    } else if (!roles.has(name)) {
      const remedy = 'have it applied with credentials of its account: docs/delivery.md';
      const problem = 'an administrator applies it, no pipeline';
      problems.add({ subject: 'STACK', problem, got: asWritten(name), remedy, code: 'LZ-DELIVER-3' });
    }
  }
  problems.throwIfAny();
  const asked = all.filter((name) => named.length === 0 || named.includes(name));
  const stacks = asked.flatMap((name): DeliverableStack[] => {
    const own = roles.get(name);
    return own === undefined ? [] : [{ name, folder: resolve(out, 'stacks', name), roles: own }];
  });
  return { stacks, leftOut: asked.filter((name) => !roles.has(name)) };
}
