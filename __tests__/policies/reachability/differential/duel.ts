import type { Answer } from '../../../../policies/reachability/query';
import { addressText, holds, type Kind } from '../oracle/addresses';
import { completionsOf, isComplete } from '../oracle/completions';
import type { Header } from '../oracle/header';
import { Hits } from '../oracle/laws';
import { type Fate, Oracle } from '../oracle/oracle';
import { Dice } from '../oracle/random/dice';
import { randomEnds } from '../oracle/random/places';
import { randomAsked, randomClient } from '../oracle/random/questions';
import { type Asked, Space } from '../oracle/random/space';
import type { Trit } from '../oracle/trit';
import type { Place, World } from '../oracle/world';
import { EngineSide, headerOf, type Passing } from './engine-side';
import { inFolder } from './in-folder';
import { factsOf, type Rendering, RENDERINGS } from './rendered';

/** Two ends that are compared, in one family. */
export interface Bout {
  readonly from: Place;
  readonly to: Place;
  readonly kind: Kind;
}

/** Where prover and oracle differ. */
export interface Mismatch extends Bout {
  readonly seed: number;
  readonly rendering: string;
  readonly problem: string;
  readonly packet?: string;
  /** Asks the same of another world. */
  readonly again: (duel: Duel, engines: Engines) => void;
}

type Engines = readonly (readonly [Rendering, EngineSide])[];

export interface Effort {
  readonly pairs: number;
  readonly packets: number;
  readonly questions: number;
  /** Classes walked for one question at most. */
  readonly classes: number;
}

/** What was compared. */
export class Score {
  readonly hits = new Hits();
  readonly mismatches: Mismatch[] = [];
  readonly verdicts = new Map<string, number>();
  worlds = 0;
  renderings = 0;
  packets = 0;
  exact = 0;
  walked = 0;
  witnesses = 0;

  count(verdict: string): void {
    this.verdicts.set(verdict, (this.verdicts.get(verdict) ?? 0) + 1);
  }

  told(): string {
    const verdicts = [...this.verdicts].sort().map(([name, count]) => `${name} ${String(count)}`);
    return [
      `${String(this.packets)} packets compared (${String(this.exact)} exactly), ${String(this.walked)} walked for verdicts`,
      `${String(this.worlds)} worlds in ${String(this.renderings)} renderings, ${String(this.witnesses)} witnesses replayed`,
      `verdicts: ${verdicts.join(', ')}`,
      `${String(this.mismatches.length)} mismatches`,
    ].join('\n');
  }
}

function packetText({ kind, src, dst, protocol, a, b, nat }: Header): string {
  const numbers = [protocol, a, b, nat].map(String).join(' ');
  return `${addressText(kind, src)} > ${addressText(kind, dst)} ${numbers}`;
}

/** Of these one may be sure that they don't pass. */
const STOPPED: ReadonlySet<Trit> = new Set<Trit>(['no', 'silent']);

/** What all completions agree on; one that is unlike the others makes it a maybe. */
function agreed(fates: readonly Trit[]): Trit {
  const [first = 'maybe'] = fates;
  if (fates.every((fate) => STOPPED.has(fate))) return fates.includes('silent') ? 'silent' : 'no';
  return fates.every((fate) => fate === first) ? first : 'maybe';
}

/** One world, walked by the oracle and asked of the prover. */
export class Duel {
  private readonly oracles: readonly Oracle[];
  private readonly space: Space;
  private readonly dice: Dice;
  private readonly complete: boolean;
  private asking: Mismatch['again'] | undefined;

  constructor(
    private readonly seed: number,
    private readonly world: World,
    private readonly score: Score,
  ) {
    this.complete = isComplete(world);
    this.oracles = completionsOf(world).map((each) => new Oracle(each, score.hits));
    this.space = new Space(world);
    this.dice = new Dice(seed ^ 0x5bd1e995);
  }

  private fateOf({ from, to }: Bout, packet: Header): Fate {
    const fates = this.oracles.map((oracle) => oracle.walk(from, to, packet));
    return { arrives: agreed(fates.map(({ arrives }) => arrives)), works: agreed(fates.map(({ works }) => works)) };
  }

