import { copyFileSync } from 'node:fs';

import type { Counts } from '../../../commands/sandbox/terraform';
import { inWaves, readWaves } from '../../../commands/sandbox/waves';
import { ledgerFileOf } from '../../../modules/landing-zone';
import { type AppliedBase, Tree } from './applied-base';
import { baseConfiguration, type Configuration } from './configuration';
import { copyState, jsonOf, stacksOf } from './planned-edit';

/** Edits that are applied in earnest, one after the other, from a copy of the base's states. */
export class Course {
  readonly #tree: Tree;
  readonly #configuration = baseConfiguration();

  constructor(
    private readonly base: AppliedBase,
    name: string,
  ) {
    this.#tree = new Tree(`${base.folder}/${name}`);
    copyFileSync(ledgerFileOf(base.tree.configuration), ledgerFileOf(this.#tree.configuration));
    this.#tree.synthesise(this.#configuration);
    for (const stack of base.stacks) copyState(base.tree, this.#tree, stack);
  }

  /** Applies one edit to the stacks whose JSON it changes; what was done there. */
  async apply(edit: (configuration: Configuration) => void): Promise<Readonly<Record<string, Counts>>> {
    const before = new Map(stacksOf(this.#tree).map((stack) => [stack, jsonOf(this.#tree, stack)!]));
    edit(this.#configuration);
    this.#tree.synthesise(this.#configuration);
    const isChanged = (stack: string): boolean => before.get(stack)?.equals(jsonOf(this.#tree, stack)!) !== true;
    const waves = await readWaves(this.#tree.output);
    const done = await inWaves(
      waves.map((wave) => wave.filter(isChanged)),
      (stack) => this.base.terraform(this.#tree, stack).apply(),
    );
    return Object.fromEntries(done);
  }

  /** Names of the stacks that a plan would change now. */
  async restless(): Promise<string[]> {
    const plans = await inWaves([stacksOf(this.#tree)], (stack) => this.base.terraform(this.#tree, stack).plan());
    return [...plans].filter(([, isEmpty]) => !isEmpty).map(([stack]) => stack);
  }
}
