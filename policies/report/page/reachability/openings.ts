import type { IntentResidue } from '../../../../modules/core/intent';
import type { Exposure } from '../../../reachability/proof/matrix/exposure';
import { groupAlike } from '../alike';
import { fold, mark, table } from '../elements';
import { type Html, html } from '../html';
import { namesPart } from './networks';

function exposureRow({ address, kind, arrives, maybe = [], unknown }: Exposure): readonly Html[] {
  const parts = [
    arrives.length > 0 && html`${mark('neutral', 'arrives')} <code>${arrives.join(', ')}</code> `,
    maybe.length > 0 && html`${mark('doubtful', 'may arrive')} <code>${maybe.join(', ')}</code> `,
    unknown !== undefined && html`${mark('doubtful', 'place not known')} ${unknown}`,
  ].filter((part) => part !== false);
  return [html`<code>${address}</code>`, html`${kind.replaceAll('-', ' ')}`, html`${parts.length === 0 ? 'nothing' : parts}`];
}

function isMet({ arrives, maybe, unknown }: Exposure): boolean {
  return arrives.length > 0 || maybe !== undefined || unknown !== undefined;
}

/** What of the internet arrives at what stands in networks. `notAsked`: hosts that nobody asked about. */
export function* exposuresPart(exposures: readonly Exposure[], notAsked = 0): Generator<Html> {
  if (exposures.length === 0) return;
  const met = exposures.filter(isMet);
  const head = ['Host', 'Kind', 'From the internet'];
  yield html`<h3>What the internet meets</h3>`;
  yield html`<p>Of ${String(exposures.length)} instances, load balancers, databases, functions and endpoints ${met.length === 0 ? 'none is met' : `${String(met.length)} are met, or may be`}: what is told is which packets arrive at an interface, answered or not.${notAsked > 0 && ` ${String(notAsked)} more were not asked about.`}</p>`;
  if (met.length > 0) yield table({ caption: 'Hosts that the internet meets, or may', head, rows: met.map(exposureRow) });
  if (met.length < exposures.length) {
    const rows = exposures.filter((exposure) => !isMet(exposure)).map(exposureRow);
    yield fold({
      summary: html`Nothing arrives at ${String(rows.length)} of them`,
      content: table({ caption: 'Hosts that the internet does not meet', head, rows }),
    });
  }
}

/** What network ACLs leave open beside the flows, since they keep no state. */
export function* residuePart(residue: readonly IntentResidue[]): Generator<Html> {
  if (residue.length === 0) return;
  const alike = groupAlike(
    residue,
    ({ tier, direction, peer, port, flows }) => JSON.stringify([tier, direction, peer, port, flows]),
    ({ network }) => network,
  );
  const rows = alike.map(({ first: { tier, direction, peer, port, flows }, members }) => [
    html`${tier}`,
    html`${direction === 'in' ? `from ${peer}` : `to ${peer}`}`,
    html`<code>${port}</code>`,
    html`${flows.join('; ')}`,
    namesPart(members),
  ]);
  yield html`<h3>What network ACLs leave open for replies</h3>`;
  yield html`<p>Network ACLs keep no state: for replies they let client ports through whether or not somebody asked. What groups stop of it is not taken off here: what passes both stands in the matrices.</p>`;
  yield fold({
    summary: html`${String(residue.length)} openings <span class="quiet">of ${String(alike.length)} kinds</span>`,
    content: table({
      caption: 'Openings of network ACLs for replies',
      head: ['Tier', 'Direction', 'Ports', 'Flows that need it', 'Of'],
      rows,
    }),
  });
}
