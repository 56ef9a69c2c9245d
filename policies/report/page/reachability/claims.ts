import { positionText } from '../../../../modules/core/text/position-text';
import type { ClaimProof } from '../../../reachability/proof/claims';
import { type Alike, groupAlike } from '../alike';
import { fold, mark, table } from '../elements';
import { type Html, html } from '../html';
import { answerPart } from './explanation';
import { namesPart } from './networks';

/** Of more claims that don't hold the explanations stand in reachability.json. */
const MOST_EXPLAINED = 100;

/** Who is isolated from whom is said the way of packets: nothing from the one arrives at the other. */
function saidPart(proof: ClaimProof): Html {
  const { kind, from, to, port = '' } = proof;
  return kind === 'reaches' ? html`${from} reaches ${to} ${port}` : html`nothing ${port} from ${from} arrives at ${to}`;
}

function whereText({ claim: { position } }: ClaimProof): string {
  return position === undefined ? '' : positionText(position);
}

function holdsPart({ holds }: ClaimProof): Html {
  if (holds === 'unknown') return mark('doubtful', 'not known');
  return holds ? mark('good', 'holds') : mark('bad', "doesn't hold");
}

/** Those that hold are alike in all networks that state them; each other one stands for itself. */
function alike(claims: readonly ClaimProof[]): readonly Alike<ClaimProof, string>[] {
  return groupAlike(
    claims,
    (proof) =>
      JSON.stringify([
        proof.kind,
        proof.from,
        proof.to,
        proof.port,
        whereText(proof),
        proof.pairs,
        proof.holds === true || proof.claim.network,
      ]),
    ({ claim }) => claim.network,
  );
}

function faultFold(proof: ClaimProof): Html {
  const { reply, arrives = [], holds, claim } = proof;
  const arriving =
    arrives.length === 0
      ? ''
      : html`<p>${arrives.join(', ')} ${holds === 'unknown' ? 'may arrive' : 'arrives'} between some pair of subnets.</p>`;
  return fold({
    summary: html`${holdsPart(proof)} ${claim.network}: ${saidPart(proof)}`,
    content: html`${arriving}
${reply === undefined ? html`<p>Nothing stands for its ends.</p>` : html`<p>Asked about all pairs; shown is one that tells most.</p>${answerPart(reply)}`}`,
  });
}

/** What the configuration claims, and whether it holds. */
export function* claimsPart(claims: readonly ClaimProof[]): Generator<Html> {
  if (claims.length === 0) return;
  const faults = claims.filter(({ holds }) => holds !== true);
  yield html`<h3>Claims</h3>`;
  yield html`<p>${String(claims.length - faults.length)} of ${String(claims.length)} hold. One that holds does so for every pair of subnets in every family that it is about.</p>`;
  for (const fault of faults.slice(0, MOST_EXPLAINED)) yield faultFold(fault);
  if (faults.length > MOST_EXPLAINED) {
    yield html`<p class="quiet">${String(faults.length - MOST_EXPLAINED)} more that don't hold are explained in reachability.json.</p>`;
  }
  const rows = alike(claims).map(({ first, members }) => [
    saidPart(first),
    holdsPart(first),
    namesPart(members),
    String(first.pairs),
    html`<code>${whereText(first)}</code>`,
  ]);
  yield fold({
    summary: 'All claims',
    content: table({
      caption: 'Claims of the configuration',
      head: ['Claim', 'Verdict', 'Of', 'Pairs asked about', 'Written'],
      rows,
    }),
  });
}
