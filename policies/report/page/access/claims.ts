import { counted } from '../../../../modules/core/text/counted';
import type { AccessProof, ClaimedDecision } from '../../../iam/inquiry/access-claims';
import { fold, mark, table } from '../elements';
import { type Html, html, type Part } from '../html';

/** What contradicts a claim is told in full up to this many, which iam.json lists. */
const MOST = 50;

function conditionText({ context, withoutContext }: AccessProof['claim']): string {
  const given = Object.entries(context).map(([key, values]) => `${key} is ${values.join(' or ')}`);
  const absent = withoutContext.map((key) => `there is no ${key}`);
  const all = [...given, ...absent];
  return all.length === 0 ? 'whatever the request is' : `if ${all.join(' and ')}`;
}

function verdict({ holds, astray }: AccessProof): Html {
  if (astray !== undefined) return mark('bad', 'about nothing');
  if (holds === 'unknown') return mark('doubtful', 'unknown');
  return holds ? mark('good', 'holds') : mark('bad', 'does not hold');
}

function againstLine({ principal, action, decision }: ClaimedDecision): Html {
  return html`<li><code>${principal}</code> is ${decision.decision} <code>${action}</code>: ${decision.why}</li>`;
}

function evidence({ asked, against, astray }: AccessProof): Html {
  if (astray !== undefined) return html`${astray}`;
  const decisions = counted(asked, 'decision');
  if (against.length === 0) return html`${decisions}, all as claimed`;
  const more = against.length - MOST;
  return html`${decisions}, ${against.length} of them against it${fold({
    summary: 'Decisions against it',
    content: html`<ul class="plain">${against.slice(0, MOST).map(againstLine)}</ul>${
      more > 0 && html`<p>and ${more} more, which iam.json lists</p>`
    }`,
  })}`;
}

function row(proof: AccessProof): readonly Part[] {
  const { kind, principal, actions, resource, position } = proof.claim;
  const who = principal === 'any' ? html`anybody in the documents` : html`<code>${principal}</code>`;
  return [
    html`${who} is ${kind} ${actions.map((action, at) => html`${at > 0 && ', '}<code>${action}</code>`)}`,
    verdict(proof),
    html`<code>${resource}</code>`,
    conditionText(proof.claim),
    evidence(proof),
    position === undefined ? 'in code' : `${position.file}:${String(position.line)}`,
  ];
}

/** What its authors claim of who may do what, and what became of it. */
export function claimsTable(claims: readonly AccessProof[]): Html {
  return table({
    caption: 'Claims about access, each asked of every policy that has a say',
    head: ['Claim', 'Verdict', 'On', 'Request', 'Decisions', 'Written in'],
    rows: claims.map(row),
  });
}
