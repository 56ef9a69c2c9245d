import { access } from './access';
import { controlPacks } from './control-packs';
import { landingZone } from './landing-zone';
import { network } from './network';
import type { Pack } from './pack';
import { structure } from './structure';

/** Every pack that `--pack` takes; the first is the one that is held where none is named. */
export const packs: readonly [Pack, ...Pack[]] = [landingZone, structure, network, access, ...controlPacks];
