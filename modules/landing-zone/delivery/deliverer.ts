import { type Deliverer, github, gitlab, hcp } from '../../delivery';
import { DEFAULT_PROJECT, HCP_HOSTNAME } from '../../terraform';
import type { LandingZoneInput } from '../configuration';

/**
 * Who delivers, as its tokens say.
 * @throws InputError LZ-DELIVERY-1, LZ-DELIVERY-2
 */
export function delivererOf({ backend, delivery }: Pick<LandingZoneInput, 'backend' | 'delivery'>): Deliverer | undefined {
  switch (delivery?.kind) {
    case undefined:
      return undefined;
    case 'github': {
      const { repository, branch = 'main', environment = 'production', ids } = delivery;
      return github({ repository, branch, environment, ...(ids === undefined ? {} : { ids }) });
    }
    case 'gitlab': {
      const { project, branch = 'main', host = 'gitlab.com' } = delivery;
      return gitlab({ project, branch, host });
    }
    case 'hcp': {
      // That there is a workspace to run in is checked by itself.
      if (backend.kind !== 'cloud') return undefined;
      const { organization, project = DEFAULT_PROJECT, hostname = HCP_HOSTNAME } = backend;
      return hcp({ organization, project, hostname });
    }
  }
}
