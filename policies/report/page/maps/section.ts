import { counted } from '../../../../modules/core/text/counted';
import { proverOf } from '../../../rules/reachability/proven';
import { type Alike, groupAlike } from '../alike';
import { fold } from '../elements';
import { type Html, html } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { type Member, memberOf } from './member';
import { organizationMap } from './organization/organization-map';
import { drawing } from './picture/drawing';
import { layNetwork } from './picture/network-picture';
import { flowTable, memberTable, partTable } from './tables';
import { type NetworkView, shapeOf } from './view/network-view';
import { NetworkViews } from './view/network-views';

/** Pictures that are open from the start. */
const OPEN = 2;
const DECLARED = 'An arrow leads from whoever opens a connection to whoever answers; a dot on it is a gateway in between.';
const FOUND = 'Nobody has described these networks: their tiers follow from where routes lead, and from what subnets are called.';
/** Networks that are drawn once: the first of them. */
type Networks = Alike<NetworkView, Member>;

/** Networks that a heading names. */
const MOST_NAMED = 3;

function headingOf({ members }: Networks): string {
  const named = members.length <= MOST_NAMED + 1 ? members : members.slice(0, MOST_NAMED);
  const more = members.length - named.length;
  return `${named.map(({ name }) => name).join(', ')}${more > 0 ? ` and ${more} alike` : ''}`;
}

function describe({ first: { columns, zones, flows } }: Networks): string {
  const tiers = columns.filter(({ nodes }) => nodes.some(({ kind }) => kind === 'subnet')).map(({ title }) => title);
  return `${counted(tiers.length, 'tier')} (${tiers.join(', ')}) in ${counted(zones.length, 'zone')}${flows.length > 0 ? `, ${counted(flows.length, 'flow')}` : ''}. The tables beneath say the same in words.`;
}

function network(alike: Networks, number: number): Html {
  const { first: drawn, members } = alike;
  const isOne = members.length === 1;
  const picture = drawing(layNetwork(drawn), {
    id: `network-${number}-map`,
    title: `Map of ${drawn.name}`,
    description: describe(alike),
  });
  return fold({
    id: `network-${number}`,
    summary: html`<strong>${headingOf(alike)}</strong> <span class="quiet">${isOne ? drawn.place : counted(members.length, 'network')}</span>`,
    content: html`${!isOne && html`<p>The addresses are those of ${drawn.name}; those of the others stand beneath.</p>`}
${picture}
${drawn.doubts.length > 0 && html`<p>What the documents don't tell:</p><ul>${drawn.doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>`}
${flowTable(drawn)}
${partTable(drawn)}
${!isOne && memberTable(members)}`,
    isOpen: number <= OPEN,
  });
}

function* content({ universe }: Subject): Generator<Html> {
  const { facts } = proverOf(universe);
  const views = new NetworkViews(universe, facts);
  const joined = organizationMap(facts, (vpc) => views.nameOf(vpc));
  if (joined !== undefined) yield joined;
  for (const [at, alike] of groupAlike(views.all(), shapeOf, memberOf).entries()) {
    if (at === 0) {
      yield html`<h3 id="each-network">Each network</h3>
<p>${universe.intent === undefined ? FOUND : DECLARED} Pointing at something shows what it is in full.</p>`;
    }
    yield network(alike, at + 1);
  }
  const { astray } = views.parts;
  if (astray.length > 0) {
    yield html`<p>Subnets whose VPC the documents don't tell: ${astray.map(({ key }, at) => [at > 0 && ', ', html`<code>${key}</code>`])}.</p>`;
  }
}

/** What stands where in each network, and what may flow. */
export const maps: Section = {
  id: 'networks',
  title: 'Networks',
  lead: 'Where everything stands, and what flows where: from port to port, why, and whether it is proven.',
  content,
};
