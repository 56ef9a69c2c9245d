import { type AttributeChange, type Change, type Difference, type Rank, RANKS, type StatementChange } from '../change';
import { type Value, valueText } from '../values/value';

/** Changes that are told in one breath: of one action and type, and with the same to tell of each. */
export interface Group {
  readonly action: Change['action'];
  readonly changes: readonly Change[];
  /** What is common to them, a line each, as written: who shows them makes them harmless. */
  readonly details: readonly string[];
}

/** Longer texts help nobody; the JSON has them whole. @unit characters */
const LONGEST = 160;

/** Who is told without details is told by what differs. */
const BRIEF = new Set<Change['action']>(['moved', 'imported']);

/** What opens something, and is told even where only the apply tells what it is. */
const OPENING = /cidr|port|prefix_list|principal|policy|(?<!_rule)_group_id/;

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function sideText(value: Value | undefined): string {
  return value === undefined ? '(nothing)' : cut(valueText(value));
}

function elementsText(elements: Readonly<Record<string, unknown>>): string {
  return cut(JSON.stringify(elements));
}

function statementLine({ action, name, before, after }: StatementChange): string {
  if (action === 'added') return `  + ${name} ${elementsText(after ?? {})}`;
  if (action === 'removed') return `  - ${name} ${elementsText(before ?? {})}`;
  return `  ~ ${name} ${elementsText(before ?? {})} → ${elementsText(after ?? {})}`;
}

function attributeLines(change: AttributeChange, forcedBy: readonly string[]): readonly string[] {
  const { path, before, after, statements } = change;
  const forces = forcedBy.some((each) => path === each || path.startsWith(`${each}.`) || path.startsWith(`${each}[`));
  const end = forces ? ', which forces the replacement' : '';
  if (statements === undefined) return [`${path}: ${sideText(before)} → ${sideText(after)}${end}`];
  if (statements.length === 0) return [`${path}: the same statements in other words${end}`];
  return [`${path}: ${String(statements.length)} of its statements${end}`, ...statements.map(statementLine)];
}

/** What is there of something that comes or goes: plain values, in a line. */
function sketch(attributes: readonly AttributeChange[]): readonly string[] {
  const shown = attributes.flatMap(({ path, before, after }) => {
    const value = after ?? before;
    const told = value !== undefined && ('value' in value || 'expression' in value || OPENING.test(path));
    const dull = /^(?:tags|tags_all|id|arn|description)\b/.test(path);
    const empty = value !== undefined && 'value' in value && [false, null, ''].includes(value.value as string);
    return told && !dull && !empty ? [`${path} ${cut(valueText(value))}`] : [];
  });
  return shown.length === 0 ? [] : [shown.join(', ')];
}

/** How the arguments of a change are told: those that guard one by one, of the rest what they are called. */
function detailsOf(change: Change): readonly string[] {
  const { action, attributes, forcedBy = [], why, rank, from, importedAs } = change;
  const whys = [
    ...(from === undefined || action === 'moved' ? [] : [`moved from ${from}`]),
    ...(importedAs === undefined ? [] : [`its id is ${importedAs}`]),
    ...(why === undefined ? [] : [why]),
  ];
  if (action === 'removed' || action === 'forgotten' || BRIEF.has(action)) return whys;
  if (action === 'added') return [...whys, ...(rank === 'security' ? sketch(attributes) : [])];
  const silent = forcedBy.filter((path) => !attributes.some((each) => each.path.startsWith(path)));
  return [
    ...attributes.flatMap((each) => attributeLines(each, forcedBy)),
    ...silent.map((path) => `${path} forces the replacement`),
    ...whys,
  ];
}

/** The changes of one rank in groups, in the order in which they are to be read. */
function groupsOf(changes: readonly Change[], rank: Rank): readonly Group[] {
  const groups = new Map<string, Group & { readonly changes: Change[] }>();
  for (const change of changes) {
    if (change.rank !== rank) continue;
    const { action, type } = change;
    const details = detailsOf(change);
    const key = JSON.stringify([action, type, details]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { action, changes: [change], details });
    else group.changes.push(change);
  }
  return [...groups.values()];
}

/** What each rank is called. */
const TITLES: Readonly<Record<Rank, string>> = {
  loss: 'replaced, removed or not known',
  security: 'who gets in, who may do what, who watches',
  rest: 'everything else',
};

/** The changes of one rank. */
export interface Chapter {
  readonly rank: Rank;
  readonly title: string;
  /** At least one. */
  readonly groups: readonly Group[];
}

/** Changes as they are to be read: rank by rank, what is alike together; ranks without a change are left out. */
export function chaptersOf({ changes }: Pick<Difference, 'changes'>): readonly Chapter[] {
  return RANKS.flatMap((rank) => {
    const groups = groupsOf(changes, rank);
    return groups.length === 0 ? [] : [{ rank, title: TITLES[rank], groups }];
  });
}
