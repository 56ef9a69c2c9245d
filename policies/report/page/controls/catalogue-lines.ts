import { STANDARDS } from '../../../controls/catalogue';
import type { Standard } from '../../../controls/control';
import { coverageOfStandard } from '../../../controls/coverage';
import type { ControlStanding, Status } from '../../controls-document';

/** The states of a control, the worst first: a line of several controls stands as the worst of them does. */
export const STATUSES = [
  'broken',
  'unknown',
  'accepted',
  'not made',
  'not answered',
  'holds',
] as const satisfies readonly Status[];

/** The same for readers, who come for what holds. */
export const BEST_FIRST = [...STATUSES].reverse();

/** One number of a catalogue. */
export interface CatalogueLine {
  readonly id: string;
  /** Usually one: some numbers ask for several things. */
  readonly standings: readonly [ControlStanding, ...ControlStanding[]];
  readonly status: Status;
}

/** A catalogue with all its lines, in its order. */
export interface CatalogueStanding {
  readonly standard: Standard;
  readonly title: string;
  readonly lines: readonly CatalogueLine[];
  readonly counts: Readonly<Record<Status, number>>;
}

function catalogueStanding(standard: Standard, byId: ReadonlyMap<string, ControlStanding>): CatalogueStanding {
  const controls = [...byId.values()].map(({ control }) => control);
  const counts: Record<Status, number> = { broken: 0, unknown: 0, accepted: 0, 'not made': 0, 'not answered': 0, holds: 0 };
  const lines = coverageOfStandard(controls, standard).flatMap(({ id, controls: named }): readonly CatalogueLine[] => {
    const [first, ...others] = named.flatMap((control) => byId.get(control.id) ?? []);
    if (first === undefined) return [];
    const standings: CatalogueLine['standings'] = [first, ...others];
    const status = STATUSES.find((each) => standings.some((one) => one.status === each)) ?? 'not answered';
    counts[status] += 1;
    return [{ id, standings, status }];
  });
  return { standard, title: STANDARDS[standard], lines, counts };
}

/** How every line of every catalogue stands. */
export function catalogueStandings(standings: readonly ControlStanding[]): readonly CatalogueStanding[] {
  const byId = new Map(standings.map((standing) => [standing.control.id, standing]));
  return (Object.keys(STANDARDS) as Standard[]).map((standard) => catalogueStanding(standard, byId));
}
