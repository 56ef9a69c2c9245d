import type { LivedCall, LivedLife } from '../../../iam/scenarios/live-through';
import { type Credentials, CREDENTIALS } from '../../../iam/scenarios/scenario';
import { type Alike, groupAlike } from '../alike';
import { fold, mark, table } from '../elements';
import { type Html, html, type Part } from '../html';
import { nameList } from './name-list';

/** What two lives have in common that end alike, call by call. */
function shapeOf({ life, calls }: LivedLife): string {
  return JSON.stringify([
    life.name,
    calls.map(({ call, decisions, astray }) => [
      call.scenario,
      call.action,
      call.on,
      astray,
      CREDENTIALS.map((one) => [decisions[one].decision, astray.includes(one) ? decisions[one].why : '']),
    ]),
  ]);
}

const DECISIONS = { allowed: 'neutral', denied: 'neutral', unknown: 'doubtful' } as const;

function decisionCell({ call, decisions, astray }: LivedCall, credentials: Credentials): Part {
  const { decision, why } = decisions[credentials];
  if (!astray.includes(credentials)) return mark(DECISIONS[decision], decision);
  return html`${mark(decision === 'unknown' ? 'doubtful' : 'bad', `${decision}, must be ${call.ends[credentials]}`)}<br>${why}`;
}

function row(lived: LivedCall): readonly Part[] {
  const { scenario, action, on } = lived.call;
  return [
    html`<code>${action}</code>`,
    on === 'self' ? 'itself' : on === 'none' ? 'nothing in particular' : on,
    scenario,
    ...CREDENTIALS.map((one) => decisionCell(lived, one)),
  ];
}

/** How a life stands: what surely ends astray is worse than what may. */
function lifeMark(calls: readonly LivedCall[]): Html {
  const astray = calls.filter((call) => call.astray.length > 0);
  if (astray.length === 0) return mark('good', 'every call ends as it must');
  const isSure = astray.some((call) => call.astray.some((one) => call.decisions[one].decision !== 'unknown'));
  const count = `${String(astray.length)} of ${String(calls.length)} calls`;
  return isSure ? mark('bad', `${count} end astray`) : mark('doubtful', `${count} may end astray`);
}

function lifeFold({ first: { life, calls }, members: who }: Alike<LivedLife, string>): Html {
  const [first = ''] = who;
  const name = who.length === 1 ? first : `${first} and ${String(who.length - 1)} alike`;
  return fold({
    summary: html`${name}, as ${life.name} ${lifeMark(calls)}`,
    content: html`${who.length > 1 && nameList(who)}${table({
      caption: `The life of the credentials of ${name}: how each call ends, by what it is signed with`,
      head: ['Call', 'On', 'Scenario', ...CREDENTIALS.map((one) => `By ${one}`)],
      rows: calls.map(row),
    })}`,
  });
}

/** The lives of credentials that people look after themselves, equal ones once. */
export function* lifeFolds(lives: readonly LivedLife[]): Generator<Html> {
  for (const alike of groupAlike(lives, shapeOf, ({ actor }) => actor.key)) yield lifeFold(alike);
}
