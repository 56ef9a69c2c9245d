import * as fc from 'fast-check';

import { layOrganization } from '../../../../../policies/report/page/maps/organization/organization-picture';
import type { OrganizationView } from '../../../../../policies/report/page/maps/organization/organization-view';
import { drawing } from '../../../../../policies/report/page/maps/picture/drawing';
import { layNetwork } from '../../../../../policies/report/page/maps/picture/network-picture';
import { anyNetwork, anyText } from './any-network';
import { faultsOf } from './overlaps';

const anyOrganization: fc.Arbitrary<OrganizationView> = fc.integer({ min: 1, max: 9 }).chain((count) => {
  const keys = Array.from({ length: count }, (_, at) => `vpc ${at}`);
  const joint = fc.record({ row: fc.constantFrom(...keys), how: anyText, isSure: fc.boolean(), isHub: fc.boolean() });
  const kind = fc.constantFrom('transit' as const, 'peering' as const);
  return fc.record({
    rows: fc.tuple(
      ...keys.map((key) => fc.record({ key: fc.constant(key), name: anyText, place: anyText, addresses: fc.array(anyText) })),
    ),
    buses: fc.array(fc.record({ kind, name: anyText, joints: fc.array(joint, { minLength: 1 }) }), { maxLength: 30 }),
    alone: fc.constant([]),
    unplaced: fc.constant([]),
  });
});

describe('no text of a picture lies over another or leaves the picture:', () => {
  it('of a network of 1 to 6 tiers, 1 to 4 zones and flows between all of them', () => {
    fc.assert(
      fc.property(anyNetwork, (view) => {
        expect(faultsOf(layNetwork(view))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('of what joins networks', () => {
    fc.assert(
      fc.property(anyOrganization, (view) => {
        expect(faultsOf(layOrganization(view))).toEqual([]);
      }),
    );
  });
});

describe('a drawing', () => {
  it('names everything in it, and holds no markup but its own', () => {
    fc.assert(
      fc.property(anyNetwork, (view) => {
        const picture = layNetwork(view);
        const { text } = drawing(picture, { id: 'x', title: view.name, description: view.place });

        expect(text.match(/<g /g)?.length).toBe(picture.items.length);
        expect(text.match(/<g class="[a-z ]+"><title>/g)?.length).toBe(picture.items.length);
        expect(/<(?!\/?(?:div|svg|g|title|desc|rect|path|circle|text|tspan)\b)/.exec(text)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});
