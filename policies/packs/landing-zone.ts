import type { Rule } from '../rules/rule';
import { network } from './network';
import { structure } from './structure';

/** What every synth of an organisation is held against. */
export const landingZone: readonly Rule[] = [...structure, ...network];
