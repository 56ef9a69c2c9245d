import { Inquiry } from '../../../iam/inquiry/inquiry';
import { SENSITIVE_OPERATIONS } from '../../../iam/inquiry/sensitive-operations';
import { whoCan } from '../../../iam/inquiry/who-can';
import { accessProofsOf } from '../../../rules/access/proven';
import { type Html, html } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { operationRows } from './abilities';
import { claimsTable } from './claims';
import { escalationsTable } from './escalations';
import { lifeFolds } from './lives';
import { operationFold, operationsSummary } from './operations';
import { Places } from './places';
import { trustPieces } from './trust/trust-pieces';

/** Decisions about one operation: enough for a thousand accounts, and a second or two of work. */
const MOST = 20_000;

function* content({ universe }: Subject): Generator<Html> {
  const inquiry = Inquiry.of(universe);
  const { claims, lives, escalations } = accessProofsOf(universe);
  const places = new Places(universe);
  const operations = Array.from(whoCan(inquiry, SENSITIVE_OPERATIONS, MOST), (found) => operationRows(found, places));
  if (claims.length === 0 && inquiry.actors.length === 0 && operations.every(({ asked }) => asked === 0)) return;
  yield html`<h3>Claims</h3>`;
  yield claims.length === 0 ? html`<p>The authors of these documents claim nothing of who may do what.</p>` : claimsTable(claims);
  yield html`<h3>Sensitive operations</h3>
<p class="quiet">Asked are users and roles of the account that it happens in, members of its groups, its root user, and whoever a
resource's own policy lets in. Nothing is said of the request but that it comes by HTTPS: what depends on more is unknown.
Accounts in which the same can do the same are told together.</p>`;
  yield operationsSummary(operations);
  for (const operation of operations) if (operation.asked > 0) yield operationFold(operation);
  yield html`<h3>The life of credentials</h3>`;
  if (lives.length === 0) yield html`<p>Nobody looks after credentials of their own.</p>`;
  yield* lifeFolds(lives);
  yield html`<h3>Ways to all rights</h3>`;
  yield escalationsTable(escalations, inquiry.actors.length);
  yield* trustPieces(inquiry, places);
}

/** Who may do what few should, by which statement, and who may become whom. */
export const access: Section = {
  id: 'access',
  title: 'Who can do what',
  lead: 'Who can do what few should, by which statement, who could come by more, and who may assume which role.',
  content,
};
