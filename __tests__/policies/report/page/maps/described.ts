import type { Universe } from '../../../../../policies';
import type { ColumnView, NetworkView, NodeView } from '../../../../../policies/report/page/maps/view/network-view';
import { NetworkViews } from '../../../../../policies/report/page/maps/view/network-views';
import { proverOf } from '../../../../../policies/rules/reachability/proven';

/** What is drawn of a universe, by the names of its networks. */
export function viewsOf(universe: Universe): ReadonlyMap<string, NetworkView> {
  const views = new NetworkViews(universe, proverOf(universe).facts);
  return new Map([...views.all()].map((view) => [view.name, view]));
}

/** The network of that name: a test that asks for another is wrong. */
export function viewOf(universe: Universe, name: string): NetworkView {
  const views = viewsOf(universe);
  const view = views.get(name);
  if (view === undefined) throw new Error(`there is no ${name} among ${[...views.keys()].join(', ')}`);
  return view;
}

function nodeText({ name, addresses, notes, zone, leadsTo }: NodeView): string {
  const exits = leadsTo.length === 0 ? '' : ` → ${leadsTo.join(', ')}`;
  return [zone, name, ...addresses, ...notes].filter((part) => part !== undefined).join(' ') + exits;
}

/** A column as `kind title: nodes`. */
export function columnText({ kind, title, nodes }: ColumnView): string {
  return `${kind} ${title}: ${nodes.map(nodeText).join('; ')}`;
}

/** Flows as `from → to port verdict (via)`. */
export function flowLines({ flows }: NetworkView): string[] {
  return flows.map(({ from, to, ports, verdict, families, via }) => {
    const passed = via.length === 0 ? '' : ` by ${via.join(', ')}`;
    return `${from.names.join(', ')} → ${to.names.join(', ')} ${ports.join(' ')} ${verdict} ${families}${passed}`;
  });
}
