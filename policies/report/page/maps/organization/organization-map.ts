import { counted } from '../../../../../modules/core/text/counted';
import { firstFew } from '../../../../../modules/core/text/first-few';
import type { NetworkFacts } from '../../../../model/network';
import { fold, table } from '../../elements';
import { type Html, html } from '../../html';
import { drawing } from '../picture/drawing';
import { isCut, layOrganization } from './organization-picture';
import { type OrganizationView, organizationView } from './organization-view';

/** Rows of a picture that is open from the start. */
const OPEN = 40;
/** Names in a sentence. */
const MOST_NAMED = 5;

function jointTable({ rows, buses }: OrganizationView): Html {
  const named = new Map(rows.map((row) => [row.key, row]));
  return table({
    caption: 'What joins networks',
    head: ['Network', 'Where', 'Addresses', 'Joined by', 'How'],
    rows: buses.flatMap(({ name, joints }) =>
      joints
        .filter(({ isHub }) => isHub !== true)
        .map(({ row, how }) => {
          const { name: network, place, addresses } = named.get(row) ?? { name: row, place: '', addresses: [] };
          return [network, place, html`<code>${addresses.join(', ')}</code>`, name, how];
        }),
    ),
    ...(rows.length > 10 ? { search: 'Search networks, accounts, addresses' } : {}),
  });
}

function restText({ alone, unplaced }: OrganizationView): Html | false {
  if (unplaced.length > 0) {
    const others = alone.length > 0 && ` They may join these, which nothing else joins: ${firstFew(alone, MOST_NAMED)}.`;
    return html`<p>The documents don't tell what these join, so they aren't drawn: ${firstFew(unplaced, MOST_NAMED)}.${others}</p>`;
  }
  return alone.length > 0 && html`<p class="quiet">Joined with no other network: ${firstFew(alone, MOST_NAMED)}.</p>`;
}

/** How networks are joined, as a picture and in words. Nothing, where none is joined with another. */
export function organizationMap(facts: NetworkFacts, nameOf: (vpc: string) => string): Html | undefined {
  const view = organizationView(facts, nameOf);
  const { rows, buses, unplaced } = view;
  if (buses.length + unplaced.length === 0) return undefined;
  const picture = drawing(layOrganization(view), {
    id: 'organization-map',
    title: 'Map of what joins the networks',
    description: `${counted(rows.length, 'network')}, joined by ${counted(buses.length, 'line')} of peerings and transit gateways. The table beneath says the same in words.`,
  });
  return html`<h3 id="joined-networks">What joins the networks</h3>
${
  buses.length > 0 &&
  fold({
    summary: html`<strong>Peerings and transit gateways</strong> <span class="quiet">${counted(rows.length, 'network')}</span>`,
    content: [picture, isCut(view) && html`<p>The picture shows the first of them; the table has all.</p>`, jointTable(view)],
    isOpen: rows.length <= OPEN,
  })
}
${restText(view)}`;
}
