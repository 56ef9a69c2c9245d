import type { Change } from '../../../../policies/difference';
import { TABLE } from '../../../../policies/difference/replacement/table';
import { differenceOf } from '../../../policies/difference/differences';
import type { Document } from '../../../policies/universe';
import { type Probe, probesOf } from './probe';
import { documentOf, type Planned, planProbes } from './probe-planner';

jest.setTimeout(1_800_000);

const probes = probesOf();
const changes = new Map<string, Change>();
let planned: ReadonlyMap<string, Planned>;

beforeAll(async () => {
  const [before, after] = [documentOf(probes, 'before'), documentOf(probes, 'after')] as readonly [Document, Document];
  for (const change of differenceOf(before, after).changes) changes.set(change.address, change);
  planned = await planProbes(probes);
});

/** What Terraform does about the argument. What it sets besides, the state of a resource that never was lacks. */
function done({ type, name, path, turn }: Probe): 'replaced' | 'changed' | 'same' {
  const { actions, before, after, after_unknown: unknown, replace_paths: paths = [] } = planned.get(`${type}.${name}`)!.change;
  const [head = ''] = path.split('.');
  const forcing = paths.map(([first]) => first);
  // Of two that exclude each other the provider may name the one that goes, or none.
  if (actions.includes('delete') && (turn === 'exchanged' || forcing.includes(head))) return 'replaced';
  const valueIn = (values: Readonly<Record<string, unknown>> | null): string => JSON.stringify(values?.[head] ?? null);
  return turn === 'exchanged' || valueIn(before) !== valueIn(after) || unknown[head] === true ? 'changed' : 'same';
}

/** What the difference of the two documents says. */
function said({ type, name }: Probe): string {
  const action = changes.get(`${type}.${name}`)?.action ?? 'same';
  return action === 'rewritten' ? 'same' : action;
}

describe('the table of what is replaced', () => {
  it('is never contradicted by real Terraform: what differs is replaced, changed or left as the difference says, or not known', () => {
    const contradictions = probes
      .filter((probe) => said(probe) !== 'unknown' && said(probe) !== done(probe))
      .map((probe) => `${probe.title}: said ${said(probe)}, done ${done(probe)}`);

    expect(contradictions).toEqual([]);
  });

  it('says of every other value of every argument that is in it what becomes of the resource', () => {
    const edited = probes.filter((probe) => probe.turn !== 'same' && said(probe) !== 'unknown');
    const told = new Set(edited.map(({ type, path }) => `${type} ${path}`));
    const rows = Object.entries(TABLE).flatMap(([type, { replaces = [], updates = [] }]) =>
      [...replaces, ...updates].map((argument) => `${type} ${argument}`),
    );

    expect(rows.filter((row) => !told.has(row))).toEqual([]);
    expect(rows.length).toBeGreaterThan(200);
  });
});
