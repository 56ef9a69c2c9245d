import { escalationText } from '../../policies/iam/escalation/escalation-text';
import type { Escalation } from '../../policies/iam/escalation/escalations';
import type { Ability, WhoCan } from '../../policies/iam/inquiry/who-can';
import type { LivedCall, LivedLife } from '../../policies/iam/scenarios/live-through';
import { CREDENTIALS } from '../../policies/iam/scenarios/scenario';

const ROOT = 'root user of ';

/** Root users can much the same everywhere: they are told together. */
function namesOf(abilities: readonly Ability[]): string {
  const names = [...new Set(abilities.map(({ name }) => name))];
  const [first = ''] = names;
  return names.length === 1 ? first : `root users of ${names.map((name) => name.slice(ROOT.length)).join(', ')}`;
}

/** One line for each of those who can, with what and how many things they can do it to. */
function abilityLines(abilities: readonly Ability[], verb: string): readonly string[] {
  const byWho = new Map<string, Ability[]>();
  for (const ability of abilities) {
    const group = ability.who.startsWith(ROOT) ? ROOT : ability.who;
    byWho.set(group, [...(byWho.get(group) ?? []), ability]);
  }
  return [...byWho.values()].map((own) => {
    const who = namesOf(own);
    const actions = [...new Set(own.map(({ action }) => action))].join(', ');
    const subjects = [...new Set(own.map(({ on }) => on))];
    const [first = ''] = subjects;
    return `    ${verb} ${who}: ${actions} on ${first}${subjects.length > 1 ? ` and ${String(subjects.length - 1)} more` : ''}`;
  });
}

function whoCanLines({ operation, asked, allowed, unknown }: WhoCan): readonly string[] {
  const lines = [...abilityLines(allowed, 'may        '), ...abilityLines(unknown, 'perhaps may')];
  const nobody = asked === 0 ? 'nothing of the kind is in the documents' : `nobody of those asked (${String(asked)} decisions)`;
  return [`  ${operation.title}`, ...(lines.length === 0 ? [`    ${nobody}`] : lines)];
}

function callCells({ call, decisions, astray }: LivedCall): readonly string[] {
  const ends = CREDENTIALS.map(
    (one) => `${decisions[one].decision}${astray.includes(one) ? ` (must be ${call.ends[one]})` : ''}`,
  );
  return [call.scenario, call.action, call.on === 'self' ? 'itself' : call.on, ...ends];
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => `    ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}

function lifeLines({ actor, life, calls }: LivedLife): readonly string[] {
  const astray = calls.filter((call) => call.astray.length > 0).length;
  const end = astray === 0 ? 'every call ends as it must' : `${String(astray)} of ${String(calls.length)} calls end astray`;
  const head = ['scenario', 'call', 'on', ...CREDENTIALS.map((one) => `by ${one}`)];
  return [`  ${actor.key}, as ${life.name}: ${end}`, ...table([head, ...calls.map(callCells)])];
}

function escalationLine(found: Escalation): string {
  return `  ${found.actor.name} ${found.certain ? 'comes' : 'perhaps comes'} by all rights: ${escalationText(found)}`;
}

/** Everything about access, for people. */
export interface AccessShown {
  readonly abilities: readonly WhoCan[];
  readonly lives: readonly LivedLife[];
  readonly escalations: readonly Escalation[];
  /** How many users, roles and groups were looked at. */
  readonly actors: number;
}

/** Who can do what few should, how credentials live, and who comes by more rights than were given. */
export function accessText({ abilities, lives, escalations, actors }: AccessShown): string {
  const none = `  nobody of ${String(actors)} users, roles and members of groups`;
  const lines = [
    'Who can do what few should',
    ...abilities.flatMap(whoCanLines),
    '',
    'The life of credentials that people look after themselves',
    ...(lives.length === 0 ? ['  nobody looks after credentials of their own'] : lives.flatMap(lifeLines)),
    '',
    'Ways to all rights',
    ...(escalations.length === 0 ? [none] : escalations.map(escalationLine)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