  /** Where AWS keeps its lists no document tells: packets to there are told apart from others only as a service. */
  private isTold({ from, to }: Bout, packet: Header): boolean {
    // Whether addresses of VPCs belong to the internet the laws leave open.
    const isOwn = (address: bigint): boolean =>
      this.world.vpcs.some(({ blocks }) => blocks.some((block) => holds(block, packet.kind, address)));
    if (from.kind === 'internet' && isOwn(packet.src)) return false;
    if (to.kind === 'internet' && isOwn(packet.dst)) return false;
    const untold = this.world.lists.filter(({ service }) => service !== undefined);
    const inList = (address: bigint): boolean =>
      untold.some(({ blocks }) => Array.isArray(blocks) && blocks.some((block: string) => holds(block, packet.kind, address)));
    return !inList(packet.src) && (to.kind === 'service' || !inList(packet.dst));
  }

  private compare(bout: Bout, rendering: Rendering, packet: Header, fate: Fate, passing: Passing): void {
    const { score } = this;
    score.packets += 1;
    // The addresses of a service are known to the oracle and not to the prover.
    const exactly = this.complete && bout.to.kind !== 'service' && rendering.exact;
    for (const aspect of ['arrives', 'works'] as const) {
      const [is, strict, lenient] = [fate[aspect], passing.strict[aspect], passing.lenient[aspect]];
      const wrong =
        strict && is !== 'yes'
          ? `strictly ${aspect}, and the oracle says ${is}`
          : !lenient && is !== 'no' && is !== 'silent'
            ? `surely not ${aspect}, and the oracle says ${is}`
            : exactly && (is === 'yes' || is === 'no') && strict !== lenient
              ? `${aspect} is in doubt, and the oracle says ${is}`
              : undefined;
      if (exactly && (is === 'yes' || is === 'no')) score.exact += 1;
      if (wrong !== undefined) this.differs(bout, rendering, wrong, packet);
    }
  }

  /** One packet of one pair of ends. */
  alone(bout: Bout, packet: Header, engines: Engines): void {
    const fate = this.fateOf(bout, packet);
    for (const [rendering, engine] of engines) {
      this.compare(bout, rendering, packet, fate, engine.passing(bout.from, bout.to, bout.kind)(packet));
    }
  }

  private differs(bout: Bout, rendering: Rendering, problem: string, packet?: Header): void {
    const more = packet === undefined ? {} : { packet: packetText(packet) };
    const again = this.asking ?? ((duel: Duel, engines: Engines) => packet && duel.alone(bout, packet, engines));
    this.score.mismatches.push({ ...bout, seed: this.seed, rendering: rendering.name, problem, ...more, again });
  }

  /** Packets of one pair of ends, in every rendering. */
  packets(bout: Bout, engines: Engines, count: number): void {
    const packets = Array.from({ length: count }, () => this.space.packet(this.dice, bout.from, bout.to, bout.kind))
      .filter((packet) => packet !== undefined)
      .filter((packet) => this.isTold(bout, packet));
    const fates = packets.map((packet) => this.fateOf(bout, packet));
    for (const [rendering, engine] of engines) {
      const passing = engine.passing(bout.from, bout.to, bout.kind);
      packets.forEach((packet, place) => {
        this.compare(bout, rendering, packet, fates[place] ?? { arrives: 'maybe', works: 'maybe' }, passing(packet));
      });
    }
  }

  private judged(
    bout: Bout,
    rendering: Rendering,
    answer: Answer,
    works: readonly Trit[],
    arrives: readonly Trit[],
    all: boolean,
  ): void {
    const exactly =
      this.complete &&
      all &&
      bout.to.kind !== 'service' &&
      rendering.exact &&
      works.every((each) => each === 'yes' || each === 'no');
    const passes = works.filter((each) => each === 'yes').length;
    const stopped = works.filter((each) => STOPPED.has(each)).length;
    const meant = passes === works.length && passes > 0 ? 'proven' : passes === 0 ? 'unreachable' : 'partial';
    const told = `${answer.verdict}, and of ${String(works.length)} packets ${String(passes)} work and ${String(stopped)} do not`;
    const wrong =
      (answer.verdict === 'proven' && passes < works.length) ||
      (answer.verdict === 'unreachable' && stopped < works.length) ||
      (answer.verdict === 'partial' && all && (passes === works.length || stopped === works.length)) ||
      (exactly && answer.verdict !== meant);
    if (wrong) this.differs(bout, rendering, told);
    const silent = arrives.every((each) => STOPPED.has(each));
    const misled =
      (answer.arrives === 'none' && !silent) ||
      (answer.arrives === 'some' && all && silent) ||
      (exactly && arrives.every((each) => each === 'yes' || each === 'no') && (answer.arrives === 'none') !== silent);
    if (misled) {
      this.differs(
        bout,
        rendering,
        `arrives: ${answer.arrives}, and of ${String(works.length)} packets: ${[...new Set(arrives)].join()}`,
      );
    }
  }

