import { access } from './access';
import { everyRule } from './every-rule';
import { network } from './network';
import type { Pack } from './pack';

/** What every synth is held against, and any other Terraform by default: every rule, those of `structure` among them. */
export const landingZone: Pack = {
  id: 'default',
  title: 'Every rule, and the proofs of networks and of access',
  entries: [...network.entries, ...access.entries, ...everyRule],
};
