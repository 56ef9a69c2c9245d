import { networkFactsOf } from '../../../../../policies/model/network/reading';
import type { Universe } from '../../../../../policies';
import { ask, Places } from '../../../../../policies/reachability/ask';
import { ANY_CLIENT_PORT } from '../../../../../policies/reachability/proof/flows/coverage';
import { parsePort } from '../../../../../modules/core/port';
import { ALL_TRAFFIC } from '../../../../../policies/model/network';
import { type Cell, type Grid, pairsOf, type Passage, type Topic } from '../../../../../policies/report/page/reachability/grid';
import { HostGrids } from '../../../../../policies/report/page/reachability/host-grids';
import { OrganizationGrids } from '../../../../../policies/report/page/reachability/organization-grids';
import { commandOf, type Question, Questions, trafficIn } from '../../../../../policies/report/page/reachability/question';
import { proofsOf, proverOf } from '../../../../../policies/rules/reachability/proven';
import { opened } from '../../../reachability/mutations/opened';
import { Reference } from '../../../reachability/mutations/reference';
import { stopped } from '../../../reachability/mutations/stopped';
import { configured } from '../../../reachability/proof/configured';
import { readUniverse } from '../../../../../policies';
import type { Answer } from '../../../../../policies/reachability/query';
import { WEB_NETWORK } from './web-network';

function gridsOf(universe: Universe): readonly Grid[] {
  const surveyed = proverOf(universe);
  const proofs = proofsOf(universe);
  const { intent } = universe;
  if (intent === undefined || proofs.sides === undefined) return [...new HostGrids(surveyed, universe.stacks).all()];
  return [...new OrganizationGrids(intent, proofs, proofs.sides, surveyed).all()];
}

interface Explained {
  readonly cell: Cell;
  readonly passage: Passage;
  readonly topic: Topic;
  readonly question: Question;
  readonly answer: Answer;
}

/** Every question that explains a cell, and what the prover says. */
function explained(universe: Universe): readonly Explained[] {
  const { prover, facts } = proverOf(universe);
  const questions = new Questions(prover, facts);
  return gridsOf(universe).flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell.passages.flatMap((passage) =>
        passage.topics.flatMap((topic): Explained[] => {
          const question = questions.of(topic, cell, passage.family);
          if (question === undefined) return [];
          const { from, to, family, port, clientPorts } = question;
          return [
            {
              cell,
              passage,
              topic,
              question,
              answer: prover.answer({ from, to, family, traffic: trafficIn(port), clientPorts }),
            },
          ];
        }),
      ),
    ),
  );
}

/** What an explanation must not say of its cell. */
function contradiction({ topic, answer, question }: Explained): string | undefined {
  const { verdict, arrives } = answer;
  const said = `${verdict}, ${arrives} of ${question.port} arrives`;
  switch (topic.kind) {
    case 'nothing':
      return verdict === 'unreachable' && arrives === 'none' ? undefined : `nothing passes: ${said}`;
    case 'flow':
      return (verdict === 'proven') === topic.proof.works
        ? undefined
        : `the flow ${topic.proof.works ? 'works' : 'fails'}: ${said}`;
    case 'undeclared':
      return arrives === (topic.found.certain ? 'some' : 'unknown') ? undefined : `undeclared: ${said}`;
    case 'ports':
      if (topic.state === 'may') return arrives === 'none' ? `it may pass: ${said}` : undefined;
      if (topic.state === 'passes') return verdict === 'proven' || verdict === 'partial' ? undefined : `it passes: ${said}`;
      return arrives === 'none' ? `${topic.state}: ${said}` : undefined;
    case 'unknown':
      return 'what is not known is asked about';
  }
}

function contradictions(all: readonly Explained[]): readonly string[] {
  return all.flatMap((one) => {
    const wrong = contradiction(one);
    return wrong === undefined ? [] : [`${one.cell.from.name} → ${one.cell.to.name} IP${one.passage.family}, ${wrong}`];
  });
}

/** Pairs of ends of cells that say nothing, at which something may arrive all the same. */
function overlooked(universe: Universe): readonly string[] {
  const { prover, facts } = proverOf(universe);
  return gridsOf(universe).flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell.passages
        .filter(({ parts }) => parts.some(({ state }) => state === 'nothing'))
        .flatMap(({ family }) => pairsOf(cell, family, facts).map(([from, to]) => ({ from, to, family })))
        .filter(
          ({ from, to, family }) => prover.passing(from, to, family, 'lenient', ALL_TRAFFIC, ANY_CLIENT_PORT).arrives.length > 0,
        )
        .map(() => `${cell.from.name} → ${cell.to.name}`),
    ),
  );
}

const DUAL_STACK = configured(`${WEB_NETWORK}
accounts: { management: { id: '111111111111', unit: management }, web: { id: '222222222222', unit: workloads, network: web } }
`);

describe('an explanation of a cell agrees with its cell and with the prover:', () => {
  const reference = new Reference();
  afterAll(() => {
    reference.clear();
  });
  const mutations = [...opened, ...stopped].map(({ name, mutate }) => [name, () => reference.changed(mutate)] as const);

  it.each<readonly [string, () => Universe]>([
    ['the reference', () => reference.universe()],
    ['a network of both families', () => DUAL_STACK.universe()],
    ['instances that others wrote', () => readUniverse('examples/reachability/network')],
    ['subnets that others wrote', () => readUniverse('__tests__/policies/foreign/joined/plan.json')],
    ['zones that others wrote', () => readUniverse('__tests__/policies/foreign/zones/plan.json')],
    ...mutations,
  ])('%s', (_, universeOf) => {
    const universe = universeOf();
    const all = explained(universe);

    expect(all.length).toBeGreaterThan(0);
    expect(contradictions(all)).toEqual([]);
    expect(overlooked(universe)).toEqual([]);
  });

  it('the reference has 18 cells that are proven, 2 by other flows, and 104 in which nothing passes', () => {
    const states = gridsOf(reference.universe()).flatMap(({ cells }) =>
      cells.flatMap(({ passages }) => passages.flatMap(({ parts }) => parts.map(({ state }) => state))),
    );

    expect(
      Object.fromEntries([...new Set(states)].map((state) => [state, states.filter((each) => each === state).length])),
    ).toEqual({
      covered: 2,
      nothing: 104,
      proven: 18,
    });
  });

  it('the command that is named asks the same: its answer for that pair is the one that is shown', () => {
    const universe = reference.universe();
    const facts = networkFactsOf(universe);
    const places = new Places(universe, facts);
    for (const { question, cell, answer } of explained(universe).slice(0, 60)) {
      const words = commandOf(question, cell).split(' ');
      const option = (name: string): string => words[words.indexOf(name) + 1] ?? '';
      const [from = 0, to = 0] = option('--client-ports').split('-').map(Number);
      const reply = ask(facts, {
        from: places.of(option('--from')),
        to: places.of(option('--to')),
        port: parsePort(option('--port')),
        family: option('--family') === 'v6' ? 'v6' : 'v4',
        ...(words.includes('--client-ports') ? { clientPorts: { from, to } } : {}),
      });

      expect(reply.pairs).toHaveLength(question.pairs);
      expect(reply.pairs.map(({ verdict }) => verdict)).toContain(answer.verdict);
    }
  });
});
