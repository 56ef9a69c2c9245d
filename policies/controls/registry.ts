import type { Control } from './control';
import { accounts } from './registry/accounts';
import { compute } from './registry/compute';
import { data } from './registry/data';
import { delivery } from './registry/delivery';
import { encryption } from './registry/encryption';
import { house } from './registry/house';
import { identity } from './registry/identity';
import { logging } from './registry/logging';
import { monitoring } from './registry/monitoring';
import { network } from './registry/network';
import { storage } from './registry/storage';

/** Every control that anything here knows of, those without an answer included. */
export const controls: readonly Control[] = [
  ...accounts,
  ...identity,
  ...storage,
  ...data,
  ...logging,
  ...encryption,
  ...monitoring,
  ...network,
  ...compute,
  ...delivery,
  ...house,
];
