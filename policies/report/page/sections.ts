import { access } from './access/access';
import { changes } from './changes/changes';
import { controls } from './controls/controls';
import { costs } from './costs/costs';
import { findings } from './findings/findings';
import { inventory } from './inventory/inventory';
import { maps } from './maps/section';
import { overview } from './overview/overview';
import { reachability } from './reachability/reachability';
import type { Section } from './section';

/** The chapters of the report, in the order in which a stranger asks. */
export const SECTIONS: readonly Section[] = [overview, changes, findings, maps, reachability, access, controls, inventory, costs];
