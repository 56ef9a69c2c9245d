import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { NetworkFacts } from '../../../../policies/model/network';
import { networkFactsOf } from '../../../../policies/model/network/reading';
import { readUniverse } from '../../../../policies/model/read-universe';
import { resourcesOf } from '../oracle/rendering/author-world';
import { INLINE, LEGACY, type Made, SEPARATE, type Style } from '../oracle/rendering/made';
import { planText } from '../oracle/rendering/plan';
import { stateText } from '../oracle/rendering/state';
import { synthesisedText } from '../oracle/rendering/synthesised';
import type { World } from '../oracle/world';

/** A way of writing a network down. */
export interface Rendering {
  readonly name: string;
  readonly style: Style;
  readonly file: string;
  /**
   * Whether it tells all of a network without holes: sets of blocks in a plan don't say which of their unknown ids is which.
   */
  readonly exact: boolean;
  readonly text: (made: readonly Made[]) => string;
}

const SYNTHESISED = { file: 'cdk.tf.json', text: synthesisedText } as const;
const PLAN = { file: 'net.json', text: (made: readonly Made[]) => planText(made, 'json') } as const;
const PLAN_OF_HCL = { file: 'net.json', text: (made: readonly Made[]) => planText(made, 'hcl') } as const;
const STATE = { file: 'net.json', text: stateText } as const;

/** The three forms, and each style in one of them at least. */
export const RENDERINGS: readonly Rendering[] = [
  { name: 'synthesised', style: SEPARATE, exact: true, ...SYNTHESISED },
  { name: 'synthesised inline', style: INLINE, exact: true, ...SYNTHESISED },
  { name: 'synthesised legacy', style: LEGACY, exact: true, ...SYNTHESISED },
  { name: 'plan', style: SEPARATE, exact: true, ...PLAN },
  { name: 'plan inline', style: INLINE, exact: false, ...PLAN },
  { name: 'plan of HCL', style: SEPARATE, exact: true, ...PLAN_OF_HCL },
  { name: 'plan of HCL, legacy', style: LEGACY, exact: false, ...PLAN_OF_HCL },
  { name: 'state', style: SEPARATE, exact: true, ...STATE },
  { name: 'state inline', style: INLINE, exact: true, ...STATE },
  { name: 'state legacy', style: LEGACY, exact: true, ...STATE },
];

/** What the product reads out of a world that was written down, in a folder of its own. */
export function factsOf(world: World, rendering: Rendering, folder: string): NetworkFacts {
  const { style, file, text } = rendering;
  // A folder names the stack that is synthesised in it; a plan or state is named by its file.
  const stack = join(folder, 'net');
  mkdirSync(stack, { recursive: true });
  const path = join(stack, file);
  writeFileSync(path, text(resourcesOf(world, style)));
  return networkFactsOf(readUniverse(path));
}
