import fc from 'fast-check';

import { runTriggers, type TriggeredWorkspace } from '../../../modules/delivery';
import { refusalOf } from '../../refusal';

/** `source → target`, one each. */
const arrows = (stacks: readonly TriggeredWorkspace[]): string[] =>
  runTriggers(stacks).map(({ source, target }) => `${source} → ${target}`);

const waiting = (stack: string, ...needs: string[]): TriggeredWorkspace => ({ stack, needs });
const local = (stack: string, ...needs: string[]): TriggeredWorkspace => ({ stack, needs, executionMode: 'local' });

describe('runTriggers', () => {
  it('lets an apply start the runs of what waits for it', () => {
    expect(arrows([waiting('archive'), waiting('dev', 'archive'), waiting('prod', 'archive')])).toEqual([
      'archive → dev',
      'archive → prod',
    ]);
  });

  it('leaves out what follows from others, so that no run is started twice', () => {
    expect(arrows([waiting('archive'), waiting('dev', 'archive'), waiting('hub', 'dev', 'archive')])).toEqual([
      'archive → dev',
      'dev → hub',
    ]);
  });

  it('leads past a workspace without runs', () => {
    expect(arrows([waiting('a'), local('roles', 'a'), waiting('b', 'roles')])).toEqual(['a → b']);
    expect(arrows([local('roles'), waiting('b', 'roles')])).toEqual([]);
  });

  it('takes 20 sources of one workspace and refuses 21', () => {
    const dev = (count: number): string[] => Array.from({ length: count }, (_, n) => `dev-${String(n)}`);
    const hub = (count: number): TriggeredWorkspace[] => [
      ...dev(count).map((name) => waiting(name)),
      waiting('hub-eu-west-1-network', ...dev(count)),
    ];

    expect(arrows(hub(20))).toHaveLength(20);
    expect(refusalOf(() => runTriggers(hub(21)))).toBe(
      'workspace hub-eu-west-1-network: runs of at most 20 workspaces can start runs of one, got 21; let fewer stacks be needed by this one: a network with more peerings is better two, in two accounts [LZ-STACK-7]',
    );
  });

  it('refuses a need that has no workspace, and a circle, all at once', () => {
    expect(refusalOf(() => runTriggers([waiting('shop', 'hub'), waiting('a', 'b'), waiting('b', 'a')]))).toBe(
      [
        'workspace a: it waits for itself, by a circle of needs; take one of them out [LZ-STACK-8]',
        'workspace b: it waits for itself, by a circle of needs; take one of them out [LZ-STACK-8]',
        'workspace shop: it waits for a stack that has no workspace here, got "hub"; list that stack too, or leave it out of needs [LZ-STACK-8]',
      ].join('\n'),
    );
  });
});

/** Needs lead to names before only, so there is no circle. */
const graph = fc.array(fc.record({ local: fc.boolean(), needs: fc.array(fc.nat(11), { maxLength: 5 }) }), { maxLength: 12 });

function named(drawn: typeof graph extends fc.Arbitrary<infer Value> ? Value : never): TriggeredWorkspace[] {
  return drawn.map((each, at) => ({
    stack: `w${String(at)}`,
    needs: each.needs.filter((need) => need < at).map((need) => `w${String(need)}`),
    executionMode: each.local ? 'local' : 'remote',
  }));
}

/** Everything that is reached from each name. */
function closure(edges: readonly (readonly [from: string, to: string])[]): Set<string> {
  const pairs = new Set(edges.map(([from, to]) => `${from} ${to}`));
  for (let size = -1; size !== pairs.size;) {
    size = pairs.size;
    for (const pair of [...pairs]) {
      const [from = '', middle] = pair.split(' ');
      for (const [start, to] of edges) if (start === middle) pairs.add(`${from} ${to}`);
    }
  }
  return pairs;
}

describe('the triggers of any graph', () => {
  it('start after a workspace exactly what waits for it, each way there is needed, and nothing runs where nothing runs', () => {
    fc.assert(
      fc.property(graph, (drawn) => {
        const stacks = named(drawn);
        const runs = new Set(stacks.filter(({ executionMode }) => executionMode === 'remote').map(({ stack }) => stack));
        const needs = closure(
          stacks.flatMap(({ stack, needs: names = [] }) => names.map((need): [string, string] => [need, stack])),
        );
        const edges = runTriggers(stacks).map(({ source, target }): [string, string] => [source, target]);
        const meant = [...needs].filter((pair) => pair.split(' ').every((name) => runs.has(name)));

        expect([...closure(edges)].sort()).toEqual(meant.sort());
        for (const edge of edges) {
          const others = closure(edges.filter((other) => other !== edge));
          expect(others.has(edge.join(' '))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});
