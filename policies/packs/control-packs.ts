import { STANDARDS } from '../controls/catalogue';
import type { Standard } from '../controls/control';
import { controls } from '../controls/registry';
import { landingZone } from './landing-zone';
import type { Pack } from './pack';

/** The rules and proofs that answer the controls of one catalogue. */
function packOf(standard: Standard): Pack {
  const named = new Set(
    controls
      .filter(({ ids }) => ids[standard] !== undefined)
      .flatMap(({ answers }) => answers.flatMap((answer) => (answer.by === 'resource' ? [] : [answer.rule]))),
  );
  return { id: standard, title: STANDARDS[standard], entries: landingZone.entries.filter(({ rule }) => named.has(rule.id)) };
}

/** A pack for each catalogue: what `--pack cis-5.0` holds is a selection from the registry, never a list of its own. */
export const controlPacks: readonly Pack[] = (Object.keys(STANDARDS) as Standard[]).map(packOf);
