import { compute } from './areas/compute';
import { data } from './areas/data';
import { delivery } from './areas/delivery';
import { encryption } from './areas/encryption';
import { identity } from './areas/identity';
import { logging } from './areas/logging';
import { network } from './areas/network';
import { plan } from './areas/plan';
import { policy } from './areas/policy';
import { secrets } from './areas/secrets';
import { storage } from './areas/storage';
import { terraform } from './areas/terraform';
import type { PackEntry } from './pack';

/** Every rule that judges Terraform by itself, whatever its authors state, at the level it has by default. */
export const everyRule: readonly PackEntry[] = [
  ...compute,
  ...data,
  ...delivery,
  ...encryption,
  ...identity,
  ...logging,
  ...network,
  ...plan,
  ...policy,
  ...secrets,
  ...storage,
  ...terraform,
];
