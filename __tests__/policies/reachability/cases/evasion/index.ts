import type { Case } from '../case';
import { blocks } from './blocks';
import { forms } from './forms';
import { publicHosts } from './hosts';
import { members } from './members';
import { order } from './order';
import { protocols } from './protocols';
import { unknowns } from './unknowns';

/** What slips past checks that compare texts, and what such checks cry wolf at, by theme. */
export const evasions: Readonly<Record<string, readonly Case[]>> = {
  'Blocks of addresses': blocks,
  'Protocols and ports': protocols,
  'Order of ACL entries': order,
  'Groups that name groups': members,
  'Forms of one thing': forms,
  'Public hosts': publicHosts,
  'Unknown values': unknowns,
};
