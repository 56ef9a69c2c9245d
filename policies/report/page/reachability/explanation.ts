import { filterName } from '../../../reachability/explain/filter-name';
import { packetText } from '../../../reachability/explain/packet-text';
import type { Prover } from '../../../reachability/prover';
import type { Answer, End, ReachVerdict, Step } from '../../../reachability/query';
import { mark, type Standing } from '../elements';
import { type Html, html } from '../html';
import type { Cell } from './grid';
import { commandOf, type Question, trafficIn } from './question';

const VERDICTS: Readonly<Record<ReachVerdict, readonly [Standing, string]>> = {
  proven: ['neutral', 'all of it works'],
  partial: ['neutral', 'some of it works'],
  unreachable: ['neutral', 'nothing of it works'],
  unknown: ['doubtful', 'not known'],
};

/** Whether packets arrive where no connection works. */
const ARRIVES: Readonly<Record<Answer['arrives'], string>> = {
  some: 'Packets arrive, though no connection works.',
  none: 'No packet arrives.',
  unknown: "Whether packets arrive that nothing answers isn't known.",
};

function endPart(end: End): Html {
  switch (end.kind) {
    case 'internet':
      return html`the internet`;
    case 'interface': {
      const groups = typeof end.groups === 'string' ? end.groups : undefined;
      const told = { open: ' (routes and ACLs alone: no groups are considered)', unknown: " (its groups aren't known)" };
      return html`${end.name} in <code>${end.subnet}</code>${groups === undefined ? '' : told[groups]}`;
    }
    case 'outside':
      return html`${end.name} <code>${end.block.kind === 'literal' ? end.block.cidr.toString() : end.block.vpc}</code>`;
    case 'service':
      return html`${end.name}`;
  }
}

/** `tcp/5432 from client ports 1024-65535`: messages and other protocols have no ports to open from. */
function whatPart({ port, clientPorts: { from, to } }: Question): Html {
  const what = port === 'all' ? 'every protocol and port' : port;
  if (!/^(?:tcp|udp|all)\b/.test(port)) return html`<strong>${what}</strong>`;
  const ports = from === 0 && to === 65535 ? 'any client port' : `client ports ${String(from)}-${String(to)}`;
  return html`<strong>${what}</strong> from ${ports}`;
}

function questionPart(question: Question): Html {
  const { from, to, family, pair, pairs } = question;
  const which = pairs === 1 ? 'the only pair' : `pair ${String(pair)} of ${String(pairs)}`;
  return html`<p>Asked: ${whatPart(question)}, opened by ${endPart(from)} to ${endPart(to)} over IP${family}, ${which}.</p>`;
}

function fatePart({ passes }: Step): Html {
  if (passes === 'unknown') return mark('doubtful', 'not known');
  return passes ? mark('good', 'passes') : mark('bad', 'stops');
}

function stepPart(step: Step): Html {
  const where = step.address === '' ? '' : html` <code>${step.address}</code>`;
  return html`<li>${fatePart(step)} ${filterName(step)}${where}: ${step.rule}</li>\n`;
}

/** The way of a packet and of its reply, filter by filter. */
export function wayPart({ witness, path }: Pick<Answer, 'witness' | 'path'>): Html | undefined {
  if (path.length === 0) return undefined;
  const there = path.filter(({ reply }) => reply !== true);
  const back = path.filter(({ reply }) => reply === true);
  return html`<p>The way of ${witness === undefined ? 'a packet' : html`<code>${packetText(witness)}</code>`}:</p>
<ol class="way">
${there.map(stepPart)}</ol>
${
  back.length > 0 &&
  html`<p>The way of its reply:</p><ol class="way">
${back.map(stepPart)}</ol>`
}`;
}

/** Everything that stops some of what was asked about, or may. */
export function blockersPart({ blockers }: Pick<Answer, 'blockers'>): Html | undefined {
  if (blockers.length === 0) return undefined;
  const told = blockers.map((step) => (step.reply === true ? { ...step, rule: `${step.rule} (the reply)` } : step));
  return html`<p>What stops it, or may:</p>
<ul class="way">
${told.map(stepPart)}</ul>`;
}

/** What is lost of ports, where only a part is. */
export function lostPart({ verdict, lostPorts, lost }: Pick<Answer, 'verdict' | 'lostPorts' | 'lost'>): Html | undefined {
  if (verdict === 'unreachable' || verdict === 'proven' || lostPorts.length === 0) return undefined;
  const such = lost === undefined ? '' : html`, such as <code>${packetText(lost)}</code>`;
  return html`<p>Lost, if only for some addresses: ${lostPorts.join('; ')}${such}.</p>`;
}

/** An answer for readers: it says of the pair that was asked about what the prover says, and nothing of others. */
export function answerPart(answer: Answer): Html {
  const { verdict, arrives, path, witness } = answer;
  const isStopped = verdict === 'unreachable' && arrives === 'none';
  const way =
    isStopped && path.length > 0 && witness !== undefined
      ? html`<p>Stopped, for example: <code>${packetText(witness)}</code>.</p>`
      : wayPart(answer);
  const [standing, word] = VERDICTS[verdict];
  return html`<p>${mark(arrives === 'unknown' ? 'doubtful' : standing, word)} ${verdict === 'unreachable' ? ARRIVES[arrives] : answer.why}</p>
${way}
${lostPart(answer)}
${verdict === 'proven' ? '' : blockersPart(answer)}`;
}

/** A question, its answer, and how to ask it of all pairs. */
export function explanation(question: Question, cell: Pick<Cell, 'from' | 'to'>, prover: Prover): Html {
  const { from, to, family, port, clientPorts } = question;
  const answer = prover.answer({ from, to, family, traffic: trafficIn(port), clientPorts });
  return html`${questionPart(question)}
${answerPart(answer)}
<p class="quiet">Ask it of all pairs: <code>${commandOf(question, cell)}</code></p>`;
}
