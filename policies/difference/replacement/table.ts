import { IDENTITY } from './identity';
import { NETWORK } from './network';
import type { Row } from './row';
import { STORAGE } from './storage';
import { TRAFFIC } from './traffic';

/**
 * What the AWS provider does about arguments of the types that the modules write. No schema tells it: each entry was taken
 * from plans, and the apply lane holds real Terraform to it (__tests__/apply/change-safety/replacement).
 */
export const TABLE: Readonly<Record<string, Row>> = { ...IDENTITY, ...NETWORK, ...STORAGE, ...TRAFFIC };
