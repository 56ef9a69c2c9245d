import type { Edit } from './edit';
import { flowEdits } from './edits/flows';
import { FORCED } from './edits/forced';
import { gatewayEdits } from './edits/gateways';
import { organisationEdits } from './edits/organisation';
import { renameEdits } from './edits/renames';
import { tierEdits } from './edits/tiers';
import { zoneEdits } from './edits/zones';

/** Edits at which nothing may be replaced. */
export const SAFE: readonly Edit[] = [
  ...zoneEdits,
  ...tierEdits,
  ...flowEdits,
  ...gatewayEdits,
  ...organisationEdits,
  ...renameEdits,
];
export { FORCED };
