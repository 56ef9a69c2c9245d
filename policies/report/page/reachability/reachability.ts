import { exposureOf } from '../../../reachability/proof/matrix/exposure';
import { proofsOf, proverOf, type Surveyed } from '../../../rules/reachability/proven';
import type { Universe } from '../../../model/universe';
import { groupAlike } from '../alike';
import { type Html, html } from '../html';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { claimsPart } from './claims';
import { type Cell, type Grid, urgencyOf } from './grid';
import { GridView } from './grid-view';
import { HostGrids } from './host-grids';
import { gridKey } from './networks';
import { exposuresPart, residuePart } from './openings';
import { OrganizationGrids } from './organization-grids';
import { legend } from './states';

/** An explanation costs some milliseconds and some kilobytes. */
const MOST_EXPLAINED = 400;
/** Of Terraform that declares nothing: what the internet meets is asked for this page alone. */
const MOST_HOSTS = 200;

const PATH = html`In commands <code>PATH</code> stands for what was read: a directory of stacks, a plan or a state.`;

/** Matrices that are alike are one. */
function gridsOf(grids: Iterable<Grid>): readonly Grid[] {
  const alike = groupAlike(grids, gridKey, ({ names: [name = ''] }) => name);
  return alike.map(({ first, members }) => ({ ...first, names: members }));
}

/** The cells that are explained: those that need it most, of all matrices. */
function explained(grids: readonly Grid[]): ReadonlySet<Cell> {
  const cells = grids.flatMap((grid) => grid.cells.filter(({ passages }) => passages.length > 0));
  const sorted = cells.map((cell) => [urgencyOf(cell), cell] as const).sort(([a], [b]) => a - b);
  return new Set(sorted.slice(0, MOST_EXPLAINED).map(([, cell]) => cell));
}

function* matrices(grids: readonly Grid[], surveyed: Surveyed): Generator<Html> {
  if (grids.length === 0) return;
  const chosen = explained(grids);
  const view = new GridView(surveyed, (cell) => chosen.has(cell));
  yield legend(grids.flatMap(({ cells }) => cells));
  for (const [place, grid] of grids.entries()) yield* view.view(grid, place + 1);
}

/** Of an organisation everything was proven before: only explanations are asked for. */
function* declared({ intent }: Universe, subject: Subject): Generator<Html> {
  const proofs = proofsOf(subject.universe);
  const { sides } = proofs;
  if (intent === undefined || sides === undefined) return;
  yield html`<p>A tier and its groups stand for an interface in each subnet of the tier with just that group. A cell tells everything that may pass between any pair of their subnets, whatever the protocol and the client's port, and leads to what decides. ${PATH}</p>`;
  const surveyed = proverOf(subject.universe);
  yield* matrices(gridsOf(new OrganizationGrids(intent, proofs, sides, surveyed).all()), surveyed);
  yield* claimsPart(proofs.claims);
  yield* exposuresPart(proofs.exposures);
  yield* residuePart(intent.residue);
}

/** Of Terraform that declares nothing it is told what passes. */
function* foreign({ stacks }: Universe, surveyed: Surveyed): Generator<Html> {
  const { facts, prover } = surveyed;
  const hostGrids = new HostGrids(surveyed, stacks);
  const grids = [...hostGrids.all()];
  const hosts = [...facts.hosts.values()];
  if (grids.length + hosts.length === 0) return;
  yield html`<p>Nothing here declares flows, so nothing is undeclared: what is told is what passes between the hosts of each VPC, whatever the protocol and the client's port. A cell leads to what decides. ${PATH}</p>`;
  yield* matrices(grids, surveyed);
  const lost = hostGrids.lost();
  if (lost.length > 0) {
    yield html`<h3>Hosts in no matrix</h3>`;
    yield html`<ul>${lost.map((text) => html`<li>${text}</li>`)}</ul>`;
  }
  const asked = hosts.slice(0, MOST_HOSTS);
  yield* exposuresPart(
    asked.map((host) => exposureOf(host, facts, prover)),
    hosts.length - asked.length,
  );
}

function content(subject: Subject): Iterable<Html> {
  const { universe } = subject;
  return universe.intent === undefined ? foreign(universe, proverOf(universe)) : declared(universe, subject);
}

/** Who can open connections to whom, and why. */
export const reachability: Section = {
  id: 'reachability',
  title: 'What can talk to what',
  lead: 'Who can open connections to whom, by every group, network ACL, route and gateway together, and the filter that decides.',
  content,
};