  /** A witness does what the answer claims; where it is stopped, a step that stops it is told. */
  private replayed(bout: Bout, rendering: Rendering, { verdict, witness, lost, path }: Answer): void {
    const shown = witness && headerOf(bout.kind, witness);
    if (shown && (verdict === 'proven' || verdict === 'partial')) {
      this.score.witnesses += 1;
      if (this.fateOf(bout, shown).works !== 'yes') {
        this.differs(bout, rendering, `the witness of ${verdict} does not work`, shown);
      }
      if (path.some(({ passes }) => passes !== true)) {
        this.differs(bout, rendering, `a step on the way of what works stops it`, shown);
      }
    }
    if (shown && verdict === 'unreachable') {
      this.score.witnesses += 1;
      if (!STOPPED.has(this.fateOf(bout, shown).works)) this.differs(bout, rendering, 'the witness of unreachable works', shown);
    }
    const missing = lost && headerOf(bout.kind, lost);
    if (missing && !STOPPED.has(this.fateOf(bout, missing).works)) this.differs(bout, rendering, 'what is lost works', missing);
  }

  question(bout: Bout, asked: Asked, client: readonly [number, number], engines: Engines, most: number): void {
    this.asking = (duel, others) => {
      duel.question(bout, asked, client, others, most);
    };
    const { packets, all } = this.space.classes(bout.from, bout.to, bout.kind, asked, client, this.dice, most);
    const told = packets.filter((packet) => this.isTold(bout, packet));
    const fates = told.map((packet) => this.fateOf(bout, packet));
    this.score.walked += told.length;
    const [works, arrives] = [fates.map((fate) => fate.works), fates.map((fate) => fate.arrives)];
    for (const [rendering, engine] of engines) {
      const answer = engine.answer(bout.from, bout.to, bout.kind, asked, client);
      this.score.count(answer.verdict);
      this.judged(bout, rendering, answer, works, arrives, all && told.length === packets.length);
      this.replayed(bout, rendering, answer);
    }
    this.asking = undefined;
  }

  /** All of it, in these renderings. */
  fight(renderings: readonly Rendering[], folder: string, effort: Effort): void {
    const engines = renderings.map(
      (rendering) => [rendering, new EngineSide(factsOf(this.world, rendering, folder), this.world)] as const,
    );
    this.score.worlds += 1;
    this.score.renderings += renderings.length;
    for (let pair = 0; pair < effort.pairs; pair += 1) {
      const kind = this.dice.chance(0.65) ? 'v4' : 'v6';
      this.packets({ ...randomEnds(this.dice, this.world), kind }, engines, effort.packets);
    }
    for (let place = 0; place < effort.questions; place += 1) {
      const kind = this.dice.chance(0.65) ? 'v4' : 'v6';
      const asked = randomAsked(this.dice, kind);
      this.question({ ...randomEnds(this.dice, this.world), kind }, asked, randomClient(this.dice), engines, effort.classes);
    }
  }
}

/** Three renderings, other ones for each seed. */
export function renderingsFor(seed: number): readonly Rendering[] {
  const forms = ['synthesised', 'plan', 'state'].map((form) => RENDERINGS.filter(({ name }) => name.startsWith(form)));
  return forms.flatMap((form) => form.filter((_, place) => place === seed % form.length));
}

/** Duels over random worlds from one seed on. */
export function fightFrom(
  seed: number,
  worlds: number,
  make: (seed: number) => World,
  effort: Effort,
  score = new Score(),
): Score {
  return inFolder((folder) => {
    for (let place = 0; place < worlds; place += 1) {
      const own = seed + place;
      const world = make(own);
      const forms = renderingsFor(own).filter(({ name }) => isComplete(world) || !name.startsWith('state'));
      new Duel(own, world, score).fight(forms, folder, effort);
    }
    return score;
  });
}
