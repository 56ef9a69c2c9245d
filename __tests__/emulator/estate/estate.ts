import { archiveStack } from './archive-stack';
import { hubStack } from './hub-stack';
import { spokeStack } from './spoke-stack';
import type { TerraformJson } from './terraform-json';

/** Hand-written stacks that hold every resource type of the network issue. */
export const estate: Readonly<Record<string, TerraformJson>> = {
  'archive-eu-west-1-logging': archiveStack(),
  'hub-eu-west-1-network': hubStack(),
  'spoke-eu-west-1-network': spokeStack(),
};

/** The order in which they can be applied. */
export const estateWaves: readonly (readonly string[])[] = Object.keys(estate).map((stack) => [stack]);
