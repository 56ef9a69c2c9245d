import { inventory } from './inventory/inventory';
import type { Section } from './section';

/** The chapters of the report, in the order in which a stranger asks. */
export const SECTIONS: readonly Section[] = [inventory];
